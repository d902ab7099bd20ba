//! The words of a theme in one language: `locales/<tag>.toml`.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::files::Files;
use crate::{
    base::language::Tag,
    diag::{Code, Diagnostic, Diagnostics, Place},
    locale::Locale,
};

/// Words by key, such as `order.submit`.
#[derive(Debug, Default)]
pub struct WordTable(BTreeMap<String, Leaf>);

#[derive(Debug)]
enum Leaf {
    Text(String),
    /// By plural category of the language.
    Plural(BTreeMap<String, String>),
}

/// Plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Why words cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WordFault {
    /// There is no such key; perhaps this one was meant.
    Unknown(Option<String>),
    /// The words are plural, and no number was given.
    NoNumber,
    /// A place in braces has no value.
    NoValue(String),
}

/// A value for a place in braces.
#[derive(Debug, Clone)]
pub(super) enum WordArg {
    /// Shown in the reader's digits.
    Number(i64),
    /// Shown as it is.
    Text(String),
}

impl WordTable {
    /// Reads the words of `tag`, or of its primary language.
    pub(super) fn read(files: &Files<'_>, tag: &Tag, found: &mut Diagnostics) -> Option<Self> {
        let file = [tag.as_str(), tag.primary()]
            .into_iter()
            .find_map(|tag| files.get(&format!("locales/{tag}.toml")));
        let Some((path, bytes)) = file else {
            let theme = &files.written.name.value;
            let place = Place::file(format!("themes/{theme}/locales/{}.toml", tag.as_str()));
            found.push(Diagnostic::error(Code::THEME_LOCALE_MISSING).at(place).with("value", tag.as_str()));
            return None;
        };
        let Ok(text) = std::str::from_utf8(bytes) else {
            found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(path)).with("line", 1));
            return None;
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let place = error
                .span()
                .map_or_else(|| Place::file(path.as_str()), |span| Place::span(path.as_str(), span));
            found.push(Diagnostic::error(Code::TOML_SYNTAX).at(place).with("detail", error.message()));
        }
        let mut words = Self::default();
        words.collect(table.get_ref(), "", &path, found);
        Some(words)
    }

    fn collect(&mut self, table: &DeTable<'_>, prefix: &str, path: &str, found: &mut Diagnostics) {
        for (name, value) in table.iter() {
            let key = if prefix.is_empty() {
                name.get_ref().to_string()
            } else {
                format!("{prefix}.{}", name.get_ref())
            };
            match value.get_ref() {
                DeValue::String(text) => {
                    self.0.insert(key, Leaf::Text(text.to_string()));
                }
                DeValue::Table(table) => match plural(table) {
                    Some(plural) => {
                        self.0.insert(key, Leaf::Plural(plural));
                    }
                    None => self.collect(table, &key, path, found),
                },
                _ => found.push(
                    Diagnostic::error(Code::THEME_LOCALE)
                        .at(Place::span(path, value.span()))
                        .with("key", key),
                ),
            }
        }
    }

    /// The words of `key` with its places filled.
    pub(super) fn say(
        &self,
        key: &str,
        args: &[(String, WordArg)],
        locale: &Locale,
    ) -> Result<String, WordFault> {
        let number = args.iter().find_map(|(name, arg)| match arg {
            WordArg::Number(number) if name == "n" => Some(*number),
            _ => None,
        });
        let text = match self.0.get(key) {
            None => {
                let near = crate::diag::nearest(key, self.0.keys().map(String::as_str));
                return Err(WordFault::Unknown(near.map(str::to_owned)));
            }
            Some(Leaf::Text(text)) => text,
            Some(Leaf::Plural(plural)) => {
                let category = locale.plural(number.ok_or(WordFault::NoNumber)?);
                plural.get(category).or_else(|| plural.get("other")).ok_or(WordFault::NoNumber)?
            }
        };
        fill(text, args, locale)
    }

    /// Words whose keys begin with `prefix`, by the rest of their keys, places in braces unfilled: for a script.
    pub fn texts<'w>(&'w self, prefix: &'w str) -> impl Iterator<Item = (&'w str, &'w str)> {
        self.0.iter().filter_map(move |(key, leaf)| match leaf {
            Leaf::Text(text) => Some((key.strip_prefix(prefix)?, text.as_str())),
            Leaf::Plural(_) => None,
        })
    }

    /// The words of `key` for the plan, with text places alone.
    pub fn plain(&self, key: &str, args: &[(&str, &str)], locale: &Locale) -> Option<String> {
        let args: Vec<(String, WordArg)> =
            args.iter().map(|(name, text)| ((*name).to_owned(), WordArg::Text((*text).to_owned()))).collect();
        self.say(key, &args, locale).ok()
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// A table all of whose keys are plural categories, `other` among them.
fn plural(table: &DeTable<'_>) -> Option<BTreeMap<String, String>> {
    let mut plural = BTreeMap::new();
    for (name, value) in table.iter() {
        let (name, text) = (name.get_ref().as_ref(), value.get_ref().as_str()?);
        if !CATEGORIES.contains(&name) {
            return None;
        }
        plural.insert(name.to_owned(), text.to_owned());
    }
    plural.contains_key("other").then_some(plural)
}

fn fill(text: &str, args: &[(String, WordArg)], locale: &Locale) -> Result<String, WordFault> {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            return Err(WordFault::NoValue(after.to_owned()));
        };
        match args.iter().find(|(one, _)| one == name) {
            Some((_, WordArg::Number(number))) => out.push_str(&locale.integer(*number)),
            Some((_, WordArg::Text(value))) => out.push_str(value),
            None => return Err(WordFault::NoValue(name.to_owned())),
        }
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}
