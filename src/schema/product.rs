//! A product as written: facts and words in the first language, then the words of another.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amount, At, Fact, Stock};

/// Front matter of `content/products/<slug>/index.md`, or the whole of
/// `content/products/<slug>.toml`. The folder's name is the address.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Stock keeping unit: stable for ever, unique in the shop, ASCII letters, digits, `-` and `_`, at most 50.
    pub sku: At<String>,
    /// What the good is called, at most 150 characters.
    pub title: At<String>,
    /// One or two sentences for cards, search engines and shared links.
    pub summary: At<String>,
    /// Price in the shop's currency. May be left out when every variant has its own.
    pub price: Option<At<Amount>>,
    /// Price before a reduction; must be above `price`.
    pub was_price: Option<At<Amount>>,
    /// Maker's name as on the goods.
    pub brand: Option<At<String>>,
    /// Slugs of the collections it stands in, the main one first.
    #[serde(default)]
    pub collections: Vec<At<String>>,
    /// Free words for finding related goods.
    #[serde(default)]
    pub tags: Vec<At<String>>,
    /// A count, or `"in-stock"`, `"low"`, `"out"`. Variants may have their own. Left out means in stock.
    pub stock: Option<At<Stock>>,
    /// What a buyer chooses (size, colour), at most three.
    #[serde(default)]
    pub options: Vec<ProductOption>,
    /// The combinations that can be bought.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Facts in groups, in the order they are shown.
    #[serde(default)]
    pub specifications: Vec<SpecificationGroup>,
    /// Pictures in the order they are shown. Left out: all pictures in the folder by name, with the title as their description.
    #[serde(default)]
    pub pictures: Vec<Picture>,
    /// Questions buyers ask, with answers.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Where this product's delivery differs from the shop's.
    pub delivery: Option<DeliveryException>,
    /// Where this product's return promise differs from the shop's.
    pub returns: Option<ReturnsException>,
    /// Old addresses that lead here, such as `/products/old-name/`.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// Full description in Markdown; only in the `.toml` form, where there is no body.
    pub description: Option<At<String>>,
}

/// One thing a buyer chooses.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductOption {
    /// Short handle, such as `size` or `colour`. `colour`, `size`, `material` and `pattern` are told to search engines.
    pub id: At<String>,
    /// What the buyer reads, such as "মাপ".
    pub name: At<String>,
    /// The values, in the order they are shown.
    pub values: Vec<OptionValue>,
}

/// One value of an option.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionValue {
    /// Short handle, such as `large`.
    pub id: At<String>,
    /// What the buyer reads, such as "বড়".
    pub name: At<String>,
}

/// One combination that can be bought.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its own stock keeping unit, unique in the shop.
    pub sku: At<String>,
    /// One value for each option: `{ size = "large" }`.
    pub options: BTreeMap<String, At<String>>,
    /// Its price; left out means the product's.
    pub price: Option<At<Amount>>,
    /// Its price before a reduction; left out means the product's, when `price` is left out too.
    pub was_price: Option<At<Amount>>,
    /// Its stock; left out means the product's.
    pub stock: Option<At<Stock>>,
    /// File name of the picture that shows it.
    pub picture: Option<At<String>>,
}

/// Facts under one heading.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecificationGroup {
    /// Short handle, such as `measures`.
    pub id: At<String>,
    /// Heading, such as "মাপ ও ওজন".
    pub name: At<String>,
    /// The facts.
    pub rows: Vec<SpecificationRow>,
}

/// One fact.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecificationRow {
    /// Short handle, unique in the product, such as `height`.
    pub id: At<String>,
    /// What it is, such as "উচ্চতা".
    pub name: At<String>,
    /// A number (shown in the reader's digits) or words.
    pub value: At<Fact>,
    /// Unit of a number, such as `cm` or `g`.
    pub unit: Option<At<String>>,
}

/// A picture of the product.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// File name in the product's folder (for the `.toml` form: in `content/products/`).
    pub file: At<String>,
    /// What the picture shows, for people who do not see it.
    pub alt: Option<At<String>>,
}

/// A question and its answer.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Short handle, such as `dishwasher`.
    pub id: At<String>,
    /// The question.
    pub ask: At<String>,
    /// The answer, in Markdown.
    pub answer: At<String>,
}

/// Where delivery differs from the shop's policy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryException {
    /// Days until it is handed to the carrier, `[least, most]`.
    pub handling_days: Option<At<[u16; 2]>>,
    /// Added to the charge of every zone, for heavy or fragile goods.
    pub surcharge: Option<At<Amount>>,
    /// Ids of the only zones it is sent to.
    pub only_zones: Option<Vec<At<String>>>,
    /// Why, in a sentence.
    pub note: Option<At<String>>,
}

/// Where the return promise differs from the shop's policy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnsException {
    /// Days after delivery in which it may come back; 0 means it cannot.
    pub window_days: Option<At<u16>>,
    /// Why, in a sentence.
    pub note: Option<At<String>>,
}

/// Front matter of `content/products/<slug>/index.<language>.md` (or
/// `<slug>.<language>.toml`): the words in another language. Facts are never
/// repeated; every key refers to a handle of the product.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// Names of options and of their values, by option id.
    #[serde(default)]
    pub options: BTreeMap<String, At<OptionWords>>,
    /// Words of the specifications.
    pub specifications: Option<SpecificationWords>,
    /// Descriptions of pictures, by file name.
    #[serde(default)]
    pub pictures: BTreeMap<String, At<String>>,
    /// Questions and answers, by question id.
    #[serde(default)]
    pub questions: BTreeMap<String, At<QuestionWords>>,
    /// The note of the delivery exception.
    pub delivery_note: Option<At<String>>,
    /// The note of the returns exception.
    pub returns_note: Option<At<String>>,
    /// Full description in Markdown; only in the `.toml` form.
    pub description: Option<At<String>>,
}

/// Words of one option.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// The option's name.
    pub name: Option<At<String>>,
    /// Names of its values, by value id.
    #[serde(default)]
    pub values: BTreeMap<String, At<String>>,
}

/// Words of the specifications, by the ids of groups and rows.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecificationWords {
    /// Headings, by group id.
    #[serde(default)]
    pub groups: BTreeMap<String, At<String>>,
    /// Names of facts, by row id.
    #[serde(default)]
    pub names: BTreeMap<String, At<String>>,
    /// Values that are words, by row id.
    #[serde(default)]
    pub values: BTreeMap<String, At<String>>,
}

/// One question in another language.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question.
    pub ask: At<String>,
    /// The answer, in Markdown.
    pub answer: At<String>,
}
