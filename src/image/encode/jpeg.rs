//! Baseline JPEG (ITU T.81), by a writer that gives mozjpeg's bytes.

use std::borrow::Cow;

use mozjpeg_rs::{Encoder, Preset, QuantTableIdx, Subsampling};

use super::too_large;
use crate::image::{Bitmap, PictureFault, Texture};

/// One scan, since some readers make noise of a scan per colour; Huffman tables of its own, which
/// save a sixth of the bytes; the standard's tables of steps, by which qualities are known. A drawing
/// keeps the colour of every pixel, because its thin lines are nothing but colour.
pub(super) fn write(bitmap: &Bitmap, quality: u8, texture: Texture) -> Result<Vec<u8>, PictureFault> {
    if bitmap.width().max(bitmap.height()) > u32::from(u16::MAX) {
        return Err(too_large(bitmap));
    }
    let samples = bitmap.on_white().map_or(Cow::Borrowed(bitmap.samples()), Cow::Owned);
    let subsampling = match texture {
        Texture::Drawing => Subsampling::S444,
        Texture::Smooth | Texture::Rough => Subsampling::S420,
    };
    Encoder::new(Preset::BaselineFastest)
        .quality(quality)
        .quant_tables(QuantTableIdx::JpegAnnexK)
        .force_baseline(true)
        .subsampling(subsampling)
        .optimize_huffman(true)
        .encode_rgb(&samples, bitmap.width(), bitmap.height())
        .map_err(PictureFault::unreadable)
}
