//! Smaller copies and what is written of them.

use ::image::{Rgba, RgbaImage};

use super::make::{copy_of, exif, grain, jpeg_with, likeness, png};
use crate::image::{
    Bitmap, Encoding, Facts, Format, Frame, Kind, Negative, PictureFault, Texture, decode, encode, facts,
    facts::fitted,
};

fn wide(width: u32) -> Frame {
    Frame::Fit { width }
}

/// Written as a grained photograph, whose quality is the nominal one.
fn written(bitmap: &Bitmap, format: Format, quality: u8) -> Result<Vec<u8>, PictureFault> {
    encode(bitmap, &Encoding { format, quality, effort: 4 }, Texture::Rough)
}

fn bitmap(width: u32, height: u32) -> Bitmap {
    decode(&png(grain(width, height))).unwrap()
}

#[test]
fn nothing_is_made_larger() {
    let picture = bitmap(100, 75);
    assert_eq!(copy_of(&picture, &wide(100)).unwrap(), picture);
    assert_eq!(copy_of(&picture, &wide(4000)).unwrap(), picture);
}

#[test]
fn copies_are_as_large_as_the_facts_say() {
    for (width, height) in [(100, 75), (1, 300), (301, 1), (33, 77)] {
        let picture = bitmap(width, height);
        for wanted in [0, 1, 2, 17, 33, 99, 5000] {
            let copy = copy_of(&picture, &wide(wanted)).unwrap();
            assert_eq!((copy.width(), copy.height()), fitted((width, height), wanted));
            assert!(copy.width() >= 1 && copy.height() >= 1);
        }
    }
    assert_eq!(fitted((20_000, 5_000), 1_600), (1_600, 400));
}

/// Against the mean of each 4 x 4 block: sharper, but the same picture.
#[test]
fn a_smaller_copy_shows_the_same() {
    let picture = bitmap(240, 180);
    let copy = copy_of(&picture, &wide(60)).unwrap();
    let mut mean = Vec::new();
    for (y, x) in (0..45).flat_map(|y| (0..60).map(move |x| (y, x))) {
        for channel in 0..3 {
            let sample = |place: usize| {
                let (dy, dx) = (place / 4, place % 4);
                u32::from(picture.samples()[((y * 4 + dy) * 240 + x * 4 + dx) * 3 + channel])
            };
            mean.push(((0..16).map(sample).sum::<u32>() / 16) as u8);
        }
    }
    assert!(likeness(copy.samples(), &mean) > 32.0, "{}", likeness(copy.samples(), &mean));
}

/// Green that nobody can see must not shine through at the edge.
#[test]
fn hidden_colours_stay_hidden() {
    let picture =
        RgbaImage::from_fn(90, 30, |x, _| if x < 43 { Rgba([200, 0, 0, 255]) } else { Rgba([0, 255, 0, 0]) });
    let copy = copy_of(&decode(&png(picture)).unwrap(), &wide(20)).unwrap();
    assert!(copy.has_alpha());
    for pixel in copy.samples().chunks_exact(4).filter(|pixel| pixel[3] > 16) {
        assert!(pixel[1] < 12, "{pixel:?}");
    }
    assert!(copy.samples().chunks_exact(4).any(|pixel| (17..250).contains(&pixel[3])), "there is an edge");
}

#[test]
fn outputs_are_what_they_say() {
    let picture = bitmap(120, 90);
    for (format, kind, beginning) in
        [(Format::Webp, Kind::Webp, &b"RIFF"[..]), (Format::Jpeg, Kind::Jpeg, &[0xFF, 0xD8])]
    {
        let bytes = written(&picture, format, 80).unwrap();
        assert!(bytes.starts_with(beginning));
        assert_eq!(facts(&bytes).unwrap(), Facts { kind, width: 120, height: 90, frames: 1 });
        assert!(likeness(decode(&bytes).unwrap().samples(), picture.samples()) > 26.0);
        assert_eq!(bytes, written(&picture, format, 80).unwrap(), "the same bytes every time");
        assert!(written(&picture, format, 30).unwrap().len() < bytes.len());
        assert!(written(&picture, format, 0).is_ok() && written(&picture, format, 255).is_ok());
    }
}

#[test]
fn a_jpeg_stands_on_white_and_webp_lets_through() {
    let picture = decode(&png(RgbaImage::from_pixel(32, 32, Rgba([0, 0, 0, 0])))).unwrap();
    let flat = decode(&written(&picture, Format::Jpeg, 90).unwrap()).unwrap();
    assert!(flat.samples().iter().all(|sample| *sample > 250));
    let half = decode(&png(RgbaImage::from_pixel(32, 32, Rgba([0, 0, 0, 128])))).unwrap();
    let flat = decode(&written(&half, Format::Jpeg, 90).unwrap()).unwrap();
    assert!(flat.samples().iter().all(|sample| sample.abs_diff(127) < 4));
    let clear = decode(&written(&half, Format::Webp, 90).unwrap()).unwrap();
    assert!(clear.has_alpha() && clear.samples()[3].abs_diff(128) < 2);
}

#[test]
fn nothing_of_the_file_but_its_pixels_comes_out() {
    let icc = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    let source = jpeg_with(&grain(90, 70), |encoder| {
        encoder.add_exif_metadata(&exif(1, false)).unwrap();
        encoder.add_app_segment(13, b"Photoshop 3.0\0SECRET-PLACE".to_vec()).unwrap();
        encoder.add_icc_profile(&icc).unwrap();
    });
    let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(holds(&source, b"SECRET-PLACE"));
    let picture = decode(&source).unwrap();
    for format in [Format::Webp, Format::Jpeg] {
        let bytes = written(&picture, format, 80).unwrap();
        for text in [&b"SECRET"[..], b"Exif", b"EXIF", b"ICC", b"XMP", b"Photoshop", b"http"] {
            assert!(!holds(&bytes, text), "{format:?}");
        }
    }
}

/// Our JPEG must be one scan: other readers make noise of more.
#[test]
fn a_jpeg_is_one_scan() {
    let bytes = written(&bitmap(120, 90), Format::Jpeg, 80).unwrap();
    assert_eq!(bytes.windows(2).filter(|window| *window == [0xFF, 0xDA]).count(), 1);
    assert!(bytes.windows(2).any(|window| window == [0xFF, 0xC0]), "baseline");
}

#[test]
fn a_side_that_webp_cannot_write_is_refused() {
    let tall = decode(&png(::image::RgbImage::new(2, 16_384))).unwrap();
    assert!(matches!(written(&tall, Format::Webp, 80), Err(PictureFault::Large { height: 16_384, .. })));
    assert!(written(&tall, Format::Jpeg, 80).is_ok());
}

/// By way of a step or not, and whatever was asked before: the same bytes for the same frame, and the same picture.
#[test]
fn a_copy_hangs_on_nothing_but_its_picture() {
    let picture = bitmap(2000, 300);
    let widths = [1600, 1500, 960, 900, 640, 480, 160, 16];
    let alone: Vec<Bitmap> = widths.iter().map(|width| copy_of(&picture, &wide(*width)).unwrap()).collect();
    for order in [widths.to_vec(), widths.iter().rev().copied().collect()] {
        let mut negative = Negative::of(picture.clone());
        for width in order {
            let place = widths.iter().position(|one| *one == width).unwrap();
            assert_eq!(*negative.copy(&wide(width)).unwrap(), alone[place], "{width}");
        }
    }
    let small = bitmap(400, 60);
    assert_eq!(copy_of(&small, &wide(960)).unwrap(), small);
}
