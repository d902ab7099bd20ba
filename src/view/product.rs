//! The product page.

use serde::Serialize;

use super::{
    Body, Card, Day, Delivery, GalleryPicture, Head, Label, Link, OrderForm, Price, Returns, Reviews,
    SizeChart, Stock, Tax, Text, Tier, Warranty,
};

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
    /// The warranty; `None` where there is none.
    pub warranty: Option<Warranty>,
    /// What buyers say; `None` when nobody said anything yet.
    pub reviews: Option<Reviews>,
    /// The form; none in a catalogue without orders.
    pub order: Option<OrderForm>,
    /// What replaces it, when it cannot be had any more.
    pub replaced_by: Vec<Card>,
    /// Products that go with it.
    pub goes_with: Vec<Card>,
    /// Related products.
    pub related: Vec<Card>,
}

/// What is true of a product, in the reader's words.
#[derive(Debug, Clone, Serialize)]
pub struct ProductDetail {
    /// Stock keeping unit.
    pub sku: String,
    /// What the good is called.
    pub title: Text,
    /// One or two sentences.
    pub summary: Text,
    /// What is chosen, such as "নীল", on the page of a variant.
    pub chosen: Option<Text>,
    /// Whether it is no longer sold.
    pub archived: bool,
    /// Its brand.
    pub brand: Option<Label>,
    /// Those of its tags that have a page.
    pub tags: Vec<Link>,
    /// Its price, or the lowest; `None` on request.
    pub price: Option<Price>,
    /// Lower prices of one piece when several are bought.
    pub tiers: Vec<Tier>,
    /// Tax on it.
    pub tax: Option<Tax>,
    /// Its stock, or the best of its variants.
    pub stock: Stock,
    /// The day on which the stock was counted.
    pub stock_as_of: Option<Day>,
    /// What to know first.
    pub highlights: Vec<Text>,
    /// Pictures in their order, the first one for the first screen.
    pub gallery: Vec<GalleryPicture>,
    /// A film, to be loaded only when it is asked for.
    pub video: Option<Video>,
    /// What can be chosen.
    pub options: Vec<OptionView>,
    /// The combinations.
    pub variants: Vec<VariantView>,
    /// Choices that have a page of their own, the one of this page marked.
    pub variant_pages: Vec<VariantLink>,
    /// What its sizes measure.
    pub size_chart: Option<SizeChart>,
    /// Facts in groups.
    pub specifications: Vec<SpecificationGroup>,
    /// What is in the box.
    pub in_the_box: Vec<Text>,
    /// Where it is made.
    pub origin: Option<Text>,
    /// Who makes it.
    pub maker: Option<Text>,
    /// Weight of one piece as it is sent.
    pub weight: Option<MeasureView>,
    /// Global Trade Item Number.
    pub gtin: Option<String>,
    /// The maker's own number.
    pub mpn: Option<String>,
    /// Full description.
    pub description: Body,
    /// How to care for it.
    pub care: Option<Body>,
    /// Questions and answers.
    pub questions: Vec<QuestionView>,
    /// Files to take home.
    pub downloads: Vec<Download>,
    /// Collections it stands in.
    pub collections: Vec<Link>,
}

/// A film.
#[derive(Debug, Clone, Serialize)]
pub struct Video {
    /// Address of the file.
    pub link: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Address of the picture that stands for it.
    pub poster: String,
    /// Pixels of the poster.
    pub width: u32,
    /// Pixels of the poster.
    pub height: u32,
    /// What it shows.
    pub title: Text,
    /// Its size in megabytes, in the reader's digits.
    pub megabytes: String,
}

/// A file to take home.
#[derive(Debug, Clone, Serialize)]
pub struct Download {
    /// What it is called.
    pub title: Text,
    /// Address of the file.
    pub link: String,
    /// Kind, such as `PDF`.
    pub kind: &'static str,
    /// Its size in megabytes, in the reader's digits.
    pub megabytes: String,
}

/// A number and its unit.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureView {
    /// The number, in the reader's digits.
    pub value: String,
    /// Unit, whose name the theme knows, such as `kg`.
    pub unit: &'static str,
}

/// A choice with a page of its own.
#[derive(Debug, Clone, Serialize)]
pub struct VariantLink {
    /// What the reader sees, such as "নীল".
    pub label: Text,
    /// Where it leads.
    pub link: String,
    /// Whether it is this page.
    pub current: bool,
    /// Its colour, as `#rrggbb`, when it is a choice of one.
    pub swatch: Option<String>,
    /// Whether any of it can be ordered.
    pub available: bool,
}

/// An option and its values.
#[derive(Debug, Clone, Serialize)]
pub struct OptionView {
    /// Handle.
    pub id: String,
    /// What the reader sees.
    pub name: Text,
    /// Its values.
    pub values: Vec<OptionValueView>,
}

/// A value of an option.
#[derive(Debug, Clone, Serialize)]
pub struct OptionValueView {
    /// Handle.
    pub id: String,
    /// What the reader sees.
    pub name: Text,
    /// Its colour, as `#rrggbb`.
    pub swatch: Option<String>,
}

/// A combination that can be bought.
#[derive(Debug, Clone, Serialize)]
pub struct VariantView {
    /// Stock keeping unit.
    pub sku: String,
    /// What the reader sees, such as "বড় · নীল".
    pub label: Text,
    /// Its price; `None` on request.
    pub price: Option<Price>,
    /// Lower prices of one piece when several are bought.
    pub tiers: Vec<Tier>,
    /// Its stock.
    pub stock: Stock,
    /// Places of its pictures in the gallery, from 1, the best one first.
    pub pictures: Vec<u32>,
    /// Weight of one piece as it is sent.
    pub weight: Option<MeasureView>,
    /// Global Trade Item Number.
    pub gtin: Option<String>,
    /// The maker's own number.
    pub mpn: Option<String>,
}

/// Facts under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct SpecificationGroup {
    /// Heading.
    pub name: Text,
    /// The facts.
    pub rows: Vec<SpecificationRow>,
}

/// One fact.
#[derive(Debug, Clone, Serialize)]
pub struct SpecificationRow {
    /// What it is.
    pub name: Text,
    /// Words, or a number in the reader's digits.
    pub value: Text,
    /// Unit, whose name the theme knows, such as `cm`.
    pub unit: Option<&'static str>,
}

/// A question and its answer.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    /// The question.
    pub ask: Text,
    /// The answer.
    pub answer: Body,
}
