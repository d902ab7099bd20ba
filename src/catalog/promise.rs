//! What a page promises on its goods: the facts of its ticket.

use jiff::civil::Date;

use super::{Catalog, Price, Product, Tier};
use crate::{
    base::{money::Money, name::Sku},
    config::Orders,
    ticket::{Mark, Priced, Promise},
};

impl Catalog<'_> {
    /// What the page of `product` promises; `None` when nothing on it has a price, or the shop takes no orders.
    pub fn promise(&self, product: &Product<'_>) -> Option<Promise> {
        let orders = self.config.orders.as_ref()?;
        let goods = goods(product);
        (!goods.is_empty()).then(|| Promise {
            shop: self.config.site.shop(),
            currency: self.config.currency.code().to_owned(),
            goods,
            delivery: self.delivery_mark(product),
            returns: self.returns_mark(product),
            until: self.until(product, orders),
        })
    }

    /// Charges, days and zones, as they hold for a product.
    fn delivery_mark(&self, product: &Product<'_>) -> Mark {
        let Some(terms) = self.terms(Some(product)) else { return Mark::of(b"none") };
        let mut text = String::new();
        for one in &terms.zones {
            let (days, free) = (terms.days(one), one.zone.free_above.map_or(-1, Money::minor));
            let (id, charge) = (&one.zone.id, one.charge.minor());
            text.push_str(&format!("{id} {charge} {free} {} {}\n", days.least, days.most));
        }
        Mark::of(text.as_bytes())
    }

    /// Days, payers and refund, as they hold for a product.
    fn returns_mark(&self, product: &Product<'_>) -> Mark {
        let Some(returns) = self.returns() else { return Mark::of(b"none") };
        let window = self.return_window(product).unwrap_or(returns.window_days);
        let (paid_by, faulty) = (returns.paid_by, returns.faulty_paid_by);
        let (refund_days, refund, methods) = (returns.refund_days, returns.refund, &returns.methods);
        let text = format!("{window} {paid_by:?} {faulty:?} {refund_days} {refund:?} {methods:?}");
        Mark::of(text.as_bytes())
    }

    /// The last day on which the prices hold: an offer's end, else the end of the period after this one.
    fn until(&self, product: &Product<'_>, orders: &Orders) -> Date {
        let prices = product.variants.iter().map(|one| one.price).chain([product.price]);
        let ends = prices.flatten().filter_map(|price| price.offer).map(|offer| offer.ends).min();
        ends.unwrap_or_else(|| orders.tickets.period.end_after(self.config.today))
    }
}

/// Everything of a product that has a price, under its SKU.
pub fn goods(product: &Product<'_>) -> Vec<Priced> {
    let priced = |sku: &Sku, price: Option<Price>, tiers: &[Tier]| {
        let tiers = tiers.iter().map(|tier| (tier.from, tier.price)).collect();
        Some(Priced { sku: sku.clone(), price: price?.now, tiers })
    };
    if product.variants.is_empty() {
        return priced(&product.sku, product.price, &product.tiers).into_iter().collect();
    }
    product.variants.iter().filter_map(|one| priced(&one.sku, one.price, &one.tiers)).collect()
}
