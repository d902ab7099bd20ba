//! One thing that will stand in the output.

use super::{Subject, picture::PictureFileJob, search};
use crate::base::{address::Address, hash::Digest, language::Lang, path::ShopPath};

/// An address and what stands there.
#[derive(Debug)]
pub struct Item {
    /// Its address, unique in the site.
    pub address: Address,
    /// What stands there.
    pub kind: ItemKind,
}

/// What stands at an address.
#[derive(Debug)]
pub enum ItemKind {
    /// A page of the theme.
    Page(Subject, Lang),
    /// A page that leads from an old address to the new one.
    Redirect(Subject, Lang),
    /// An asset of the theme, by its place.
    Asset(usize),
    /// A developed picture.
    Picture(PictureFileJob),
    /// A file of the shop, as it is.
    Plain(ShopPath, Digest),
    /// A file for machines.
    List(ListKind),
}

/// A file for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// `sitemap.xml`: all pages, or the list of its parts.
    Sitemap,
    /// `sitemap-<n>.xml`: one part, from 0.
    SitemapPart(usize),
    /// `robots.txt`.
    Robots,
    /// `guides/feed.xml`.
    Feed(Lang),
    /// `orders/prices.json`.
    Prices,
    /// `orders/<language>.json`: what the script of the form has to know.
    OrderScript(Lang),
    /// A file of the index of the search.
    Search(search::Part),
    /// `payments/<id>.svg`: the QR code of a way to pay, by its place.
    Qr(usize),
    /// `_headers`.
    Headers,
    /// `_redirects`.
    Redirects,
    /// `CNAME`.
    Cname,
    /// `.nojekyll`.
    NoJekyll,
}
