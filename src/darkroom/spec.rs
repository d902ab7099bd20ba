//! What a developed picture is to be, and the names that follow from it.

use serde::{Deserialize, Serialize};

use crate::{
    base::hash::Digest,
    image::{Encoding, Focus, Format, Frame},
};

/// Goes up by one whenever the same source and spec may give other bytes: a new
/// encoder, another method, other colours or tints. Every address of a picture changes with it.
pub const ENCODER_VERSION: u32 = 4;

/// One copy of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spec {
    /// How large, and what of the picture.
    pub frame: Frame,
    /// As what bytes.
    pub encoding: Encoding,
    /// Whether a moving picture goes on moving; as WebP alone.
    pub moving: bool,
}

/// Names the copy that `spec` makes of the picture whose bytes have the hash `source`.
pub fn key(source: Digest, spec: &Spec) -> Digest {
    let parts: Vec<u8> = frame_parts(&spec.frame).into_iter().flat_map(u32::to_le_bytes).collect();
    Digest::of_parts([
        b"picture".as_slice(),
        &ENCODER_VERSION.to_le_bytes(),
        source.as_bytes(),
        &parts,
        spec.encoding.format.extension().as_bytes(),
        &encoding_parts(&spec.encoding),
        &[u8::from(spec.moving)],
    ])
}

fn frame_parts(frame: &Frame) -> [u32; 5] {
    match *frame {
        Frame::Fit { width } => [0, width, 0, 0, 0],
        Frame::Fill { width, height, focus } => [1, width, height, focus.x.into(), focus.y.into()],
        Frame::Pad { width, height } => [2, width, height, 0, 0],
    }
}

fn encoding_parts(encoding: &Encoding) -> [u8; 2] {
    // JPEG knows no effort: a shop that asks for more of it keeps its JPEG files.
    let effort = if encoding.format == Format::Jpeg { 0 } else { encoding.effort };
    [encoding.quality, effort]
}

/// The first part of the names that all copies of a picture have on the site. It changes with all that may change
/// their bytes but their frames; that formats and widths share it makes a page that names thirty of them pack well.
pub fn stem(source: Digest, encodings: &[Encoding]) -> String {
    let parts: Vec<u8> = encodings.iter().flat_map(encoding_parts).collect();
    Digest::of_parts([b"picture name".as_slice(), &ENCODER_VERSION.to_le_bytes(), source.as_bytes(), &parts])
        .short()
}

/// The file's name on the site, such as `8c1f…-960.webp`, `8c1f…-96x96.webp` when it is cut and
/// `8c1f…-1080x1080-sheet.jpg` when it stands on a sheet.
pub fn file_name(stem: &str, spec: &Spec) -> String {
    let extension = spec.encoding.format.extension();
    let stem = if spec.moving { format!("{stem}-moving") } else { stem.to_owned() };
    match spec.frame {
        Frame::Fit { width } => format!("{stem}-{width}.{extension}"),
        Frame::Fill { width, height, focus: Focus::MIDDLE } => format!("{stem}-{width}x{height}.{extension}"),
        Frame::Fill { width, height, focus } => {
            format!("{stem}-{width}x{height}-{}-{}.{extension}", focus.x, focus.y)
        }
        Frame::Pad { width, height } => format!("{stem}-{width}x{height}-sheet.{extension}"),
    }
}
