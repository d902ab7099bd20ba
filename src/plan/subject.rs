//! What a page is about, and its address.

use crate::{
    base::{address::Address, language::Lang},
    catalog::Catalog,
};

/// What a page is about. Numbers are places in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Subject {
    Home,
    /// All products, from page 1.
    Products(u32),
    /// A collection, from page 1.
    Collection(usize, u32),
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
            Self::Products(_) => parts.push("products"),
            Self::Collection(place, _) => {
                parts.extend(["collections", catalog.collections[place].slug.as_str()])
            }
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
        if let Self::Products(page) | Self::Collection(_, page) = self
            && page > 1
        {
            number = page.to_string();
            parts.extend(["page", &number]);
        }
        Address::page(parts)
    }

    /// Whether it is listed in the sitemap: it is not hidden, and its own address is the canonical one.
    pub fn is_listed(self) -> bool {
        !self.is_hidden() && !matches!(self, Self::Variant(..))
    }

    /// Whether search engines should leave it out.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Thanks | Self::NotFound)
    }
}
