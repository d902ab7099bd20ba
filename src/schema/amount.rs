//! Numbers as people write them, not yet read: money, and the value of a fact.

use std::{borrow::Cow, fmt, marker::PhantomData};

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

/// The value of a fact as it was typed: a number, or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact(pub String);

/// Takes a number or a text, as text. The shortest decimal that reads back as the same number is what was typed.
struct AsText<T>(PhantomData<T>);

impl<T: From<String>> Visitor<'_> for AsText<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number or a text")
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        Ok(value.to_string().into())
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        Ok(value.to_string().into())
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        Ok(value.to_string().into())
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        Ok(value.to_owned().into())
    }
}

macro_rules! as_text {
    ($name:ident, $mark:literal) => {
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(AsText(PhantomData))
            }
        }
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": ["integer", "number", "string"], "x-posra": $mark })
            }
        }
    };
}
as_text!(Amount, "money");
as_text!(Fact, "fact");
