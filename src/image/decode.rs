//! Whole files to upright pixels in sRGB.

use std::{io::Cursor, panic::catch_unwind};

use ::image::{
    DynamicImage, ImageDecoder, ImageResult, Limits,
    codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder},
};

use super::{Bitmap, Facts, Kind, MAX_SIDE, PictureFault, colour, facts::examine, jpeg, outline};

/// What decoders may hold beside the pixels, in bytes: colour profiles, texts, a row.
const ROOM: u64 = 8 << 20;

/// A picture as its file has it, before colours and turning.
pub(super) enum Raw {
    /// Grey, RGB or RGBA, of eight or sixteen bits.
    Light(DynamicImage),
    /// Cyan, magenta, yellow and black, 255 being full ink.
    Ink {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
        /// Four a pixel.
        samples: Vec<u8>,
    },
}

/// A picture and its ICC profile.
pub(super) type Profiled = (Raw, Option<Vec<u8>>);

/// Decodes a picture, within the limits that [`facts`](super::facts) keeps: all of it, upright,
/// in sRGB. Of an animation the first frame. A profile that cannot be used is
/// passed over, as browsers do.
pub fn decode(bytes: &[u8]) -> Result<Bitmap, PictureFault> {
    let (facts, orientation) = examine(bytes)?;
    if !outline::whole(facts.kind, bytes) {
        return Err(PictureFault::unreadable("the file is cut short"));
    }
    // Strangers' bytes meet strangers' code here: a slip in a decoder is a fault of one
    // picture, not the end of the run.
    let image = catch_unwind(|| {
        let (raw, profile) = raw(&facts, bytes)?;
        let mut image = colour::to_srgb(raw, profile.as_deref())?;
        image.apply_orientation(orientation);
        Ok(image)
    })
    .unwrap_or_else(|_| Err(PictureFault::unreadable("the decoder gave up")))?;
    if (image.width(), image.height()) != (facts.width, facts.height) {
        return Err(PictureFault::unreadable("the header and the pixels differ in size"));
    }
    Ok(Bitmap::of(image))
}

fn raw(facts: &Facts, bytes: &[u8]) -> Result<Profiled, PictureFault> {
    let limits = limits(facts);
    let file = Cursor::new(bytes);
    match facts.kind {
        Kind::Jpeg => jpeg::raw(bytes),
        Kind::Png => light(PngDecoder::with_limits(file, limits.clone()), limits),
        Kind::Webp => light(WebPDecoder::new(file), limits),
        Kind::Gif => light(GifDecoder::new(file), limits),
    }
}

pub(super) fn limits(facts: &Facts) -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(facts.memory() + ROOM);
    limits
}

fn light(decoder: ImageResult<impl ImageDecoder>, limits: Limits) -> Result<Profiled, PictureFault> {
    let mut decoder = decoder.map_err(PictureFault::unreadable)?;
    decoder.set_limits(limits).map_err(PictureFault::unreadable)?;
    let profile = decoder.icc_profile().unwrap_or_default();
    let image = DynamicImage::from_decoder(decoder).map_err(PictureFault::unreadable)?;
    Ok((Raw::Light(image), profile))
}
