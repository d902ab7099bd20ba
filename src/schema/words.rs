//! Words that may be given in several languages at once.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

use super::At;

/// Words in the shop's first language (`name = "কাদা ও কাঁসা"`), or in several
/// (`name = { bn = "কাদা ও কাঁসা", en = "Kada & Kansa" }`).
#[derive(Debug, Clone, PartialEq)]
pub enum Words {
    /// In the shop's first language.
    One(String),
    /// By language tag.
    Each(BTreeMap<String, At<String>>),
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("words, or words by language")
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Words, E> {
        Ok(Words::One(value.to_owned()))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let mut each = BTreeMap::new();
        while let Some((language, words)) = map.next_entry()? {
            each.insert(language, words);
        }
        Ok(Words::Each(each))
    }
}

impl JsonSchema for Words {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Words".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" } }
            ],
            "x-posra": "words"
        })
    }
}
