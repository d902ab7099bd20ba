//! Languages of a shop.

use std::ops::Index;

use icu_locale_core::LanguageIdentifier;
use serde::{Serialize, Serializer};

/// A language tag (BCP 47), in its canonical form: `bn`, `en`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(String);

impl Tag {
    /// Reads a tag; `None` when it is not one.
    pub fn read(text: &str) -> Option<Self> {
        let identifier: LanguageIdentifier = text.parse().ok()?;
        (!identifier.language.is_unknown()).then(|| Self(identifier.to_string()))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language alone: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// `rtl` for languages written from right to left, else `ltr`. A script in the tag is stronger than the language.
    pub fn direction(&self) -> &'static str {
        match self.0.split('-').nth(1).filter(|part| part.len() == 4) {
            Some("Arab" | "Hebr" | "Nkoo" | "Syrc" | "Thaa" | "Adlm" | "Rohg") => return "rtl",
            Some(_) => return "ltr",
            None => {}
        }
        match self.primary() {
            "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb" => "rtl",
            _ => "ltr",
        }
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// One of the shop's languages, by its place in `languages`. The first is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(pub u8);

impl Lang {
    /// The default language.
    pub const FIRST: Self = Self(0);
}

/// One value for each of the shop's languages, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerLanguage<T>(Vec<T>);

impl<T> PerLanguage<T> {
    /// Makes the value of every one of `count` languages (255 at most).
    pub fn make(count: usize, make: impl FnMut(Lang) -> T) -> Self {
        Self((0..u8::try_from(count).unwrap_or(u8::MAX)).map(Lang).map(make).collect())
    }

    /// From one value for each language, in their order.
    pub fn from_vec(values: Vec<T>) -> Self {
        Self(values)
    }

    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().enumerate().map(|(place, value)| (Lang(place as u8), value))
    }

    /// Number of languages.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl<T> Index<Lang> for PerLanguage<T> {
    type Output = T;

    fn index(&self, lang: Lang) -> &T {
        &self.0[lang.0 as usize]
    }
}
