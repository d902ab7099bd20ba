//! Grouping of digits.

use super::Grouping;

/// Sizes of the groups of digits, counted from the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    /// The last group; 0 when nothing is grouped.
    pub(super) first: usize,
    /// Every group before it.
    pub(super) others: usize,
    /// Digits that must stand before the last group, so that there are groups at all.
    pub(super) least: usize,
}

impl Sizes {
    /// The sizes of a grouping; `None` when the language decides.
    pub(super) fn of(grouping: Grouping) -> Option<Self> {
        match grouping {
            Grouping::Locale => None,
            Grouping::Lakh => Some(Self { first: 3, others: 2, least: 1 }),
            Grouping::Thousand => Some(Self { first: 3, others: 3, least: 1 }),
        }
    }

    /// Whether a separator stands after a digit that has `remaining` digits to its right, among `count`.
    pub(super) fn ends_group(self, remaining: usize, count: usize) -> bool {
        if self.first == 0 || count < self.first + self.least || remaining < self.first {
            return false;
        }
        (remaining - self.first).is_multiple_of(self.others.max(1))
    }
}
