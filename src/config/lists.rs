//! How buyers may sort and narrow lists of products.

use crate::schema::{self, ListSort};

/// Products of a list that may be sorted and narrowed, at most. At 24 a page, every way is 42 files more in each language.
const MOST: u32 = 1000;

/// The ways that are offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    /// Sorts, in the order they are shown, each once.
    pub sorted: Vec<ListSort>,
    /// Whether what can be bought now is offered alone.
    pub in_stock: bool,
    /// Longer lists are not sorted and narrowed.
    pub most: usize,
}

impl Lists {
    pub(super) fn read(written: Option<&schema::Lists>) -> Self {
        let all = || vec![ListSort::Newest, ListSort::Price, ListSort::PriceDescending];
        let chosen = written.and_then(|lists| lists.sorted.as_ref());
        let mut sorted = chosen.map_or_else(all, |chosen| chosen.iter().map(|at| at.value).collect());
        let mut seen = Vec::new();
        sorted.retain(|one| {
            !seen.contains(one) && {
                seen.push(*one);
                true
            }
        });
        Self {
            sorted,
            in_stock: written.and_then(|lists| lists.in_stock).unwrap_or(true),
            most: written.and_then(|lists| lists.most).unwrap_or(MOST) as usize,
        }
    }
}
