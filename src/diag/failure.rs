//! What is wrong with the machine, not with the shop.

use std::{fmt, path::Path};

use super::Code;

/// Why the run stopped: what was tried, on which path, and the system's own reason.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Stable code, such as `failure.write`.
    pub code: Code,
    /// The path or address it happened at.
    pub path: String,
    /// The system's reason.
    pub cause: String,
}

impl Failure {
    /// A failure of `code` at `path`, because of `cause`.
    pub fn new(code: Code, path: impl AsRef<Path>, cause: impl fmt::Display) -> Self {
        Self { code, path: path.as_ref().display().to_string(), cause: cause.to_string() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}", self.code.as_str(), self.path, self.cause)
    }
}

impl std::error::Error for Failure {}
