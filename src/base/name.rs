//! Names that live for ever: slugs, SKUs and handles.

use std::{borrow::Borrow, fmt};

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Serialize, Serializer};

use unicode_segmentation::UnicodeSegmentation;

use super::{
    character::{is_device, is_hidden, is_joiner, is_mark, takes_joiner},
    hash::Digest,
    letters::Letters,
};

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
        match misplaced(&text) {
            Some(character) => Err(NameFault::Character(character)),
            None if is_device(&text) => Err(NameFault::Reserved),
            None => Ok(Self(text)),
        }
    }

    /// The slug of some words, in these letters; `None` when there is no letter or digit in them. Words that are too long
    /// are cut between two words or, when one alone is too long, between two letters; a hash then keeps them apart.
    pub fn of_words(words: &str, letters: Letters) -> Option<Self> {
        let anchor = anchor(words);
        let whole = letters.write(&anchor);
        if whole.len() <= Self::MAX {
            return Self::read(&whole).ok();
        }
        let end = &Digest::of(whole.as_bytes()).short()[..8];
        Self::read(&format!("{}-{end}", cut(&whole, Self::MAX - end.len() - 1))).ok()
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The beginning of `text`, at most `most` bytes of it: whole words when they fill half of it, else whole letters.
fn cut(text: &str, most: usize) -> &str {
    let end =
        text.grapheme_indices(true).map(|(at, one)| at + one.len()).take_while(|end| *end <= most).last();
    let letters = &text[..end.unwrap_or_default()];
    let words = letters.rsplit_once('-').map(|(words, _)| words).filter(|words| words.len() * 2 >= most);
    words.unwrap_or(letters).trim_end_matches('-')
}

/// A name for a place inside a page: the letters, marks and digits of `text` in lower
/// case, everything else one `-`. Empty when there are none. Never has a `_`, so that ids with one are free for themes.
pub fn anchor(text: &str) -> String {
    let lower = nfc(&text.to_lowercase());
    let mut out = String::with_capacity(lower.len());
    let mut previous = None;
    let mut characters = lower.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '-' && may_stand(character, previous, characters.peek().copied()) && character != '_'
        {
            out.push(character);
            previous = Some(character);
        } else if previous.is_some_and(|c| c != '-') {
            out.push('-');
            previous = Some('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The first character that a slug may not have where it stands.
fn misplaced(text: &str) -> Option<char> {
    let mut previous = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if !may_stand(character, previous, characters.peek().copied()) {
            return Some(character);
        }
        previous = Some(character);
    }
    None
}

/// Whether a character of a slug may stand between its neighbours. Letters, digits, `-`
/// and `_` always; a mark on something; a joiner inside a word of a script that has them, where it changes what is seen.
fn may_stand(character: char, previous: Option<char>, next: Option<char>) -> bool {
    if is_joiner(character) {
        return previous.is_some_and(takes_joiner) && next.is_some_and(takes_joiner);
    }
    if is_hidden(character) {
        return false;
    }
    if is_mark(character) {
        return previous.is_some_and(|c| !matches!(c, '-' | '_'));
    }
    character.is_alphanumeric() || matches!(character, '-' | '_')
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
