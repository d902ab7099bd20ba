//! What the shop changes of the look. Whether the theme has what is named here, the theme room knows.

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::told::{FILE, fault, place};
use crate::{
    base::{colour::Colour, path::ShopPath},
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At, ColourRole, FontPlace, OwnColours, OwnLook},
};

/// Roundness of corners, in pixels.
pub(crate) const RADIUS: RangeInclusive<u16> = 0..=32;
/// Weight of letters.
pub(crate) const WEIGHT: RangeInclusive<u16> = 100..=900;
/// Size of titles, in percent.
pub(crate) const HEADING_SIZE: RangeInclusive<u16> = 70..=150;

/// Colours by role, each with its place.
pub type Colours = BTreeMap<ColourRole, At<Colour>>;

/// What the shop changes of the look. Names are the theme's and not checked yet.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct LookSettings {
    pub name: Option<At<String>>,
    pub light: Colours,
    pub dark: Colours,
    pub radius: Option<At<u16>>,
    pub buttons: Option<At<String>>,
    pub density: Option<At<String>>,
    pub ornament: Option<At<String>>,
    pub cards: Option<At<String>>,
    pub headings: Option<At<String>>,
    pub text: Option<At<String>>,
    pub heading: Option<At<String>>,
    pub heading_weight: Option<At<u16>>,
    pub heading_size: Option<At<u16>>,
    pub web_fonts: Vec<WebFont>,
    pub logo: Option<Logo>,
}

/// A font file of the shop's own.
#[derive(Debug)]
pub struct WebFont {
    /// In the shop's folder.
    pub file: At<ShopPath>,
    /// Letters, digits, spaces and hyphens alone, so that it can stand in a style sheet.
    pub family: String,
    /// Where it is used.
    pub face: FontPlace,
    /// First and last weight.
    pub weight: (u16, u16),
}

/// The shop's logo.
#[derive(Debug)]
pub struct Logo {
    /// In the shop's folder.
    pub file: At<ShopPath>,
    /// For dark pages.
    pub dark: Option<At<ShopPath>>,
    /// In CSS pixels.
    pub width: Option<u16>,
    /// In CSS pixels.
    pub height: Option<u16>,
}

impl LookSettings {
    pub(super) fn read(written: Option<&OwnLook>, found: &mut Diagnostics) -> Self {
        let Some(written) = written else { return Self::default() };
        let fonts = written.fonts.as_ref();
        let mut number = |key, at: Option<&At<u16>>, range| {
            at.filter(|at| ranged(FILE, key, at, range, found).is_some()).cloned()
        };
        let radius = number("radius", written.radius.as_ref(), RADIUS);
        let weight = fonts.and_then(|fonts| fonts.heading_weight.as_ref());
        let heading_weight = number("heading_weight", weight, WEIGHT);
        let size = fonts.and_then(|fonts| fonts.heading_size.as_ref());
        let heading_size = number("heading_size", size, HEADING_SIZE);
        Self {
            name: written.name.clone(),
            light: own(written.light.as_ref(), found),
            dark: own(written.dark.as_ref(), found),
            radius,
            buttons: written.buttons.clone(),
            density: written.density.clone(),
            ornament: written.ornament.clone(),
            cards: written.cards.clone(),
            headings: written.headings.clone(),
            text: fonts.and_then(|fonts| fonts.text.clone()),
            heading: fonts.and_then(|fonts| fonts.heading.clone()),
            heading_weight,
            heading_size,
            web_fonts: written.web_fonts.iter().filter_map(|one| WebFont::read(one, found)).collect(),
            logo: written.logo.as_ref().and_then(|one| Logo::read(one, found)),
        }
    }

    /// Files of the shop that the look shows.
    pub fn files(&self) -> impl Iterator<Item = &At<ShopPath>> {
        let logo = self.logo.iter().flat_map(|logo| std::iter::once(&logo.file).chain(&logo.dark));
        self.web_fonts.iter().map(|font| &font.file).chain(logo)
    }

    /// The first thing in here that needs a look of the theme; a logo stands on its own.
    pub fn needs_look(&self) -> Option<Place> {
        let names = [
            &self.name,
            &self.buttons,
            &self.density,
            &self.ornament,
            &self.cards,
            &self.headings,
            &self.text,
            &self.heading,
        ];
        let colours = self.light.values().chain(self.dark.values()).map(place);
        let numbers = [&self.radius, &self.heading_weight, &self.heading_size];
        let numbers = numbers.into_iter().flatten().map(place);
        let fonts = self.web_fonts.iter().map(|font| place(&font.file));
        names.into_iter().flatten().map(place).chain(colours).chain(numbers).chain(fonts).min()
    }
}

impl WebFont {
    fn read(written: &schema::WebFont, found: &mut Diagnostics) -> Option<Self> {
        let file = path(&written.file, found)?;
        let family = written.family.value.trim();
        let plain = |one: char| one.is_alphanumeric() || matches!(one, ' ' | '-');
        if family.is_empty() || !family.chars().all(plain) {
            found.push(fault(Code::LOOK_FAMILY, &written.family).with("value", family));
            return None;
        }
        let weight = match &written.weight {
            None => (400, 400),
            Some(at) => match *at.value.as_slice() {
                [one] if WEIGHT.contains(&one) => (one, one),
                [first, last] if first < last && WEIGHT.contains(&first) && WEIGHT.contains(&last) => {
                    (first, last)
                }
                _ => {
                    let value = at.value.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
                    found.push(out_of_range(FILE, "weight", at, value, WEIGHT));
                    return None;
                }
            },
        };
        Some(Self { file, family: family.to_owned(), face: written.face.value, weight })
    }
}

impl Logo {
    fn read(written: &schema::Logo, found: &mut Diagnostics) -> Option<Self> {
        let file = path(&written.file, found);
        let dark = written.dark.as_ref().map(|at| path(at, found));
        let mut side = |key, at: Option<&At<u16>>| at.and_then(|at| ranged(FILE, key, at, 8..=1000, found));
        let width = side("width", written.width.as_ref());
        let height = side("height", written.height.as_ref());
        Some(Self { file: file?, dark: dark.flatten(), width, height })
    }
}

/// A number in its range; `None`, and a fault, when it is not.
pub(crate) fn ranged(
    file: &str,
    key: &'static str,
    at: &At<u16>,
    range: RangeInclusive<u16>,
    found: &mut Diagnostics,
) -> Option<u16> {
    if range.contains(&at.value) {
        return Some(at.value);
    }
    found.push(out_of_range(file, key, at, at.value.to_string(), range));
    None
}

fn out_of_range<T>(
    file: &str,
    key: &'static str,
    at: &At<T>,
    value: String,
    range: RangeInclusive<u16>,
) -> Diagnostic {
    Diagnostic::error(Code::LOOK_RANGE)
        .at(Place::span(file, at.span.clone()))
        .with("key", key)
        .with("value", value)
        .with("least", range.start())
        .with("most", range.end())
}

fn own(written: Option<&OwnColours>, found: &mut Diagnostics) -> Colours {
    written.map(|written| colours(FILE, written.each(), found)).unwrap_or_default()
}

/// Colours as meant; each that is none is told.
pub(crate) fn colours<'a>(
    file: &str,
    written: impl Iterator<Item = (ColourRole, &'a At<String>)>,
    found: &mut Diagnostics,
) -> Colours {
    let mut colours = Colours::new();
    for (role, at) in written {
        match Colour::read(&at.value) {
            Some(value) => {
                colours.insert(role, At { value, span: at.span.clone() });
            }
            None => found.push(
                Diagnostic::error(Code::LOOK_COLOUR)
                    .at(Place::span(file, at.span.clone()))
                    .with("value", &at.value),
            ),
        }
    }
    colours
}

fn path(at: &At<String>, found: &mut Diagnostics) -> Option<At<ShopPath>> {
    match ShopPath::read(&at.value) {
        Ok(value) => Some(At { value, span: at.span.clone() }),
        Err(why) => {
            found.push(fault(why.into(), at).with("value", &at.value));
            None
        }
    }
}
