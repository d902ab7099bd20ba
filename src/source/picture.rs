//! A picture as the source knows it.

use super::read::read_file;
use crate::{
    base::{hash::Digest, path::ShopPath, stat::Stat},
    diag::Failure,
    disk::ShopFolder,
    image::{self, Facts, PictureFault},
    ledger::{Ledger, Source},
};

/// A picture: what it is, not how it looks.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// Hash of its bytes.
    pub digest: Digest,
    /// Its size and kind, or why it cannot be used. A fault is told where the picture is named.
    pub facts: Result<Facts, PictureFault>,
}

/// Knows the picture at `path`: from the last run when its file has not changed since, else by reading it.
pub(super) fn know(
    folder: &ShopFolder,
    path: &ShopPath,
    stat: Stat,
    known: &Ledger,
) -> Result<(PictureFile, Option<Source>), Failure> {
    if let Some(source) = known.source(path, &stat)
        && let Some(facts) = source.facts.as_deref().and_then(|bytes| postcard::from_bytes(bytes).ok())
    {
        return Ok((PictureFile { digest: source.digest, facts: Ok(facts) }, Some(source.clone())));
    }
    let bytes = read_file(folder, path)?;
    let digest = Digest::of(&bytes);
    let facts = image::facts(&bytes);
    let encoded = facts.as_ref().ok().and_then(|facts| postcard::to_stdvec(facts).ok());
    let record = encoded.map(|facts| Source { stat, digest, facts: Some(facts) });
    Ok((PictureFile { digest, facts }, record))
}
