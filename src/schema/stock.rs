//! Stock as a count or as a state.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};

/// How much there is: a count (`stock = 12`) or a state
/// (`stock = "in-stock"`, `"low"` or `"out"`).
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
}

/// The states in the order the reference lists them.
const STATES: [(&str, Stock); 3] = [("in-stock", Stock::InStock), ("low", Stock::Low), ("out", Stock::Out)];

impl<'de> Deserialize<'de> for Stock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StockVisitor)
    }
}

struct StockVisitor;

impl Visitor<'_> for StockVisitor {
    type Value = Stock;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a count or a state of stock")
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Stock, E> {
        Ok(Stock::Count(value))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Stock, E> {
        STATES
            .iter()
            .find_map(|(name, stock)| (*name == value).then_some(*stock))
            .ok_or_else(|| E::unknown_variant(value, &["in-stock", "low", "out"]))
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
        json_schema!({ "anyOf": [{ "type": "integer" }, { "type": "string", "enum": states }] })
    }
}
