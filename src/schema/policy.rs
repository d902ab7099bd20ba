//! Policies as written: the typed promises of delivery and returns, and plain texts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::{Amount, At, Weekday, page::DayShape};

/// Front matter of `content/policies/delivery.md`. The only place where charges and days are set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines.
    pub summary: At<String>,
    /// Day of the last change.
    #[schemars(with = "Option<DayShape>")]
    pub updated: Option<At<Datetime>>,
    /// Days until an order is handed to the carrier, `[least, most]`.
    pub handling_days: At<[u16; 2]>,
    /// Orders of at least this amount are delivered free. Zones may have their own.
    pub free_above: Option<At<Amount>>,
    /// Where goods are sent, nearest first.
    pub zones: Vec<Zone>,
    /// Orders after this time count from the next day, such as `"16:00"`.
    pub cutoff: Option<At<String>>,
    /// Days of the week without work, such as `["fri"]`; they are not counted.
    #[serde(default)]
    pub closed: Vec<At<Weekday>>,
    /// Days without work, such as `[2026-12-16]`; they are not counted.
    #[serde(default)]
    #[schemars(with = "Vec<DayShape>")]
    pub holidays: Vec<At<Datetime>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// One delivery zone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Short handle, such as `dhaka`; posted with an order.
    pub id: At<String>,
    /// What the buyer reads, such as "ঢাকা শহরের ভেতরে".
    pub name: At<String>,
    /// In Bangladesh: the districts that the zone covers, by any of their names. One zone may name neither districts nor thanas: it is everywhere else.
    #[serde(default)]
    pub districts: Vec<At<String>>,
    /// In Bangladesh: thanas that the zone covers, whatever zone their district is in. `gazipur/kaliganj` where several districts have one of the name.
    #[serde(default)]
    pub thanas: Vec<At<String>>,
    /// Countries that the zone covers, ISO 3166-1 alpha-2, such as `["IN", "NP"]`. Left out: the shop's.
    #[serde(default)]
    pub countries: Vec<At<String>>,
    /// Charge for an order.
    pub charge: At<Amount>,
    /// Days on the way, `[least, most]`.
    pub days: At<[u16; 2]>,
    /// Orders of at least this amount are delivered free to this zone.
    pub free_above: Option<At<Amount>>,
}

/// Front matter of `content/policies/delivery.<language>.md`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// Names of zones, by zone id.
    #[serde(default)]
    pub zones: BTreeMap<String, At<String>>,
}

/// Front matter of `content/policies/returns.md`. The only place where the return promise is set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Returns {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines.
    pub summary: At<String>,
    /// Day of the last change.
    #[schemars(with = "Option<DayShape>")]
    pub updated: Option<At<Datetime>>,
    /// Days after delivery in which goods may come back; 0 means no returns.
    pub window_days: At<u16>,
    /// Who pays for sending back when the buyer changed their mind.
    pub paid_by: At<ReturnPayer>,
    /// Who pays when the goods are faulty or not what was ordered; left out: the shop.
    pub faulty_paid_by: Option<At<ReturnPayer>>,
    /// Days until the money is back.
    pub refund_days: At<u16>,
    /// What the buyer gets back.
    pub refund: At<RefundKind>,
    /// How goods come back.
    pub methods: Vec<At<ReturnMethod>>,
    /// What must hold for a return, one sentence each.
    #[serde(default)]
    pub conditions: Vec<At<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// Who pays for sending goods back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnPayer {
    /// The shop.
    Shop,
    /// The buyer.
    Buyer,
}

/// What the buyer gets back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RefundKind {
    /// The money.
    Full,
    /// Another piece.
    Exchange,
    /// Credit for the next order.
    Credit,
}

/// How goods come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnMethod {
    /// By courier or post.
    Courier,
    /// Brought to the shop.
    Shop,
}

/// Front matter of `content/policies/returns.<language>.md`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnsWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// The conditions, all of them in the same order.
    #[serde(default)]
    pub conditions: Vec<At<String>>,
}

/// Front matter of `content/policies/warranty.md`. The only place where the shop's warranty is set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Warranty {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines.
    pub summary: At<String>,
    /// Day of the last change.
    #[schemars(with = "Option<DayShape>")]
    pub updated: Option<At<Datetime>>,
    /// Months of warranty; 0 means that only the products that say so have one.
    pub months: At<u16>,
    /// Who gives it.
    pub given_by: At<WarrantyGiver>,
    /// What the buyer gets, the usual one first.
    pub remedies: Vec<At<Remedy>>,
    /// What it covers, one sentence each.
    #[serde(default)]
    pub covers: Vec<At<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}

/// Who gives the warranty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WarrantyGiver {
    /// The shop.
    Shop,
    /// The maker of the goods.
    Maker,
}

/// What the buyer gets under the warranty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// It is repaired.
    Repair,
    /// Another piece.
    Replace,
    /// The money back.
    Refund,
}

/// Front matter of `content/policies/warranty.<language>.md`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WarrantyWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Summary in this language.
    pub summary: Option<At<String>>,
    /// What it covers, all sentences in the same order.
    #[serde(default)]
    pub covers: Vec<At<String>>,
}

/// Front matter of every other file in `content/policies/`, such as `privacy.md` and `terms.md`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlainPolicy {
    /// Title of the page.
    pub title: At<String>,
    /// One sentence for search engines.
    pub summary: At<String>,
    /// Day of the last change.
    #[schemars(with = "Option<DayShape>")]
    pub updated: Option<At<Datetime>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
}
