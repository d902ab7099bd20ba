//! What the last run remembers for the next one.
//!
//! Comes in: bytes that a former run wrote, in the shop's cache. Goes out: records that may spare work.
//! A ledger is never the only place of a truth: losing it, or reading another's, costs time and nothing
//! else. It must not open files; whoever holds it reads and writes it through `disk`.
//!
//! A file can change twice within one tick of the file system's clock and look the same. Therefore:
//! * a source is believed when it was last changed before the run began that read it ([`Ledger::began`]);
//!   whatever changes it later gets a later time;
//! * a written file is believed when it was last changed before the ledger was saved ([`Ledger::ended`]).

mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{address::Address, hash::Digest, path::ShopPath, sealed, stat::Stat};

pub use record::{Output, Source};

/// Names the form of the bytes. Another form is another number.
const KIND: &[u8] = b"posra ledger 1\n";

/// What one run remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The program that made it.
    pub program: Option<Digest>,
    /// Hash of everything that the last complete run was given; `None` when it had faults to tell.
    pub run: Option<Digest>,
    /// When that run began, by the clock of the file system.
    pub began: i128,
    /// When this was saved, by the clock of the file system.
    pub ended: i128,
    /// Files of the output.
    pub outputs: BTreeMap<Address, Output>,
    /// Files of the shop.
    pub sources: BTreeMap<ShopPath, Source>,
}

impl Ledger {
    /// Reads a ledger. One that is cut, changed or of another form is an empty one.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        sealed::unseal(KIND, bytes).and_then(|body| postcard::from_bytes(body).ok()).unwrap_or_default()
    }

    /// The ledger as a file. The same ledger is always the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Maps, numbers and text can always be written; if not, an empty ledger is a true one.
        postcard::to_stdvec(self).map(|body| sealed::seal(KIND, &body)).unwrap_or_default()
    }

    /// What is known of the output file at `address`, when it is still as posra wrote it.
    pub fn output(&self, address: &Address, now: &Stat) -> Option<&Output> {
        self.outputs.get(address).filter(|output| output.stat == *now && now.modified < self.ended)
    }

    /// What is known of the shop's file at `path`, when it is still as posra read it.
    pub fn source(&self, path: &ShopPath, now: &Stat) -> Option<&Source> {
        self.sources.get(path).filter(|source| source.stat == *now && now.modified < self.began)
    }
}
