//! `tokens.toml` of a theme: what its looks choose from, and which colours must be told from which.

use std::collections::BTreeMap;

use super::files::Files;
use crate::{
    base::{colour::Contrast, language::Tag},
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, ColourRole},
};

/// Name of the file.
pub(super) const FILE: &str = "tokens.toml";

/// Key of the families for every language that has none of its own.
pub(super) const OTHER: &str = "other";

/// Custom properties of the style sheet.
pub(super) type Properties = BTreeMap<String, String>;

/// Families by language, or [`OTHER`]; each list the best first.
pub(super) type Face = BTreeMap<String, Vec<String>>;

/// What looks choose from.
#[derive(Debug)]
pub(super) struct Tokens {
    pub(super) faces: BTreeMap<String, Face>,
    pub(super) density: BTreeMap<String, Properties>,
    pub(super) ornament: BTreeMap<String, Properties>,
    pub(super) cards: BTreeMap<String, Properties>,
    pub(super) buttons: BTreeMap<String, Properties>,
    pub(super) headings: BTreeMap<String, Properties>,
    pub(super) rules: Vec<Rule>,
}

/// One colour that must be told from others.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) of: ColourRole,
    pub(super) on: Vec<ColourRole>,
    /// In every scheme.
    pub(super) least: Option<Contrast>,
    /// For readers who ask for more.
    pub(super) more: Option<Contrast>,
}

impl Tokens {
    /// Reads the file, which a theme with looks must have.
    pub(super) fn read(files: &Files<'_>, found: &mut Diagnostics) -> Option<Self> {
        let (path, written) = files.read::<schema::Tokens>(FILE, found)?;
        for (name, face) in &written.faces {
            check_face(&path, name, face, found);
        }
        Some(Self {
            faces: written.faces,
            density: written.density,
            ornament: written.ornament,
            cards: written.cards,
            buttons: written.buttons,
            headings: written.headings,
            rules: written.contrast.iter().map(Rule::read).collect(),
        })
    }
}

impl Rule {
    fn read(written: &schema::ContrastRule) -> Self {
        Self {
            of: written.of.value,
            on: written.on.iter().map(|at| at.value).collect(),
            least: written.least.as_ref().map(|at| Contrast::of(at.value)),
            more: written.more.as_ref().map(|at| Contrast::of(at.value)),
        }
    }
}

/// A face has families for every language, and none that would break the sheet.
fn check_face(path: &str, name: &str, face: &Face, found: &mut Diagnostics) {
    let place = || Place::file(path);
    if !face.contains_key(OTHER) {
        let key = format!("faces.{name}.{OTHER}");
        found.push(Diagnostic::error(Code::KEY_MISSING).at(place()).with("key", key));
    }
    for tag in face.keys().filter(|tag| *tag != OTHER && Tag::read(tag).is_none()) {
        found.push(Diagnostic::error(Code::SHOP_LANGUAGE).at(place()).with("value", tag));
    }
    let breaks = |family: &&String| {
        family.is_empty() || family.contains(['"', '\\']) || family.contains(char::is_control)
    };
    for family in face.values().flatten().filter(breaks) {
        found.push(Diagnostic::error(Code::LOOK_FAMILY).at(place()).with("value", family));
    }
}
