//! What is left on the shelf when the orders are sent.

use std::collections::BTreeMap;

use crate::{
    catalog::{Catalog, Stock},
    diag::Failure,
    orders::{Desk, Kind},
    sheet::{self, Cell},
};

/// A sheet for `posra stock set`: the new count of everything that is counted and was ordered. Only orders for which
/// goods may be sent are counted; a count never goes below 0.
pub fn stock(catalog: &Catalog<'_>, desk: &Desk, kind: sheet::Kind) -> Result<Vec<u8>, Failure> {
    let mut left: BTreeMap<&str, u32> = BTreeMap::new();
    for order in desk.sendable().filter(|order| order.kind == Kind::Order) {
        for line in &order.lines {
            let Some(product) = line.product.and_then(|place| catalog.products.get(place)) else { continue };
            let variant = line.variant.and_then(|at| product.variants.get(at));
            if let Stock::Count { pieces, .. } = variant.map_or(product.stock, |one| one.stock) {
                let count = left.entry(&line.sku).or_insert(pieces);
                *count = count.saturating_sub(line.quantity);
            }
        }
    }
    let rows = left.into_iter().map(|(sku, count)| [sku.into(), Cell::Number(count.to_string())]);
    sheet::write(kind, ["sku", "stock"], rows)
}
