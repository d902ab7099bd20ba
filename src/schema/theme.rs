//! `theme.toml`: what a theme declares, as written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;

/// `themes/<name>/theme.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Name of the theme, the same as its folder.
    pub name: At<String>,
    /// Number of the contract between program and theme that the templates are written for.
    pub contract: At<u32>,
    /// Name of another theme whose files are used where this one has none.
    pub extends: Option<At<String>>,
    /// The look of a shop that names none, a file `looks/<name>.toml`. Left out: that of the theme it extends.
    pub look: Option<At<String>>,
    /// Goods on one page of a collection.
    pub page_length: At<u16>,
    /// Pictures by role: `gallery`, `thumbnail`, `card`, `cover`, `body` and `row`.
    pub pictures: BTreeMap<String, At<PictureRole>>,
}

/// How pictures of one role are made and used.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PictureRole {
    /// Widths in pixels, rising.
    pub widths: At<Vec<u32>>,
    /// The `sizes` attribute: how wide the picture is shown.
    pub sizes: At<String>,
    /// Make JPEG files alone, for small pictures that are not worth a choice; left out: no.
    pub jpeg_only: Option<bool>,
    /// Proportion to cut to, such as `[1, 1]`: what is far from the focus goes. Left out: nothing is cut.
    pub fill: Option<At<[u16; 2]>>,
    /// Proportion of a white sheet that the whole picture is put on, such as `[1, 1]`.
    pub pad: Option<At<[u16; 2]>>,
}
