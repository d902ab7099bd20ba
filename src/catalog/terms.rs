//! Delivery as it holds for one product, and what an order costs by it.

use super::{Catalog, Days, Product, Stock, Zone};
use crate::base::money::Money;

/// A zone as it holds for one product.
#[derive(Debug)]
pub struct ZoneTerms<'c> {
    /// The zone.
    pub zone: &'c Zone,
    /// What it costs, surcharge included.
    pub charge: Money,
}

/// Delivery as it holds for one product.
#[derive(Debug)]
pub struct Terms<'c> {
    /// Days until the goods are handed to the carrier, making included.
    pub handling: Days,
    /// The zones that they are sent to.
    pub zones: Vec<ZoneTerms<'c>>,
}

impl Catalog<'_> {
    /// How the shop delivers `product`, or anything when there is none.
    pub fn terms(&self, product: Option<&Product<'_>>) -> Option<Terms<'_>> {
        let delivery = self.delivery()?;
        let exception = product.and_then(|product| product.delivery.as_ref());
        let surcharge = exception.and_then(|one| one.surcharge).unwrap_or(Money::ZERO);
        let only = exception.and_then(|one| one.only_zones.as_ref());
        let zones = delivery
            .zones
            .iter()
            .enumerate()
            .filter(|(place, _)| only.is_none_or(|only| only.contains(place)));
        let handling = exception.and_then(|one| one.handling).unwrap_or(delivery.handling);
        Some(Terms {
            handling: making(product).map_or(handling, |making| making.and(handling)),
            zones: zones
                .map(|(_, zone)| ZoneTerms {
                    zone,
                    charge: zone.charge.plus(surcharge).unwrap_or(zone.charge),
                })
                .collect(),
        })
    }
}

impl Catalog<'_> {
    /// Days in which `product` may come back; `None` without a return promise.
    pub fn return_window(&self, product: &Product<'_>) -> Option<u16> {
        let shop = self.returns()?.window_days;
        Some(product.returns.as_ref().and_then(|one| one.window_days).unwrap_or(shop))
    }
}

impl Terms<'_> {
    /// Days from order to door.
    pub fn days(&self, one: &ZoneTerms<'_>) -> Days {
        self.handling.and(one.zone.days)
    }
}

impl ZoneTerms<'_> {
    /// What delivery costs when goods of this worth are ordered.
    pub fn charge_for(&self, goods: Money) -> Money {
        match self.zone.free_above {
            Some(free) if goods >= free => Money::ZERO,
            _ => self.charge,
        }
    }
}

/// Days of making, when all that can be had of a product is made to order.
fn making(product: Option<&Product<'_>>) -> Option<Days> {
    match product?.stock {
        Stock::MadeToOrder(days) => Some(days),
        _ => None,
    }
}
