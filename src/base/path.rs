//! Paths inside the shop's folder.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use super::character::{ends_badly, is_device, is_forbidden};

/// A path inside the shop, written with `/`, never leaving it: no `..`, no root, no
/// drive, no device, no hidden characters. Made only from checked parts, also when
/// it is read back from a ledger; `disk` opens nothing else.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct ShopPath(Arc<str>);

/// Why a text is not a path inside the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// Nothing between two `/`, or nothing at all.
    Empty,
    /// Begins at a root or a drive.
    Absolute,
    /// Has a `..`.
    Leaves,
    /// Has a name that no file may have everywhere: a character such as `\`, `:`, `?` or a
    /// hidden one, a `.` or space at the end, or the name of a Windows device.
    Character,
}

impl fmt::Display for PathFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "not a path inside the shop: {self:?}")
    }
}

impl TryFrom<String> for ShopPath {
    type Error = PathFault;

    fn try_from(text: String) -> Result<Self, PathFault> {
        Self::read(&text)
    }
}

impl ShopPath {
    /// Reads a path relative to the shop's folder.
    pub fn read(text: &str) -> Result<Self, PathFault> {
        check(text)?;
        let parts: Vec<&str> = text.split('/').filter(|part| *part != ".").collect();
        if parts.is_empty() || parts.iter().any(|part| part.is_empty()) {
            return Err(PathFault::Empty);
        }
        Ok(Self(parts.join("/").into()))
    }

    /// `text` relative to this folder.
    pub fn join(&self, text: &str) -> Result<Self, PathFault> {
        check(text)?;
        Self::read(&format!("{}/{text}", self.0))
    }

    /// The folder that holds it; `None` at the top.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(folder, _)| Self(folder.into()))
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as shared text.
    pub fn shared(&self) -> Arc<str> {
        self.0.clone()
    }

    /// The rest of the path below `folder`.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

fn check(text: &str) -> Result<(), PathFault> {
    if text.is_empty() {
        return Err(PathFault::Empty);
    }
    let drive = text.as_bytes().get(1) == Some(&b':') && text.as_bytes()[0].is_ascii_alphabetic();
    if drive || text.starts_with(['/', '\\']) {
        return Err(PathFault::Absolute);
    }
    if text.split(['/', '\\']).any(leaves) {
        return Err(PathFault::Leaves);
    }
    if text.chars().any(is_forbidden)
        || text.split('/').any(|part| part != "." && (ends_badly(part) || is_device(part)))
    {
        return Err(PathFault::Character);
    }
    Ok(())
}

/// Whether a part climbs: `..`, also with the dots and spaces that Windows cuts off.
fn leaves(part: &str) -> bool {
    let dots = part.trim_end_matches(' ');
    dots.len() > 1 && dots.chars().all(|c| matches!(c, '.' | ' '))
}

impl fmt::Display for ShopPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for ShopPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
