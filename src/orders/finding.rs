//! What is to be said of an order.

use crate::{base::money::Money, diag::Place};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// Look before you send.
    Look,
    /// Do not send before you have asked the buyer.
    Stop,
}

/// Something about an order that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Finding {
    TicketAltered,
    TicketOtherShop(String),
    TicketUnknownKey(String),
    TicketExpired,
    TicketMissing,
    /// The ticket is of other goods.
    TicketOtherGoods(String),
    /// What the page promised, and what the shop asks now.
    PriceChanged {
        sku: String,
        promised: Money,
        now: Money,
    },
    DeliveryChanged,
    ReturnsChanged,
    SkuUnknown(String),
    /// The product's SKU and the variant's do not belong together.
    SkuOther {
        product: String,
        sku: String,
    },
    OnRequest(String),
    SoldOut(String),
    Short {
        sku: String,
        pieces: u32,
    },
    Quantity {
        sku: String,
        value: String,
    },
    TooLarge,
    KindUnknown(String),
    ZoneUnknown(String),
    ZoneNotServed(String),
    DistrictUnknown(String),
    DistrictElsewhere {
        district: String,
        zone: String,
    },
    PaymentUnknown(String),
    TransactionTwice(String),
    PhoneUnreadable(String),
    Missing(&'static str),
    Long(&'static str),
    Hidden(&'static str),
    Consent,
    Trap,
    TimeUnknown,
    /// The same id with other goods.
    IdTwice(String),
    /// It came so many times, also at these places.
    Joined(Vec<Place>),
}

impl Finding {
    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Self::TicketAltered
            | Self::TicketOtherShop(_)
            | Self::TicketOtherGoods(_)
            | Self::SkuUnknown(_)
            | Self::SkuOther { .. }
            | Self::Quantity { .. }
            | Self::TooLarge
            | Self::KindUnknown(_)
            | Self::ZoneUnknown(_)
            | Self::ZoneNotServed(_)
            | Self::PhoneUnreadable(_)
            | Self::Trap => Weight::Stop,
            Self::Joined(_) => Weight::Note,
            _ => Weight::Look,
        }
    }

    /// Its name: stable, for programs, and the key of its sentence.
    pub fn name(&self) -> &'static str {
        match self {
            Self::TicketAltered => "ticket-altered",
            Self::TicketOtherShop(_) => "ticket-other-shop",
            Self::TicketUnknownKey(_) => "ticket-unknown-key",
            Self::TicketExpired => "ticket-expired",
            Self::TicketMissing => "ticket-missing",
            Self::TicketOtherGoods(_) => "ticket-other-goods",
            Self::PriceChanged { .. } => "price-changed",
            Self::DeliveryChanged => "delivery-changed",
            Self::ReturnsChanged => "returns-changed",
            Self::SkuUnknown(_) => "sku-unknown",
            Self::SkuOther { .. } => "sku-other",
            Self::OnRequest(_) => "on-request",
            Self::SoldOut(_) => "sold-out",
            Self::Short { .. } => "short",
            Self::Quantity { .. } => "quantity",
            Self::TooLarge => "too-large",
            Self::KindUnknown(_) => "kind-unknown",
            Self::ZoneUnknown(_) => "zone-unknown",
            Self::ZoneNotServed(_) => "zone-not-served",
            Self::DistrictUnknown(_) => "district-unknown",
            Self::DistrictElsewhere { .. } => "district-elsewhere",
            Self::PaymentUnknown(_) => "payment-unknown",
            Self::TransactionTwice(_) => "transaction-twice",
            Self::PhoneUnreadable(_) => "phone-unreadable",
            Self::Missing(_) => "missing",
            Self::Long(_) => "long",
            Self::Hidden(_) => "hidden",
            Self::Consent => "consent",
            Self::Trap => "trap",
            Self::TimeUnknown => "time-unknown",
            Self::IdTwice(_) => "id-twice",
            Self::Joined(_) => "joined",
        }
    }

    /// What its sentence speaks of, by the names in the sentence; amounts are written by `money`.
    pub fn arguments(&self, money: &dyn Fn(Money) -> String) -> Vec<(&'static str, String)> {
        match self {
            Self::PriceChanged { sku, promised, now } => {
                vec![("sku", sku.clone()), ("promised", money(*promised)), ("now", money(*now))]
            }
            Self::SkuOther { product, sku } => vec![("product", product.clone()), ("sku", sku.clone())],
            Self::Short { sku, pieces } => vec![("sku", sku.clone()), ("pieces", pieces.to_string())],
            Self::Quantity { sku, value } => vec![("sku", sku.clone()), ("value", shown(value))],
            Self::DistrictElsewhere { district, zone } => {
                vec![("district", district.clone()), ("zone", zone.clone())]
            }
            Self::Joined(places) => {
                let places: Vec<String> = places.iter().map(|place| place.file.to_string()).collect();
                vec![("count", (places.len() + 1).to_string()), ("places", places.join(", "))]
            }
            Self::TicketOtherShop(value)
            | Self::TicketUnknownKey(value)
            | Self::TicketOtherGoods(value)
            | Self::SkuUnknown(value)
            | Self::OnRequest(value)
            | Self::SoldOut(value)
            | Self::KindUnknown(value)
            | Self::ZoneUnknown(value)
            | Self::ZoneNotServed(value)
            | Self::DistrictUnknown(value)
            | Self::PaymentUnknown(value)
            | Self::TransactionTwice(value)
            | Self::PhoneUnreadable(value)
            | Self::IdTwice(value) => vec![("value", shown(value))],
            Self::Missing(field) | Self::Long(field) | Self::Hidden(field) => {
                vec![("field", (*field).to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

/// What was typed, cut to what fits a line.
fn shown(value: &str) -> String {
    if value.is_empty() {
        return "–".to_owned();
    }
    value.chars().take(60).map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect()
}
