//! What an order costs in all, for readers without script: each zone, for a few pieces.

use super::SitePlan;
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Product, goods},
    view::{Totals, TotalsRow},
};

/// Numbers of pieces that are shown.
const NUMBERS: u32 = 3;

impl SitePlan<'_> {
    /// The table, when all that can be chosen costs the same; `None` when the choice decides.
    pub(super) fn totals(&self, lang: Lang, product: &Product<'_>, most: u16) -> Option<Totals> {
        let goods = goods(product);
        let (first, others) = goods.split_first()?;
        let alike = others.iter().all(|one| one.price == first.price && one.tiers == first.tiers);
        let terms = self.catalog.terms(Some(product)).filter(|_| alike)?;
        let rule = product.quantity;
        let numbers: Vec<u32> = (0..NUMBERS)
            .map(|step| u32::from(rule.least) + step * u32::from(rule.step))
            .filter(|number| *number <= u32::from(most))
            .collect();
        let row = |one: &crate::catalog::ZoneTerms<'_>| {
            let sum = |number: &u32| {
                let worth = first.unit(*number).minor().checked_mul(i64::from(*number))?;
                let worth = Money::from_minor(worth);
                Some(self.amount(lang, worth.plus(one.charge_for(worth))?).text)
            };
            let sums = numbers.iter().map(sum).collect::<Option<Vec<String>>>()?;
            Some(TotalsRow { zone: self.said(lang, &one.zone.name[lang]), sums })
        };
        let rows = terms.zones.iter().map(row).collect::<Option<Vec<TotalsRow>>>()?;
        let locale = &self.catalog.config.locales[lang];
        let numbers = numbers.iter().map(|number| locale.integer(i64::from(*number))).collect();
        (!rows.is_empty()).then_some(Totals { numbers, rows })
    }
}
