//! Finding the places, and putting the values there.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Change, Table, Value};
use crate::schema;

/// The text with all changes made; `None` when it cannot be read, or has no such table.
pub fn set(file: &str, text: &str, changes: &[Change]) -> Option<String> {
    let mut text = text.to_owned();
    for change in changes {
        text = one(file, &text, change)?;
    }
    Some(text)
}

fn one(file: &str, text: &str, change: &Change) -> Option<String> {
    let range = schema::toml_range(file, text).ok()?;
    let toml = text.get(range.clone())?;
    let document = DeTable::parse(toml).ok()?;
    let table = document.get_ref();
    let (place, written) = match change.table {
        Table::Top => top(toml, table, change)?,
        Table::Variant(which) => variant(toml, table, which, change)?,
    };
    let mut out = text.to_owned();
    out.replace_range(range.start + place.start..range.start + place.end, &written);
    Some(out)
}

/// The place of a value and what shall stand there.
type Splice = (Range<usize>, String);

fn top(toml: &str, table: &DeTable<'_>, change: &Change) -> Option<Splice> {
    if let Some(value) = table.get(change.key) {
        return Some(replaced(value, &change.value));
    }
    let plain = |value: &Spanned<DeValue<'_>>| !stands_below_a_header(toml, value);
    let keys: Vec<(&str, Range<usize>)> = table
        .iter()
        .filter(|(_, value)| plain(value))
        .map(|(name, value)| (name.get_ref().as_ref(), value.span()))
        .collect();
    Some(new_line(toml, after(&keys, change.after)?, change))
}

fn variant(toml: &str, table: &DeTable<'_>, which: usize, change: &Change) -> Option<Splice> {
    let DeValue::Array(variants) = table.get("variants")?.get_ref() else { return None };
    let variant = variants.get(which)?;
    let DeValue::Table(facts) = variant.get_ref() else { return None };
    if let Some(value) = facts.get(change.key) {
        return Some(replaced(value, &change.value));
    }
    let keys: Vec<(&str, Range<usize>)> =
        facts.iter().map(|(name, value)| (name.get_ref().as_ref(), value.span())).collect();
    let end = after(&keys, change.after)?;
    match toml.get(variant.span())?.starts_with('{') {
        true => Some((end..end, format!(", {} = {}", change.key, said(&change.value)))),
        false => Some(new_line(toml, end, change)),
    }
}

/// The value in place of the old one, unless that says the same.
fn replaced(old: &Spanned<DeValue<'_>>, new: &Value) -> Splice {
    let same = match (old.get_ref(), new) {
        (DeValue::Integer(number), Value::Integer(value)) => {
            i64::from_str_radix(number.as_str(), number.radix()).is_ok_and(|number| number == *value)
        }
        (DeValue::String(text), Value::Text(value)) => text == value,
        (DeValue::Datetime(when), Value::Day(day)) => when.to_string() == day.to_string(),
        _ => false,
    };
    match same {
        true => (old.span().start..old.span().start, String::new()),
        false => (old.span(), said(new)),
    }
}

/// Whether a value is written as a table of its own, below a `[header]`.
fn stands_below_a_header(toml: &str, value: &Spanned<DeValue<'_>>) -> bool {
    let begins = |span: Range<usize>, mark: char| toml.get(span).is_some_and(|text| text.starts_with(mark));
    match value.get_ref() {
        DeValue::Table(_) => !begins(value.span(), '{'),
        DeValue::Array(all) => all
            .iter()
            .next()
            .is_some_and(|one| matches!(one.get_ref(), DeValue::Table(_)) && !begins(one.span(), '{')),
        _ => false,
    }
}

/// Where the value of the first known key of `wanted` ends, else that of the last key.
fn after(keys: &[(&str, Range<usize>)], wanted: &[&str]) -> Option<usize> {
    let best = wanted.iter().find_map(|key| keys.iter().find(|(name, _)| name == key));
    best.map(|(_, span)| span.end).or_else(|| keys.iter().map(|(_, span)| span.end).max())
}

/// A line of its own after the line in which `end` stands, indented and ended like it.
fn new_line(toml: &str, end: usize, change: &Change) -> Splice {
    let start = toml[..end].rfind('\n').map_or(0, |at| at + 1);
    let indent: String = toml[start..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let line = format!("{indent}{} = {}", change.key, said(&change.value));
    match toml[end..].find('\n') {
        Some(rest) => {
            let at = end + rest + 1;
            let ending = if toml[..at].ends_with("\r\n") { "\r\n" } else { "\n" };
            (at..at, format!("{line}{ending}"))
        }
        None => (toml.len()..toml.len(), format!("\n{line}")),
    }
}

/// The value as TOML.
fn said(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => toml::Value::String(text.clone()).to_string(),
        Value::Day(day) => day.to_string(),
    }
}
