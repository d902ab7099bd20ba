//! Small parts that many views share.

use serde::Serialize;

/// A link inside the site or out of it, ready for `href`.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What the reader sees.
    pub title: String,
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
    /// Where it leads; `None` for the page itself.
    pub link: Option<String>,
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
    /// What it cost before.
    pub was: Option<Amount>,
    /// The difference.
    pub saved: Option<Amount>,
}

/// How much there is.
#[derive(Debug, Clone, Serialize)]
pub struct Stock {
    /// `in-stock`, `low` or `out`.
    pub state: &'static str,
    /// Pieces, when they are counted.
    pub count: Option<i64>,
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
