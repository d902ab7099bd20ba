//! Developed pictures on disk: `pictures/<2 digits>/<62 digits>`, each with a seal at its end.

use std::time::Duration;

use crate::{base::hash::Digest, diag::Failure, disk::CacheFolder, image::Shade};

const MARK: &[u8; 8] = b"posra-p2";
/// Mark, shade and hash.
const SEAL: usize = MARK.len() + 1 + 32;
/// The folder of all entries.
const FOLDER: &str = "pictures/";
/// When entries that nobody uses were last looked for.
const PRUNED: &str = "pictures.pruned";

/// Entries that no build has used for so long are taken away.
pub const KEPT: Duration = Duration::from_secs(30 * DAY);
const DAY: u64 = 24 * 60 * 60;

/// What was taken away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// A cache folder in which every entry proves itself.
#[derive(Debug)]
pub(super) struct Store {
    cache: CacheFolder,
}

impl Store {
    pub(super) fn new(cache: CacheFolder) -> Self {
        Self { cache }
    }

    pub(super) fn cache(&self) -> &CacheFolder {
        &self.cache
    }

    pub(super) fn has(&self, key: Digest) -> bool {
        self.cache.exists_len(&name(key)).is_some_and(|length| length > SEAL as u64)
    }

    pub(super) fn fetch(&self, key: Digest) -> Result<Option<(Vec<u8>, Shade)>, Failure> {
        let name = name(key);
        let Some(sealed) = self.cache.read(&name)? else {
            return Ok(None);
        };
        let found = unseal(key, sealed);
        if found.is_none() {
            self.cache.remove(&name)?;
        }
        Ok(found)
    }

    /// Keeps `picture` under `key`. A power cut may tear it; then its seal says so.
    pub(super) fn keep(&self, key: Digest, picture: &[u8], shade: Shade) -> Result<(), Failure> {
        let shade = shade.to_byte();
        let seal = seal(key, shade, picture);
        let sealed = [picture, MARK, &[shade], seal.as_bytes()].concat();
        self.cache.write_soon(&name(key), &sealed)
    }

    /// Once a day: marks the entries of `used` as used, and takes those away that have had no mark for [`KEPT`].
    pub(super) fn prune(&self, used: impl Iterator<Item = Digest>) -> Result<Cleaned, Failure> {
        if self.cache.age(PRUNED)?.is_some_and(|age| age < Duration::from_secs(DAY)) {
            return Ok(Cleaned::default());
        }
        let now = self.cache.now()?;
        for key in used {
            self.cache.touch(&name(key), now)?;
        }
        let cleaned = self.remove(|age| age > KEPT)?;
        self.cache.write_soon(PRUNED, b"")?;
        Ok(cleaned)
    }

    /// Takes all entries away.
    pub(super) fn clear(&self) -> Result<Cleaned, Failure> {
        self.remove(|_| true)
    }

    fn remove(&self, is_over: impl Fn(Duration) -> bool) -> Result<Cleaned, Failure> {
        let mut cleaned = Cleaned::default();
        for name in self.cache.list(FOLDER)? {
            if self.cache.age(&name)?.is_some_and(&is_over) {
                cleaned.bytes += self.cache.exists_len(&name).unwrap_or_default();
                cleaned.files += 1;
                self.cache.remove(&name)?;
            }
        }
        Ok(cleaned)
    }
}

fn name(key: Digest) -> String {
    let hex = key.hex();
    let (folder, rest) = hex.split_at(2);
    format!("{FOLDER}{folder}/{rest}")
}

/// Hash of the key, the shade, the length and the bytes: an entry under another's name is no entry.
fn seal(key: Digest, shade: u8, picture: &[u8]) -> Digest {
    Digest::of_parts([key.as_bytes().as_slice(), &[shade], picture])
}

fn unseal(key: Digest, mut sealed: Vec<u8>) -> Option<(Vec<u8>, Shade)> {
    let length = sealed.len().checked_sub(SEAL)?;
    let (picture, end) = sealed.split_at(length);
    let (shade, hash) = end.strip_prefix(MARK)?.split_first()?;
    if hash != seal(key, *shade, picture).as_bytes() {
        return None;
    }
    let shade = Shade::from_byte(*shade)?;
    sealed.truncate(length);
    Some((sealed, shade))
}
