//! Exports in: whatever form the service gives them, posted orders come out.

mod form;
mod json;
mod table;

use super::Posted;
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    sheet,
};

/// The posted orders of an export, by its name and its bytes. JSON, sheets (CSV, XLSX) and raw bodies of forms are told
/// apart by what stands in them. What cannot be read at all is told; nothing else stops the rest.
pub fn read(file: &str, bytes: &[u8], found: &mut Diagnostics) -> Vec<Posted> {
    let text = match sheet::text(file, bytes, &table::is_table) {
        Ok(text) => text,
        Err(fault) => {
            found.push(*fault);
            return Vec::new();
        }
    };
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let posted = if begin.starts_with(['{', '[']) {
        json::read(file, begin, found)
    } else if form::is_form(begin) {
        form::read(file, &text)
    } else {
        table::read(file, &text, found)
    };
    let orders: Vec<Posted> = posted.into_iter().filter(Posted::is_order).collect();
    if orders.is_empty() && !found.has_errors() {
        found.push(Diagnostic::error(Code::EXPORT_EMPTY).at(Place::file(file)));
    }
    orders
}
