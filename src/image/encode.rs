//! Pixels to the bytes a browser gets. No metadata is written; sRGB is what browsers assume.

use std::borrow::Cow;

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
use serde::{Deserialize, Serialize};
use webp::{PixelLayout, WebPConfig};

use super::{Bitmap, PictureFault, Texture};

/// The longest side of a WebP file, in pixels: its header has 14 bits for it.
const WEBP_SIDE: u32 = 16_383;

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// Lossy WebP, with alpha when the picture has it.
    Webp,
    /// Baseline JPEG, on white where the picture lets through.
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

/// A format and how well, and how patiently, it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Encoding {
    /// The format.
    pub format: Format,
    /// Nominal quality, from 1 (smallest) to 100 (best); others are brought into that range.
    pub quality: u8,
    /// How long to look for fewer bytes of the same quality, 0 to 6: libwebp's method. JPEG does not ask.
    pub effort: u8,
}

/// Bytes of `bitmap`, a copy of a picture with the surface `texture`, which decides what the
/// nominal quality means. The same pixels, encoding and surface give the same bytes.
pub fn encode(bitmap: &Bitmap, encoding: &Encoding, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    let quality = texture.quality(encoding.format, encoding.quality);
    match encoding.format {
        Format::Webp => webp(bitmap, quality, encoding.effort, texture),
        Format::Jpeg => jpeg(bitmap, quality, texture),
    }
}

/// The lines of a drawing keep their colours by libwebp's slower way to YUV.
fn webp(bitmap: &Bitmap, quality: u8, effort: u8, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    if bitmap.width().max(bitmap.height()) > WEBP_SIDE {
        return Err(too_large(bitmap));
    }
    let mut config = WebPConfig::new().map_err(|()| PictureFault::unreadable("WebP has no settings"))?;
    config.method = i32::from(effort.min(6));
    config.quality = f32::from(quality);
    config.use_sharp_yuv = i32::from(texture == Texture::Drawing);
    let layout = if bitmap.has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    webp::Encoder::new(bitmap.samples(), layout, bitmap.width(), bitmap.height())
        .encode_advanced(&config)
        .map(|bytes| bytes.to_vec())
        .map_err(|fault| PictureFault::Unreadable(format!("WebP: {fault:?}")))
}

/// One scan and the usual Huffman tables: every reader knows them, and some make noise
/// of a scan per colour. Colour is averaged, which is a decibel better than picking; a drawing
/// keeps the colour of every pixel, because its thin lines are nothing but colour.
fn jpeg(bitmap: &Bitmap, quality: u8, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    let (Ok(width), Ok(height)) = (u16::try_from(bitmap.width()), u16::try_from(bitmap.height())) else {
        return Err(too_large(bitmap));
    };
    let samples = bitmap.on_white().map_or(Cow::Borrowed(bitmap.samples()), Cow::Owned);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    match texture {
        Texture::Drawing => encoder.set_sampling_factor(SamplingFactor::F_1_1),
        Texture::Smooth | Texture::Rough => encoder.set_sampling_factor(SamplingFactor::F_2_2),
    }
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.encode(&samples, width, height, ColorType::Rgb).map_err(PictureFault::unreadable)?;
    Ok(bytes)
}

fn too_large(bitmap: &Bitmap) -> PictureFault {
    PictureFault::Large { width: bitmap.width(), height: bitmap.height(), bytes: 0 }
}
