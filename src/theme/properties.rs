//! The look as the beginning of the style sheet: custom properties, faces and fonts, in as few bytes as they need.

use std::{collections::BTreeMap, fmt::Write};

use super::{
    look::Look,
    tokens::{Face, OTHER},
};
use crate::{
    base::{colour::Colour, language::Tag},
    config::WebFont,
    schema::{ColourRole, FontPlace},
};

/// Family names that are the browser's own words and not quoted.
const GENERIC: [&str; 8] =
    ["serif", "sans-serif", "monospace", "cursive", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded"];

/// The text that is put where a style sheet of the theme asks for it. `fonts` are the shop's own, each with its file's name.
pub(super) fn text(look: &Look, languages: &[Tag], fonts: &[(&WebFont, String)]) -> String {
    let mut css = String::new();
    for (font, name) in fonts {
        css.push_str(&font_face(font, name));
    }
    css.push_str(&rule(":root", &format!("color-scheme:light dark;{}", root(look))));
    let dark: BTreeMap<ColourRole, Colour> = look
        .dark
        .colours
        .iter()
        .filter(|(role, colour)| look.light.colours.get(role) != Some(colour))
        .map(|(role, colour)| (*role, *colour))
        .collect();
    css.push_str(&within("(prefers-color-scheme:dark)", &dark));
    css.push_str(&within("(prefers-contrast:more) and (prefers-color-scheme:light)", &look.light.more));
    css.push_str(&within("(prefers-contrast:more) and (prefers-color-scheme:dark)", &look.dark.more));
    faces(look, languages, fonts, &mut css);
    css
}

fn root(look: &Look) -> String {
    let mut out = colours(&look.light.colours);
    let [phone, tablet, desk] = look.columns;
    let _ = write!(
        out,
        "--radius:{}px;--weight:{};--scale:{};--phone:{phone};--tablet:{tablet};--desk:{desk}",
        look.radius,
        look.heading_weight,
        hundredths(look.heading_size),
    );
    for (name, value) in &look.properties {
        let _ = write!(out, ";--{name}:{value}");
    }
    out
}

fn hundredths(percent: u16) -> String {
    let text = format!("{}.{:02}", percent / 100, percent % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Each with a `;` after it.
fn colours(colours: &BTreeMap<ColourRole, Colour>) -> String {
    colours
        .iter()
        .map(|(role, colour)| format!("--{}:{};", role.key().replace('_', "-"), colour.css()))
        .collect()
}

fn within(question: &str, changed: &BTreeMap<ColourRole, Colour>) -> String {
    if changed.is_empty() {
        return String::new();
    }
    rule(&format!("@media {question}"), &rule(":root", &colours(changed)))
}

fn rule(head: &str, body: &str) -> String {
    format!("{head}{{{}}}", body.trim_end_matches(';'))
}

/// Faces follow the nearest `lang`. Only languages of the shop can stand on its pages.
fn faces(look: &Look, languages: &[Tag], fonts: &[(&WebFont, String)], css: &mut String) {
    let stack = |face: &Face, place: FontPlace, language: &str| -> Option<String> {
        let own = fonts
            .iter()
            .filter(|(font, _)| font.face == place)
            .map(|(font, _)| format!("\"{}\"", font.family));
        let families = face.get(language).or_else(|| face.get(OTHER))?;
        let mut names: Vec<String> = Vec::new();
        for name in own.chain(families.iter().map(|name| family(name))) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some(names.join(","))
    };
    let mut add = |selector: &str, language: &str| {
        let text = stack(&look.text, FontPlace::Text, language);
        let heading = stack(&look.heading, FontPlace::Heading, language);
        if let (Some(text), Some(heading)) = (text, heading) {
            css.push_str(&rule(selector, &format!("--sans:{text};--display:{heading}")));
        }
    };
    add("[lang]", OTHER);
    let own = |key: &&String| languages.iter().any(|tag| tag.as_str() == *key || tag.primary() == *key);
    let mut keys: Vec<&String> = look.text.keys().chain(look.heading.keys()).filter(own).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        add(&format!("[lang]:lang({key})"), key);
    }
}

/// Quoted where it is more than words that CSS reads as a name.
fn family(name: &str) -> String {
    let word = |word: &str| {
        word.strip_prefix('-').unwrap_or(word).starts_with(|one: char| one.is_ascii_alphabetic())
            && word.chars().all(|one| one.is_ascii_alphanumeric() || one == '-')
    };
    let plain = GENERIC.contains(&name) || name.split(' ').all(word);
    if plain { name.to_owned() } else { format!("\"{name}\"") }
}

/// `optional`: a font that is not there at once waits for the next page, so nothing moves under the reader.
fn font_face(font: &WebFont, name: &str) -> String {
    let weight = match font.weight {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} {last}"),
    };
    rule(
        "@font-face",
        &format!(
            "font-family:\"{}\";src:url(own/{name}) format(\"woff2\");font-weight:{weight};font-display:optional",
            font.family
        ),
    )
}
