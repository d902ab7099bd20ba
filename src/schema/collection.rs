//! A collection as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;

/// Front matter of `content/collections/<slug>.md`. The body introduces the collection.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    /// What the collection is called.
    pub title: At<String>,
    /// One sentence for cards and search engines.
    pub summary: At<String>,
    /// Place among the collections: lower comes first; equal ones by title.
    #[serde(default)]
    pub order: i64,
    /// File name of a picture in `content/collections/`. Left out: the first product's first picture.
    pub picture: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// Front matter of `content/collections/<slug>.<language>.md`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectionWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
}
