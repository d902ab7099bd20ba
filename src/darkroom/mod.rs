//! Pictures are developed here once and kept: a source and a [`Spec`] in, bytes out.
//!
//! In: [`Job`]s, each a picture in the shop with its content hash, and a way to read
//! it. Out: encoded copies in a store, found by [`key`], never by when they were made.
//! The store may be deleted, cut or torn at any moment: it costs time and nothing else.
//!
//! Nothing here decides which copies a page needs or what they are called there.

mod budget;
mod develop;
mod spec;
mod store;
#[cfg(test)]
mod tests;

pub use develop::{Developed, Job, Step, Trouble};
pub use spec::{ENCODER_VERSION, Spec, file_name, key, stem};

use crate::{base::hash::Digest, diag::Failure, disk::CacheFolder};
use budget::Budget;
use store::Store;

/// The store of developed pictures, and the room to develop in.
#[derive(Debug)]
pub struct Darkroom {
    store: Store,
    budget: Budget,
}

impl Darkroom {
    /// Works with the store in `cache`. Pictures being decoded at once hold at most about
    /// `budget_bytes` of memory together; one that needs more is developed alone.
    pub fn open(cache: CacheFolder, budget_bytes: u64) -> Self {
        Self { store: Store::new(cache), budget: Budget::new(budget_bytes) }
    }

    /// The developed picture, proven to be the bytes that were put in. A torn entry is
    /// removed and gives `None`, so that the next [`develop`](Self::develop) makes it anew.
    pub fn fetch(&self, key: Digest) -> Result<Option<Vec<u8>>, Failure> {
        self.store.fetch(key)
    }

    /// Whether there is an entry; one look at the folder, its bytes are not proven.
    pub fn has(&self, key: Digest) -> bool {
        self.store.has(key)
    }
}
