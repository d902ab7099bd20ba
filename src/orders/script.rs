//! The script that takes orders into a Google sheet.

use super::FIELDS;
use crate::config::ShopConfig;

/// The script for this shop, to be pasted into the sheet's editor. It keeps every field that a form of the shop posts.
pub fn script(config: &ShopConfig) -> String {
    let fields: Vec<String> = FIELDS.iter().map(|name| format!("'{name}'")).collect();
    let quoted = |text: &str| text.replace(['\\', '\'', '<', '&', '\n'], " ");
    include_str!("script.gs")
        .replace("{shop}", &quoted(&config.site.absolute(&config.site.base)))
        .replace("{fields}", &fields.join(", "))
        .replace("{thanks}", &quoted(&config.name[crate::base::language::Lang::FIRST]))
}
