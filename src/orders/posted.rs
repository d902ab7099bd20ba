//! An order as it was posted: field by field, nothing believed yet.

use std::collections::BTreeMap;

use crate::{
    base::character::{is_hidden, is_joiner},
    diag::Place,
};

/// An order as it was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Values by the names of the form's fields, in lower case.
    pub fields: BTreeMap<String, String>,
    /// When it was posted, as the service wrote it; empty when it did not.
    pub at: String,
    /// Where it stands in the export.
    pub place: Place,
}

/// Names under which services write down when an order came, as Netlify, Basin, Formspree, Web3Forms and sheets do.
const TIMES: [&str; 9] = [
    "created_at",
    "submitted_at",
    "received_at",
    "_date",
    "timestamp",
    "date",
    "created at",
    "submitted at",
    "submission date",
];

impl Posted {
    /// Of names and values, as the export has them.
    pub fn new(fields: impl IntoIterator<Item = (String, String)>, place: Place) -> Self {
        let mut posted = Self { fields: BTreeMap::new(), at: String::new(), place };
        for (name, value) in fields {
            // Forms send lines as CRLF, services keep them as they like: an order is the same one.
            posted.fields.entry(name.trim().to_lowercase()).or_insert_with(|| value.replace("\r\n", "\n"));
        }
        posted.at = TIMES.iter().find_map(|name| posted.fields.remove(*name)).unwrap_or_default();
        posted
    }

    /// A field without the spaces around it; empty when there is none.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |value| value.trim())
    }

    /// Whether it looks like an order of a form at all.
    pub(super) fn is_order(&self) -> bool {
        !self.field("kind").is_empty() || !self.field("variant").is_empty() || !self.field("items").is_empty()
    }
}

/// A text that people wrote, safe to show and to print, and what was taken from it: characters that are not seen, or
/// what was more than `most` characters.
pub(super) fn plain(text: &str, most: usize) -> (String, Option<Taken>) {
    let mut taken = None;
    let mut out = String::new();
    for (count, character) in text.replace("\r\n", "\n").chars().enumerate() {
        if count >= most {
            return (out, Some(Taken::Rest));
        }
        let stays = character == '\n' || is_joiner(character);
        match character {
            '\t' => out.push(' '),
            _ if !stays && (character.is_control() || is_hidden(character)) => taken = Some(Taken::Hidden),
            _ => out.push(character),
        }
    }
    (out.trim().to_owned(), taken)
}

/// What was taken from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Characters that are not seen.
    Hidden,
    /// What was too long.
    Rest,
}
