//! AVIF through rav1e, when the program was built with it.

use ravif::{Encoder, Img, RGB8, RGBA8};

use crate::image::{Bitmap, PictureFault};

/// One thread: the pictures themselves are shared among the threads, and more of them would not
/// give the same bytes on every machine. Effort 4 is rav1e's speed 8.
pub(super) fn write(bitmap: &Bitmap, quality: u8, effort: u8) -> Result<Vec<u8>, PictureFault> {
    let (width, height) = (bitmap.width() as usize, bitmap.height() as usize);
    let encoder = Encoder::new()
        .with_quality(f32::from(quality))
        .with_alpha_quality(f32::from(quality))
        .with_speed(10 - effort.min(6) / 2)
        .with_num_threads(Some(1));
    let encoded = match bitmap.has_alpha() {
        true => {
            let pixels = bitmap.samples().as_chunks::<4>().0.iter();
            let pixels: Vec<RGBA8> = pixels.map(|[r, g, b, a]| RGBA8::new(*r, *g, *b, *a)).collect();
            encoder.encode_rgba(Img::new(&pixels, width, height))
        }
        false => {
            let pixels = bitmap.samples().as_chunks::<3>().0.iter();
            let pixels: Vec<RGB8> = pixels.map(|[r, g, b]| RGB8::new(*r, *g, *b)).collect();
            encoder.encode_rgb(Img::new(&pixels, width, height))
        }
    };
    encoded.map(|image| image.avif_file).map_err(PictureFault::unreadable)
}
