//! Copies of one order: pressed twice, sent again after a dead line, mended and sent again, exported twice.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::{Finding, Order, Posted};

/// Orders of the same goods by the same phone are one when no more than this lies between them.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);

/// Joins copies into the first of them, or the last one where an id says that they are one order, and tells ids and transfers that stand in several orders. `posted` stand in the order of `orders`.
pub(super) fn join(orders: Vec<Order>, posted: &[Posted]) -> Vec<Order> {
    let mut kept: Vec<(Order, &Posted, Vec<crate::diag::Place>)> = Vec::new();
    let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut all: Vec<(Order, &Posted)> = orders.into_iter().zip(posted).collect();
    // The earliest first; those without a time stay where they are, at the end.
    all.sort_by_key(|(order, _)| (order.at.is_none(), order.at));
    for (order, posted) in all {
        let keys = keys(&order);
        let candidates = keys.iter().filter_map(|key| places.get(key)).flatten().copied();
        let same =
            candidates.into_iter().find(|at| kept.get(*at).is_some_and(|one| is_copy(one, (&order, posted))));
        match same.and_then(|at| kept.get_mut(at)) {
            // With the same id it is the buyer's own last word: an address mended after going back.
            Some((kept, kept_posted, copies)) if kept.id.is_some() && kept.id == order.id => {
                copies.push(kept.place.clone());
                (*kept, *kept_posted) = (order, posted);
            }
            Some((_, _, copies)) => copies.push(order.place.clone()),
            None => {
                for key in keys {
                    places.entry(key).or_default().push(kept.len());
                }
                kept.push((order, posted, Vec::new()));
            }
        }
    }
    let mut orders: Vec<Order> = kept
        .into_iter()
        .map(|(mut order, _, copies)| {
            if !copies.is_empty() {
                order.findings.push(Finding::Joined(copies));
            }
            order
        })
        .collect();
    tell_twice(&mut orders, |order| order.id.clone(), Finding::IdTwice);
    tell_twice(&mut orders, |order| order.transaction.clone(), Finding::TransactionTwice);
    orders
}

/// What copies have in common.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Id(String),
    /// Kind, phone and what it is about.
    Content(&'static str, String, Content),
}

fn keys(order: &Order) -> Vec<Key> {
    let phone = order.phone.clone().unwrap_or_else(|| order.typed_phone.clone());
    let content = Key::Content(order.kind.name(), phone, content(order));
    order.id.clone().map(Key::Id).into_iter().chain([content]).collect()
}

/// What an order asks for: goods; what has none is told from others by its words.
type Content = (Vec<(String, u32)>, String, String);

fn content(order: &Order) -> Content {
    let words = |text: &String| if order.kind.has_goods() { String::new() } else { text.clone() };
    (goods(order), words(&order.about), words(&order.note))
}

fn goods(order: &Order) -> Vec<(String, u32)> {
    let mut goods: Vec<_> = order.lines.iter().map(|line| (line.sku.clone(), line.quantity)).collect();
    goods.sort();
    goods
}

/// Whether an order is a copy of one that was kept, or of its last copy.
fn is_copy(
    (first, first_posted, _): &(Order, &Posted, Vec<crate::diag::Place>),
    (order, posted): (&Order, &Posted),
) -> bool {
    if content(first) != content(order) {
        return false;
    }
    match (&first.id, &order.id) {
        (Some(one), Some(other)) => one == other,
        // Without script there is no id: what was sent, by whom, and when.
        _ => match (first.at, order.at) {
            (Some(one), Some(other)) => other.duration_since(one).abs() <= WINDOW,
            _ => first_posted.fields == posted.fields,
        },
    }
}

/// Tells what two different orders share and should not.
fn tell_twice(
    orders: &mut [Order],
    shared: impl Fn(&Order) -> Option<String>,
    finding: impl Fn(String) -> Finding,
) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in orders.iter().filter_map(&shared) {
        *counts.entry(value).or_default() += 1;
    }
    for order in orders {
        if let Some(value) = shared(order).filter(|value| counts.get(value).is_some_and(|count| *count > 1)) {
            order.findings.push(finding(value));
        }
        order.sort_findings();
    }
}
