//! The kinds of surface, and that one nominal quality is about one quality to the eye.

use ::image::{Rgb, RgbImage, Rgba, RgbaImage};
use ssimulacra2::{ColorPrimaries, Rgb as Linear, TransferCharacteristic, compute_frame_ssimulacra2};

use super::make::{copy_of, jpeg, png};
use crate::image::{Bitmap, Encoding, Format, Frame, Shade, TINTS, Texture, Tint, decode, encode};

/// Text-like strokes, frames and plain areas.
fn drawing() -> RgbImage {
    RgbImage::from_fn(480, 360, |x, y| {
        let stroke = (x / 3 + y / 2) % 17 == 0 && (y / 24) % 2 == 0 && x > 60 && x < 420;
        let frame = x % 120 < 2 || y % 90 < 2;
        Rgb(match (stroke, frame) {
            (true, _) => [20, 20, 30],
            (_, true) => [180, 30, 40],
            _ if y > 270 => [235, 225, 200],
            _ => [255, 255, 255],
        })
    })
}

fn shape(x: u32, y: u32) -> [f64; 3] {
    let (x, y) = (f64::from(x), f64::from(y));
    let ball = ((x - 260.0).powi(2) + (y - 170.0).powi(2)).sqrt();
    let light = (1.0 - ball / 420.0).max(0.1);
    let side = 0.5 + 0.5 * (x / 90.0).sin() * (y / 70.0).cos();
    [205.0 * light, 140.0 * light + 40.0 * side, 90.0 * light + 60.0 * side]
}

fn grained(amount: f64) -> RgbImage {
    let mut seed = 99_u32;
    RgbImage::from_fn(480, 360, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (f64::from(seed >> 16) / 65_536.0 - 0.5) * 2.0 * amount;
        Rgb(shape(x, y).map(|light| (light + grain).clamp(0.0, 255.0) as u8))
    })
}

fn bitmap(picture: RgbImage) -> Bitmap {
    decode(&png(picture)).unwrap()
}

#[test]
fn surfaces_are_told_apart() {
    assert_eq!(Texture::of(&bitmap(drawing())), Texture::Drawing);
    assert_eq!(Texture::of(&bitmap(RgbImage::from_pixel(50, 50, Rgb([9, 9, 9])))), Texture::Drawing);
    assert_eq!(Texture::of(&bitmap(grained(0.0))), Texture::Smooth);
    assert_eq!(Texture::of(&bitmap(grained(1.0))), Texture::Smooth);
    assert_eq!(Texture::of(&bitmap(grained(12.0))), Texture::Rough);
    assert_ne!(Texture::of(&decode(&jpeg(&drawing())).unwrap()), Texture::Smooth, "a drawing through JPEG");
    assert_eq!(Texture::of(&decode(&jpeg(&grained(12.0))).unwrap()), Texture::Rough);
    for (width, height) in [(1, 1), (1, 50), (50, 1), (2, 2)] {
        let _ = Texture::of(&bitmap(RgbImage::new(width, height)));
    }
}

/// SSIMULACRA2 of what a reader sees: 100 is the same, 90 cannot be told, 70 is high, 50 medium quality.
fn score(before: &Bitmap, after: &Bitmap) -> f64 {
    let linear = |bitmap: &Bitmap| {
        let pixels =
            bitmap.samples().as_chunks::<3>().0.iter().map(|pixel| pixel.map(|one| f32::from(one) / 255.0));
        let (width, height) = (bitmap.width() as usize, bitmap.height() as usize);
        Linear::new(pixels.collect(), width, height, TransferCharacteristic::SRGB, ColorPrimaries::BT709)
            .unwrap()
    };
    compute_frame_ssimulacra2(linear(before), linear(after)).unwrap()
}

fn scored(picture: &Bitmap, format: Format, quality: u8, texture: Texture) -> (f64, usize) {
    let bytes = encode(picture, &Encoding { format, quality, effort: 4 }, texture).unwrap();
    (score(picture, &decode(&bytes).unwrap()), bytes.len())
}

/// What every surface scores at least at the nominal qualities of the settings. Grain that differs from pixel to
/// pixel is the worst there is.
fn least(texture: Texture) -> f64 {
    match texture {
        Texture::Drawing => 80.0,
        Texture::Smooth => 78.0,
        Texture::Rough => 50.0,
    }
}

#[test]
fn the_rule_holds_the_quality() {
    for (name, picture) in [
        ("drawing", drawing()),
        ("smooth", grained(0.0)),
        ("clean", grained(1.0)),
        ("grain", grained(8.0)),
        ("rough", grained(12.0)),
    ] {
        let picture = bitmap(picture);
        let texture = Texture::of(&picture);
        for (format, nominal) in [(Format::Webp, 75), (Format::Jpeg, 80)] {
            let (with, bytes) = scored(&picture, format, nominal, texture);
            let (without, plain) = scored(&picture, format, nominal, Texture::Rough);
            println!(
                "{name} {texture:?} {format:?}: {with:.1} in {bytes} B with the rule, {without:.1} in {plain} B without"
            );
            assert!(with >= least(texture), "{name} {format:?}: {with}");
            // Without the rule a drawing loses, and a smooth picture has bytes to spare as JPEG.
            match (texture, format) {
                (Texture::Drawing, _) => assert!(with > without + 4.0),
                (Texture::Smooth, Format::Jpeg) => assert!(bytes < plain && with > without - 6.0),
                _ => assert!(with >= without),
            }
        }
    }
}

/// A line of one pixel in 1200 is still a line in a card of 360.
#[test]
fn thin_lines_stay_legible_on_a_card() {
    let lines = RgbImage::from_fn(1200, 900, |x, y| {
        Rgb(if x % 60 == 0 || y % 60 == 0 { [0, 0, 0] } else { [255, 255, 255] })
    });
    let picture = bitmap(lines);
    let texture = Texture::of(&picture);
    assert_eq!(texture, Texture::Drawing);
    let card = copy_of(&picture, &Frame::Fit { width: 360 }).unwrap();
    for format in [Format::Webp, Format::Jpeg] {
        let bytes = encode(&card, &Encoding { format, quality: 75, effort: 4 }, texture).unwrap();
        let seen = decode(&bytes).unwrap();
        let row: Vec<u8> = (0..360).map(|x| seen.samples()[(9 * 360 + x) * 3 + 1]).collect();
        for line in (0..360_usize).step_by(18) {
            let darkest = row[line.saturating_sub(1)..(line + 2).min(360)].iter().min().unwrap();
            let between = row[line + 9];
            assert!(between - darkest > 40, "{format:?} at {line}: {darkest} beside {between}");
            assert!(between > 240, "{format:?}: no shadows between the lines");
        }
    }
}

#[test]
fn asked_for_the_ends_the_rule_gives_them() {
    for texture in [Texture::Drawing, Texture::Smooth, Texture::Rough] {
        for format in [Format::Webp, Format::Jpeg] {
            assert_eq!(texture.quality(format, 100), 100);
            assert_eq!(texture.quality(format, 1), 1.max(texture.quality(format, 1)));
            assert!((0..=255).all(|nominal| (1..=100).contains(&texture.quality(format, nominal))));
        }
    }
}

#[test]
fn the_tint_is_the_colour_that_covers_most() {
    let tint = |colour: [u8; 3]| Tint::of(&bitmap(RgbImage::from_pixel(40, 40, Rgb(colour))));
    for (place, colour) in TINTS.iter().enumerate() {
        assert_eq!(usize::from(tint(*colour).place()), place, "each is its own");
    }
    let small =
        RgbImage::from_fn(100, 100, |x, y| Rgb(if x < 30 && y < 30 { [180, 20, 20] } else { [40, 70, 120] }));
    assert_eq!(Tint::of(&bitmap(small)), tint([40, 70, 120]));
    let clear = decode(&png(RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0])))).unwrap();
    assert_eq!(Tint::of(&clear), tint([255; 3]));
}

#[test]
fn a_shade_is_one_byte() {
    let mut seen = 0;
    for byte in 0..=255 {
        if let Some(shade) = Shade::from_byte(byte) {
            assert_eq!(shade.to_byte(), byte);
            seen += 1;
        }
    }
    assert_eq!(seen, 16 * 2 * 3);
}
