//! Collections and the cards in them.

use serde::Serialize;

use super::{Body, Head, Link, Picture, Price, Rating, Stock, Text};

/// A page of a list of products: a collection's, a brand's, a tag's, or of all.
#[derive(Debug, Clone, Serialize)]
pub struct CollectionView {
    /// The page.
    pub page: Head,
    /// What the collection is called.
    pub title: Text,
    /// One sentence about it.
    pub summary: Text,
    /// What the merchant says about it; only on the first page.
    pub body: Body,
    /// Collections that stand in it; only on the first page.
    pub children: Vec<CollectionCard>,
    /// Orders to choose from, its own first; none when there is no choice.
    pub orders: Vec<Link>,
    /// All of it, and what can be bought now; none when there is no choice.
    pub narrowed: Vec<Link>,
    /// Number of all its products.
    pub count: u32,
    /// The products of this page.
    pub cards: Vec<Card>,
    /// The other pages.
    pub paging: Paging,
}

/// The pages of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Paging {
    /// This page, from 1.
    pub current: u32,
    /// Number of pages.
    pub total: u32,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
    /// First, last and near pages; a gap has no link.
    pub links: Vec<PagingLink>,
}

/// One number in the list of pages.
#[derive(Debug, Clone, Serialize)]
pub struct PagingLink {
    /// The number in the reader's digits; empty for a gap.
    pub number: String,
    /// Where it leads; `None` for the page itself and for a gap.
    pub link: Option<String>,
    /// Whether it is the page itself.
    pub current: bool,
}

/// A product in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Where it leads.
    pub link: String,
    /// What the good is called.
    pub title: Text,
    /// Its price; `None` on request.
    pub price: Option<Price>,
    /// Its stock.
    pub stock: Stock,
    /// What buyers say, in figures; `None` when nobody said anything yet.
    pub rating: Option<Rating>,
    /// Its first picture.
    pub picture: Option<Picture>,
}

/// A collection in a list.
#[derive(Debug, Clone, Serialize)]
pub struct CollectionCard {
    /// Where it leads.
    pub link: String,
    /// What it is called.
    pub title: Text,
    /// One sentence about it.
    pub summary: Text,
    /// Number of its products.
    pub count: u32,
    /// Its picture.
    pub picture: Option<Picture>,
}
