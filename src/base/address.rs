//! Addresses inside the site, and how they are written in links and as files.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    character::{ends_badly, is_device, is_forbidden},
    name::nfc,
};

/// Where something of the site is found, from the site's root, decoded and without
/// base path: `products/vase/` (a page) or `assets/style.css` (a file). The root is empty.
///
/// No address leaves the site, hides a character, or names what some disk cannot hold.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Address(Arc<str>);

/// A text that is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAddress;

impl Address {
    /// Longest part between two `/`, in bytes: what every file system can name.
    pub const PART: usize = 240;

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
        Self::try_from(nfc(text.strip_prefix('/')?)).ok()
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
        if self.is_page() { format!("{}index.html", self.0) } else { self.0.to_string() }
    }

    /// The key under which two addresses are one file on some disk: the output path in
    /// folded case and NFC. Each letter is raised and lowered by itself, so that final sigma and long s fold too.
    pub fn collision_key(&self) -> String {
        let folded: String =
            self.output_path().chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
        nfc(&folded)
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

impl TryFrom<String> for Address {
    type Error = NoAddress;

    /// The address that [`Address::as_str`] gave; everything else is checked as if a stranger wrote it.
    fn try_from(text: String) -> Result<Self, NoAddress> {
        let parts = text.strip_suffix('/').unwrap_or(&text);
        let whole = text.is_empty() || parts.split('/').all(is_part);
        (whole && nfc(&text) == text).then(|| Self(text.into())).ok_or(NoAddress)
    }
}

impl fmt::Display for NoAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not an address inside the site")
    }
}

/// Whether `part` can stand between two `/` of an address. `%`, `#` and `?` mean something else in a link.
fn is_part(part: &str) -> bool {
    let plain = !part.chars().any(|c| is_forbidden(c) || matches!(c, '/' | '#' | '%'));
    plain
        && !part.is_empty()
        && part.len() <= Address::PART
        && !ends_badly(part)
        && !part.starts_with(' ')
        && !is_device(part)
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
