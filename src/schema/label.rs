//! What is said of tags besides the word itself, as written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Words};

/// `content/tags.toml`: names of tags in every language. A table for each tag, `["<tag as written in products>"]`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Tags(pub BTreeMap<String, At<Tag>>);

/// One tag.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// What buyers read. Left out: the tag as written, in every language.
    pub name: Option<At<Words>>,
    /// Last part of the address of its page. Left out: made of the tag.
    pub slug: Option<At<String>>,
}
