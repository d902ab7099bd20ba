//! Stock as a count, a state or a promise.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};
use toml::value::Datetime;

/// How much there is: a count (`stock = 12`), a state (`stock = "in-stock"`, `"low"`, `"out"` or
/// `"discontinued"`), or a promise (`stock = { made_to_order = [5, 7] }` in days, `stock = { pre_order = 2026-12-15 }`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stock {
    /// Pieces on the shelf. Below zero is refused by the catalogue.
    Count(i64),
    /// There is enough.
    InStock,
    /// There is little left.
    Low,
    /// There is none.
    Out,
    /// There will be none again.
    Discontinued,
    /// Made when it is ordered, or promised for a day. Exactly one of the two is meant.
    Promise {
        /// Days of making, `[least, most]`.
        made_to_order: Option<[u16; 2]>,
        /// The day it comes.
        pre_order: Option<Datetime>,
    },
}

/// The states in the order the reference lists them.
const STATES: [(&str, Stock); 4] = [
    ("in-stock", Stock::InStock),
    ("low", Stock::Low),
    ("out", Stock::Out),
    ("discontinued", Stock::Discontinued),
];

impl<'de> Deserialize<'de> for Stock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StockVisitor)
    }
}

struct StockVisitor;

impl<'de> Visitor<'de> for StockVisitor {
    type Value = Stock;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a count, a state or a promise of stock")
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Stock, E> {
        Ok(Stock::Count(value))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Stock, E> {
        STATES
            .iter()
            .find_map(|(name, stock)| (*name == value).then_some(*stock))
            .ok_or_else(|| E::unknown_variant(value, &["in-stock", "low", "out", "discontinued"]))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Stock, A::Error> {
        let (mut made_to_order, mut pre_order) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "made_to_order" => made_to_order = Some(map.next_value()?),
                "pre_order" => pre_order = Some(map.next_value()?),
                other => return Err(de::Error::unknown_field(other, &["made_to_order", "pre_order"])),
            }
        }
        Ok(Stock::Promise { made_to_order, pre_order })
    }
}

impl JsonSchema for Stock {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Stock".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let states = STATES.map(|(name, _)| name);
        let days = json_schema!({
            "type": "array",
            "items": { "type": "integer", "minimum": 0, "maximum": 65535 },
            "minItems": 2,
            "maxItems": 2
        });
        json_schema!({
            "anyOf": [
                { "type": "integer" },
                { "type": "string", "enum": states },
                {
                    "type": "object",
                    "properties": {
                        "made_to_order": days,
                        "pre_order": { "type": "string", "format": "date", "x-posra": "day" }
                    },
                    "additionalProperties": false
                }
            ],
            "x-posra": "stock"
        })
    }
}
