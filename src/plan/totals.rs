//! What an order costs in all, for readers without script: each price, each zone, a few pieces.

use super::SitePlan;
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Product, Terms, ZoneTerms, goods},
    ticket::Priced,
    view::{Totals, TotalsGroup, TotalsRow},
};

/// Numbers of pieces that are shown.
const NUMBERS: u32 = 3;

/// Most prices that are shown: more would be a price list, not a help.
const PRICES: usize = 6;

impl SitePlan<'_> {
    /// The table, for each price that the variants have; `None` when nothing is sent, or they have too many.
    pub(super) fn totals(&self, lang: Lang, product: &Product<'_>, most: u16) -> Option<Totals> {
        let prices = prices(product);
        let terms = self.catalog.terms(Some(product)).filter(|terms| !terms.zones.is_empty())?;
        if prices.is_empty() || prices.len() > PRICES {
            return None;
        }
        let rule = product.quantity;
        let numbers: Vec<u32> = (0..NUMBERS)
            .map(|step| u32::from(rule.least) + step * u32::from(rule.step))
            .filter(|number| *number <= u32::from(most))
            .collect();
        let several = prices.len() > 1;
        let group = |priced: &Priced| {
            let price = several.then(|| self.amount(lang, priced.unit(1)).text);
            Some(TotalsGroup { price, rows: self.totals_rows(lang, priced, &terms, &numbers)? })
        };
        let groups = prices.iter().map(group).collect::<Option<Vec<TotalsGroup>>>()?;
        let locale = &self.catalog.config.locales[lang];
        let numbers = numbers.iter().map(|number| locale.integer(i64::from(*number))).collect();
        Some(Totals { numbers, groups })
    }

    fn totals_rows(
        &self,
        lang: Lang,
        priced: &Priced,
        terms: &Terms<'_>,
        numbers: &[u32],
    ) -> Option<Vec<TotalsRow>> {
        let row = |one: &ZoneTerms<'_>| {
            let sum = |number: &u32| {
                let worth = Money::from_minor(priced.unit(*number).minor().checked_mul(i64::from(*number))?);
                Some(self.amount(lang, worth.plus(one.charge_for(worth))?).text)
            };
            let sums = numbers.iter().map(sum).collect::<Option<Vec<String>>>()?;
            Some(TotalsRow { zone: self.said(lang, &one.zone.name[lang]), sums })
        };
        terms.zones.iter().map(row).collect()
    }
}

/// One of the goods for each price that they have, in their order.
fn prices(product: &Product<'_>) -> Vec<Priced> {
    let mut prices: Vec<Priced> = Vec::new();
    for one in goods(product) {
        if !prices.iter().any(|known| known.price == one.price && known.tiers == one.tiers) {
            prices.push(one);
        }
    }
    prices
}
