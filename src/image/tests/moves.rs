//! Movement that is kept.

use std::{io::Cursor, time::Duration};

use ::image::{
    AnimationDecoder, Delay, Frame as Moment, Rgba, RgbaImage,
    codecs::{gif::GifEncoder, webp::WebPDecoder},
};

use super::make::{copy_of, exif, jpeg, quarters};
use crate::image::{Encoding, Format, Frame, Kind, PictureFault, decode, facts, moving};

const COLOURS: [[u8; 3]; 3] = [[200, 30, 30], [30, 180, 30], [30, 30, 200]];

/// Plain frames, each shown 40 ms longer than the one before.
fn gif(side: u32, frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut bytes, 30);
    for place in 0..frames {
        let [red, green, blue] = COLOURS[place % 3];
        let picture = RgbaImage::from_pixel(side, side / 2, Rgba([red, green, blue, 255]));
        let delay = Delay::from_saturating_duration(Duration::from_millis(100 + 40 * (place as u64 % 3)));
        encoder.encode_frame(Moment::from_parts(picture, 0, 0, delay)).unwrap();
    }
    drop(encoder);
    bytes
}

const ENCODING: Encoding = Encoding { format: Format::Webp, quality: 80, effort: 4 };

#[test]
fn every_frame_comes_with_its_time() {
    let source = gif(64, 3);
    assert_eq!(facts(&source).unwrap().frames, 3);
    let frame = Frame::Fit { width: 32 };
    let bytes = moving(&source, &frame, &ENCODING).unwrap();
    let found = facts(&bytes).unwrap();
    assert_eq!((found.kind, found.width, found.height, found.frames), (Kind::Webp, 32, 16, 3));
    let decoder = WebPDecoder::new(Cursor::new(&bytes)).unwrap();
    for (place, moment) in decoder.into_frames().enumerate() {
        let moment = moment.unwrap();
        assert_eq!(moment.delay().numer_denom_ms().0, 100 + 40 * place as u32);
        let pixel = moment.buffer().get_pixel(16, 8).0;
        assert!(COLOURS[place].iter().zip(pixel).all(|(a, b)| a.abs_diff(b) < 12), "{place}: {pixel:?}");
    }
    // A moving WebP moves again, and its first frame is the still.
    let again = moving(&bytes, &Frame::Fit { width: 16 }, &ENCODING).unwrap();
    assert_eq!(facts(&again).unwrap().frames, 3);
    let still = copy_of(&decode(&source).unwrap(), &frame).unwrap();
    assert!(still.samples()[0].abs_diff(200) < 12);
}

#[test]
fn what_moves_too_long_is_refused() {
    assert!(facts(&gif(8, 300)).unwrap().check_movement().is_ok());
    let long = gif(8, 301);
    assert_eq!(facts(&long).unwrap().check_movement(), Err(PictureFault::Long { frames: 301 }));
    assert!(matches!(moving(&long, &Frame::Fit { width: 8 }, &ENCODING), Err(PictureFault::Long { .. })));
    assert!(decode(&long).is_ok(), "its first frame can be shown");
    let whole = gif(64, 20);
    assert!(moving(&whole[..whole.len() - 30], &Frame::Fit { width: 8 }, &ENCODING).is_err());
}

#[test]
fn what_is_still_has_one_frame() {
    assert_eq!(facts(&jpeg(&quarters())).unwrap().frames, 1);
    assert_eq!(facts(&gif(20, 1)).unwrap().frames, 1);
}

/// A moving WebP that says it lies on its side stands upright in every frame.
#[test]
fn movement_stands_upright() {
    let lying = moving(&gif(64, 3), &Frame::Fit { width: 64 }, &ENCODING).unwrap();
    let mut body = lying[12..].to_vec();
    body[8] |= 8; // VP8X: there is an EXIF block
    let block = exif(6, false);
    let padding = vec![0; block.len() % 2];
    let chunk = [b"EXIF", &(block.len() as u32).to_le_bytes()[..], &block, &padding].concat();
    let length = (4 + body.len() + chunk.len()) as u32;
    let turned = [b"RIFF", &length.to_le_bytes()[..], b"WEBP", &body, &chunk].concat();
    let upright = moving(&turned, &Frame::Fit { width: 16 }, &ENCODING).unwrap();
    let found = facts(&upright).unwrap();
    assert_eq!((found.width, found.height, found.frames), (16, 32, 3));
}
