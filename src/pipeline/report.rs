//! What came of a run: every fault, the texts they point into, and figures.

use std::collections::BTreeMap;

use jiff::Zoned;

use crate::{diag::Diagnostics, source::SourceTree};

/// What came of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// Every fault, in the order they are told.
    pub diagnostics: Diagnostics,
    /// Texts of the files that faults point into.
    pub texts: BTreeMap<String, String>,
    /// What was built; `None` when the shop could not be read far enough.
    pub built: Option<Built>,
}

/// Figures of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Built {
    /// Products.
    pub products: usize,
    /// Pages in all languages.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
    /// Files of the site.
    pub files: usize,
    /// Most files that the host takes.
    pub most_files: Option<usize>,
    /// The first moment at which the shop changes by itself: an offer begins or ends, a product comes or goes.
    pub next_change: Option<Zoned>,
    /// Whether the shop takes orders and does not sign them.
    pub unsigned: bool,
    /// Pictures of the shop that are shown.
    pub pictures: usize,
    /// Picture files developed now.
    pub developed: usize,
    /// Their bytes.
    pub developed_bytes: u64,
    /// Picture files that were in the store.
    pub stored: usize,
    /// Picture files that no run had used for long, taken out of the store.
    pub pruned: usize,
    /// Files written.
    pub written: usize,
    /// Files left alone.
    pub kept: usize,
    /// Files removed.
    pub removed: usize,
    /// Whether nothing had changed since the last run.
    pub unchanged: bool,
    /// Whether the output is this site now.
    pub committed: bool,
}

impl Report {
    pub(super) fn of(found: Diagnostics, tree: Option<&SourceTree<'_>>, built: Option<Built>) -> Self {
        let diagnostics = found.sorted();
        let mut texts = BTreeMap::new();
        for diagnostic in &diagnostics {
            for place in diagnostic.place.iter().chain(&diagnostic.also) {
                if let Some(text) = tree.and_then(|tree| tree.text(&place.file)) {
                    texts.entry(place.file.to_string()).or_insert_with(|| text.to_owned());
                }
            }
        }
        Self { diagnostics, texts, built }
    }
}
