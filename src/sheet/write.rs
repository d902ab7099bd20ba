//! Sheets out.

use crate::diag::{Code, Failure};

/// What spreadsheets take for the beginning of a formula, wide forms too (OWASP "CSV Injection", read 2026-11-24; ASVS 1.2.10).
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// A comma-separated sheet in UTF-8 with a header. What begins like a formula gets an apostrophe before it.
pub fn write<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, Failure> {
    let broken = |cause: csv::Error| Failure::new(Code::FAILURE_WRITE, "csv", cause);
    let mut sheet = csv::Writer::from_writer(Vec::new());
    sheet.write_record(header).map_err(broken)?;
    for row in rows {
        sheet.write_record(row.iter().map(|cell| safe(cell))).map_err(broken)?;
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
