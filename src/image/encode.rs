//! Pixels to the bytes a browser gets. No metadata is written; sRGB is what browsers assume.

use std::borrow::Cow;

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
use serde::{Deserialize, Serialize};
use webp::{PixelLayout, WebPConfig};

use super::{Bitmap, PictureFault};

/// The longest side of a WebP file, in pixels: its header has 14 bits for it.
const WEBP_SIDE: u32 = 16_383;

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// Lossy WebP, with alpha when the picture has it.
    Webp,
    /// Baseline JPEG, 4:2:0, on white where the picture lets through.
    Jpeg,
}

impl Format {
    /// The ending of a file's name, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// Bytes of `bitmap` in `format`. `quality` goes from 1 (smallest) to 100 (best) and
/// is brought into that range. The same pixels and quality give the same bytes.
pub fn encode(bitmap: &Bitmap, format: Format, quality: u8) -> Result<Vec<u8>, PictureFault> {
    let quality = quality.clamp(1, 100);
    match format {
        Format::Webp => webp(bitmap, quality),
        Format::Jpeg => jpeg(bitmap, quality),
    }
}

/// Method 4: half the time of method 6 for a twentieth more bytes.
fn webp(bitmap: &Bitmap, quality: u8) -> Result<Vec<u8>, PictureFault> {
    if bitmap.width().max(bitmap.height()) > WEBP_SIDE {
        return Err(too_large(bitmap));
    }
    let mut config = WebPConfig::new().map_err(|()| PictureFault::unreadable("WebP has no settings"))?;
    config.method = 4;
    config.quality = f32::from(quality);
    let layout = if bitmap.has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    webp::Encoder::new(bitmap.samples(), layout, bitmap.width(), bitmap.height())
        .encode_advanced(&config)
        .map(|bytes| bytes.to_vec())
        .map_err(|fault| PictureFault::Unreadable(format!("WebP: {fault:?}")))
}

/// One scan and the usual Huffman tables: every reader knows them, and some make noise
/// of a scan per colour. Colour is averaged, which is a decibel better than picking.
fn jpeg(bitmap: &Bitmap, quality: u8) -> Result<Vec<u8>, PictureFault> {
    let (Ok(width), Ok(height)) = (u16::try_from(bitmap.width()), u16::try_from(bitmap.height())) else {
        return Err(too_large(bitmap));
    };
    let samples = bitmap.on_white().map_or(Cow::Borrowed(bitmap.samples()), Cow::Owned);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.encode(&samples, width, height, ColorType::Rgb).map_err(PictureFault::unreadable)?;
    Ok(bytes)
}

fn too_large(bitmap: &Bitmap) -> PictureFault {
    PictureFault::Large { width: bitmap.width(), height: bitmap.height(), bytes: 0 }
}
