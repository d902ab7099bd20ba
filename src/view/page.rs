//! The head of every page, and the pages of words.

use serde::Serialize;

use super::{
    Area, Body, Card, CollectionCard, Crumb, Delivery, Link, OrderForm, PaymentChoice, Picture, Returns,
    Share, Text, Warranty,
};
use crate::base::html::ScriptJson;

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// Name of its template, such as `product`: for a class on `body`.
    pub kind: &'static str,
    /// Title of the browser's window, with the shop's name.
    pub title: String,
    /// Description for search engines.
    pub description: String,
    /// Absolute address of this page; of the list's first page, when the list is sorted or narrowed.
    pub canonical: Option<String>,
    /// The same page in every language, this one included.
    pub alternates: Vec<Alternate>,
    /// Absolute address of the page in the first language: `x-default`.
    pub default_alternate: Option<String>,
    /// The way from the home page; empty on the home page.
    pub crumbs: Vec<Crumb>,
    /// What others see when the page is shared.
    pub share: Share,
    /// schema.org data.
    pub data: Option<ScriptJson>,
    /// Content security policy for the `meta` element.
    pub policy: String,
    /// Whether search engines should leave the page out.
    pub hidden: bool,
}

/// The same page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// Language tag.
    pub tag: String,
    /// The language's own name, such as "বাংলা".
    pub name: String,
    /// Link for the reader.
    pub link: String,
    /// Absolute address for `hreflang`; `None` where another page is the canonical one.
    pub absolute: Option<String>,
    /// Whether it is this page.
    pub current: bool,
}

/// The home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The page.
    pub page: Head,
    /// First words.
    pub title: Text,
    /// Words under them.
    pub summary: Text,
    /// The shop's greeting.
    pub body: Body,
    /// The shop's picture.
    pub picture: Option<Picture>,
    /// Names of the parts below the first words, in their order: `collections`, `featured`, `offers`, `new`, `promises`,
    /// `words` and `guides`, as far as there is something to show.
    pub sections: Vec<&'static str>,
    /// Collections that stand in no other, or those that the merchant chose, in their order.
    pub collections: Vec<CollectionCard>,
    /// Products that the merchant shows first.
    pub featured: Vec<Card>,
    /// Goods that cost less than before.
    pub offers: Vec<Card>,
    /// The newest goods.
    pub new: Vec<Card>,
    /// Newest guides.
    pub guides: Vec<GuideCard>,
    /// Delivery of the shop.
    pub delivery: Option<Delivery>,
    /// Return promise of the shop.
    pub returns: Option<Returns>,
    /// Warranty of the shop.
    pub warranty: Option<Warranty>,
}

/// A page of words.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// The page.
    pub page: Head,
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The text.
    pub body: Body,
}

/// The list of guides.
#[derive(Debug, Clone, Serialize)]
pub struct GuidesView {
    /// The page.
    pub page: Head,
    /// Guides, the newest first.
    pub guides: Vec<GuideCard>,
}

/// A guide in a list.
#[derive(Debug, Clone, Serialize)]
pub struct GuideCard {
    /// Where it leads.
    pub link: String,
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// Its day, in the reader's words.
    pub date: String,
    /// Its day as `2026-11-01`.
    pub day: String,
    /// Its picture.
    pub picture: Option<Picture>,
}

/// A guide.
#[derive(Debug, Clone, Serialize)]
pub struct GuideView {
    /// The page.
    pub page: Head,
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// Its day, in the reader's words.
    pub date: String,
    /// Its day as `2026-11-01`.
    pub day: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The text.
    pub body: Body,
    /// Products it speaks of.
    pub products: Vec<Card>,
}

/// A policy.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyView {
    /// The page.
    pub page: Head,
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// Day of the last change, in the reader's words.
    pub updated: Option<String>,
    /// The text.
    pub body: Body,
    /// The promise, on the delivery page.
    pub delivery: Option<Delivery>,
    /// Where each zone is, on the delivery page, when zones say it.
    pub areas: Vec<Area>,
    /// The promise, on the returns page.
    pub returns: Option<Returns>,
    /// The request to give something back, on the returns page of a shop that takes orders.
    pub order: Option<OrderForm>,
    /// The promise, on the warranty page.
    pub warranty: Option<Warranty>,
}

/// The contact page. Channels, hours and business stand in `site`.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// The page.
    pub page: Head,
    /// Title; `None` when the merchant wrote no words.
    pub title: Option<Text>,
    /// The text.
    pub body: Body,
}

/// All goods by collection, and with script the search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// The page.
    pub page: Head,
    /// The goods, each once.
    pub groups: Vec<SearchGroup>,
}

/// Goods of a collection on the page of the search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchGroup {
    /// The collection, or all products where the goods are in none.
    pub title: Link,
    /// The goods.
    pub goods: Vec<Link>,
    /// How many more stand behind the link of the title.
    pub more: u32,
}

/// The page on which the buyer orders all that was put aside.
#[derive(Debug, Clone, Serialize)]
pub struct BasketView {
    /// The page.
    pub page: Head,
    /// Its form; `None` never on a page that stands, since a shop without orders has no such page.
    pub order: Option<OrderForm>,
    /// Delivery of the shop.
    pub delivery: Option<Delivery>,
}

/// The page after a form was sent.
#[derive(Debug, Clone, Serialize)]
pub struct ThanksView {
    /// The page.
    pub page: Head,
    /// Whether it was an order: not a question, a call to come, or a return.
    pub ordered: bool,
    /// Hours within which the shop answers.
    pub reply_hours: Option<u16>,
    /// Delivery of the shop.
    pub delivery: Option<Delivery>,
    /// Ways to pay for which the buyer has something to do: an account to send money to, or a page to pay on.
    pub payments: Vec<PaymentChoice>,
}

/// The page for addresses that lead nowhere.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundView {
    /// The page.
    pub page: Head,
    /// Collections to go on with.
    pub collections: Vec<CollectionCard>,
}
