//! All orders of some exports, checked.

use super::{Order, Posted, Weight, goods::shelf, join::join, judge::judge};
use crate::catalog::Catalog;

/// Orders, the earliest first, copies joined.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The orders.
    pub orders: Vec<Order>,
    /// How many came, copies counted.
    pub came: usize,
}

/// Checks every order against the catalogue.
pub fn check(catalog: &Catalog<'_>, posted: &[Posted]) -> Desk {
    let shelf = shelf(catalog);
    let orders = posted.iter().map(|one| judge(catalog, &shelf, one)).collect();
    Desk { orders: join(orders, posted), came: posted.len() }
}

impl Desk {
    /// How many orders have this as their weightiest finding.
    pub fn count(&self, weight: Option<Weight>) -> usize {
        self.orders.iter().filter(|order| order.weight() == weight).count()
    }

    /// Those for which goods may be sent.
    pub fn sendable(&self) -> impl Iterator<Item = &Order> {
        self.orders.iter().filter(|order| order.is_sendable())
    }
}
