//! An order as it is meant.

use jiff::{Timestamp, civil::Date};

use super::{Finding, Line, Weight};
use crate::{base::money::Money, diag::Place};

/// What the buyer asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Goods that are there.
    Order,
    /// Goods that are sold out.
    Request,
    /// A price, or an answer.
    Enquiry,
    /// A call when goods are back.
    Notify,
    /// To give something back.
    Return,
}

impl Kind {
    pub(super) fn read(text: &str) -> Option<Self> {
        match text {
            "basket" => Some(Self::Order),
            _ => [Self::Order, Self::Request, Self::Enquiry, Self::Notify, Self::Return]
                .into_iter()
                .find(|one| one.name() == text),
        }
    }

    /// As it is posted.
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Request => "request",
            Self::Enquiry => "enquiry",
            Self::Notify => "notify",
            Self::Return => "return",
        }
    }

    /// Whether it names goods.
    pub(super) fn has_goods(self) -> bool {
        self != Self::Return
    }

    /// Whether goods are sent for it.
    pub fn sends(self) -> bool {
        matches!(self, Self::Order | Self::Request)
    }
}

/// An order, read as far as it can be.
#[derive(Debug, Clone)]
pub struct Order {
    /// What people call it: the number that its page made, else one of its own content.
    pub number: String,
    /// The id that its page made; the same order has the same one however often it comes.
    pub id: Option<String>,
    /// Where it stands in the export.
    pub place: Place,
    /// When it came.
    pub at: Option<Timestamp>,
    /// What is asked for.
    pub kind: Kind,
    /// The buyer's name.
    pub name: String,
    /// The phone number as it was typed.
    pub typed_phone: String,
    /// The phone number in E.164.
    pub phone: Option<String>,
    /// The postal address, in lines.
    pub address: String,
    /// What the buyer adds.
    pub note: String,
    /// Number of the order that a return is about, as the buyer knows it.
    pub about: String,
    /// The goods.
    pub lines: Vec<Line>,
    /// Place of the delivery zone among the shop's.
    pub zone: Option<usize>,
    /// Id of the district, when one was chosen.
    pub district: Option<&'static str>,
    /// Place of the way to pay among the shop's.
    pub payment: Option<usize>,
    /// Id of the transfer, in capitals.
    pub transaction: Option<String>,
    /// What the goods cost; `None` when a price is not known.
    pub goods: Option<Money>,
    /// What delivery costs.
    pub charge: Option<Money>,
    /// The day by which it was promised.
    pub due: Option<Date>,
    /// What is to be said of it, the weightiest first.
    pub findings: Vec<Finding>,
}

impl Order {
    /// What the buyer pays in all.
    pub fn total(&self) -> Option<Money> {
        self.goods?.plus(self.charge.unwrap_or(Money::ZERO))
    }

    /// The weightiest finding's weight; `None` when all is well.
    pub fn weight(&self) -> Option<Weight> {
        self.findings.iter().map(Finding::weight).filter(|weight| *weight > Weight::Note).max()
    }

    /// Whether goods may be sent for it.
    pub fn is_sendable(&self) -> bool {
        self.kind.sends() && self.weight() != Some(Weight::Stop) && self.total().is_some()
    }
}
