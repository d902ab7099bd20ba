//! The promises of delivery and returns, for the shop and for one product.

use super::{SitePlan, Subject};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Days, Delivery, Product, Zone},
    schema::{RefundKind, ReturnMethod, ReturnPayer},
    view::{self, Link},
};

/// A zone as it holds for one product.
pub(super) struct ZoneTerms<'c> {
    pub(super) zone: &'c Zone,
    /// What it costs, surcharge included.
    pub(super) charge: Money,
}

/// Delivery as it holds for one product.
pub(super) struct Terms<'c> {
    pub(super) handling: Days,
    pub(super) zones: Vec<ZoneTerms<'c>>,
}

impl SitePlan<'_> {
    /// How the shop delivers `product`, or anything when there is none.
    pub(super) fn terms(&self, product: Option<&Product<'_>>) -> Option<Terms<'_>> {
        let delivery: &Delivery = self.catalog.delivery()?;
        let exception = product.and_then(|product| product.delivery.as_ref());
        let surcharge = exception.and_then(|one| one.surcharge).unwrap_or(Money::ZERO);
        let only = exception.and_then(|one| one.only_zones.as_ref());
        let zones = delivery
            .zones
            .iter()
            .enumerate()
            .filter(|(place, _)| only.is_none_or(|only| only.contains(place)));
        Some(Terms {
            handling: exception.and_then(|one| one.handling).unwrap_or(delivery.handling),
            zones: zones
                .map(|(_, zone)| ZoneTerms {
                    zone,
                    charge: zone.charge.plus(surcharge).unwrap_or(zone.charge),
                })
                .collect(),
        })
    }

    /// Delivery of the shop.
    pub(super) fn shop_delivery(&self, lang: Lang) -> Option<view::Delivery> {
        self.delivery_view(lang, &self.terms(None)?, None)
    }

    /// Delivery of a product.
    pub(super) fn product_delivery(&self, lang: Lang, product: &Product<'_>) -> Option<view::Delivery> {
        self.delivery_view(lang, &self.terms(Some(product))?, product.words[lang].delivery_note.clone())
    }

    fn delivery_view(&self, lang: Lang, terms: &Terms<'_>, note: Option<String>) -> Option<view::Delivery> {
        let first = terms.zones.first().and_then(|one| one.zone.free_above);
        let shared = first.filter(|free| terms.zones.iter().all(|one| one.zone.free_above == Some(*free)));
        Some(view::Delivery {
            zones: terms.zones.iter().map(|one| self.zone_view(lang, terms, one)).collect(),
            handling: days(terms.handling),
            free_above: shared.map(|free| self.amount(lang, free)),
            note,
            policy: self.policy_link(lang, "delivery")?,
        })
    }

    fn zone_view(&self, lang: Lang, terms: &Terms<'_>, one: &ZoneTerms<'_>) -> view::Zone {
        view::Zone {
            id: one.zone.id.to_string(),
            name: one.zone.name[lang].clone(),
            charge: self.charge(lang, one.charge),
            days: view::Days {
                least: terms.handling.least.saturating_add(one.zone.days.least),
                most: terms.handling.most.saturating_add(one.zone.days.most),
            },
            free_above: one.zone.free_above.map(|free| self.amount(lang, free)),
        }
    }

    /// A charge; `None` when there is nothing to pay.
    pub(super) fn charge(&self, lang: Lang, charge: Money) -> Option<view::Amount> {
        (charge != Money::ZERO).then(|| self.amount(lang, charge))
    }

    /// The return promise of the shop.
    pub(super) fn shop_returns(&self, lang: Lang) -> Option<view::Returns> {
        let window = self.catalog.returns()?.window_days;
        self.returns_view(lang, window, None)
    }

    /// The return promise of a product.
    pub(super) fn product_returns(&self, lang: Lang, product: &Product<'_>) -> Option<view::Returns> {
        self.returns_view(lang, self.return_window(product)?, product.words[lang].returns_note.clone())
    }

    /// Days in which a product may come back.
    pub(super) fn return_window(&self, product: &Product<'_>) -> Option<u16> {
        let shop = self.catalog.returns()?.window_days;
        Some(product.returns.as_ref().and_then(|one| one.window_days).unwrap_or(shop))
    }

    fn returns_view(&self, lang: Lang, window_days: u16, note: Option<String>) -> Option<view::Returns> {
        let returns = self.catalog.returns()?;
        let method = |method: &ReturnMethod| match method {
            ReturnMethod::Courier => "courier",
            ReturnMethod::Shop => "shop",
        };
        Some(view::Returns {
            window_days,
            paid_by: match returns.paid_by {
                ReturnPayer::Shop => "shop",
                ReturnPayer::Buyer => "buyer",
            },
            refund_days: returns.refund_days,
            refund: match returns.refund {
                RefundKind::Full => "full",
                RefundKind::Exchange => "exchange",
                RefundKind::Credit => "credit",
            },
            methods: returns.methods.iter().map(method).collect(),
            conditions: returns.conditions[lang].clone(),
            note,
            policy: self.policy_link(lang, "returns")?,
        })
    }

    /// The link of a policy.
    pub(super) fn policy_link(&self, lang: Lang, slug: &str) -> Option<Link> {
        let place = self.catalog.policies.iter().position(|policy| policy.slug.as_str() == slug)?;
        Some(Link {
            title: self.catalog.policies[place].words[lang].title.clone(),
            link: self.link(Subject::Policy(place), lang),
            current: false,
        })
    }
}

fn days(days: Days) -> view::Days {
    view::Days { least: days.least, most: days.most }
}
