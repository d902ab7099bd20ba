//! A change of a text that a person wrote, as a value: what shall stand where.

use jiff::civil::Date;

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Before the first header.
    Top,
    /// In the n-th of the `variants`, from 0.
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
    /// A list of texts that has this one, at its end when it is new. A missing list is made.
    Item(String),
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
