//! The countries and territories of ISO 3166-1.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::base::language::Tag;

/// A country, by its two letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, in capitals.
    pub code: String,
    names: Names,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Names {
    bn: String,
    en: String,
}

impl Country {
    /// The name in Bengali for readers of Bengali, in English for all others.
    pub fn name(&self, tag: &Tag) -> &str {
        if tag.primary() == "bn" { &self.names.bn } else { &self.names.en }
    }
}

/// All countries, by code.
pub static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    // The table is a part of the program; a test reads it.
    let names: BTreeMap<String, Names> = toml::from_str(include_str!("countries.toml")).unwrap_or_default();
    names.into_iter().map(|(code, names)| Country { code, names }).collect()
});

/// The country of two letters in any case.
pub fn country(code: &str) -> Option<&'static Country> {
    let capitals = code.to_ascii_uppercase();
    let place = COUNTRIES.binary_search_by(|one| one.code.as_str().cmp(&capitals)).ok()?;
    COUNTRIES.get(place)
}
