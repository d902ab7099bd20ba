//! Sheets: a header with the names of the form's fields, one order in each row.

use csv::StringRecord;

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    orders::Posted,
    sheet::{MARKS, cell, header, line, records},
};

/// Whether a sheet begins with the columns of an order.
pub(super) fn is_table(text: &str) -> bool {
    head(text.get(header(text)..).unwrap_or_default()).is_some()
}

pub(super) fn read(file: &str, text: &str, found: &mut Diagnostics) -> Vec<Posted> {
    let start = header(text);
    let body = text.get(start..).unwrap_or_default();
    let Some((mark, names)) = head(body) else {
        found.push(Diagnostic::error(Code::EXPORT_COLUMNS).at(Place::span(file, line(text, start))));
        return Vec::new();
    };
    let mut posted = Vec::new();
    let mut rows = records(body, mark).skip(1).peekable();
    while let Some(row) = rows.next() {
        let Ok(row) = row else {
            found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(file)).with("line", 1));
            break;
        };
        let at = start + row.position().map_or(0, |at| at.byte() as usize);
        let place = Place::span(file, line(text, at));
        match (rows.peek(), line(text, at).is_empty()) {
            (Some(_), _) => posted.push(order(&names, &row, place)),
            // Our own line: the sheet came to its end.
            (None, true) => {}
            (None, false) => found.push(Diagnostic::error(Code::SHEET_QUOTE).at(place)),
        }
    }
    posted
}

fn order(names: &[String], row: &StringRecord, place: Place) -> Posted {
    let fields = names.iter().enumerate().map(|(at, name)| (name.clone(), cell(row, at).to_owned()));
    Posted::new(fields.filter(|(_, value)| !value.is_empty()), place)
}

/// What parts the cells, and the names of the columns.
fn head(body: &str) -> Option<(u8, Vec<String>)> {
    MARKS.into_iter().find_map(|mark| Some((mark, names(body, mark)?)))
}

/// The names of the columns, when `mark` parts them and they are those of an order.
fn names(text: &str, mark: u8) -> Option<Vec<String>> {
    let row = records(text, mark).next()?.ok()?;
    let names: Vec<String> = row.iter().map(|name| name.trim().to_lowercase()).collect();
    let is_order = names.iter().any(|name| matches!(name.as_str(), "kind" | "variant" | "items" | "mobile"));
    is_order.then_some(names)
}
