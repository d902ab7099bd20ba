//! Related products: chosen by hand, then found in a linear pass, the same on every machine.
//!
//! Each product looks at its neighbours in its first collection (a ring, so the last
//! one sees the first) and takes those that share most tags and cost about the same.
//! One that stands in no collection looks at those with the same first tag. The window
//! is fixed, so the cost grows with the shop and not with its square.

use std::collections::BTreeMap;

use super::{Arranged, ListOf, lists::Lists};
use crate::{
    base::language::Lang,
    catalog::{Catalog, Product},
};

/// Related products of a page.
const SHOWN: usize = 4;

/// Neighbours that are looked at.
const WINDOW: usize = 24;

/// Related products of each product. Those that are in no list are related to none, unless by hand.
pub(super) fn related(catalog: &Catalog<'_>, lists: &Lists) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); catalog.products.len()];
    for collection in 0..catalog.collections.len() {
        let list = lists.of(ListOf::Collection(collection)).members(Lang::FIRST, Arranged::Own);
        for (at, place) in list.iter().enumerate() {
            if catalog.products[*place].collections.first() == Some(&collection) {
                found[*place] = nearest(catalog, list, at);
            }
        }
    }
    for list in by_tag(catalog).into_values() {
        for (at, place) in list.iter().enumerate() {
            if catalog.products[*place].collections.is_empty() {
                found[*place] = nearest(catalog, &list, at);
            }
        }
    }
    let places = 0..catalog.products.len();
    places.zip(found).map(|(place, found)| by_hand(catalog, place, found)).collect()
}

/// Products by their first tag.
fn by_tag<'c>(catalog: &'c Catalog<'_>) -> BTreeMap<&'c str, Vec<usize>> {
    let mut lists: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for place in catalog.listed() {
        if let Some(tag) = catalog.products[place].tags.first() {
            lists.entry(tag).or_default().push(place);
        }
    }
    lists
}

/// Those that the merchant chose, then those that were found; none that goes with it, which are shown apart.
fn by_hand(catalog: &Catalog<'_>, mine: usize, found: Vec<usize>) -> Vec<usize> {
    let product = &catalog.products[mine];
    let place = |slug| catalog.product(slug);
    let chosen: Vec<usize> = product.related.iter().filter_map(place).collect();
    let beside: Vec<usize> = product.goes_with.iter().filter_map(place).collect();
    // What goes with it is shown too: together they are no more than the page can bear.
    let most = chosen.len().max(SHOWN.saturating_sub(beside.len()));
    let mut all = Vec::new();
    for other in chosen.into_iter().chain(found) {
        if other != mine && !all.contains(&other) && !beside.contains(&other) {
            all.push(other);
        }
    }
    all.truncate(most);
    all
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
    near.into_iter().take(2 * SHOWN).map(|(_, _, other)| other).collect()
}

/// Smaller is nearer: sold-out goods last, then fewer shared tags and collections, then other price bands.
fn distance(mine: &Product<'_>, other: &Product<'_>) -> u64 {
    let shared_tags = mine.tags.iter().filter(|tag| other.tags.contains(tag)).count() as u64;
    let shared_collections =
        mine.collections.iter().filter(|one| other.collections.contains(one)).count() as u64;
    let cost = |product: &Product<'_>| product.price.map_or(1, |price| price.now.minor().max(1));
    let (a, b) = (cost(mine), cost(other));
    let band = u64::from((a.max(b) / a.min(b)).ilog2());
    let sold_out = if other.is_available() { 0 } else { 1000 };
    sold_out + 100u64.saturating_sub(10 * (shared_tags + shared_collections)) + band.min(9)
}
