//! Sheets in: text, where it begins, and its rows.

use std::{io::Read, ops::Range};

use csv::{ReaderBuilder, StringRecord};

use super::xlsx;
use crate::diag::{Code, Diagnostic, Place};

/// What may stand between cells.
pub const MARKS: [u8; 3] = [b',', b';', b'\t'];

/// A last line of our own. A quotation mark that is never closed swallows it, as it swallows lines of the sheet.
const END: &str = "\n\0";

/// The text of a sheet: that of the bytes, or the table of an XLSX as it would be saved as CSV. Of its sheets the first
/// one that is `wanted` is taken, else the first that says anything.
pub fn text(file: &str, bytes: &[u8], wanted: &dyn Fn(&str) -> bool) -> Result<String, Box<Diagnostic>> {
    match xlsx::is_book(bytes) {
        true => xlsx::text(bytes, wanted).map_err(|trouble| Box::new(trouble.told(file))),
        false => plain(file, bytes),
    }
}

/// UTF-8, or UTF-16 with its mark, which spreadsheets call Unicode text.
fn plain(file: &str, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    let broken = |before: &str| {
        let line = before.matches('\n').count() + 1;
        Box::new(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(file)).with("line", line))
    };
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => {
            let valid = |fault: std::str::Utf8Error| bytes.get(..fault.valid_up_to()).unwrap_or_default();
            let text = std::str::from_utf8(bytes);
            return text.map(str::to_owned).map_err(|fault| broken(&String::from_utf8_lossy(valid(fault))));
        }
    };
    let (units, rest) = bytes.as_chunks::<2>();
    let mut text = String::new();
    for character in char::decode_utf16(units.iter().map(|two| unit(*two))) {
        text.push(character.map_err(|_| broken(&text))?);
    }
    if rest.is_empty() { Ok(text) } else { Err(broken(&text)) }
}

/// A cell of a row. Spreadsheets put an apostrophe before what they shall not compute.
pub fn cell(record: &StringRecord, at: usize) -> &str {
    let cell = record.get(at).unwrap_or_default().trim();
    cell.strip_prefix('\'').unwrap_or(cell).trim_start()
}

/// The rows of `text`, whose cells `mark` parts. After the last one comes one of our own, whose line is empty:
/// when it is missing, a quotation mark was never closed.
pub fn records(text: &str, mark: u8) -> impl Iterator<Item = csv::Result<StringRecord>> {
    let reader = text.as_bytes().chain(END.as_bytes());
    ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(reader).into_records()
}

/// Where the header begins: at the first line that says anything.
pub fn header(text: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for line in text[at..].split_inclusive('\n') {
        if line.contains(|one: char| !one.is_whitespace() && !matches!(one, ',' | ';' | '"')) {
            break;
        }
        at += line.len();
    }
    at
}

/// The line that begins at or after `start`, past empty ones.
pub fn line(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let start = text.len() - rest.trim_start_matches(['\r', '\n']).len();
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |at| start + at);
    start..end
}
