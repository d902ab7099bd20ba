//! A sheet of counts, as spreadsheets write it.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::{
    base::count::count,
    diag::{Code, Diagnostic, Diagnostics, Place},
    edit::Value,
    sheet::{MARKS, cell, header, line, records},
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

/// Names of the column of counts, the best first.
const COUNTS: [&str; 3] = ["stock", "quantity", "count"];

/// Whether a sheet begins with the columns of counts.
pub(super) fn is_sheet(text: &str) -> bool {
    head(&text[header(text)..]).is_some()
}

/// Reads a sheet whose first line that is not empty names `sku` and `stock` (or `quantity`, or `count`); commas,
/// semicolons or tabs stand between its cells.
pub(super) fn read(file: &str, text: &str, found: &mut Diagnostics) -> Vec<Entry> {
    let start = header(text);
    let Some((mark, columns)) = head(&text[start..]) else {
        found.push(Diagnostic::error(Code::SHEET_COLUMNS).at(Place::span(file, line(text, start))));
        return Vec::new();
    };
    let mut rows = Rows { columns, seen: BTreeMap::new(), found };
    let mut entries = Vec::new();
    let mut records = records(&text[start..], mark).skip(1).peekable();
    while let Some(record) = records.next() {
        let Ok(record) = record else {
            rows.found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(file)).with("line", 1));
            break;
        };
        let at = start + record.position().map_or(0, |at| at.byte() as usize);
        let place = Place::span(file, line(text, at));
        match (records.peek(), line(text, at).is_empty()) {
            (Some(_), _) => entries.extend(rows.entry(&record, place)),
            // Our own line: the sheet came to its end.
            (None, true) => {}
            (None, false) => rows.found.push(Diagnostic::error(Code::SHEET_QUOTE).at(place)),
        }
    }
    entries
}

/// What is known while the rows are read.
struct Rows<'f> {
    columns: Columns,
    seen: BTreeMap<String, Place>,
    found: &'f mut Diagnostics,
}

/// Places of the two columns that matter, and their names.
struct Columns {
    sku: (usize, String),
    stock: (usize, String),
}

impl Rows<'_> {
    /// What a row says. One without both says nothing.
    fn entry(&mut self, record: &StringRecord, place: Place) -> Option<Entry> {
        let (sku, stock) = (cell(record, self.columns.sku.0), cell(record, self.columns.stock.0));
        let blank = |column: &(usize, String)| Diagnostic::error(Code::SHEET_BLANK).with("column", &column.1);
        let fault = match (sku.is_empty(), stock.is_empty()) {
            (true, true) => return None,
            (true, false) => blank(&self.columns.sku),
            (false, true) => blank(&self.columns.stock),
            (false, false) => match (self.seen.get(&sku.to_ascii_lowercase()), meant(stock)) {
                (Some(first), _) => {
                    Diagnostic::error(Code::SHEET_TWICE).and(first.clone()).with("value", sku)
                }
                (None, None) => Diagnostic::error(Code::SHEET_COUNT).with("value", stock),
                (None, Some(stock)) => {
                    self.seen.insert(sku.to_ascii_lowercase(), place.clone());
                    return Some(Entry { sku: sku.to_owned(), stock, place });
                }
            },
        };
        self.found.push(fault.at(place));
        None
    }
}

/// A count, or a state.
fn meant(cell: &str) -> Option<Value> {
    let name = cell.to_ascii_lowercase().replace([' ', '_'], "-");
    match STATES.into_iter().find(|state| *state == name) {
        Some(state) => Some(Value::Text(state.to_owned())),
        None => count(cell).map(|count| Value::Integer(i64::from(count))),
    }
}

/// What stands between the cells, and the columns.
fn head(body: &str) -> Option<(u8, Columns)> {
    MARKS.into_iter().find_map(|mark| Some((mark, columns(body, mark)?)))
}

/// The columns, when `mark` stands between the cells.
fn columns(text: &str, mark: u8) -> Option<Columns> {
    let record = records(text, mark).next()?.ok()?;
    let named = |name: &str| {
        let place = record.iter().position(|one| one.trim().eq_ignore_ascii_case(name))?;
        Some((place, record.get(place)?.trim().to_owned()))
    };
    Some(Columns { sku: named("sku")?, stock: COUNTS.into_iter().find_map(named)? })
}
