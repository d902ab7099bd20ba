//! A review as written.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::{At, page::DayShape};

/// Front matter of `content/reviews/<any name>.md`: what a buyer says of a product. The body is the buyer's words, as plain text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Slug of the product.
    pub product: At<String>,
    /// The buyer's name as it may be shown.
    pub author: At<String>,
    /// Day of the review.
    #[schemars(with = "DayShape")]
    pub date: At<Datetime>,
    /// Stars, 1 to 5.
    pub rating: At<u8>,
    /// Whether the buyer agreed to its being shown; must be `true`.
    pub consent: At<bool>,
    /// Reference of the order. It is never shown; the page says that the goods were bought here.
    pub order: Option<At<String>>,
    /// Tag of the language it is written in. Left out: the shop's first.
    pub language: Option<At<String>>,
    /// What the shop answered.
    pub reply: Option<At<String>>,
    /// Day of the answer.
    #[schemars(with = "Option<DayShape>")]
    pub reply_date: Option<At<Datetime>>,
}
