//! Pixels to the bytes a browser gets. No metadata is written; sRGB is what browsers assume.

#[cfg(feature = "avif")]
mod avif;
mod jpeg;
mod planes;
mod webp;

use serde::{Deserialize, Serialize};

use super::{Bitmap, PictureFault, Texture};

/// Whether this program writes AVIF.
pub const AVIF: bool = cfg!(feature = "avif");

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// AVIF, with alpha when the picture has it; [`AVIF`] says whether this program writes it.
    Avif,
    /// Lossy WebP, with alpha when the picture has it.
    Webp,
    /// Baseline JPEG, on white where the picture lets through.
    Jpeg,
}

impl Format {
    /// The ending of a file's name, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A format and how well, and how patiently, it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Encoding {
    /// The format.
    pub format: Format,
    /// Nominal quality, from 1 (smallest) to 100 (best); others are brought into that range.
    pub quality: u8,
    /// How long to look for fewer bytes of the same quality, 0 to 6: libwebp's method, rav1e's speed. JPEG does not ask.
    pub effort: u8,
}

/// Bytes of `bitmap`, a copy of a picture with the surface `texture`, which decides what the
/// nominal quality means. The same pixels, encoding and surface give the same bytes.
pub fn encode(bitmap: &Bitmap, encoding: &Encoding, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    let quality = texture.quality(encoding.format, encoding.quality);
    match encoding.format {
        #[cfg(feature = "avif")]
        Format::Avif => avif::write(bitmap, quality, encoding.effort),
        #[cfg(not(feature = "avif"))]
        Format::Avif => Err(PictureFault::unreadable("this program was built without AVIF")),
        Format::Webp => webp::write(bitmap, quality, encoding.effort, texture),
        Format::Jpeg => jpeg::write(bitmap, quality, texture),
    }
}

fn too_large(bitmap: &Bitmap) -> PictureFault {
    PictureFault::Large { width: bitmap.width(), height: bitmap.height(), bytes: 0 }
}
