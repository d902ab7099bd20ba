//! What an edit is about to do, so that it can be undone.

use serde::{Deserialize, Serialize};

use super::Rewrite;
use crate::{
    base::{hash::Digest, path::ShopPath, sealed},
    diag::Failure,
    disk::{ReadFault, ShopFolder, Stage},
};

const KIND: &[u8] = b"posra edit 1\n";

/// Files in their order. The n-th one's new text waits on the stage as `n.new`, its old one as `n.old`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    files: Vec<(ShopPath, Digest)>,
}

impl Journal {
    /// With the hashes of the new texts.
    pub(super) fn of(rewrites: &[Rewrite]) -> Self {
        let entry = |one: &Rewrite| (one.path.clone(), Digest::of(one.new.as_bytes()));
        Self { files: rewrites.iter().map(entry).collect() }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).map(|body| sealed::seal(KIND, &body)).unwrap_or_default()
    }

    /// `None` when the bytes are not whole.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(sealed::unseal(KIND, bytes)?).ok()
    }

    /// Gives every file that has its new text the old one again, and names those files. A file that has neither was
    /// written by a person since: it stays. May be done twice; goes on past a file that cannot be written.
    pub(super) fn undo(&self, folder: &ShopFolder, stage: &Stage<'_>) -> Result<Vec<ShopPath>, Failure> {
        let (mut undone, mut failed) = (Vec::new(), None);
        for (number, (path, new)) in self.files.iter().enumerate() {
            let old = old_name(number);
            match is_new(folder, path, *new) {
                Ok(true) if stage.holds(&old) => match folder.put(stage, &old, path) {
                    Ok(()) => undone.push(path.clone()),
                    Err(failure) => failed = failed.or(Some(failure)),
                },
                Ok(_) => {}
                Err(failure) => failed = failed.or(Some(failure)),
            }
        }
        failed.map_or(Ok(undone), Err)
    }
}

/// Name on the stage of the n-th new text.
pub(super) fn new_name(number: usize) -> String {
    format!("{number}.new")
}

/// Name on the stage of the n-th old text.
pub(super) fn old_name(number: usize) -> String {
    format!("{number}.old")
}

fn is_new(folder: &ShopFolder, path: &ShopPath, new: Digest) -> Result<bool, Failure> {
    match folder.read(path) {
        Ok(bytes) => Ok(Digest::of(&bytes) == new),
        Err(ReadFault::Failure(failure)) => Err(failure),
        Err(_) => Ok(false),
    }
}
