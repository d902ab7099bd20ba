//! Names that live for ever: slugs, SKUs and handles.

use std::{borrow::Borrow, fmt};

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Serialize, Serializer};

/// Text in Unicode Normalization Form C.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// The last part of an address: letters, marks and digits of any script, `-` and
/// `_`, in NFC, at most 120 bytes. Upper and lower case name the same place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// There is nothing.
    Empty,
    /// Longer than it may be.
    Long,
    /// Has this character.
    Character(char),
    /// Windows keeps this name for itself.
    Reserved,
}

impl Slug {
    /// Longest slug, in bytes.
    pub const MAX: usize = 120;

    /// Reads a slug from a file's or folder's name.
    pub fn read(text: &str) -> Result<Self, NameFault> {
        let text = nfc(text);
        if text.is_empty() {
            return Err(NameFault::Empty);
        }
        if text.len() > Self::MAX {
            return Err(NameFault::Long);
        }
        match text.chars().find(|c| !is_slug_character(*c)) {
            Some(character) => Err(NameFault::Character(character)),
            None if is_reserved(&text) => Err(NameFault::Reserved),
            None => Ok(Self(text)),
        }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters, their marks (virama, nukta, vowel signs), joiners and digits; `char::is_alphanumeric` alone breaks conjuncts.
fn is_slug_character(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '-' | '_' | '\u{200c}' | '\u{200d}')
        || is_mark(character)
}

/// Marks of the scripts of South Asia and the combining diacritics.
fn is_mark(character: char) -> bool {
    let code = character as u32;
    (0x0300..0x0370).contains(&code) || (0x0900..0x0e00).contains(&code) && !is_sign(character)
}

fn is_sign(character: char) -> bool {
    // Danda, double danda, abbreviation and currency signs are not parts of a word.
    matches!(character, '\u{0964}' | '\u{0965}' | '\u{0970}' | '\u{09f2}'..='\u{09fb}' | '\u{09fd}')
}

/// Device names of Windows, which no folder may have.
fn is_reserved(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    matches!(upper.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (upper.len() == 4
            && (upper.starts_with("COM") || upper.starts_with("LPT"))
            && upper.as_bytes()[3].is_ascii_digit())
}

/// A stock keeping unit: ASCII letters, digits, `-` and `_`, 1 to 50 of them, so that
/// one id serves Google (50), Meta (100) and every other channel (facts of 2026-11-21).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sku(String);

impl Sku {
    /// Longest SKU, in characters.
    pub const MAX: usize = 50;

    /// Reads a SKU.
    pub fn read(text: &str) -> Result<Self, NameFault> {
        ascii_name(text, Self::MAX).map(Self)
    }

    /// The SKU as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A short handle inside one file (an option, a zone, a question): ASCII letters, digits, `-` and `_`, 1 to 50 of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(String);

impl Handle {
    /// Reads a handle.
    pub fn read(text: &str) -> Result<Self, NameFault> {
        ascii_name(text, 50).map(Self)
    }

    /// The handle as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn ascii_name(text: &str, most: usize) -> Result<String, NameFault> {
    if text.is_empty() {
        return Err(NameFault::Empty);
    }
    if let Some(character) = text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
        return Err(NameFault::Character(character));
    }
    if text.len() > most {
        return Err(NameFault::Long);
    }
    Ok(text.to_owned())
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}
as_text!(Slug, Sku, Handle);
