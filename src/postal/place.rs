//! Divisions, districts and thanas.

use serde::Deserialize;

use super::fold::{fold, is_bengali};
use crate::base::language::Tag;

/// The eight parts of the country.
#[derive(Debug, Deserialize)]
pub struct Division {
    id: String,
    bn: String,
    en: String,
    #[serde(default)]
    also: Vec<String>,
    /// Its districts, in the order of their English names.
    pub districts: Vec<District>,
}

/// A district.
#[derive(Debug, Deserialize)]
pub struct District {
    id: String,
    bn: String,
    en: String,
    #[serde(default)]
    also: Vec<String>,
    /// Its upazilas, then the thanas of its cities.
    pub thanas: Vec<Thana>,
}

/// An upazila, or a thana of a city.
#[derive(Debug, Deserialize)]
pub struct Thana {
    id: String,
    bn: String,
    en: String,
    #[serde(default)]
    also: Vec<String>,
}

/// What has an id and names.
pub trait Named {
    /// ASCII; it never changes. A thana's is unique in its district.
    fn id(&self) -> &str;
    /// The name in Bengali for readers of Bengali, in English for all others.
    fn name(&self, tag: &Tag) -> &str;
    /// The name in the letters of `written`.
    fn name_like(&self, written: &str) -> &str;
    /// The id, both names, and other spellings.
    fn names(&self) -> impl Iterator<Item = &str>;

    /// Whether `written` is one of its names.
    fn is_called(&self, written: &str) -> bool {
        let folded = fold(written);
        self.names().any(|name| fold(name) == folded)
    }
}

macro_rules! named {
    ($($kind:ident),*) => {$(
        impl Named for $kind {
            fn id(&self) -> &str {
                &self.id
            }
            fn name(&self, tag: &Tag) -> &str {
                if tag.primary() == "bn" { &self.bn } else { &self.en }
            }
            fn name_like(&self, written: &str) -> &str {
                if is_bengali(written) { &self.bn } else { &self.en }
            }
            fn names(&self) -> impl Iterator<Item = &str> {
                [&self.id, &self.bn, &self.en].into_iter().chain(&self.also).map(String::as_str)
            }
        }
        impl PartialEq for $kind {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self, other)
            }
        }
    )*};
}
named!(Division, District, Thana);

impl District {
    /// The thana of this district that is called so.
    pub fn thana(&self, written: &str) -> Option<&Thana> {
        self.thanas.iter().find(|thana| thana.is_called(written))
    }
}
