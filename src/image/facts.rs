//! What a picture's header says, and the limits that are asked before any decoding.

use ::image::metadata::Orientation;
use serde::{Deserialize, Serialize};

use super::{
    Kind, PictureFault,
    outline::{self, Outline},
};

/// The largest file that is looked into, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The longest side, in pixels.
pub const MAX_SIDE: u32 = 20_000;
/// The largest area, in pixels.
pub const MAX_PIXELS: u64 = 100_000_000;

/// What the header of a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Facts {
    /// By content, not by name.
    pub kind: Kind,
    /// Pixels, as the picture stands upright.
    pub width: u32,
    /// Pixels, as the picture stands upright.
    pub height: u32,
    /// Frames of a moving picture; 1 of a still one.
    pub frames: u32,
}

impl Facts {
    /// Width and height.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Bytes that decoding may hold at once, at most about: pixels as read, their
    /// copy in sRGB, and what the decoder keeps beside them.
    pub fn memory(&self) -> u64 {
        let per_pixel = match self.kind {
            Kind::Jpeg => 9, // three of progressive coefficients at two bytes, three of colour
            Kind::Png => 12, // 16-bit RGBA and its 8-bit copy
            Kind::Webp | Kind::Gif => 8,
        };
        u64::from(self.width) * u64::from(self.height) * per_pixel
    }
}

/// `size` brought down to at most `width`, in proportion, no side under one pixel.
pub(super) fn fitted(size: (u32, u32), width: u32) -> (u32, u32) {
    let (full_width, full_height) = (u64::from(size.0.max(1)), u64::from(size.1));
    if u64::from(width) >= full_width {
        return size;
    }
    let width = width.max(1);
    let height = (full_height * u64::from(width) + full_width / 2) / full_width;
    (width, u32::try_from(height.max(1)).unwrap_or(u32::MAX))
}

/// Reads the header of a picture: kind, limits, size. Nothing is decoded or allocated.
/// Whether the rest of the file is there and good, only [`decode`](super::decode) knows.
pub fn facts(bytes: &[u8]) -> Result<Facts, PictureFault> {
    examine(bytes).map(|(facts, _)| facts)
}

/// The facts, and how the stored picture is turned to stand upright.
pub(super) fn examine(bytes: &[u8]) -> Result<(Facts, Orientation), PictureFault> {
    if bytes.is_empty() {
        return Err(PictureFault::unreadable("the file is empty"));
    }
    let kind = Kind::of(bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(PictureFault::Large { width: 0, height: 0, bytes: bytes.len() as u64 });
    }
    let outline =
        outline::read(kind, bytes).ok_or_else(|| PictureFault::unreadable("the header is broken"))?;
    check(&outline, bytes.len() as u64)?;
    let orientation =
        outline.exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
    let (width, height) =
        if lies(orientation) { (outline.height, outline.width) } else { (outline.width, outline.height) };
    Ok((Facts { kind, width, height, frames: outline::frames(kind, bytes) }, orientation))
}

fn check(outline: &Outline<'_>, bytes: u64) -> Result<(), PictureFault> {
    let Outline { width, height, .. } = *outline;
    if width == 0 || height == 0 {
        return Err(PictureFault::unreadable("the picture has no pixels"));
    }
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureFault::Large { width, height, bytes });
    }
    Ok(())
}

/// Whether the stored picture lies on its side.
fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
