//! Pictures are developed here once and kept: a source and a [`Spec`] in, bytes out.
//!
//! In: [`Job`]s, each a picture in the shop with its content hash, and a way to read
//! it. Out: encoded copies in a store, found by [`key`], never by when they were made, and the
//! [`Shade`](crate::image::Shade) of each picture. The store may be deleted, cut or torn at any
//! moment: it costs time and nothing else.
//!
//! Nothing here decides which copies a page needs or what they are called there.

mod budget;
mod develop;
mod shades;
mod spec;
mod store;
#[cfg(test)]
mod tests;

pub use develop::{Developed, Job, Read, Step, Trouble};
pub use spec::{ENCODER_VERSION, Spec, file_name, key, stem};
pub use store::{Cleaned, KEPT};

use std::collections::BTreeSet;

use crate::{base::hash::Digest, diag::Failure, disk::CacheFolder};
use budget::Budget;
use shades::Shades;
use store::Store;

/// The store of developed pictures, and the room to develop in.
#[derive(Debug)]
pub struct Darkroom {
    store: Store,
    shades: Shades,
    budget: Budget,
}

impl Darkroom {
    /// Works with the store in `cache`. Pictures being decoded at once hold at most about
    /// `budget_bytes` of memory together; one that needs more is developed alone.
    pub fn open(cache: CacheFolder, budget_bytes: u64) -> Result<Self, Failure> {
        let shades = Shades::read(&cache)?;
        Ok(Self { store: Store::new(cache), shades, budget: Budget::new(budget_bytes) })
    }

    /// Whether there is an entry; one look at the folder, its bytes are not proven.
    pub fn has(&self, key: Digest) -> bool {
        self.store.has(key)
    }

    /// Keeps house, once a day: what `jobs` use is marked as used, and what no run has used for
    /// [`KEPT`] is taken away. To be called after a run that read the whole shop.
    pub fn tidy(&self, jobs: &[Job]) -> Result<Cleaned, Failure> {
        let used = jobs.iter().flat_map(|job| job.specs.iter().map(|spec| key(job.digest, spec)));
        let cleaned = self.store.prune(used)?;
        if cleaned.files > 0 {
            let sources: BTreeSet<Digest> = jobs.iter().map(|job| job.digest).collect();
            self.shades.retain(|source| sources.contains(source));
            self.shades.save(self.store.cache())?;
        }
        Ok(cleaned)
    }

    /// Takes every developed picture away.
    pub fn clear(&self) -> Result<Cleaned, Failure> {
        self.store.clear()
    }
}
