//! The lines of the ledger.

use serde::{Deserialize, Serialize};

use crate::base::{hash::Digest, stat::Stat};

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Hash of all that its bytes depend on.
    pub fingerprint: Digest,
    /// Hash of its bytes.
    pub content: Digest,
    /// The file as it was left.
    pub stat: Stat,
}

/// A file of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file as it was read.
    pub stat: Stat,
    /// Hash of its bytes.
    pub digest: Digest,
    /// What its reader learned from the bytes at some cost (a picture's size and colour), in the reader's
    /// own encoding.
    pub facts: Option<Vec<u8>>,
}
