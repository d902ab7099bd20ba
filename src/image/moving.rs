//! Moving pictures: the frames of a GIF or WebP file, in smaller copies, as moving WebP.

use std::{io::Cursor, panic::catch_unwind};

use ::image::{
    AnimationDecoder, DynamicImage, Frames, ImageDecoder,
    codecs::{gif::GifDecoder, webp::WebPDecoder},
};
use webpx::AnimationEncoder;

use super::{
    Bitmap, Encoding, Frame, Kind, Negative, PictureFault,
    decode::limits,
    facts::{Facts, MAX_PIXELS, examine},
    outline,
};

/// The most frames that a moving picture may have: ten seconds of thirty.
pub const MAX_FRAMES: u32 = 300;
/// A frame that asks for less time gets this, in milliseconds, as in browsers.
const SHORTEST: u32 = 20;
const USUAL: u32 = 100;

impl Facts {
    /// Whether its movement can be kept: what has one frame does not move, and is fine.
    pub fn check_movement(&self) -> Result<(), PictureFault> {
        let pixels = u64::from(self.width) * u64::from(self.height) * u64::from(self.frames);
        match self.frames > MAX_FRAMES || (self.frames > 1 && pixels > MAX_PIXELS) {
            true => Err(PictureFault::Long { frames: self.frames }),
            false => Ok(()),
        }
    }
}

/// All frames of the picture, each as [`Negative::copy`] makes it for `frame`, as moving WebP
/// that begins again at its end. `encoding` gives the quality. Frames are decoded one after the other.
pub fn moving(bytes: &[u8], frame: &Frame, encoding: &Encoding) -> Result<Vec<u8>, PictureFault> {
    let (facts, orientation) = examine(bytes)?;
    facts.check_movement()?;
    if !outline::whole(facts.kind, bytes) {
        return Err(PictureFault::unreadable("the file is cut short"));
    }
    // As in `decode`: a slip in a decoder is a fault of one picture, not the end of the run.
    let upright = |moment: ::image::Frame| {
        let mut picture = DynamicImage::from(moment.into_buffer());
        picture.apply_orientation(orientation);
        Negative::of(Bitmap::of(picture))
    };
    catch_unwind(|| written(frames(&facts, bytes)?, &upright, (frame, facts.size()), encoding))
        .unwrap_or_else(|_| Err(PictureFault::unreadable("the decoder gave up")))
}

fn frames<'b>(facts: &Facts, bytes: &'b [u8]) -> Result<Frames<'b>, PictureFault> {
    let limits = limits(facts);
    let file = Cursor::new(bytes);
    match facts.kind {
        Kind::Gif => {
            let mut decoder = GifDecoder::new(file).map_err(PictureFault::unreadable)?;
            decoder.set_limits(limits).map_err(PictureFault::unreadable)?;
            Ok(decoder.into_frames())
        }
        Kind::Webp => {
            let mut decoder = WebPDecoder::new(file).map_err(PictureFault::unreadable)?;
            decoder.set_limits(limits).map_err(PictureFault::unreadable)?;
            Ok(decoder.into_frames())
        }
        Kind::Jpeg | Kind::Png => Err(PictureFault::unreadable("it does not move")),
    }
}

fn written(
    frames: Frames<'_>,
    upright: &dyn Fn(::image::Frame) -> Negative,
    (frame, size): (&Frame, (u32, u32)),
    encoding: &Encoding,
) -> Result<Vec<u8>, PictureFault> {
    let (width, height) = frame.size(size);
    let mut encoder = AnimationEncoder::new(width, height).map_err(PictureFault::unreadable)?;
    encoder.set_quality(f32::from(encoding.quality.clamp(1, 100)));
    let mut time = 0;
    for one in frames {
        let one = one.map_err(PictureFault::unreadable)?;
        let (numerator, denominator) = one.delay().numer_denom_ms();
        let mut negative = upright(one);
        let copy = negative.copy(frame)?;
        match copy.has_alpha() {
            true => encoder.add_frame_rgba(copy.samples(), time),
            false => encoder.add_frame_rgb(copy.samples(), time),
        }
        .map_err(PictureFault::unreadable)?;
        let shown = numerator / denominator.max(1);
        let shown = if shown < SHORTEST { USUAL } else { shown };
        time = time.saturating_add(i32::try_from(shown).unwrap_or(i32::MAX));
    }
    encoder.finish(time).map_err(PictureFault::unreadable)
}
