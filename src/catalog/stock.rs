//! Stock.

use jiff::civil::Date;

use super::{
    policy::{Days, day, days},
    reading::Reading,
};
use crate::{
    diag::{Code, Diagnostic},
    schema::{self, At},
};

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stock {
    /// Counted pieces, and the count up to which they are called low.
    Count {
        /// Pieces on the shelf.
        pieces: u32,
        /// Called low up to this many.
        low: u32,
    },
    /// There is enough.
    #[default]
    InStock,
    /// There is little left.
    Low,
    /// Made when it is ordered, in so many days.
    MadeToOrder(Days),
    /// It comes on this day, which is still ahead.
    PreOrder(Date),
    /// There is none.
    Out,
    /// There will be none again.
    Discontinued,
}

impl Stock {
    /// Whether it can be ordered.
    pub fn is_available(self) -> bool {
        !matches!(self, Self::Out | Self::Discontinued | Self::Count { pieces: 0, .. })
    }

    /// Whether there is little left.
    pub fn is_low(self) -> bool {
        match self {
            Self::Low => true,
            Self::Count { pieces, low } => (1..=low).contains(&pieces),
            _ => false,
        }
    }

    /// The stock of several variants together: the best of them, counts added up.
    pub fn best(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(|one, other| match (one, other) {
            (Self::Count { pieces: a, low }, Self::Count { pieces: b, .. }) => {
                Self::Count { pieces: a.saturating_add(b), low }
            }
            _ if other.rank() > one.rank() => other,
            _ => one,
        })
    }

    /// Better is more.
    fn rank(self) -> u8 {
        match self {
            Self::Discontinued => 0,
            stock if !stock.is_available() => 1,
            Self::PreOrder(_) => 2,
            Self::MadeToOrder(_) => 3,
            stock if stock.is_low() => 4,
            _ => 5,
        }
    }
}

/// Reads a stock. A count below zero is refused; a promised day that has come is told, and promises nothing any more.
pub(super) fn read(reading: &mut Reading<'_, '_>, at: &At<schema::Stock>, low: u32) -> Option<Stock> {
    match at.value {
        schema::Stock::InStock => Some(Stock::InStock),
        schema::Stock::Low => Some(Stock::Low),
        schema::Stock::Out => Some(Stock::Out),
        schema::Stock::Discontinued => Some(Stock::Discontinued),
        schema::Stock::Count(count) => match u32::try_from(count) {
            Ok(pieces) => Some(Stock::Count { pieces, low }),
            Err(_) => {
                reading.wrong(Code::STOCK_NEGATIVE, at, count);
                None
            }
        },
        schema::Stock::Promise { made_to_order: Some(span), pre_order: None } => {
            days(reading, &At { value: span, span: at.span.clone() }).map(Stock::MadeToOrder)
        }
        schema::Stock::Promise { made_to_order: None, pre_order: Some(on) } => {
            let on = day(reading, Some(&At { value: on, span: at.span.clone() }))?;
            if on > reading.config().today {
                return Some(Stock::PreOrder(on));
            }
            let told = Diagnostic::warning(Code::STOCK_PRE_ORDER_PAST).at(reading.place(at));
            reading.found.push(told.with("value", on));
            Some(Stock::Out)
        }
        schema::Stock::Promise { .. } => {
            reading.error(Code::STOCK_PROMISE, at);
            None
        }
    }
}
