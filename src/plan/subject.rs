//! What a page is about, and its address.

use std::borrow::Cow;

use crate::{
    base::{address::Address, language::Lang, letters::Letters, name::Slug},
    catalog::{Catalog, Label, Product},
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
    /// All goods by collection, and with script the search.
    Search,
    Basket,
    Thanks,
    /// After an order of a product that is paid on a page of its own.
    ThanksFor(usize),
    /// After something that is not an order: a question, a call to come, a return.
    ThanksAsked,
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

/// The address, in the first language, of the thing `slug` in a folder of `content/`, whether it is there or not.
pub fn address_of(folder: &str, slug: &Slug, letters: Letters) -> Address {
    let name = letters.write(slug.as_str());
    Address::page([folder, &*name].into_iter().filter(|part| *part != "pages"))
}

impl ListOf {
    /// Its first page, in its own order.
    pub fn first(self) -> Subject {
        Subject::List(self, Arranged::Own, 1)
    }

    /// The folder of its address and, unless it holds all, its name.
    fn parts<'c>(self, catalog: &'c Catalog<'_>) -> (&'static str, Option<&'c Slug>) {
        let label = |label: &'c Label| label.slug.as_ref();
        match self {
            Self::All => ("products", None),
            Self::Collection(place) => ("collections", Some(&catalog.collections[place].slug)),
            Self::Brand(place) => ("brands", label(&catalog.labels.brands[place])),
            Self::Tag(place) => ("tags", label(&catalog.labels.tags[place])),
        }
    }
}

impl Subject {
    /// Its address in a language. The first language stands at the root, every other below its tag.
    pub fn address(self, catalog: &Catalog<'_>, lang: Lang) -> Address {
        self.address_in(catalog, lang, catalog.config.letters)
    }

    /// The address that it has, or would have, in these letters.
    pub(super) fn address_in(self, catalog: &Catalog<'_>, lang: Lang, letters: Letters) -> Address {
        let tag = (lang != Lang::FIRST).then(|| catalog.config.tag(lang).as_str());
        if self == Self::NotFound {
            return Address::file(tag.into_iter().chain(["404.html"]));
        }
        let mut parts: Vec<Cow<'_, str>> = tag.into_iter().map(Cow::Borrowed).collect();
        let mut add = |part: &'static str| parts.push(Cow::Borrowed(part));
        match self {
            Self::Home | Self::NotFound => {}
            Self::Brands => add("brands"),
            Self::Tags => add("tags"),
            Self::Guides => add("guides"),
            Self::Contact => add("contact"),
            Self::Search => add("search"),
            Self::Basket => add("basket"),
            Self::Thanks => add("thanks"),
            Self::ThanksAsked => parts.extend(["thanks", "asked"].map(Cow::Borrowed)),
            Self::ThanksFor(place) => {
                add("thanks");
                parts.push(letters.write(catalog.products[place].slug.as_str()));
            }
            Self::List(of, arranged, page) => {
                let (folder, slug) = of.parts(catalog);
                add(folder);
                parts.extend(slug.map(|slug| letters.write(slug.as_str())));
                parts.extend(arranged.parts().iter().map(|part| Cow::Borrowed(*part)));
                if page > 1 {
                    parts.extend([Cow::Borrowed("page"), Cow::Owned(page.to_string())]);
                }
            }
            Self::Product(place) | Self::Variant(place, _) => {
                add("products");
                let product = &catalog.products[place];
                parts.push(letters.write(product.slug.as_str()));
                parts.extend(self.choice(product).map(Cow::Borrowed));
            }
            Self::Page(place) => parts.push(letters.write(catalog.pages[place].slug.as_str())),
            Self::Guide(place) => {
                add("guides");
                parts.push(letters.write(catalog.guides[place].slug.as_str()));
            }
            Self::Policy(place) => {
                add("policies");
                parts.push(letters.write(catalog.policies[place].slug.as_str()));
            }
        }
        Address::page(parts.iter().map(AsRef::as_ref))
    }

    /// The values of its choice, on the page of one.
    fn choice<'p>(self, product: &'p Product<'_>) -> impl Iterator<Item = &'p str> {
        let page = match self {
            Self::Variant(_, page) => product.variant_pages.get(page),
            _ => None,
        };
        let choice = page.into_iter().flat_map(|page| &page.choice);
        choice.map(|(option, value)| product.options[*option].values[*value].id.as_str())
    }

    /// Whether search engines should leave it out.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Basket | Self::Thanks | Self::ThanksFor(_) | Self::ThanksAsked | Self::NotFound)
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
