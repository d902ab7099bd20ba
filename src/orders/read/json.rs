//! JSON of the services' interfaces: a list of objects, by itself or one step down.
//!
//! Sources, read 2026-11-26: Netlify API `listFormSubmissions` (`data` holds the fields), Formspree API
//! (`submissions`), Basin API (`submissions`, fields in `payload_params`).

use serde_json::{Map, Value};

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    orders::Posted,
};

/// Names under which the list of orders stands.
const LISTS: [&str; 5] = ["submissions", "data", "results", "items", "orders"];

/// Names under which the fields of one order stand.
const FIELDS: [&str; 4] = ["data", "payload_params", "payload", "fields"];

pub(super) fn read(file: &str, text: &str, found: &mut Diagnostics) -> Vec<Posted> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(cause) => {
            let place = Place::span(file, line_of(text, cause.line()));
            found.push(Diagnostic::error(Code::EXPORT_JSON).at(place).with("cause", cause));
            return Vec::new();
        }
    };
    let all = match value {
        Value::Array(all) => all,
        Value::Object(mut object) => match LISTS.iter().find_map(|name| list(&mut object, name)) {
            Some(all) => all,
            None => vec![Value::Object(object)],
        },
        _ => Vec::new(),
    };
    all.into_iter().filter_map(|one| posted(file, one)).collect()
}

fn list(object: &mut Map<String, Value>, name: &str) -> Option<Vec<Value>> {
    match object.get_mut(name)?.take() {
        Value::Array(all) => Some(all),
        other => {
            object.insert(name.to_owned(), other);
            None
        }
    }
}

/// The fields of an order before what the service says beside them, so that those are believed.
fn posted(file: &str, value: Value) -> Option<Posted> {
    let Value::Object(mut outer) = value else { return None };
    let inner = FIELDS.iter().find_map(|name| match outer.get_mut(*name)?.take() {
        Value::Object(inner) => Some(inner),
        _ => None,
    });
    let fields = inner.unwrap_or_default().into_iter().chain(outer);
    Some(Posted::new(fields.filter_map(|(name, value)| Some((name, plain(value)?))), Place::file(file)))
}

fn plain(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Bytes of a line, counted from 1.
fn line_of(text: &str, line: usize) -> std::ops::Range<usize> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let length = text.get(before..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    before..before + length
}
