//! `orders/<language>.json`: what the theme's scripts have to know, in a language. Public facts and words alone.
//!
//! It is fetched at the first touch, of a form or of a picture, so that no page carries it. A shop that takes no orders has
//! it when its theme has words for scripts.

use serde_json::{Map, Value, json};

use super::{Item, ItemKind, ListKind, SitePlan, Subject};
use crate::{
    base::{address::Address, language::Lang, money::Money},
    catalog::{Catalog, Product, Terms},
    config::{OrderService, Orders, PaymentKind},
    theme::Theme,
};

pub(super) fn items(catalog: &Catalog<'_>, theme: &Theme) -> Vec<Item> {
    let takes_orders = catalog.config.orders.is_some();
    let langs = catalog
        .config
        .langs()
        .filter(|lang| takes_orders || theme.words[*lang].texts("script.").next().is_some());
    let file =
        |lang| Address::file(["orders", format!("{}.json", catalog.config.tag(lang).as_str()).as_str()]);
    langs
        .map(|lang| Item { address: file(lang), kind: ItemKind::List(ListKind::OrderScript(lang)) })
        .collect()
}

impl SitePlan<'_> {
    pub(super) fn order_script(&self, lang: Lang) -> String {
        let config = self.catalog.config;
        let words: Map<String, Value> = self.theme.words[lang]
            .texts("script.")
            .map(|(key, text)| (key.to_owned(), Value::from(text)))
            .collect();
        let calendar = self.catalog.delivery().map(|delivery| &delivery.calendar);
        let closed = calendar
            .map_or_else(Vec::new, |calendar| calendar.closed.iter().map(|day| *day as u8 + 1).collect());
        let holidays = calendar
            .map_or_else(Vec::new, |calendar| calendar.holidays.iter().map(ToString::to_string).collect());
        let script = json!({
            "words": words,
            "money": self.amount(lang, sample(config.currency.exponent())).text,
            "zones": self.catalog.terms(None).map(|terms| zones_text(&terms)),
            "timeZone": config.time_zone.iana_name(),
            "cutoff": calendar.and_then(|calendar| calendar.cutoff).map(|at| at.strftime("%H:%M").to_string()),
            "closed": closed,
            "holidays": holidays,
            "basket": self.link(Subject::Basket, lang),
            "thanks": self.link(Subject::Thanks, lang),
            "fetch": config.orders.as_ref().is_some_and(|orders| self.fetches(orders)),
            "leads": config
                .orders
                .as_ref()
                .is_some_and(|orders| matches!(orders.service, OrderService::Endpoint { .. })),
        });
        format!("{script}\n")
    }

    /// Whether a script may post the form by itself: not where the answer is a page that the buyer must see.
    fn fetches(&self, orders: &Orders) -> bool {
        let hosted = self.catalog.config.payments.iter().any(|payment| payment.kind == PaymentKind::Hosted);
        !hosted && !matches!(orders.service, OrderService::AppsScript { .. })
    }

    /// Zones of a product, when they are not those of the shop.
    pub(super) fn own_zones(&self, product: &Product<'_>) -> Option<String> {
        let shop = zones_text(&self.catalog.terms(None)?);
        let own = zones_text(&self.catalog.terms(Some(product))?);
        (own != shop).then_some(own)
    }
}

/// `dhaka=6000/500000+3`: charge, from which worth on it is free, and days at most; by `,`.
fn zones_text(terms: &Terms<'_>) -> String {
    let one = |one: &crate::catalog::ZoneTerms<'_>| {
        let free = one.zone.free_above.map_or_else(String::new, |free| format!("/{}", free.minor()));
        format!("{}={}{free}+{}", one.zone.id, one.charge.minor(), terms.days(one).most)
    };
    terms.zones.iter().map(one).collect::<Vec<_>>().join(",")
}

/// 1,234,567 and the digits 8 and 9 behind the point: the script sees from it how the language writes money.
fn sample(exponent: u8) -> Money {
    let digits = "1234567891234";
    let minor = digits.get(..7 + usize::from(exponent)).and_then(|digits| digits.parse().ok());
    Money::from_minor(minor.unwrap_or_default())
}
