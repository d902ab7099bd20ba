//! Small parts that many views share.

use serde::Serialize;

use super::{Card, Picture, SizeChart};
use crate::base::html::Html;

/// Words of the merchant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Their language, when it is not the page's.
    pub lang: Option<String>,
}

/// A text of the merchant.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Body {
    /// Its words and blocks in their order; none when there is nothing to show.
    pub parts: Vec<Part>,
    /// The language of its words, when it is not the page's.
    pub lang: Option<String>,
}

/// One part of a text; `kind` says which.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Part {
    /// Words.
    Html {
        /// The words.
        html: Html,
    },
    /// Goods.
    Products {
        /// Their cards.
        cards: Vec<Card>,
        /// Level of the cards' headings.
        level: u8,
    },
    /// Pictures beside each other.
    Pictures {
        /// The pictures.
        pictures: Vec<Picture>,
    },
    /// What sizes measure.
    SizeChart {
        /// The chart.
        chart: SizeChart,
    },
}

/// A link inside the site or out of it, ready for `href`.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What the reader sees.
    pub title: String,
    /// The language of the title, when it is not the page's.
    pub lang: Option<String>,
    /// Percent-encoded and with the base path; its scheme is checked.
    pub link: String,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// One step of the way from the home page; the last has no link.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// What the reader sees.
    pub title: String,
    /// The language of the title, when it is not the page's.
    pub lang: Option<String>,
    /// Where it leads; `None` for the page itself.
    pub link: Option<String>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// In the reader's words, such as `১ নভেম্বর, ২০২৬`.
    pub text: String,
    /// For `datetime` attributes, such as `2026-11-01`.
    pub machine: String,
}

/// An amount of money in the reader's digits.
#[derive(Debug, Clone, Serialize)]
pub struct Amount {
    /// All of it, such as `৳ ১,২৫০`: for sentences.
    pub text: String,
    /// What stands before the number, such as `৳ `.
    pub before: String,
    /// The number, such as `১,২৫০`.
    pub number: String,
    /// What stands after the number.
    pub after: String,
    /// ASCII digits with a point, such as `1250.00`: for `value` attributes of `data`.
    pub machine: String,
}

/// A price, and what is saved.
#[derive(Debug, Clone, Serialize)]
pub struct Price {
    /// What it costs.
    pub now: Amount,
    /// Whether variants cost more, so that it is the lowest price.
    pub from: bool,
    /// What it cost before, or costs when the offer is over.
    pub was: Option<Amount>,
    /// The difference.
    pub saved: Option<Amount>,
    /// The offer that makes it so, when one runs.
    pub offer: Option<Offer>,
    /// The price of a kilogram, a metre and the like.
    pub per: Option<UnitPrice>,
}

/// An offer that runs on the day of the build.
#[derive(Debug, Clone, Serialize)]
pub struct Offer {
    /// What it is called.
    pub name: Option<Text>,
    /// Last day.
    pub ends: Day,
    /// The first moment after it, for a script that takes ended offers away: `2026-12-01T00:00:00+06:00`.
    pub until: String,
}

/// The price of a fixed measure.
#[derive(Debug, Clone, Serialize)]
pub struct UnitPrice {
    /// What it costs.
    pub amount: Amount,
    /// How many units, in the reader's digits; `None` for one.
    pub quantity: Option<String>,
    /// Unit, whose name the theme knows, such as `kg`.
    pub unit: &'static str,
}

/// The price of one piece when at least so many are bought.
#[derive(Debug, Clone, Serialize)]
pub struct Tier {
    /// Fewest pieces.
    pub from: u32,
    /// Price of one piece.
    pub price: Amount,
}

/// Tax on the goods.
#[derive(Debug, Clone, Serialize)]
pub struct Tax {
    /// What it is called.
    pub name: String,
    /// Percent, in the reader's digits.
    pub rate: String,
    /// Whether the price has it in it.
    pub included: bool,
}

/// How much there is.
#[derive(Debug, Clone, Serialize)]
pub struct Stock {
    /// `in-stock`, `low`, `out`, `made-to-order`, `pre-order` or `discontinued`.
    pub state: &'static str,
    /// Pieces, when they are counted.
    pub count: Option<i64>,
    /// Days of making, when it is made to order.
    pub days: Option<Days>,
    /// The day it comes, when it is for pre-order.
    pub comes: Option<Day>,
    /// Whether it can be ordered.
    pub available: bool,
}

/// A span of days; `least` and `most` may be equal.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Days {
    /// The soonest.
    pub least: u16,
    /// The latest.
    pub most: u16,
}

/// What others see when the page is shared.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    /// `website`, `article` or `product`.
    pub kind: &'static str,
    /// Absolute address of a JPEG.
    pub picture: Option<SharePicture>,
    /// Further Open Graph properties, such as `product:price:amount`.
    pub properties: Vec<Property>,
}

/// The picture of a shared page.
#[derive(Debug, Clone, Serialize)]
pub struct SharePicture {
    /// Absolute address.
    pub link: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows.
    pub alt: String,
}

/// One Open Graph property.
#[derive(Debug, Clone, Serialize)]
pub struct Property {
    /// Its name, such as `product:price:amount`.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}
