//! `posra.toml`: the settings of a shop, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Fact, Orders, OwnLook, Payment, SoldOut, Words};

/// `posra.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shop {
    /// Name of the shop.
    pub name: At<Words>,
    /// One sentence that says what the shop is.
    pub tagline: Option<At<Words>>,
    /// Where the shop will be found, such as `https://example.com/` or `https://example.com/shop/`.
    pub address: At<String>,
    /// Language tags, the first one is the default: `["bn", "en"]`.
    pub languages: Vec<At<String>>,
    /// Currency, ISO 4217, such as `BDT`.
    pub currency: At<String>,
    /// Country of the shop, ISO 3166-1 alpha-2, such as `BD`.
    pub country: At<String>,
    /// Time zone, such as `Asia/Dhaka`.
    pub time_zone: At<String>,
    /// How addresses are made: `bd` (district and thana) or `generic` (city, region, country). Left out: `bd` in Bangladesh, `generic` elsewhere.
    pub address_scheme: Option<At<AddressScheme>>,
    /// Name of a folder in `themes/`; left out means `cotton`, which comes with the program.
    pub theme: Option<At<String>>,
    /// What the shop changes of the theme's look, and its logo.
    pub look: Option<OwnLook>,
    /// How money is written.
    pub money: Option<MoneyFormat>,
    /// How numbers are written.
    pub numbers: Option<Numbers>,
    /// Who runs the shop.
    pub business: Option<Business>,
    /// Where buyers get help.
    pub support: Option<Support>,
    /// Where order forms go. Left out: a catalogue without order forms.
    pub orders: Option<Orders>,
    /// Ways to pay, in the order they are shown.
    #[serde(default)]
    pub payments: Vec<Payment>,
    /// Tax on the goods.
    pub tax: Option<Tax>,
    /// How stock is shown.
    pub stock: Option<StockSettings>,
    /// How variants are shown.
    pub variants: Option<Variants>,
    /// How pictures are developed.
    pub pictures: Option<Pictures>,
    /// Feeds for readers.
    pub feeds: Option<Feeds>,
    /// How buyers may sort and narrow lists of products.
    pub lists: Option<Lists>,
    /// What buyers find goods by, besides the words of the goods.
    pub search: Option<Search>,
    /// How addresses are made of names.
    pub slugs: Option<Slugs>,
    /// Which host the output is made for.
    pub deploy: Option<Deploy>,
}

/// What buyers find goods by, besides the words of the goods.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Groups of words that mean the same, in any language: `[["হাঁড়ি", "ডেকচি", "cooking pot"]]`. Goods with one of them in the title are found by all.
    #[serde(default)]
    pub synonyms: Vec<At<Vec<String>>>,
}

/// How addresses are made of names.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slugs {
    /// Letters of addresses; left out: `kept`. Choose before the shop is seen: it changes every address that is not in Latin letters.
    pub letters: Option<At<SlugLetters>>,
}

/// Letters of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SlugLetters {
    /// Those of the names: `/products/মাটির-কাপ/`.
    Kept,
    /// Latin ones: `/products/matir-kap/`.
    Latin,
}

/// How buyers may sort and narrow lists of products: pages of their own, which work without script.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Sorts to offer, in this order; left out: all three; `[]` offers none.
    pub sorted: Option<Vec<At<ListSort>>>,
    /// Offer only what can be bought now; left out: yes.
    pub in_stock: Option<bool>,
    /// Lists of more products than this are not sorted and narrowed, since each way is as many files again; left out: 1000.
    pub most: Option<u32>,
}

/// A sort that buyers choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListSort {
    /// The newest first.
    Newest,
    /// The cheapest first.
    Price,
    /// The dearest first.
    PriceDescending,
}

/// How money is written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyFormat {
    /// Pattern with `{n}` where the number stands, such as `"৳ {n}"`. May differ by language.
    pub pattern: Option<At<Words>>,
}

/// How numbers are written, in money, days and everything else. May differ by language: `{ bn = "native", en = "latin" }`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// `"locale"` (as the language's data say), `"latin"` (0 to 9) or `"native"` (the language's own).
    pub digits: Option<At<Words>>,
    /// `"locale"` (as the language's data say), `"lakh"` (1,23,456) or `"thousand"` (123,456).
    pub grouping: Option<At<Words>>,
}

/// Who runs the shop.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// Name in the trade register.
    pub legal_name: Option<At<Words>>,
    /// Number of the trade licence.
    pub trade_licence: Option<At<String>>,
    /// Digital Business Identification number (Bangladesh, DBID Registration Guideline 2022).
    pub dbid: Option<At<String>>,
    /// Tax number.
    pub tax_id: Option<At<String>>,
    /// Postal address.
    pub address: Option<At<PostalAddress>>,
}

/// How addresses are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AddressScheme {
    /// Of Bangladesh: street, thana, district, postcode.
    Bd,
    /// Of anywhere: street, city, region, postcode, country.
    Generic,
}

/// A postal address. Its parts are those of the shop's address scheme.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostalAddress {
    /// House and road, area or village.
    pub street: At<Words>,
    /// In Bangladesh: the thana or upazila, by any of its names. **Required** there.
    pub thana: Option<At<String>>,
    /// In Bangladesh: the district, by any of its names. **Required** there.
    pub district: Option<At<String>>,
    /// Elsewhere: the town or city. **Required** there.
    pub city: Option<At<Words>>,
    /// Elsewhere: the state, province or county, where addresses have it.
    pub region: Option<At<Words>>,
    /// Postcode; in Bangladesh four digits.
    pub postcode: Option<At<Fact>>,
    /// Elsewhere: the country, ISO 3166-1 alpha-2, when it is to be shown. Left out: the shop's, not shown.
    pub country: Option<At<String>>,
}

/// Where buyers get help.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Ways to reach the shop, the best one first.
    pub channels: Vec<Channel>,
    /// When somebody answers.
    #[serde(default)]
    pub hours: Vec<Hours>,
    /// Hours within which a question is answered, said beside the other promises.
    pub reply_hours: Option<At<u16>>,
}

/// One way to reach the shop.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// `phone`, `whatsapp`, `messenger`, `email` or `web`.
    pub kind: At<ChannelKind>,
    /// Phone and WhatsApp: an international number such as `+8801700000000`; Messenger: the page's name; e-mail: the address; web: a link.
    pub value: At<String>,
    /// Words for the link; left out means the value.
    pub label: Option<At<Words>>,
}

/// Kind of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// A phone call.
    Phone,
    /// WhatsApp.
    Whatsapp,
    /// Facebook Messenger.
    Messenger,
    /// E-mail.
    Email,
    /// Any web page.
    Web,
}

/// Hours in which somebody answers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// First and last day of the week: `["sat", "thu"]`, or one day: `["fri"]`.
    pub days: Vec<At<Weekday>>,
    /// Opening time, such as `"10:00"`.
    pub open: At<String>,
    /// Closing time, such as `"20:00"`.
    pub close: At<String>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Tax on the goods.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// Percent, such as `15` or `7.5`.
    pub rate: At<Fact>,
    /// Whether the prices that are written have the tax in them.
    pub included: At<bool>,
    /// What the tax is called, such as "VAT" or "ভ্যাট".
    pub name: At<Words>,
}

/// How stock is shown.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StockSettings {
    /// Counts up to this many are called low; left out: 3.
    pub low: Option<u32>,
    /// What a page offers when the goods are sold out; left out: `notify`.
    pub sold_out: Option<At<SoldOut>>,
}

/// How variants are shown.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Variants {
    /// Whether products that do not say `variant_pages` get pages for the option that changes price or picture; left out: yes.
    pub pages: Option<bool>,
}

/// How pictures are developed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pictures {
    /// WebP quality, 1 to 100; left out: 75.
    pub webp_quality: Option<At<u8>>,
    /// JPEG quality, 1 to 100; left out: 80.
    pub jpeg_quality: Option<At<u8>>,
    /// AVIF quality, 1 to 100; left out: no AVIF. Needs a program built with it.
    pub avif_quality: Option<At<u8>>,
    /// How long to look for fewer bytes of WebP and AVIF, 0 to 6; left out: 4. 2 takes half the time for a twelfth more bytes.
    pub effort: Option<At<u8>>,
}

/// Feeds for readers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feeds {
    /// Write `guides/feed.xml` (Atom) in every language; left out: yes.
    pub guides: Option<bool>,
}

/// Which host the output is made for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deploy {
    /// `netlify`, `cloudflare`, `github` or `none`.
    pub host: At<Host>,
    /// GitHub Pages: the custom domain for `CNAME`.
    pub domain: Option<At<String>>,
}

/// A static host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Host {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitHub Pages.
    Github,
    /// Any other.
    None,
}
