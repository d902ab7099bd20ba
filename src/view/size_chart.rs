//! What sizes measure.

use serde::Serialize;

use super::{Body, Text};

/// A table of sizes.
#[derive(Debug, Clone, Serialize)]
pub struct SizeChart {
    /// What it is called.
    pub title: Text,
    /// Unit of every value, whose name the theme knows: `mm`, `cm`, `m` or `inch`.
    pub unit: &'static str,
    /// Names of the sizes.
    pub sizes: Vec<Text>,
    /// What is measured.
    pub rows: Vec<SizeRow>,
    /// How to measure.
    pub body: Body,
}

/// One measurement of every size.
#[derive(Debug, Clone, Serialize)]
pub struct SizeRow {
    /// What is measured.
    pub name: Text,
    /// For each size, in the reader's digits, such as `৩৮–৩৯`.
    pub values: Vec<String>,
}
