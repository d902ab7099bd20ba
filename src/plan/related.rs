//! Related products: a linear pass, the same on every machine.
//!
//! Each product looks at its neighbours in its first collection (a ring, so the last
//! one sees the first) and takes those that share most tags and cost about the same.
//! The window is fixed, so the cost grows with the shop and not with its square.

use crate::catalog::{Catalog, Product};

/// Related products of a page.
const SHOWN: usize = 4;

/// Neighbours that are looked at.
const WINDOW: usize = 24;

/// Related products of each product.
pub(super) fn related(catalog: &Catalog<'_>, members: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut related = vec![Vec::new(); catalog.products.len()];
    for (collection, list) in members.iter().enumerate() {
        for (at, place) in list.iter().enumerate() {
            if catalog.products[*place].collections.first() == Some(&collection) {
                related[*place] = nearest(catalog, list, at);
            }
        }
    }
    related
}

fn nearest(catalog: &Catalog<'_>, list: &[usize], at: usize) -> Vec<usize> {
    let mine = &catalog.products[list[at]];
    let count = list.len().saturating_sub(1).min(WINDOW);
    let mut near: Vec<(u64, usize, usize)> = (1..=count)
        .map(|step| {
            let other = list[(at + step) % list.len()];
            (distance(mine, &catalog.products[other]), step, other)
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(SHOWN).map(|(_, _, other)| other).collect()
}

/// Smaller is nearer: sold-out goods last, then fewer shared tags and collections, then other price bands.
fn distance(mine: &Product<'_>, other: &Product<'_>) -> u64 {
    let shared_tags = mine.tags.iter().filter(|tag| other.tags.contains(tag)).count() as u64;
    let shared_collections =
        mine.collections.iter().filter(|one| other.collections.contains(one)).count() as u64;
    let (a, b) = (mine.price.now.minor().max(1), other.price.now.minor().max(1));
    let band = u64::from((a.max(b) / a.min(b)).ilog2());
    let sold_out = if other.stock.is_available() { 0 } else { 1000 };
    sold_out + 100u64.saturating_sub(10 * (shared_tags + shared_collections)) + band.min(9)
}
