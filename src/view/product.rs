//! The product page.

use serde::Serialize;

use super::{Card, Delivery, Head, Link, OrderForm, Picture, Price, Returns, Stock};
use crate::base::html::Html;

/// The page of a product.
#[derive(Debug, Clone, Serialize)]
pub struct ProductView {
    /// The page.
    pub page: Head,
    /// The product.
    pub product: ProductDetail,
    /// Charges and days.
    pub delivery: Option<Delivery>,
    /// The return promise.
    pub returns: Option<Returns>,
    /// The order form; none in a catalogue without orders.
    pub order: Option<OrderForm>,
    /// Related products.
    pub related: Vec<Card>,
}

/// What is true of a product, in the reader's words.
#[derive(Debug, Clone, Serialize)]
pub struct ProductDetail {
    /// Stock keeping unit.
    pub sku: String,
    /// What the good is called.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Language of the words when it is not the page's.
    pub words_lang: Option<String>,
    /// Maker's name.
    pub brand: Option<String>,
    /// Its price, or the lowest.
    pub price: Price,
    /// Its stock, or the best of its variants.
    pub stock: Stock,
    /// Pictures in their order, the first one for the first screen.
    pub gallery: Vec<Picture>,
    /// What can be chosen.
    pub options: Vec<OptionView>,
    /// The combinations.
    pub variants: Vec<VariantView>,
    /// Facts in groups.
    pub specifications: Vec<SpecificationGroup>,
    /// Full description.
    pub description: Html,
    /// Questions and answers.
    pub questions: Vec<QuestionView>,
    /// Collections it stands in.
    pub collections: Vec<Link>,
}

/// An option and its values.
#[derive(Debug, Clone, Serialize)]
pub struct OptionView {
    /// Handle.
    pub id: String,
    /// What the reader sees.
    pub name: String,
    /// Its values.
    pub values: Vec<OptionValueView>,
}

/// A value of an option.
#[derive(Debug, Clone, Serialize)]
pub struct OptionValueView {
    /// Handle.
    pub id: String,
    /// What the reader sees.
    pub name: String,
}

/// A combination that can be bought.
#[derive(Debug, Clone, Serialize)]
pub struct VariantView {
    /// Stock keeping unit.
    pub sku: String,
    /// What the reader sees, such as "বড় · নীল".
    pub label: String,
    /// Its price.
    pub price: Price,
    /// Its stock.
    pub stock: Stock,
    /// Place of its picture in the gallery, from 1.
    pub picture: Option<u32>,
}

/// Facts under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct SpecificationGroup {
    /// Heading.
    pub name: String,
    /// The facts.
    pub rows: Vec<SpecificationRow>,
}

/// One fact.
#[derive(Debug, Clone, Serialize)]
pub struct SpecificationRow {
    /// What it is.
    pub name: String,
    /// Words, or a number in the reader's digits.
    pub value: String,
    /// Unit, whose name the theme knows, such as `cm`.
    pub unit: Option<&'static str>,
}

/// A question and its answer.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    /// The question.
    pub ask: String,
    /// The answer.
    pub answer: Html,
}
