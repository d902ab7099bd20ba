//! What a page is about, and its address.

use crate::{
    base::{address::Address, language::Lang, name::Slug},
    catalog::{Catalog, Label},
    schema::ListSort,
};

/// What a page is about. Numbers are places in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Subject {
    Home,
    /// A page of a list of products, from 1.
    List(ListOf, Arranged, u32),
    /// All brands that have a page.
    Brands,
    /// All tags that have a page.
    Tags,
    Product(usize),
    /// A choice of a product: the product, and the place among its variant pages.
    Variant(usize, usize),
    Page(usize),
    Guides,
    Guide(usize),
    Policy(usize),
    Contact,
    Thanks,
    NotFound,
}

/// Whose products a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ListOf {
    All,
    Collection(usize),
    Brand(usize),
    Tag(usize),
}

/// How a list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arranged {
    /// In its own order.
    Own,
    /// The newest first.
    Newest,
    /// The cheapest first.
    Price,
    /// The dearest first.
    PriceDescending,
    /// In its own order, without what is sold out.
    InStock,
}

impl Arranged {
    /// The arrangement that a buyer's choice makes.
    pub(super) fn by(sort: ListSort) -> Self {
        match sort {
            ListSort::Newest => Self::Newest,
            ListSort::Price => Self::Price,
            ListSort::PriceDescending => Self::PriceDescending,
        }
    }

    /// What its address adds to that of the list.
    fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Own => &[],
            Self::Newest => &["sort", "newest"],
            Self::Price => &["sort", "price"],
            Self::PriceDescending => &["sort", "price-descending"],
            Self::InStock => &["in-stock"],
        }
    }
}

impl ListOf {
    /// Its first page, in its own order.
    pub fn first(self) -> Subject {
        Subject::List(self, Arranged::Own, 1)
    }

    fn parts<'c>(self, catalog: &'c Catalog<'_>) -> Vec<&'c str> {
        let label = |folder: &'c str, label: &'c Label| {
            std::iter::once(folder).chain(label.slug.as_ref().map(Slug::as_str)).collect()
        };
        match self {
            Self::All => vec!["products"],
            Self::Collection(place) => vec!["collections", catalog.collections[place].slug.as_str()],
            Self::Brand(place) => label("brands", &catalog.labels.brands[place]),
            Self::Tag(place) => label("tags", &catalog.labels.tags[place]),
        }
    }
}

impl Subject {
    /// Its address in a language. The first language stands at the root, every other below its tag.
    pub fn address(self, catalog: &Catalog<'_>, lang: Lang) -> Address {
        let tag = (lang != Lang::FIRST).then(|| catalog.config.tag(lang).as_str());
        if self == Self::NotFound {
            return Address::file(tag.into_iter().chain(["404.html"]));
        }
        let number;
        let mut parts: Vec<&str> = tag.into_iter().collect();
        match self {
            Self::Home | Self::NotFound => {}
            Self::List(of, arranged, page) => {
                parts.extend(of.parts(catalog));
                parts.extend(arranged.parts());
                if page > 1 {
                    number = page.to_string();
                    parts.extend(["page", &number]);
                }
            }
            Self::Brands => parts.push("brands"),
            Self::Tags => parts.push("tags"),
            Self::Product(place) => parts.extend(["products", catalog.products[place].slug.as_str()]),
            Self::Variant(place, page) => {
                let product = &catalog.products[place];
                parts.extend(["products", product.slug.as_str()]);
                let choice = product.variant_pages[page].choice.iter();
                parts.extend(
                    choice.map(|(option, value)| product.options[*option].values[*value].id.as_str()),
                );
            }
            Self::Page(place) => parts.push(catalog.pages[place].slug.as_str()),
            Self::Guides => parts.push("guides"),
            Self::Guide(place) => parts.extend(["guides", catalog.guides[place].slug.as_str()]),
            Self::Policy(place) => parts.extend(["policies", catalog.policies[place].slug.as_str()]),
            Self::Contact => parts.push("contact"),
            Self::Thanks => parts.push("thanks"),
        }
        Address::page(parts)
    }

    /// Whether search engines should leave it out.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Thanks | Self::NotFound)
    }

    /// The page that search engines should show in its place: a list that is arranged otherwise is the same
    /// list, and a choice of a product is the product.
    pub fn canonical(self) -> Self {
        match self {
            Self::Variant(place, _) => Self::Product(place),
            Self::List(of, arranged, _) if arranged != Arranged::Own => of.first(),
            other => other,
        }
    }

    /// Whether it is listed in the sitemap: it is not hidden, and its own address is the canonical one.
    pub fn is_listed(self) -> bool {
        !self.is_hidden() && self.canonical() == self
    }
}
