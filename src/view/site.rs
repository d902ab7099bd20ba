//! What every page of one language shares: the template global `site`.

use serde::Serialize;

use super::Link;

/// The shop, in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// Name of the shop.
    pub name: String,
    /// What the shop is, in one sentence.
    pub tagline: Option<String>,
    /// Colours of the browser's own bar; none when the theme has no looks.
    pub bar: Option<Bar>,
    /// The shop's logo. The name is what it says.
    pub logo: Option<Logo>,
    /// The language of the page.
    pub language: Language,
    /// The home page.
    pub home: String,
    /// All products.
    pub products: Link,
    /// The search.
    pub search: Link,
    /// Collections that stand in no other, in their order.
    pub collections: Vec<Link>,
    /// All brands, when some have a page.
    pub brands: Option<Link>,
    /// All tags, when some have a page.
    pub tags: Option<Link>,
    /// The list of guides, when there are any.
    pub guides: Option<Link>,
    /// Pages in their order.
    pub pages: Vec<Link>,
    /// Policies: delivery, returns, then the others.
    pub policies: Vec<Link>,
    /// The contact page.
    pub contact: Link,
    /// Feed of the guides.
    pub feed: Option<String>,
    /// Ways to reach the shop, the best one first.
    pub channels: Vec<Channel>,
    /// When somebody answers.
    pub hours: Vec<Hours>,
    /// Hours within which a question is answered.
    pub reply_hours: Option<u16>,
    /// Ways to pay.
    pub payments: Vec<Payment>,
    /// Who runs the shop.
    pub business: Business,
}

/// Colours of the browser's own bar, `#rrggbb`.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// By day.
    pub light: String,
    /// By night.
    pub dark: String,
}

/// A picture that stands for the shop's name.
#[derive(Debug, Clone, Serialize)]
pub struct Logo {
    /// Its file.
    pub link: String,
    /// The file for dark pages.
    pub dark: Option<String>,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// A language.
#[derive(Debug, Clone, Serialize)]
pub struct Language {
    /// Tag, such as `bn`.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
}

/// A way to reach the shop.
#[derive(Debug, Clone, Serialize)]
pub struct Channel {
    /// `phone`, `whatsapp`, `messenger`, `email` or `web`.
    pub kind: &'static str,
    /// What the reader sees.
    pub label: String,
    /// `tel:`, `mailto:` or `https:`.
    pub link: String,
}

/// Hours in which somebody answers.
#[derive(Debug, Clone, Serialize)]
pub struct Hours {
    /// `mon` to `sun`.
    pub first: &'static str,
    /// Last day, when there is more than one.
    pub last: Option<&'static str>,
    /// Opening time in the reader's digits.
    pub open: String,
    /// Closing time in the reader's digits.
    pub close: String,
}

/// A way to pay.
#[derive(Debug, Clone, Serialize)]
pub struct Payment {
    /// Kind, whose name the theme knows, such as `cash-on-delivery`.
    pub kind: &'static str,
    /// The merchant's own name for it.
    pub name: Option<String>,
    /// What the buyer has to do.
    pub note: Option<String>,
}

/// Who runs the shop; every part may be missing.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct Business {
    pub legal_name: Option<String>,
    pub trade_licence: Option<String>,
    pub dbid: Option<String>,
    pub tax_id: Option<String>,
    /// Lines as on paper; none when there is no address.
    pub address: Vec<String>,
}
