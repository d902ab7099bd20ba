//! A collection as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amount, At};

/// Front matter of `content/collections/<slug>.md`. The body introduces the collection.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    /// What the collection is called.
    pub title: At<String>,
    /// One sentence for cards and search engines.
    pub summary: At<String>,
    /// Place among the collections: lower comes first; equal ones by title, as each language sorts.
    #[serde(default)]
    pub order: i64,
    /// Slug of the collection that this one stands in. That one shows its products too.
    pub parent: Option<At<String>>,
    /// Slugs of products that stand in it and come first, in this order.
    #[serde(default)]
    pub products: Vec<At<String>>,
    /// How its products are sorted; left out: `featured`.
    pub sort: Option<CollectionSort>,
    /// Products it takes by itself, besides those that name it.
    pub rule: Option<At<Rule>>,
    /// File name of a picture in `content/collections/`. Left out: the first product's first picture.
    pub picture: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
    /// What must be seen where the picture is cut, as shares of its width and height: `[0.5, 0.3]`. Left out: the middle.
    pub focus: Option<At<[f64; 2]>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// How the products of a collection are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CollectionSort {
    /// What can be bought first, then `products`, then the goods whose main collection it is.
    #[default]
    Featured,
    /// The newest first.
    Newest,
    /// The cheapest first.
    Price,
    /// The dearest first.
    PriceDescending,
    /// By title, as each language sorts.
    Title,
}

/// Products that a collection takes by itself. Every condition that is given must hold; without any, it takes all.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Published within so many days, the day of publishing being the first.
    pub new_days: Option<At<u16>>,
    /// Costs less than this.
    pub price_below: Option<At<Amount>>,
    /// Costs more than this.
    pub price_above: Option<At<Amount>>,
    /// `true`: can be bought now. `false`: is sold out.
    pub in_stock: Option<bool>,
    /// Has one of these tags.
    #[serde(default)]
    pub tags: Vec<At<String>>,
    /// Has one of these brands.
    #[serde(default)]
    pub brands: Vec<At<String>>,
    /// Stands in one of these collections, or in one inside them; slugs.
    #[serde(default)]
    pub collections: Vec<At<String>>,
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
