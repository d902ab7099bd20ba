//! Brands and tags.

use serde::Serialize;

use super::{Head, Text};

/// All brands, or all tags, that have a page.
#[derive(Debug, Clone, Serialize)]
pub struct LabelsView {
    /// The page.
    pub page: Head,
    /// Title.
    pub title: String,
    /// As the language sorts them.
    pub labels: Vec<LabelCard>,
}

/// A brand or a tag in the list of all.
#[derive(Debug, Clone, Serialize)]
pub struct LabelCard {
    /// What the reader sees.
    pub title: Text,
    /// Where it leads.
    pub link: String,
    /// Number of its products.
    pub count: u32,
}

/// The brand of a product.
#[derive(Debug, Clone, Serialize)]
pub struct Label {
    /// What the reader sees, as on the goods.
    pub title: String,
    /// Its page, when it has one.
    pub link: Option<String>,
}
