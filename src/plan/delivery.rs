//! The promises of delivery and returns, for the shop and for one product.

use super::{SitePlan, Subject};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Days, Product, Terms, Text, ZoneTerms},
    schema::{RefundKind, Remedy, ReturnMethod, ReturnPayer, WarrantyGiver},
    view::{self, Link},
};

impl SitePlan<'_> {
    /// Delivery of the shop.
    pub(super) fn shop_delivery(&self, lang: Lang) -> Option<view::Delivery> {
        self.delivery_view(lang, &self.catalog.terms(None)?, None)
    }

    /// Delivery of a product.
    pub(super) fn product_delivery(&self, lang: Lang, product: &Product<'_>) -> Option<view::Delivery> {
        self.delivery_view(
            lang,
            &self.catalog.terms(Some(product))?,
            product.words[lang].delivery_note.as_ref(),
        )
    }

    fn delivery_view(&self, lang: Lang, terms: &Terms<'_>, note: Option<&Text>) -> Option<view::Delivery> {
        let first = terms.zones.first().and_then(|one| one.zone.free_above);
        let shared = first.filter(|free| terms.zones.iter().all(|one| one.zone.free_above == Some(*free)));
        Some(view::Delivery {
            zones: terms.zones.iter().map(|one| self.zone_view(lang, terms, one)).collect(),
            handling: days(terms.handling),
            free_above: shared.map(|free| self.amount(lang, free)),
            note: note.map(|note| self.said(lang, note)),
            policy: self.policy_link(lang, "delivery")?,
        })
    }

    fn zone_view(&self, lang: Lang, terms: &Terms<'_>, one: &ZoneTerms<'_>) -> view::Zone {
        view::Zone {
            id: one.zone.id.to_string(),
            name: self.said(lang, &one.zone.name[lang]),
            charge: self.charge(lang, one.charge),
            days: days(terms.days(one)),
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
        self.returns_view(
            lang,
            self.catalog.return_window(product)?,
            product.words[lang].returns_note.as_ref(),
        )
    }

    fn returns_view(&self, lang: Lang, window_days: u16, note: Option<&Text>) -> Option<view::Returns> {
        let returns = self.catalog.returns()?;
        let method = |method: &ReturnMethod| match method {
            ReturnMethod::Courier => "courier",
            ReturnMethod::Shop => "shop",
        };
        Some(view::Returns {
            window_days,
            paid_by: payer(returns.paid_by),
            faulty_paid_by: payer(returns.faulty_paid_by),
            refund_days: returns.refund_days,
            refund: match returns.refund {
                RefundKind::Full => "full",
                RefundKind::Exchange => "exchange",
                RefundKind::Credit => "credit",
            },
            methods: returns.methods.iter().map(method).collect(),
            conditions: returns.conditions[lang].iter().map(|one| self.said(lang, one)).collect(),
            note: note.map(|note| self.said(lang, note)),
            policy: self.policy_link(lang, "returns")?,
        })
    }

    /// The link of a policy.
    pub(super) fn policy_link(&self, lang: Lang, slug: &str) -> Option<Link> {
        let place = self.catalog.policies.iter().position(|policy| policy.slug.as_str() == slug)?;
        Some(self.link_to(lang, &self.catalog.policies[place].words[lang].title, Subject::Policy(place)))
    }

    /// A link with the merchant's words.
    pub(super) fn link_to(&self, lang: Lang, title: &Text, subject: Subject) -> Link {
        Link {
            title: title.text.clone(),
            lang: self.tongue(lang, title.lang),
            link: self.link(subject, lang),
            current: false,
        }
    }

    /// The warranty of the shop.
    pub(super) fn shop_warranty(&self, lang: Lang) -> Option<view::Warranty> {
        self.warranty_view(lang, self.catalog.warranty()?.months, None)
    }

    /// The warranty of a product.
    pub(super) fn product_warranty(&self, lang: Lang, product: &Product<'_>) -> Option<view::Warranty> {
        let months = self.warranty_months(product)?;
        self.warranty_view(lang, months, product.words[lang].warranty_note.as_ref())
    }

    /// Months of warranty on a product.
    pub(super) fn warranty_months(&self, product: &Product<'_>) -> Option<u16> {
        let shop = self.catalog.warranty()?.months;
        Some(product.warranty.as_ref().and_then(|one| one.months).unwrap_or(shop))
    }

    /// A warranty of no months is none, unless there is something to say about it.
    fn warranty_view(&self, lang: Lang, months: u16, note: Option<&Text>) -> Option<view::Warranty> {
        let warranty = self.catalog.warranty()?;
        if months == 0 && note.is_none() {
            return None;
        }
        let remedy = |remedy: &Remedy| match remedy {
            Remedy::Repair => "repair",
            Remedy::Replace => "replace",
            Remedy::Refund => "refund",
        };
        Some(view::Warranty {
            months,
            given_by: match warranty.given_by {
                WarrantyGiver::Shop => "shop",
                WarrantyGiver::Maker => "maker",
            },
            remedies: warranty.remedies.iter().map(remedy).collect(),
            covers: warranty.covers[lang].iter().map(|one| self.said(lang, one)).collect(),
            note: note.map(|note| self.said(lang, note)),
            policy: self.policy_link(lang, "warranty")?,
        })
    }
}

fn payer(payer: ReturnPayer) -> &'static str {
    match payer {
        ReturnPayer::Shop => "shop",
        ReturnPayer::Buyer => "buyer",
    }
}

pub(super) fn days(days: Days) -> view::Days {
    view::Days { least: days.least, most: days.most }
}
