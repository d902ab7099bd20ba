//! A key that is given a value, wherever it stands and however it is written.

use std::ops::Range;

use toml_edit::Value as Written;

use super::{
    Change, Value,
    find::{Entry, Home},
    lines::{Lines, Splice},
    list::{self, Seat},
    value::{said, says, text_said},
};

/// What is to be done; nothing when the value is there. `Err` is the place of what cannot be given such a value.
pub(super) fn changed(
    lines: &Lines<'_>,
    home: &Home<'_>,
    change: &Change,
) -> Result<Vec<Splice>, Option<Range<usize>>> {
    let (own, others): (Vec<Entry<'_>>, Vec<Entry<'_>>) =
        home.entries(lines).into_iter().partition(|entry| entry.key == change.key);
    let below = home.below_headers(change.key, lines);
    match (own.as_slice(), &change.value) {
        ([one], value) if !one.dotted && says(one.value, value) => Ok(Vec::new()),
        ([], _) if below.is_empty() => Ok(new(lines, home, &others, change)),
        ([one], Value::Item(text)) if !one.dotted => match one.value {
            Written::Array(array) => list::appended(lines, array, one.span.clone(), &text_said(text)),
            _ => None,
        }
        .ok_or(Some(one.span.clone())),
        (_, Value::Item(_)) => Err(own.first().map(|one| one.span.clone()).or(below.first().cloned())),
        ([one], value) if !one.dotted => Ok(vec![(one.span.clone(), said(value))]),
        // A table in many places becomes one value: in the first of its lines, or in a new one.
        ([], _) => Ok(cut(lines, below, new(lines, home, &others, change))),
        ([one, more @ ..], value) => {
            let equals = lines.text(one.key_end..one.span.start);
            let whole = (one.start..one.span.end, format!("{}{equals}{}", change.key, said(value)));
            let gone = more.iter().map(|one| one.start..one.span.end);
            match home {
                Home::Lines(..) => Ok(cut(lines, gone.chain(below).collect(), vec![whole])),
                Home::Braces(..) => Ok(cut_in_braces(home, lines, change.key, whole)),
            }
        }
    }
}

/// The change with `gone` taken away as well.
fn cut(lines: &Lines<'_>, gone: Vec<Range<usize>>, mut splices: Vec<Splice>) -> Vec<Splice> {
    splices.extend(gone.into_iter().map(|piece| lines.without(piece)));
    splices
}

/// `whole` in place of the first entry of `key`; the others go with the comma before them.
fn cut_in_braces(home: &Home<'_>, lines: &Lines<'_>, key: &str, whole: Splice) -> Vec<Splice> {
    let entries = home.entries(lines);
    let mut splices = Vec::new();
    for two in entries.windows(2).filter(|two| two[1].key == key && two[1].span.end != whole.0.end) {
        splices.push((two[0].span.end..two[1].span.end, String::new()));
    }
    splices.push(whole);
    splices
}

/// A key that was not there: after the best of those that the change names, else after the last.
fn new(lines: &Lines<'_>, home: &Home<'_>, others: &[Entry<'_>], change: &Change) -> Vec<Splice> {
    let written = format!("{} = {}", change.key, said(&change.value));
    let named = change.after.iter().find_map(|key| others.iter().rev().find(|entry| entry.key == *key));
    match (home, named.or(others.last())) {
        (Home::Lines(..), Some(entry)) => vec![lines.below(entry.span.end, entry.start, &written)],
        (Home::Lines(_, Some(header)), None) => vec![lines.below(header.end, header.start, &written)],
        (Home::Lines(_, None), None) => vec![lines.on_top(&written)],
        (Home::Braces(..), Some(entry)) => list::behind(lines, &Seat::of(entry), &written),
        (Home::Braces(_, span), None) => {
            vec![list::first(lines, span.start + 1..span.end - 1, " ", &written)]
        }
    }
}
