//! Lossy WebP through libwebp.

use webpx::{Encoder, EncoderConfig, Unstoppable};

use super::too_large;
use crate::image::{Bitmap, PictureFault, Texture};

/// The longest side of a WebP file, in pixels: its header has 14 bits for it.
const SIDE: u32 = 16_383;

/// The lines of a drawing keep their colours by libwebp's slower way to YUV.
pub(super) fn write(
    bitmap: &Bitmap,
    quality: u8,
    effort: u8,
    texture: Texture,
) -> Result<Vec<u8>, PictureFault> {
    let (width, height) = (bitmap.width(), bitmap.height());
    if width.max(height) > SIDE {
        return Err(too_large(bitmap));
    }
    let config = EncoderConfig::new()
        .quality(f32::from(quality))
        .method(effort.min(6))
        .sharp_yuv(texture == Texture::Drawing);
    let encoder = match bitmap.has_alpha() {
        true => Encoder::new_rgba(bitmap.samples(), width, height),
        false => Encoder::new_rgb(bitmap.samples(), width, height),
    };
    encoder.config(config).encode(Unstoppable).map_err(PictureFault::unreadable)
}
