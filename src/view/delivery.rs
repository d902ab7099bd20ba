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

/// Where a zone is.
#[derive(Debug, Clone, Serialize)]
pub struct Area {
    /// Name of the zone.
    pub zone: Text,
    /// Districts that it covers, as readers sort.
    pub districts: Vec<AreaDistrict>,
    /// Thanas that it covers where the rest of their district is another zone's.
    pub thanas: Vec<AreaThanas>,
    /// Whether it is everywhere else in the shop's country.
    pub rest: bool,
    /// Countries that it covers, when it is not the shop's alone.
    pub countries: Vec<String>,
}

/// A district of a zone.
#[derive(Debug, Clone, Serialize)]
pub struct AreaDistrict {
    /// Its name.
    pub name: String,
    /// Its thanas that are in other zones.
    pub without: Vec<String>,
}

/// Some thanas of a district.
#[derive(Debug, Clone, Serialize)]
pub struct AreaThanas {
    /// Name of the district.
    pub district: String,
    /// Their names.
    pub thanas: Vec<String>,
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
