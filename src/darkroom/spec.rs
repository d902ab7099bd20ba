//! What a developed picture is to be, and the names that follow from it.

use serde::{Deserialize, Serialize};

use crate::{base::hash::Digest, image::Format};

/// Goes up by one whenever the same source and spec may give other bytes: a new
/// encoder, another method, other colours. Every address of a picture changes with it.
pub const ENCODER_VERSION: u32 = 1;

/// One copy of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spec {
    /// Pixels at most; a narrower picture keeps its own width.
    pub width: u32,
    /// The format.
    pub format: Format,
    /// 1 (smallest) to 100 (best).
    pub quality: u8,
}

/// Names the copy that `spec` makes of the picture whose bytes have the hash `source`.
pub fn key(source: Digest, spec: &Spec) -> Digest {
    Digest::of_parts([
        b"picture".as_slice(),
        &ENCODER_VERSION.to_le_bytes(),
        source.as_bytes(),
        &spec.width.to_le_bytes(),
        spec.format.extension().as_bytes(),
        &[spec.quality],
    ])
}

/// The first part of the names that all copies of a picture have on the site. It changes with all that may change
/// their bytes; that formats and widths share it makes a page that names thirty of them pack well.
pub fn stem(source: Digest, qualities: &[u8]) -> String {
    Digest::of_parts([
        b"picture name".as_slice(),
        &ENCODER_VERSION.to_le_bytes(),
        source.as_bytes(),
        qualities,
    ])
    .short()
}

/// The file's name on the site, such as `8c1f…-960.webp`.
pub fn file_name(stem: &str, spec: &Spec) -> String {
    format!("{stem}-{}.{}", spec.width, spec.format.extension())
}
