//! Lossy WebP through libwebp.

use webpx::{Encoder, EncoderConfig, Unstoppable, YuvPlanesRef};

use super::{
    planes::{Planes, Range},
    too_large,
};
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
    let written = match (bitmap.has_alpha(), texture) {
        (true, _) => Encoder::new_rgba(bitmap.samples(), width, height).config(config).encode(Unstoppable),
        (false, Texture::Drawing) => {
            Encoder::new_rgb(bitmap.samples(), width, height).config(config).encode(Unstoppable)
        }
        (false, Texture::Smooth | Texture::Rough) => {
            let planes = Planes::of(bitmap.samples(), (width as usize, height as usize), Range::Studio);
            Encoder::new_yuv(lent(&planes, (width, height))).config(config).encode(Unstoppable)
        }
    };
    written.map_err(PictureFault::unreadable)
}

fn lent(planes: &Planes, (width, height): (u32, u32)) -> YuvPlanesRef<'_> {
    let (y_stride, stride) = (width as usize, width.div_ceil(2) as usize);
    let Planes { y, u, v } = planes;
    YuvPlanesRef {
        y,
        y_stride,
        u,
        u_stride: stride,
        v,
        v_stride: stride,
        a: None,
        a_stride: 0,
        width,
        height,
    }
}
