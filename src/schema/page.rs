//! Pages of words: home, contact, pages and guides.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::At;

/// Front matter of `content/pages/<slug>.md`, shown at `/<slug>/`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines and shared links.
    pub summary: At<String>,
    /// File name of a picture in `content/pages/`.
    pub picture: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
    /// What must be seen where the picture is cut, as shares of its width and height: `[0.5, 0.3]`. Left out: the middle.
    pub focus: Option<At<[f64; 2]>>,
    /// Place among the pages in menus: lower comes first.
    #[serde(default)]
    pub order: i64,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// Front matter of `content/guides/<slug>.md`: an article that helps choosing, using or caring.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Title of the guide.
    pub title: At<String>,
    /// One or two sentences for cards, search engines and shared links.
    pub summary: At<String>,
    /// Day it is (or will be) published, such as `2026-11-01`. Before that day it is not shown.
    #[schemars(with = "DayShape")]
    pub date: At<Datetime>,
    /// File name of a picture in `content/guides/`.
    pub picture: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
    /// What must be seen where the picture is cut, as shares of its width and height: `[0.5, 0.3]`. Left out: the middle.
    pub focus: Option<At<[f64; 2]>>,
    /// Slugs of products that the guide speaks of, shown below it.
    #[serde(default)]
    pub products: Vec<At<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// `content/home/index.md`: the front of the shop. The body is the shop's greeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Home {
    /// First words a visitor reads.
    pub title: At<String>,
    /// One or two sentences under them.
    pub summary: At<String>,
    /// File name of a picture in `content/home/`.
    pub picture: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
    /// What must be seen where the picture is cut, as shares of its width and height: `[0.5, 0.3]`. Left out: the middle.
    pub focus: Option<At<[f64; 2]>>,
    /// Slugs of the products shown first, in this order.
    #[serde(default)]
    pub products: Vec<At<String>>,
    /// Slugs of the collections shown, in this order. Left out: all that stand in no other.
    #[serde(default)]
    pub collections: Vec<At<String>>,
    /// Parts below the first words, in this order; what has nothing to show is left out by itself. Left out: all of them.
    pub sections: Option<Vec<At<HomeSection>>>,
}

/// A part of the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HomeSection {
    /// Collections.
    Collections,
    /// The products shown first.
    Featured,
    /// Goods with a lower price than before, those of an offer first.
    Offers,
    /// The newest goods, of those that have a day.
    New,
    /// Delivery, returns, warranty and payment.
    Promises,
    /// The greeting.
    Words,
    /// The newest guides.
    Guides,
}

/// `content/contact/index.md`: the words around the channels set in `posra.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines and shared links.
    pub summary: At<String>,
}

/// The same page in another language: `<slug>.<language>.md` beside it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// What the picture shows.
    pub alt: Option<At<String>>,
}

/// How a day looks in the JSON Schema.
pub(super) struct DayShape;

impl JsonSchema for DayShape {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "x-posra": "day" })
    }
}
