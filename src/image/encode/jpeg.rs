//! Baseline JPEG (ITU T.81), by a writer that gives mozjpeg's bytes.

use std::borrow::Cow;

use mozjpeg_rs::{Encoder, Preset, QuantTableIdx, Subsampling};

use super::{
    planes::{Planes, Range},
    too_large,
};
use crate::image::{Bitmap, PictureFault, Texture};

/// One scan, since some readers make noise of a scan per colour; Huffman tables of its own, which
/// save a sixth of the bytes; the standard's tables of steps, by which qualities are known. A drawing
/// keeps the colour of every pixel, because its thin lines are nothing but colour.
pub(super) fn write(bitmap: &Bitmap, quality: u8, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    if bitmap.width().max(bitmap.height()) > u32::from(u16::MAX) {
        return Err(too_large(bitmap));
    }
    let samples = bitmap.on_white().map_or(Cow::Borrowed(bitmap.samples()), Cow::Owned);
    let (width, height) = (bitmap.width(), bitmap.height());
    let encoder = Encoder::new(Preset::BaselineFastest)
        .quality(quality)
        .quant_tables(QuantTableIdx::JpegAnnexK)
        .force_baseline(true)
        .optimize_huffman(true);
    let written = match texture {
        Texture::Drawing => encoder.subsampling(Subsampling::S444).encode_rgb(&samples, width, height),
        Texture::Smooth | Texture::Rough => {
            let Planes { y, u, v } = Planes::of(&samples, (width as usize, height as usize), Range::Full);
            encoder.subsampling(Subsampling::S420).encode_ycbcr_planar(&y, &u, &v, width, height)
        }
    };
    written.map_err(PictureFault::unreadable)
}
