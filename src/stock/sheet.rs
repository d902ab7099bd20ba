//! A sheet of counts, as spreadsheets write it.

use std::{collections::BTreeMap, ops::Range};

use csv::{ReaderBuilder, StringRecord};

use crate::{
    base::money::latin_digits,
    diag::{Code, Diagnostic, Diagnostics, Place},
    edit::Value,
};

/// What a sheet says of one SKU.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) sku: String,
    pub(super) stock: Value,
    pub(super) place: Place,
}

/// States that a sheet may name.
const STATES: [&str; 4] = ["in-stock", "low", "out", "discontinued"];

/// Reads a sheet with a header that names `sku` and `stock` (or `quantity`, or `count`), separated by commas, semicolons or tabs.
pub(super) fn read(file: &str, text: &str, found: &mut Diagnostics) -> Vec<Entry> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = &text[mark..];
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(body)).flexible(true).from_reader(body.as_bytes());
    let columns = reader.headers().ok().and_then(columns);
    let Some((sku, stock)) = columns else {
        found
            .push(Diagnostic::error(Code::SHEET_COLUMNS).at(Place::span(file, mark..first_line(text, mark))));
        return Vec::new();
    };
    let mut entries = Vec::new();
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for record in reader.records() {
        let Ok(record) = record else {
            found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(file)).with("line", 1));
            break;
        };
        let start = mark + record.position().map_or(0, |at| at.byte() as usize);
        let place = Place::span(file, line(text, start));
        let cell = |at: usize| record.get(at).unwrap_or_default().trim().trim_start_matches('\'').to_owned();
        let name = cell(sku);
        if name.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(name.to_ascii_lowercase(), place.clone()) {
            found.push(Diagnostic::error(Code::SHEET_TWICE).at(place).and(first).with("value", name));
            continue;
        }
        match meant(&cell(stock)) {
            Some(stock) => entries.push(Entry { sku: name, stock, place }),
            None => found.push(Diagnostic::error(Code::SHEET_COUNT).at(place).with("value", cell(stock))),
        }
    }
    entries
}

/// A count from 0 in any digits, or a state.
fn meant(cell: &str) -> Option<Value> {
    if let Some(state) = STATES.into_iter().find(|state| *state == cell) {
        return Some(Value::Text(state.to_owned()));
    }
    latin_digits(cell).parse::<u32>().ok().map(|count| Value::Integer(i64::from(count)))
}

fn columns(header: &StringRecord) -> Option<(usize, usize)> {
    let place =
        |names: &[&str]| header.iter().position(|one| names.contains(&one.trim().to_lowercase().as_str()));
    Some((place(&["sku"])?, place(&["stock", "quantity", "count"])?))
}

/// What stands between the cells of the first line, by which there is most of.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',')
}

fn first_line(text: &str, from: usize) -> usize {
    line(text, from).end
}

/// The line that begins at or after `start`, past empty ones.
fn line(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let start = text.len() - rest.trim_start_matches(['\r', '\n']).len();
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |at| start + at);
    start..end
}
