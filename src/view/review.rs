//! What buyers say of a product.

use serde::Serialize;

use super::{Day, Text};

/// All reviews of a product: the figures count every one of them.
#[derive(Debug, Clone, Serialize)]
pub struct Reviews {
    /// How many there are.
    pub count: u32,
    /// Mean of the stars with one decimal, in the reader's digits.
    pub average: String,
    /// The same for machines, such as `4.5`.
    pub machine: String,
    /// How many gave five stars, four, and so on to one; empty for a few reviews.
    pub counts: Vec<StarCount>,
    /// The newest of them.
    pub items: Vec<ReviewView>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// How many gave so many stars.
#[derive(Debug, Clone, Serialize)]
pub struct StarCount {
    /// Stars, 5 to 1.
    pub stars: u8,
    /// Reviews.
    pub count: u32,
}

/// One review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewView {
    /// The buyer's name.
    pub author: String,
    /// Its day.
    pub date: Day,
    /// Stars, 1 to 5.
    pub rating: u8,
    /// Whether the goods were bought here.
    pub verified: bool,
    /// The words, paragraph by paragraph, as plain text.
    pub paragraphs: Vec<String>,
    /// Language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// What the shop answered.
    pub reply: Option<Text>,
    /// Day of the answer.
    pub reply_date: Option<Day>,
}

/// The reviews of a product on its card.
#[derive(Debug, Clone, Serialize)]
pub struct Rating {
    /// Mean of the stars with one decimal, in the reader's digits.
    pub average: String,
    /// How many there are.
    pub count: u32,
}
