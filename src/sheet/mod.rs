//! Spreadsheets in and out, as text.
//!
//! In: the bytes of a sheet that a person or a service gave, CSV or XLSX by what stands in them; out: its rows, and
//! the place of each in the text. In: rows; out: a sheet that no spreadsheet takes for formulas. What a column means
//! is not known here.

mod read;
mod write;
mod xlsx;

pub use read::{MARKS, cell, header, line, records, text};
pub use write::{Cell, Kind, safe, write};
