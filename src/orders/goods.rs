//! The goods of an order, and what they cost.

use std::collections::BTreeMap;

use super::{Finding, Posted, posted::plain};
use crate::{
    base::{count::count, money::Money, name::Sku},
    catalog::{Catalog, Life, Product, Stock, goods},
    ticket::{Priced, Promise},
};

/// Most lines of one order.
const MOST_LINES: usize = 100;

/// So many pieces of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Stock keeping unit.
    pub sku: String,
    /// Place of the product in the catalogue.
    pub product: Option<usize>,
    /// Place of the variant in the product.
    pub variant: Option<usize>,
    /// Pieces; 0 when the number makes no sense.
    pub quantity: u32,
    /// Price of one piece: as promised, else as published.
    pub unit: Option<Money>,
}

impl Line {
    /// What the pieces cost together; `None` when price or number is not known.
    pub fn sum(&self) -> Option<Money> {
        if self.quantity == 0 {
            return None;
        }
        let minor = self.unit?.minor().checked_mul(i64::from(self.quantity))?;
        Some(Money::from_minor(minor))
    }
}

/// What the shop sells, by SKU: places of the product and of the variant.
pub(super) type Shelf<'c> = BTreeMap<&'c str, (usize, Option<usize>)>;

/// Every SKU that can be ordered, or could be once.
pub(super) fn shelf<'c>(catalog: &'c Catalog<'_>) -> Shelf<'c> {
    let mut shelf = Shelf::new();
    for (place, product) in catalog.products.iter().enumerate() {
        if product.variants.is_empty() {
            shelf.insert(product.sku.as_str(), (place, None));
        }
        for (at, variant) in product.variants.iter().enumerate() {
            shelf.insert(variant.sku.as_str(), (place, Some(at)));
        }
    }
    shelf
}

/// SKUs and numbers as they were posted: of a product's form, or of a basket (`CUP-S*2 POT*1`).
fn wanted(posted: &Posted) -> Vec<(&str, &str)> {
    let items = posted.field("items");
    if items.is_empty() {
        return vec![(posted.field("variant"), posted.field("quantity"))];
    }
    items.split_whitespace().map(|item| item.split_once('*').unwrap_or((item, ""))).collect()
}

/// The lines of an order, with what is to be said of them.
pub(super) fn lines(
    catalog: &Catalog<'_>,
    shelf: &Shelf<'_>,
    posted: &Posted,
    (counts, takes_sold_out): (bool, bool),
    found: &mut Vec<Finding>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let wanted = wanted(posted);
    if wanted.len() > MOST_LINES {
        found.push(Finding::TooLarge);
    }
    for (sku, number) in wanted.into_iter().take(MOST_LINES) {
        let Some((product, variant)) = shelf.get(sku).copied() else {
            found.push(Finding::SkuUnknown(sku.to_owned()));
            let sku = plain(sku, Sku::MAX).0;
            lines.push(Line { sku, product: None, variant: None, quantity: 0, unit: None });
            continue;
        };
        let quantity = if counts { pieces(catalog, product, sku, number, found) } else { 1 };
        let line = Line { sku: sku.to_owned(), product: Some(product), variant, quantity, unit: None };
        stock(&catalog.products[product], &line, takes_sold_out, found);
        lines.push(line);
    }
    if let [Line { sku, product: Some(place), .. }] = lines.as_slice() {
        let (told, own) = (posted.field("product"), &catalog.products[*place].sku);
        if !told.is_empty() && told != own.as_str() {
            found.push(Finding::SkuOther { product: told.to_owned(), sku: sku.clone() });
        }
    }
    lines
}

/// A number of pieces that the product may be ordered in.
fn pieces(catalog: &Catalog<'_>, product: usize, sku: &str, number: &str, found: &mut Vec<Finding>) -> u32 {
    let rule = catalog.products[product].quantity;
    let shop = catalog.config.orders.as_ref().map_or(u16::MAX, |orders| orders.max_quantity);
    let (least, step) = (u32::from(rule.least), u32::from(rule.step.max(1)));
    let most = u32::from(rule.most.unwrap_or(shop).max(rule.least));
    let pieces = count(number).filter(|pieces| (least..=most).contains(pieces));
    match pieces.filter(|pieces| (pieces - least) % step == 0) {
        Some(pieces) => pieces,
        None => {
            found.push(Finding::Quantity { sku: sku.to_owned(), value: number.to_owned() });
            0
        }
    }
}

fn stock(product: &Product<'_>, line: &Line, takes_sold_out: bool, found: &mut Vec<Finding>) {
    let stock = line.variant.map_or(product.stock, |at| product.variants[at].stock);
    let gone = product.life != Life::Live || !stock.is_available();
    match stock {
        _ if takes_sold_out => {}
        _ if gone => found.push(Finding::SoldOut(line.sku.clone())),
        Stock::Count { pieces, .. } if pieces < line.quantity => {
            found.push(Finding::Short { sku: line.sku.clone(), pieces });
        }
        _ => {}
    }
}

/// Gives each line its price: the one that its page promised, else the one that the shop asks now.
pub(super) fn price(
    catalog: &Catalog<'_>,
    promises: &[(Promise, bool)],
    lines: &mut [Line],
    found: &mut Vec<Finding>,
) {
    for line in lines {
        let Some(product) = line.product.map(|place| &catalog.products[place]) else { continue };
        let unit = |priced: &Priced| priced.unit(line.quantity);
        let now = goods(product).iter().find(|one| one.sku.as_str() == line.sku).map(unit);
        let holds = promises.iter().filter(|(_, holds)| *holds);
        let promised = holds.filter_map(|(promise, _)| promise.priced(&line.sku)).map(unit).next();
        if let (Some(promised), Some(now)) = (promised, now)
            && promised != now
        {
            found.push(Finding::PriceChanged { sku: line.sku.clone(), promised, now });
        }
        if promised.or(now).is_none() {
            found.push(Finding::OnRequest(line.sku.clone()));
        }
        line.unit = promised.or(now);
    }
}

/// What all lines cost; `None` when a price is not known or the sum cannot be counted.
pub(super) fn worth(lines: &[Line]) -> Option<Money> {
    lines.iter().try_fold(Money::ZERO, |sum, line| sum.plus(line.sum()?))
}
