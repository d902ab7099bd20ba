//! Pictures of phones that were held in some way stand upright.

use ::image::RgbImage;

use super::make::{BLUE, GREEN, RED, WHITE, exif, jpeg_with, png, quarters, webp_with_exif, with_chunk};
use crate::image::{Bitmap, decode, facts};

/// What a camera stores of the upright picture when it writes `orientation` (EXIF 2.32, tag 0x112).
fn stored(upright: &RgbImage, orientation: u8) -> RgbImage {
    let (width, height) = upright.dimensions();
    let (right, bottom) = (width - 1, height - 1);
    let (stored_width, stored_height) = if orientation < 5 { (width, height) } else { (height, width) };
    RgbImage::from_fn(stored_width, stored_height, |x, y| {
        let (x, y) = match orientation {
            1 => (x, y),
            2 => (right - x, y),
            3 => (right - x, bottom - y),
            4 => (x, bottom - y),
            5 => (y, x),
            6 => (right - y, x),
            7 => (right - y, bottom - x),
            _ => (y, bottom - x),
        };
        *upright.get_pixel(x, y)
    })
}

fn assert_upright(bytes: &[u8], name: &str) {
    let facts = facts(bytes).unwrap();
    assert_eq!((facts.width, facts.height), (64, 32), "{name}");
    let bitmap = decode(bytes).unwrap();
    assert_eq!((bitmap.width(), bitmap.height()), (64, 32), "{name}");
    let places = [((10, 6), RED), ((54, 6), GREEN), ((10, 26), BLUE), ((54, 26), WHITE)];
    for (place, colour) in places {
        let found = at(&bitmap, place);
        let near = found.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 30);
        assert!(near, "{name}: {found:?} for {colour:?} at {place:?}");
    }
}

fn at(bitmap: &Bitmap, (x, y): (u32, u32)) -> [u8; 3] {
    assert!(!bitmap.has_alpha());
    let start = ((y * bitmap.width() + x) * 3) as usize;
    bitmap.samples()[start..start + 3].try_into().unwrap()
}

#[test]
fn every_orientation_of_every_kind_is_upright() {
    for orientation in 1..=8 {
        let picture = stored(&quarters(), orientation);
        let block = exif(orientation, orientation % 2 == 0);
        let jpeg = jpeg_with(&picture, |encoder| encoder.add_exif_metadata(&block).unwrap());
        assert_upright(&jpeg, &format!("jpeg {orientation}"));
        let file = png(picture.clone());
        assert_upright(&with_chunk(&file, b"IDAT", b"eXIf", &block), &format!("png {orientation}"));
        assert_upright(&with_chunk(&file, b"IEND", b"eXIf", &block), &format!("late png {orientation}"));
        assert_upright(&webp_with_exif(&picture, &block), &format!("webp {orientation}"));
    }
}

#[test]
fn a_prefix_from_jpeg_before_the_block_does_no_harm() {
    let picture = stored(&quarters(), 6);
    let block = [b"Exif\0\0".to_vec(), exif(6, false)].concat();
    assert_upright(&webp_with_exif(&picture, &block), "webp");
}

#[test]
fn nonsense_in_the_block_turns_nothing() {
    for block in [exif(0, false), exif(9, true), b"II*\0\xFF\xFF\xFF\xFF".to_vec(), b"no".to_vec()] {
        assert_upright(&with_chunk(&png(quarters()), b"IDAT", b"eXIf", &block), "png");
    }
}
