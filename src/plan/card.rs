//! Small parts of views: words, amounts, prices, stock, cards.

use jiff::civil::Date;

use super::{SitePlan, Subject};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{self, Measure, Price, Product, Running, Stock, Tier, UnitMeasure},
    view,
};

impl SitePlan<'_> {
    /// Words of the merchant on a page of `lang`.
    pub(super) fn said(&self, lang: Lang, text: &catalog::Text) -> view::Text {
        view::Text { text: text.text.clone(), lang: self.tongue(lang, text.lang) }
    }

    /// Words of the theme or of the settings, which are in the page's language.
    pub(super) fn own(text: String) -> view::Text {
        view::Text { text, lang: None }
    }

    /// The tag of the words' language, when it is not the page's.
    pub(super) fn tongue(&self, page: Lang, words: Lang) -> Option<String> {
        (page != words).then(|| self.catalog.config.tag(words).as_str().to_owned())
    }

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

    /// A day in the reader's words.
    pub(super) fn day(&self, lang: Lang, date: Date) -> view::Day {
        view::Day { text: self.catalog.config.locales[lang].date(date), machine: date.to_string() }
    }

    /// A price of `product` and what is saved, for a piece that holds `measure`.
    pub(super) fn price(
        &self,
        lang: Lang,
        product: &Product<'_>,
        price: Price,
        from: bool,
        measure: Option<&UnitMeasure>,
    ) -> view::Price {
        let saved = price.was.and_then(|was| was.minus(price.now));
        view::Price {
            now: self.amount(lang, price.now),
            from,
            was: price.was.map(|was| self.amount(lang, was)),
            saved: saved.map(|saved| self.amount(lang, saved)),
            offer: price.offer.map(|offer| self.offer(lang, product, offer)),
            per: measure.and_then(|measure| self.unit_price(lang, measure, price.now)),
        }
    }

    /// The price that stands for the whole product.
    pub(super) fn product_price(&self, lang: Lang, product: &Product<'_>) -> Option<view::Price> {
        let price = product.price?;
        Some(self.price(lang, product, price, product.prices_differ, cheapest_measure(product)))
    }

    fn offer(&self, lang: Lang, product: &Product<'_>, offer: Running) -> view::Offer {
        view::Offer {
            name: product.words[lang].offer.as_ref().map(|name| self.said(lang, name)),
            ends: self.day(lang, offer.ends),
            until: self.first_moment_after(offer.ends),
        }
    }

    /// The first moment after a day in the shop's time zone (RFC 3339, with its offset).
    pub(super) fn first_moment_after(&self, day: Date) -> String {
        let zone = self.catalog.config.time_zone.clone();
        let next = day.tomorrow().unwrap_or(day);
        next.to_zoned(zone)
            .map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
            .unwrap_or_default()
    }

    fn unit_price(&self, lang: Lang, measure: &UnitMeasure, price: Money) -> Option<view::UnitPrice> {
        let amount = measure.holds.price_of(&measure.per, price)?;
        let quantity = (measure.per.value != "1").then(|| self.number(lang, &measure.per.value));
        Some(view::UnitPrice { amount: self.amount(lang, amount), quantity, unit: measure.per.unit })
    }

    /// Prices by quantity, as far as they are below the price of one.
    pub(super) fn tiers(&self, lang: Lang, tiers: &[Tier], price: Option<Price>) -> Vec<view::Tier> {
        let lower = |tier: &&Tier| price.is_some_and(|price| tier.price < price.now);
        let tier = |tier: &Tier| view::Tier { from: tier.from, price: self.amount(lang, tier.price) };
        tiers.iter().filter(lower).map(tier).collect()
    }

    /// A measure in the reader's digits.
    pub(super) fn measure(&self, lang: Lang, measure: &Measure) -> view::MeasureView {
        view::MeasureView { value: self.number(lang, &measure.value), unit: measure.unit }
    }

    /// A decimal number in the reader's digits.
    pub(super) fn number(&self, lang: Lang, machine: &str) -> String {
        self.catalog.config.locales[lang].number(machine)
    }

    /// Stock as a page shows it.
    pub(super) fn stock(&self, lang: Lang, stock: Stock) -> view::Stock {
        view::Stock {
            state: state(stock),
            count: if let Stock::Count { pieces, .. } = stock { Some(i64::from(pieces)) } else { None },
            days: if let Stock::MadeToOrder(days) = stock { Some(super::delivery::days(days)) } else { None },
            comes: if let Stock::PreOrder(on) = stock { Some(self.day(lang, on)) } else { None },
            available: stock.is_available(),
        }
    }

    /// The stock of a product; one that is no longer sold is discontinued, whatever lies on the shelf.
    pub(super) fn product_stock(&self, lang: Lang, product: &Product<'_>) -> view::Stock {
        let live = product.life == catalog::Life::Live;
        self.stock(lang, if live { product.stock } else { Stock::Discontinued })
    }

    /// The card of a product.
    pub(super) fn card(&self, lang: Lang, place: usize) -> view::Card {
        let product = &self.catalog.products[place];
        view::Card {
            link: self.link(Subject::Product(place), lang),
            title: self.said(lang, &product.words[lang].title),
            price: self.product_price(lang, product),
            stock: self.product_stock(lang, product),
            rating: self.rating(lang, product),
            picture: self.first_picture(lang, product, "card"),
        }
    }

    /// Cards of products by their slugs; what is not there yet is left out.
    pub(super) fn cards_of<'s>(
        &self,
        lang: Lang,
        slugs: impl IntoIterator<Item = &'s crate::base::name::Slug>,
    ) -> Vec<view::Card> {
        let places = slugs.into_iter().filter_map(|slug| self.catalog.product(slug));
        places.map(|place| self.card(lang, place)).collect()
    }

    /// The first picture of a product in a role.
    pub(super) fn first_picture(
        &self,
        lang: Lang,
        product: &Product<'_>,
        role: &str,
    ) -> Option<view::Picture> {
        let alt = product.words[lang].alts.first()?.text.clone();
        Some(self.picture(role, product.pictures.first()?, alt))
    }
}

/// How much a piece of what the product's price is for holds.
fn cheapest_measure<'p>(product: &'p Product<'_>) -> Option<&'p UnitMeasure> {
    let priced = product.variants.iter().filter(|variant| variant.price == product.price);
    match product.variants.is_empty() {
        true => product.measure.as_ref(),
        false => priced.map(|variant| variant.measure.as_ref()).next().flatten(),
    }
}

/// The state as themes know it.
fn state(stock: Stock) -> &'static str {
    match stock {
        Stock::Discontinued => "discontinued",
        Stock::MadeToOrder(_) => "made-to-order",
        Stock::PreOrder(_) => "pre-order",
        stock if !stock.is_available() => "out",
        stock if stock.is_low() => "low",
        _ => "in-stock",
    }
}
