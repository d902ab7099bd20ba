//! What is known of every picture that was ever developed here: `pictures.shades`.
//!
//! It spares a look into the store and is made anew from there; losing it decodes nothing.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    base::{hash::Digest, sealed},
    diag::Failure,
    disk::CacheFolder,
    image::Shade,
};

const NAME: &str = "pictures.shades";
const KIND: &[u8] = b"posra shades 1\n";

/// Shades by the hash of the picture's file.
#[derive(Debug)]
pub(super) struct Shades {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    shades: BTreeMap<Digest, u8>,
    changed: bool,
}

impl Shades {
    /// What an earlier run kept; nothing when its file is torn.
    pub(super) fn read(cache: &CacheFolder) -> Result<Self, Failure> {
        let shades = cache
            .read(NAME)?
            .and_then(|bytes| sealed::unseal(KIND, &bytes).and_then(|body| postcard::from_bytes(body).ok()));
        let known = Known { shades: shades.unwrap_or_default(), changed: false };
        Ok(Self { known: Mutex::new(known) })
    }

    pub(super) fn get(&self, source: Digest) -> Option<Shade> {
        self.lock().shades.get(&source).copied().and_then(Shade::from_byte)
    }

    pub(super) fn learn(&self, source: Digest, shade: Shade) {
        let mut known = self.lock();
        let byte = shade.to_byte();
        known.changed |= known.shades.insert(source, byte) != Some(byte);
    }

    /// Writes what was learned, if anything was.
    pub(super) fn save(&self, cache: &CacheFolder) -> Result<(), Failure> {
        let mut known = self.lock();
        if known.changed
            && let Ok(body) = postcard::to_stdvec(&known.shades)
        {
            cache.write_soon(NAME, &sealed::seal(KIND, &body))?;
            known.changed = false;
        }
        Ok(())
    }

    /// Forgets all pictures but those that `used` names.
    pub(super) fn retain(&self, used: impl Fn(&Digest) -> bool) {
        let mut known = self.lock();
        let before = known.shades.len();
        known.shades.retain(|source, _| used(source));
        known.changed |= known.shades.len() != before;
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
