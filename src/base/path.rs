//! Paths inside the shop's folder.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

/// A path inside the shop, written with `/`, never leaving it: no `..`, no root,
/// no drive, no control characters. Made only from checked parts; `disk` opens nothing else.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Has a character that no file name may have everywhere (`\`, `:`, NUL, control characters).
    Character,
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
    if text.starts_with(['/', '\\']) || text.as_bytes().get(1) == Some(&b':') {
        return Err(PathFault::Absolute);
    }
    if text.split(['/', '\\']).any(|part| part == "..") {
        return Err(PathFault::Leaves);
    }
    if text.chars().any(|c| c.is_control() || c == '\\' || c == ':') {
        return Err(PathFault::Character);
    }
    Ok(())
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
