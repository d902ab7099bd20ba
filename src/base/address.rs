//! Addresses inside the site, and how they are written in links and as files.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

/// Where something of the site is found, from the site's root, decoded and without
/// base path: `products/vase/` (a page) or `assets/style.css` (a file). The root is empty.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address(Arc<str>);

impl Address {
    /// The page made of checked `parts`: `["en", "products", "vase"]` is `en/products/vase/`.
    pub fn page<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        for part in parts {
            debug_assert!(is_part(part), "an address is made of checked parts");
            text.push_str(part);
            text.push('/');
        }
        Self(text.into())
    }

    /// The file made of checked `parts`: `["assets", "style.css"]` is `assets/style.css`.
    pub fn file<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let page = Self::page(parts);
        Self(page.0.trim_end_matches('/').into())
    }

    /// Reads an address as a merchant writes it, `/products/old/`; `None` when it is not one.
    pub fn read(text: &str) -> Option<Self> {
        let inner = text.strip_prefix('/')?;
        let inner = crate::base::name::nfc(inner);
        let trimmed = inner.strip_suffix('/').unwrap_or(&inner);
        (trimmed.is_empty() || trimmed.split('/').all(is_part)).then(|| Self(inner.clone().into()))
    }

    /// Whether it is a page (and not a file).
    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The address as text, without a leading `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Path of the file that holds it in the output folder.
    pub fn output_path(&self) -> String {
        if self.is_page() {
            format!("{}index.html", self.0)
        } else {
            self.0.to_string()
        }
    }

    /// The key under which two addresses are one on some disk: folded case, NFC.
    pub fn collision_key(&self) -> String {
        crate::base::name::nfc(&self.0.to_lowercase())
    }

    /// Percent-encoded, below `base` (which begins and ends with `/`): what a link holds.
    pub fn link(&self, base: &str) -> String {
        let mut out = String::with_capacity(base.len() + self.0.len());
        out.push_str(base);
        for byte in self.0.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/') {
                out.push(byte as char);
            } else {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
        out
    }
}

fn is_part(part: &str) -> bool {
    !part.is_empty()
        && part != "."
        && part != ".."
        && !part.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | ':' | '?' | '#' | '%' | '*' | '"' | '<' | '>' | '|'))
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "/{}", self.0)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "/{}", self.0)
    }
}
