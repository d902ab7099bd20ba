//! Changing one value in a text that a person wrote, and not a byte more.
//!
//! In: the text of a `.toml` file, or of a `.md` file with its front matter, and the values to set.
//! Out: the text with those values in it. The places come from the spans of the TOML, so comments,
//! order, blank lines, line endings and the Markdown below stay as they are. A value that says the
//! same already is left alone. Nothing is read or written here, and no value is judged.

mod splice;
#[cfg(test)]
mod tests;

pub use splice::set;

use jiff::civil::Date;

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Before the first header.
    Top,
    /// In the n-th table of `[[variants]]`, from 0.
    Variant(usize),
}

/// A value to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Integer(i64),
    /// Words.
    Text(String),
    /// A day.
    Day(Date),
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub table: Table,
    /// The key.
    pub key: &'static str,
    /// What it shall be.
    pub value: Value,
    /// Keys after which a new one is put, the best first; else it is put after the last.
    pub after: &'static [&'static str],
}
