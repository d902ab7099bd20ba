//! The promises of delivery and returns as a page shows them.

use serde::Serialize;

use super::{Amount, Days, Link, Text};

/// Delivery of one product, or of the shop.
#[derive(Debug, Clone, Serialize)]
pub struct Delivery {
    /// Zones with their charges, nearest first.
    pub zones: Vec<Zone>,
    /// Days until it is handed to the carrier.
    pub handling: Days,
    /// Orders of at least this amount are free, where all zones agree.
    pub free_above: Option<Amount>,
    /// Why it differs from the shop's delivery.
    pub note: Option<Text>,
    /// The policy page.
    pub policy: Link,
}

/// One delivery zone.
#[derive(Debug, Clone, Serialize)]
pub struct Zone {
    /// Handle, posted with an order.
    pub id: String,
    /// What the reader sees.
    pub name: Text,
    /// What it costs; `None` means nothing.
    pub charge: Option<Amount>,
    /// Days from order to door: handling and way together.
    pub days: Days,
    /// Orders of at least this amount are free.
    pub free_above: Option<Amount>,
}

/// The return promise of one product, or of the shop.
#[derive(Debug, Clone, Serialize)]
pub struct Returns {
    /// Days after delivery; 0 means no returns.
    pub window_days: u16,
    /// Who pays when the buyer changed their mind: `shop` or `buyer`.
    pub paid_by: &'static str,
    /// Who pays when the goods are faulty or not what was ordered: `shop` or `buyer`.
    pub faulty_paid_by: &'static str,
    /// Days until the money is back.
    pub refund_days: u16,
    /// `full`, `exchange` or `credit`.
    pub refund: &'static str,
    /// `courier`, `shop`.
    pub methods: Vec<&'static str>,
    /// What must hold.
    pub conditions: Vec<Text>,
    /// Why it differs from the shop's promise.
    pub note: Option<Text>,
    /// The policy page.
    pub policy: Link,
}

/// The warranty of one product, or of the shop.
#[derive(Debug, Clone, Serialize)]
pub struct Warranty {
    /// Months; 0 means none.
    pub months: u16,
    /// `shop` or `maker`.
    pub given_by: &'static str,
    /// `repair`, `replace`, `refund`; the usual one first.
    pub remedies: Vec<&'static str>,
    /// What it covers.
    pub covers: Vec<Text>,
    /// Why it differs from the shop's warranty.
    pub note: Option<Text>,
    /// The policy page.
    pub policy: Link,
}
