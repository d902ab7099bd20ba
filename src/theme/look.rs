//! The look of the shop: one of the theme's, with what the shop changes of it.
//!
//! In: `looks/<name>.toml` and `tokens.toml` of the theme, and `[look]` of the settings. Every name is one that the
//! theme knows, every colour can be read where the theme puts it. Out: [`Look`], from which the style sheet begins.

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::{
    contrast::{self, Paint, Paints},
    files::Files,
    tokens::{Face, Properties, Rule, Tokens},
};
use crate::{
    base::colour::Colour,
    config::{self, Colours, HEADING_SIZE, LookSettings, RADIUS, WEIGHT},
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At, ColourRole, Palette, PictureRole},
};

/// Goods beside each other.
const COLUMNS: RangeInclusive<u8> = 1..=8;

/// How much further from the page a link is under the pointer, where only the link's own colour was chosen.
const DEEPER: f32 = 0.1;

/// A look, with nothing left to choose.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) light: Scheme,
    pub(super) dark: Scheme,
    pub(super) radius: u16,
    /// Of density, ornament, cards, buttons and headings.
    pub(super) properties: Properties,
    pub(super) columns: [u8; 3],
    pub(super) text: Face,
    pub(super) heading: Face,
    pub(super) heading_weight: u16,
    /// In percent.
    pub(super) heading_size: u16,
    /// Picture roles in place of the theme's, and the file that has them.
    pub(super) pictures: (String, BTreeMap<String, At<PictureRole>>),
}

/// The colours of one scheme.
#[derive(Debug)]
pub(super) struct Scheme {
    /// Every role.
    pub(super) colours: BTreeMap<ColourRole, Colour>,
    /// What changes for readers who ask for more contrast.
    pub(super) more: BTreeMap<ColourRole, Colour>,
}

impl Look {
    /// The look of the shop; `None` when the theme has none, or a fault leaves nothing to go on with.
    pub(super) fn read(files: &Files<'_>, own: &LookSettings, found: &mut Diagnostics) -> Option<Self> {
        let (name, place) = match (&own.name, files.look()) {
            (Some(at), Some(_)) => (at.value.as_str(), Place::span(config::FILE, at.span.clone())),
            (None, Some((name, place))) => (name.as_str(), place.clone()),
            (_, None) => {
                let place = own.needs_look()?;
                found.push(
                    Diagnostic::error(Code::LOOK_NONE).at(place).with("value", &files.written.name.value),
                );
                return None;
            }
        };
        let file = format!("looks/{name}.toml");
        if files.get(&file).is_none() {
            let known: Vec<&str> = files.looks().collect();
            found.push(unknown("look", name, place, &known));
            return None;
        }
        let (path, written) = files.read::<schema::Look>(&file, found)?;
        let tokens = Tokens::read(files, found)?;
        Choosing { path, written, tokens: &tokens, own, found }.look()
    }

    /// The colour of the browser's own bar, by day and by night: that of the band at the top.
    pub(super) fn bar(&self) -> Option<[Colour; 2]> {
        let head = |scheme: &Scheme| scheme.colours.get(&ColourRole::Head).copied();
        Some([head(&self.light)?, head(&self.dark)?])
    }
}

/// A look being put together.
struct Choosing<'a> {
    path: String,
    written: schema::Look,
    tokens: &'a Tokens,
    own: &'a LookSettings,
    found: &'a mut Diagnostics,
}

impl Choosing<'_> {
    fn look(mut self) -> Option<Look> {
        let light = self.scheme("@scheme.light", |look| &look.light, &self.own.light);
        let dark = self.scheme("@scheme.dark", |look| &look.dark, &self.own.dark);
        let properties = self.properties();
        let (text, heading) = (self.face("text"), self.face("heading"));
        let (own, look) = (self.own, self.written.clone());
        let radius = self.number("radius", RADIUS, own.radius.as_ref(), &look.radius);
        let weight = &look.fonts.heading_weight;
        let weight = self.number("heading_weight", WEIGHT, own.heading_weight.as_ref(), weight);
        let size = &look.fonts.heading_size;
        let size = self.number("heading_size", HEADING_SIZE, own.heading_size.as_ref(), size);
        let columns = self.columns();
        Some(Look {
            light: light?,
            dark: dark?,
            radius: radius?,
            properties: properties?,
            columns: columns?,
            text: text?,
            heading: heading?,
            heading_weight: weight?,
            heading_size: size?,
            pictures: (self.path, self.written.pictures),
        })
    }

    fn scheme(
        &mut self,
        name: &'static str,
        of: impl Fn(&schema::Look) -> &Palette,
        own: &Colours,
    ) -> Option<Scheme> {
        let written = config::colours(&self.path, of(&self.written).each(), self.found);
        if written.len() < ColourRole::ALL.len() {
            return None;
        }
        let mut paints = Paints::new();
        let paint = |file: &str, at: &At<Colour>, is_own| Paint {
            colour: at.value,
            place: Place::span(file, at.span.clone()),
            is_own,
        };
        paints.extend(written.iter().map(|(role, at)| (*role, paint(&self.path, at, false))));
        paints.extend(own.iter().map(|(role, at)| (*role, paint(config::FILE, at, true))));
        let follows = own.contains_key(&ColourRole::Accent) && !own.contains_key(&ColourRole::Deep);
        if follows {
            paints.remove(&ColourRole::Deep);
        }
        let rules = &self.tokens.rules;
        let readable = contrast::check(name, &paints, rules, self.found);
        if follows {
            follow(&mut paints, rules);
        }
        // Where words cannot be read at all, that they could be read better is no news.
        let more = readable.then(|| contrast::more(name, &paints, rules, self.found));
        let colours = paints.iter().map(|(role, paint)| (*role, paint.colour)).collect();
        Some(Scheme { colours, more: more.unwrap_or_default() })
    }

    fn properties(&mut self) -> Option<Properties> {
        let (tokens, own, look) = (self.tokens, self.own, self.written.clone());
        let chosen = [
            self.choose("density", &tokens.density, own.density.as_ref(), &look.density),
            self.choose("ornament", &tokens.ornament, own.ornament.as_ref(), &look.ornament),
            self.choose("cards", &tokens.cards, own.cards.as_ref(), &look.cards),
            self.choose("buttons", &tokens.buttons, own.buttons.as_ref(), &look.buttons),
            self.choose("headings", &tokens.headings, own.headings.as_ref(), &look.headings),
        ];
        let chosen: Option<Vec<&Properties>> = chosen.into_iter().collect();
        Some(chosen?.into_iter().flat_map(|one| one.clone()).collect())
    }

    fn face(&mut self, key: &'static str) -> Option<Face> {
        let fonts = self.written.fonts.clone();
        let (own, look) = match key {
            "text" => (self.own.text.as_ref(), &fonts.text),
            _ => (self.own.heading.as_ref(), &fonts.heading),
        };
        let tokens = self.tokens;
        self.choose(key, &tokens.faces, own, look).cloned()
    }

    /// What the shop, else the look, names of what the theme knows.
    fn choose<'t, T>(
        &mut self,
        key: &'static str,
        known: &'t BTreeMap<String, T>,
        own: Option<&At<String>>,
        look: &At<String>,
    ) -> Option<&'t T> {
        let (at, file) = own.map_or((look, self.path.as_str()), |at| (at, config::FILE));
        let chosen = known.get(&at.value);
        if chosen.is_none() {
            let names: Vec<&str> = known.keys().map(String::as_str).collect();
            self.found.push(unknown(key, &at.value, Place::span(file, at.span.clone()), &names));
        }
        chosen
    }

    fn number(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u16>,
        own: Option<&At<u16>>,
        look: &At<u16>,
    ) -> Option<u16> {
        let written = config::ranged(&self.path, key, look, range, self.found);
        own.map(|at| at.value).or(written)
    }

    fn columns(&mut self) -> Option<[u8; 3]> {
        let at = &self.written.columns;
        let wrong = at.value.iter().find(|count| !COLUMNS.contains(count));
        if let Some(value) = wrong {
            self.found.push(
                Diagnostic::error(Code::LOOK_RANGE)
                    .at(Place::span(self.path.as_str(), at.span.clone()))
                    .with("key", "columns")
                    .with("value", value)
                    .with("least", COLUMNS.start())
                    .with("most", COLUMNS.end()),
            );
        }
        wrong.is_none().then_some(at.value)
    }
}

/// The colour of a link under the pointer follows that of links, where the shop chose the latter alone.
fn follow(paints: &mut Paints, rules: &[Rule]) {
    let (Some(accent), Some(paper)) = (paints.get(&ColourRole::Accent), paints.get(&ColourRole::Paper))
    else {
        return;
    };
    let deep = Paint { colour: accent.colour.further_from(paper.colour, DEEPER), ..accent.clone() };
    let colour = contrast::nearest(ColourRole::Deep, deep.colour, paints, rules).unwrap_or(deep.colour);
    paints.insert(ColourRole::Deep, Paint { colour, ..deep });
}

fn unknown(key: &'static str, value: &str, place: Place, known: &[&str]) -> Diagnostic {
    Diagnostic::error(Code::VALUE_CHOICE)
        .at(place)
        .with("key", key)
        .with("value", value)
        .with("choices", known.join(", "))
        .did_you_mean_text(value, known.iter().copied())
}
