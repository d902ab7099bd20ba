//! Developed pictures on disk: `pictures/<2 digits>/<62 digits>`, each with a seal at its end.

use crate::{base::hash::Digest, diag::Failure, disk::CacheFolder};

const MARK: &[u8; 8] = b"posra-p1";
/// Mark and hash.
const SEAL: usize = MARK.len() + 32;

/// A cache folder in which every entry proves itself.
#[derive(Debug)]
pub(super) struct Store {
    cache: CacheFolder,
}

impl Store {
    pub(super) fn new(cache: CacheFolder) -> Self {
        Self { cache }
    }

    pub(super) fn has(&self, key: Digest) -> bool {
        self.cache.exists_len(&name(key)).is_some_and(|length| length > SEAL as u64)
    }

    pub(super) fn fetch(&self, key: Digest) -> Result<Option<Vec<u8>>, Failure> {
        let name = name(key);
        let Some(sealed) = self.cache.read(&name)? else {
            return Ok(None);
        };
        let picture = unseal(key, sealed);
        if picture.is_none() {
            self.cache.remove(&name)?;
        }
        Ok(picture)
    }

    /// Keeps `picture` under `key`.
    pub(super) fn keep(&self, key: Digest, mut picture: Vec<u8>) -> Result<(), Failure> {
        let seal = seal(key, &picture);
        picture.extend_from_slice(MARK);
        picture.extend_from_slice(seal.as_bytes());
        self.cache.write(&name(key), &picture)
    }
}

fn name(key: Digest) -> String {
    let hex = key.hex();
    let (folder, rest) = hex.split_at(2);
    format!("pictures/{folder}/{rest}")
}

/// Hash of the key, the length and the bytes: an entry under another's name is no entry.
fn seal(key: Digest, picture: &[u8]) -> Digest {
    Digest::of_parts([key.as_bytes().as_slice(), picture])
}

fn unseal(key: Digest, mut sealed: Vec<u8>) -> Option<Vec<u8>> {
    let length = sealed.len().checked_sub(SEAL)?;
    let (picture, end) = sealed.split_at(length);
    let hash = end.strip_prefix(MARK)?;
    if hash != seal(key, picture).as_bytes() {
        return None;
    }
    sealed.truncate(length);
    Some(sealed)
}
