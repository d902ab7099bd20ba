//! Stock.

use super::reading::Reading;
use crate::{
    diag::Code,
    schema::{self, At},
};

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stock {
    /// Counted pieces.
    Count(u32),
    /// There is enough.
    #[default]
    InStock,
    /// There is little left.
    Low,
    /// There is none.
    Out,
}

/// Counts up to this many are called low.
const LOW: u32 = 3;

impl Stock {
    /// Whether it can be ordered.
    pub fn is_available(self) -> bool {
        !matches!(self, Self::Out | Self::Count(0))
    }

    /// Whether there is little left.
    pub fn is_low(self) -> bool {
        matches!(self, Self::Low) || matches!(self, Self::Count(1..=LOW))
    }

    /// The stock of several variants together: the best of them.
    pub fn best(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().max_by_key(|stock| match stock {
            Self::Out | Self::Count(0) => 0,
            stock if stock.is_low() => 1,
            _ => 2,
        })
    }
}

/// Reads a stock; a count below zero is refused.
pub(super) fn read(reading: &mut Reading<'_, '_>, at: &At<schema::Stock>) -> Option<Stock> {
    match at.value {
        schema::Stock::InStock => Some(Stock::InStock),
        schema::Stock::Low => Some(Stock::Low),
        schema::Stock::Out => Some(Stock::Out),
        schema::Stock::Count(count) => match u32::try_from(count) {
            Ok(count) => Some(Stock::Count(count)),
            Err(_) => {
                reading.wrong(Code::STOCK_NEGATIVE, at, count);
                None
            }
        },
    }
}
