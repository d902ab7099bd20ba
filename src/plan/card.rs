//! Small parts of views: amounts, prices, stock, cards.

use super::{SitePlan, Subject};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Price, Product, Stock},
    view,
};

impl SitePlan<'_> {
    /// An amount in the reader's digits.
    pub(super) fn amount(&self, lang: Lang, money: Money) -> view::Amount {
        let parts = self.catalog.config.locales[lang].amount(money);
        view::Amount {
            text: parts.text,
            before: parts.before,
            number: parts.number,
            after: parts.after,
            machine: parts.machine,
        }
    }

    /// A price and what is saved.
    pub(super) fn price(&self, lang: Lang, price: Price, from: bool) -> view::Price {
        let saved = price.was.and_then(|was| was.minus(price.now));
        view::Price {
            now: self.amount(lang, price.now),
            from,
            was: price.was.map(|was| self.amount(lang, was)),
            saved: saved.map(|saved| self.amount(lang, saved)),
        }
    }

    /// The card of a product.
    pub(super) fn card(&self, lang: Lang, place: usize) -> view::Card {
        let product = &self.catalog.products[place];
        let words = &product.words[lang];
        view::Card {
            link: self.link(Subject::Product(place), lang),
            title: words.title.clone(),
            words_lang: self.words_lang(lang, words.lang),
            price: self.price(lang, product.price, product.prices_differ),
            stock: stock(product.stock),
            picture: self.first_picture(lang, product, "card"),
        }
    }

    /// The first picture of a product in a role.
    pub(super) fn first_picture(
        &self,
        lang: Lang,
        product: &Product<'_>,
        role: &str,
    ) -> Option<view::Picture> {
        let alt = product.words[lang].alts.first()?.clone();
        Some(self.picture(role, product.pictures.first()?, alt))
    }

    /// The tag of the words' language, when it is not the page's.
    pub(super) fn words_lang(&self, page: Lang, words: Lang) -> Option<String> {
        (page != words).then(|| self.catalog.config.tag(words).as_str().to_owned())
    }
}

/// Stock as a page shows it.
pub(super) fn stock(stock: Stock) -> view::Stock {
    view::Stock {
        state: match stock {
            stock if !stock.is_available() => "out",
            stock if stock.is_low() => "low",
            _ => "in-stock",
        },
        count: if let Stock::Count(count) = stock { Some(i64::from(count)) } else { None },
        available: stock.is_available(),
    }
}
