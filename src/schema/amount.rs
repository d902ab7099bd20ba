//! Money as people write it, not yet read.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};

/// An amount of money as it was typed: `1250`, `1250.50`, `"1,250"`, `"১২৫০"` or `"৳1,250"`.
///
/// Only text is kept here. `base::money` reads it, in the shop's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount(pub String);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an amount of money")
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Amount, E> {
        Ok(Amount(value.to_string()))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Amount, E> {
        Ok(Amount(value.to_string()))
    }
    /// The shortest decimal that reads back as the same number is what was typed.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Amount, E> {
        Ok(Amount(value.to_string()))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Amount, E> {
        Ok(Amount(value.to_owned()))
    }
}

impl JsonSchema for Amount {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["integer", "number", "string"], "x-posra": "money" })
    }
}
