//! A product as written: facts and words in the first language, then the words of another.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::{Amount, At, Fact, Stock, page::DayShape};

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
    /// Price in the shop's currency. May be left out when every variant has its own, or with `price_on_request`.
    pub price: Option<At<Amount>>,
    /// Price before a reduction; must be above `price`.
    pub was_price: Option<At<Amount>>,
    /// Instead of a price: the buyer asks, by an enquiry form in place of the order form.
    pub price_on_request: Option<At<bool>>,
    /// A lower price from one day to another.
    pub offer: Option<At<Offer>>,
    /// Lower prices of one piece when several are bought, such as `[{ from = 6, price = 620 }]`.
    #[serde(default)]
    pub quantity_prices: Vec<QuantityPrice>,
    /// How many may be ordered at once.
    pub quantity: Option<At<Quantity>>,
    /// How much one piece holds, such as `{ value = 500, unit = "g" }`: the page then says the price of a kilogram.
    pub measure: Option<At<Measure>>,
    /// The measure that the unit price is said for. Left out: 1 kg, 1 l, 1 m or one piece.
    pub measure_per: Option<At<Measure>>,
    /// Percent of tax on it, when it differs from the shop's.
    pub tax_rate: Option<At<Fact>>,
    /// Brand as on the goods.
    pub brand: Option<At<String>>,
    /// Global Trade Item Number (the digits under the bar code; GTIN-8, -12, -13 or -14). With variants each has its own.
    pub gtin: Option<At<String>>,
    /// The maker's own number of the part.
    pub mpn: Option<At<String>>,
    /// Weight of one piece as it is sent, such as `{ value = 850, unit = "g" }`.
    pub weight: Option<At<Measure>>,
    /// Slugs of the collections it stands in, the main one first.
    #[serde(default)]
    pub collections: Vec<At<String>>,
    /// Words for finding goods; those that several products share get pages.
    #[serde(default)]
    pub tags: Vec<At<String>>,
    /// A count; `"in-stock"`, `"low"`, `"out"` or `"discontinued"`; `{ made_to_order = [5, 7] }` in days; or `{ pre_order = 2026-12-15 }`. Variants may have their own. Left out means in stock.
    pub stock: Option<At<Stock>>,
    /// The day on which the stock was counted, shown beside it.
    #[schemars(with = "Option<DayShape>")]
    pub stock_as_of: Option<At<Datetime>>,
    /// Counts up to this many are called low. Left out: the shop's.
    pub low_stock: Option<u32>,
    /// What the page offers when it is sold out: `notify`, `request` or `hide`. Left out: the shop's.
    pub sold_out: Option<At<SoldOut>>,
    /// What a buyer chooses (size, colour), at most three.
    #[serde(default)]
    pub options: Vec<ProductOption>,
    /// The combinations that can be bought.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Name of its size chart: a file in `content/size-charts/`, without the ending.
    pub size_chart: Option<At<String>>,
    /// Ids of the options whose values get pages of their own. Left out: the first option that changes price or picture; `[]`: none.
    pub variant_pages: Option<Vec<At<String>>>,
    /// What to know first, a few words each.
    #[serde(default)]
    pub highlights: Vec<At<String>>,
    /// What is in the box.
    #[serde(default)]
    pub in_the_box: Vec<At<String>>,
    /// How to care for it, in Markdown.
    pub care: Option<At<String>>,
    /// Where it is made, in words.
    pub origin: Option<At<String>>,
    /// Country where it is made, ISO 3166-1 alpha-2.
    pub origin_country: Option<At<String>>,
    /// Who makes it, in words.
    pub maker: Option<At<String>>,
    /// Facts in groups, in the order they are shown.
    #[serde(default)]
    pub specifications: Vec<SpecificationGroup>,
    /// Pictures in the order they are shown. Left out: all pictures in the folder by name, with the title as their description.
    #[serde(default)]
    pub pictures: Vec<Picture>,
    /// Questions buyers ask, with answers.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Files to take home, such as a manual.
    #[serde(default)]
    pub downloads: Vec<Download>,
    /// A film that is loaded only when it is asked for.
    pub video: Option<Video>,
    /// Products that go with it, by slug, in the order they are shown.
    #[serde(default)]
    pub goes_with: Vec<At<String>>,
    /// Related products by slug, shown before those that are found.
    #[serde(default)]
    pub related: Vec<At<String>>,
    /// Page of a payment service on which this one is paid, in place of the link in `[[payments]]`.
    pub payment_link: Option<At<String>>,
    /// Not to be seen yet.
    #[serde(default)]
    pub draft: bool,
    /// Day from which it is shown.
    #[schemars(with = "Option<DayShape>")]
    pub published: Option<At<Datetime>>,
    /// Last day on which it is sold; afterwards it is archived.
    #[schemars(with = "Option<DayShape>")]
    pub expires: Option<At<Datetime>>,
    /// No longer sold. It keeps its address, is in no list, and says what replaces it.
    #[serde(default)]
    pub archived: bool,
    /// Slugs of the products that replace it.
    #[serde(default)]
    pub replaced_by: Vec<At<String>>,
    /// Where this product's delivery differs from the shop's.
    pub delivery: Option<DeliveryException>,
    /// Where this product's return promise differs from the shop's.
    pub returns: Option<ReturnsException>,
    /// Where this product's warranty differs from the shop's.
    pub warranty: Option<WarrantyException>,
    /// Old addresses that lead here, such as `/products/old-name/`.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// Full description in Markdown; only in the `.toml` form, where there is no body.
    pub description: Option<At<String>>,
}

/// A lower price from one day to another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The price on those days; must be below `price`. May be left out when variants have an `offer_price`.
    pub price: Option<At<Amount>>,
    /// First day. Left out: it has begun.
    #[schemars(with = "Option<DayShape>")]
    pub starts: Option<At<Datetime>>,
    /// Last day.
    #[schemars(with = "DayShape")]
    pub ends: At<Datetime>,
    /// What the offer is called, such as "পূজার ছাড়".
    pub name: Option<At<String>>,
}

/// A price for one piece when at least so many are bought.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuantityPrice {
    /// Fewest pieces.
    pub from: At<u32>,
    /// Price of one piece.
    pub price: At<Amount>,
}

/// How many may be ordered at once.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Fewest pieces; left out: 1.
    pub least: Option<u16>,
    /// Most pieces; left out: the shop's `orders.max_quantity`.
    pub most: Option<u16>,
    /// Pieces from one possible number to the next, counted from the fewest; left out: 1.
    pub step: Option<u16>,
}

/// A number and its unit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The number.
    pub value: At<Fact>,
    /// The unit, such as `g`, `ml`, `m` or `piece`.
    pub unit: At<String>,
}

/// What a page offers when the goods are sold out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SoldOut {
    /// The buyer may leave a number and is told when it is back.
    Notify,
    /// The order form stays, and says that the order is a request.
    Request,
    /// It stands in no list; its page says that it is sold out.
    Hide,
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
    /// Colour of a swatch beside the name, such as `"#8a5a3c"`.
    pub swatch: Option<At<String>>,
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
    /// Its price while the product's offer lasts.
    pub offer_price: Option<At<Amount>>,
    /// Its lower prices when several are bought; left out means the product's, when `price` is left out too.
    #[serde(default)]
    pub quantity_prices: Vec<QuantityPrice>,
    /// How much one piece holds; left out means the product's.
    pub measure: Option<At<Measure>>,
    /// Its stock; left out means the product's.
    pub stock: Option<At<Stock>>,
    /// File names of the pictures that show it, the best one first.
    #[serde(default)]
    pub pictures: Vec<At<String>>,
    /// Weight of one piece as it is sent; left out means the product's.
    pub weight: Option<At<Measure>>,
    /// Global Trade Item Number.
    pub gtin: Option<At<String>>,
    /// The maker's own number of the part.
    pub mpn: Option<At<String>>,
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
    /// Keep the movement of a GIF or WebP file in the gallery; left out: the first frame alone.
    pub moving: Option<bool>,
    /// What must be seen where the picture is cut, as shares of its width and height: `[0.5, 0.3]`. Left out: the middle.
    pub focus: Option<At<[f64; 2]>>,
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

/// A file to take home.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Download {
    /// Short handle, such as `manual`.
    pub id: At<String>,
    /// What it is called.
    pub title: At<String>,
    /// File name beside the product's text: a PDF or a ZIP.
    pub file: At<String>,
}

/// A film of the product.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Video {
    /// File name beside the product's text: MP4 or WebM.
    pub file: At<String>,
    /// File name of the product's picture that is shown before the film is asked for.
    pub poster: At<String>,
    /// What the film shows.
    pub title: At<String>,
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

/// Where the warranty differs from the shop's policy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WarrantyException {
    /// Months of warranty; 0 means none.
    pub months: Option<At<u16>>,
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
    /// The highlights, all of them in the same order.
    #[serde(default)]
    pub highlights: Vec<At<String>>,
    /// What is in the box, all of it in the same order.
    #[serde(default)]
    pub in_the_box: Vec<At<String>>,
    /// How to care for it, in Markdown.
    pub care: Option<At<String>>,
    /// Where it is made.
    pub origin: Option<At<String>>,
    /// Who makes it.
    pub maker: Option<At<String>>,
    /// Titles of downloads, by download id.
    #[serde(default)]
    pub downloads: BTreeMap<String, At<String>>,
    /// What the film shows.
    pub video: Option<At<String>>,
    /// What the offer is called.
    pub offer: Option<At<String>>,
    /// The note of the warranty exception.
    pub warranty_note: Option<At<String>>,
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
