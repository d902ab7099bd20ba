//! Sheets out: CSV or XLSX, the same rows.

mod xlsx;

use std::path::Path;

use crate::diag::{Code, Failure};

/// What spreadsheets take for the beginning of a formula, wide forms too (OWASP "CSV Injection", read 2026-11-24; ASVS 1.2.10).
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Commas, UTF-8.
    Csv,
    /// A book of Office Open XML with one sheet.
    Xlsx,
}

impl Kind {
    /// By the end of the file's name: `.xlsx`, else CSV.
    pub fn of(path: &Path) -> Self {
        match path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            true => Self::Xlsx,
            false => Self::Csv,
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, ids, phone numbers: whatever is not reckoned with.
    Text(String),
    /// An amount or a count, with digits and a point.
    Number(String),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A sheet with a header. No cell of it is a formula to any spreadsheet.
pub fn write<const N: usize>(
    kind: Kind,
    header: [&str; N],
    rows: impl IntoIterator<Item = [Cell; N]>,
) -> Result<Vec<u8>, Failure> {
    match kind {
        Kind::Csv => csv(header, rows),
        Kind::Xlsx => {
            xlsx::write(header, rows).map_err(|cause| Failure::new(Code::FAILURE_WRITE, "xlsx", cause))
        }
    }
}

/// Commas, UTF-8. What begins like a formula gets an apostrophe before it.
fn csv<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [Cell; N]>,
) -> Result<Vec<u8>, Failure> {
    let broken = |cause: csv::Error| Failure::new(Code::FAILURE_WRITE, "csv", cause);
    let mut sheet = csv::Writer::from_writer(Vec::new());
    sheet.write_record(header).map_err(broken)?;
    for row in rows {
        let cells = row.iter().map(|(Cell::Text(cell) | Cell::Number(cell))| safe(cell));
        sheet.write_record(cells).map_err(broken)?;
    }
    sheet.into_inner().map_err(|cause| Failure::new(Code::FAILURE_WRITE, "csv", cause))
}

/// A cell that no spreadsheet computes. A number below zero is one too.
pub fn safe(cell: &str) -> String {
    match cell.starts_with(FORMULAS) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
