//! Whatever colours a file is in, sRGB with eight bits comes out.

use ::image::{
    DynamicImage, ImageBuffer, ImageEncoder, Luma, LumaA, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::png::PngEncoder,
};
use jpeg_encoder::{ColorType, Encoder};
use moxcms::ColorProfile;

use super::make::{chunk, grain, jpeg, jpeg_with, likeness, png, raw_png};
use crate::image::{Bitmap, decode};

/// Adobe RGB and the same colour in sRGB, computed from the two standards.
const ADOBE: [u8; 3] = [180, 100, 100];
const ADOBE_IN_SRGB: [u8; 3] = [203, 100, 100];

fn png_with_profile(image: DynamicImage, profile: &ColorProfile) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile.encode().unwrap()).unwrap();
    image.write_with_encoder(encoder).unwrap();
    bytes
}

fn assert_first(bitmap: &Bitmap, colour: &[u8], tolerance: u8, name: &str) {
    assert_eq!(bitmap.has_alpha(), colour.len() == 4, "{name}");
    let found = &bitmap.samples()[..colour.len()];
    let near = found.iter().zip(colour).all(|(a, b)| a.abs_diff(*b) <= tolerance);
    assert!(near, "{name}: {found:?} for {colour:?}");
}

#[test]
fn a_profile_is_applied_in_every_depth() {
    let adobe = ColorProfile::new_adobe_rgb();
    let flat = RgbImage::from_pixel(32, 32, Rgb(ADOBE));
    let bytes = jpeg_with(&flat, |encoder| encoder.add_icc_profile(&adobe.encode().unwrap()).unwrap());
    assert_first(&decode(&bytes).unwrap(), &ADOBE_IN_SRGB, 3, "jpeg");
    let bytes = png_with_profile(flat.into(), &adobe);
    assert_first(&decode(&bytes).unwrap(), &ADOBE_IN_SRGB, 2, "png");
    let deep = ImageBuffer::from_pixel(8, 8, Rgb(ADOBE.map(|sample| u16::from(sample) * 257)));
    let bytes = png_with_profile(DynamicImage::ImageRgb16(deep), &adobe);
    assert_first(&decode(&bytes).unwrap(), &ADOBE_IN_SRGB, 2, "16-bit png");
    let clear = RgbaImage::from_pixel(8, 8, Rgba([ADOBE[0], ADOBE[1], ADOBE[2], 77]));
    let bytes = png_with_profile(clear.into(), &adobe);
    let [red, green, blue] = ADOBE_IN_SRGB;
    assert_first(&decode(&bytes).unwrap(), &[red, green, blue, 77], 2, "png with alpha");
}

#[test]
fn a_profile_of_grey_is_applied() {
    let linear = ColorProfile::new_gray_with_gamma(1.0);
    let bytes = png_with_profile(ImageBuffer::from_pixel(8, 8, Luma([55_u8])).into(), &linear);
    assert_first(&decode(&bytes).unwrap(), &[128; 3], 2, "grey");
    let bytes = png_with_profile(ImageBuffer::from_pixel(8, 8, Luma([55_u16 * 257])).into(), &linear);
    assert_first(&decode(&bytes).unwrap(), &[128; 3], 2, "16-bit grey");
    let bytes = png_with_profile(ImageBuffer::from_pixel(8, 8, LumaA([55_u8, 9])).into(), &linear);
    assert_first(&decode(&bytes).unwrap(), &[128, 128, 128, 9], 2, "grey with alpha");
}

#[test]
fn a_profile_that_does_not_fit_is_passed_over() {
    let flat = RgbImage::from_pixel(8, 8, Rgb(ADOBE));
    let bytes = png_with_profile(flat.clone().into(), &ColorProfile::new_gray_with_gamma(1.0));
    assert_first(&decode(&bytes).unwrap(), &ADOBE, 0, "grey profile on colours");
    let bytes = jpeg_with(&flat, |encoder| encoder.add_icc_profile(b"nonsense").unwrap());
    assert_first(&decode(&bytes).unwrap(), &ADOBE, 2, "nonsense");
}

#[test]
fn sixteen_bits_become_eight() {
    let deep = ImageBuffer::from_pixel(4, 4, Rgb([0xFFFF_u16, 0x8080, 0x00FF]));
    assert_first(&decode(&png(DynamicImage::ImageRgb16(deep))).unwrap(), &[255, 128, 1], 1, "colour");
    let deep = ImageBuffer::from_pixel(4, 4, Luma([0x4040_u16]));
    assert_first(&decode(&png(DynamicImage::ImageLuma16(deep))).unwrap(), &[64; 3], 1, "grey");
}

#[test]
fn palettes_and_few_bits_are_spread_out() {
    let palette = chunk(b"PLTE", &[255, 0, 0, 0, 255, 0, 0, 0, 255]);
    let bytes = raw_png((3, 1), 2, 3, &palette, &[0, 0b00_01_10_00]);
    let bitmap = decode(&bytes).unwrap();
    assert_eq!((bitmap.has_alpha(), bitmap.samples()), (false, &[255, 0, 0, 0, 255, 0, 0, 0, 255][..]));
    let clear = [palette, chunk(b"tRNS", &[255, 0])].concat();
    let bitmap = decode(&raw_png((2, 1), 2, 3, &clear, &[0, 0b00_01_00_00])).unwrap();
    assert_eq!((bitmap.has_alpha(), bitmap.samples()), (true, &[255, 0, 0, 255, 0, 255, 0, 0][..]));
    let bitmap = decode(&raw_png((8, 1), 1, 0, &[], &[0, 0b1000_0001])).unwrap();
    assert_eq!(bitmap.samples()[..6], [255, 255, 255, 0, 0, 0]);
}

#[test]
fn alpha_is_kept_only_if_used() {
    let opaque = decode(&png(RgbaImage::from_pixel(4, 4, Rgba([1, 2, 3, 255])))).unwrap();
    assert_first(&opaque, &[1, 2, 3], 0, "opaque");
    let mut one = RgbaImage::from_pixel(4, 4, Rgba([1, 2, 3, 255]));
    one.put_pixel(3, 3, Rgba([1, 2, 3, 254]));
    assert_first(&decode(&png(one)).unwrap(), &[1, 2, 3, 255], 0, "one pixel");
}

#[test]
fn inks_become_light() {
    let inks = [[0, 255, 255, 0], [255, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 0], [100, 50, 0, 60]];
    let light = [[255, 0, 0], [0, 255, 255], [0, 0, 0], [255; 3], [118, 157, 195]];
    for (ink, light) in inks.into_iter().zip(light) {
        for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let mut bytes = Vec::new();
            Encoder::new(&mut bytes, 95).encode(&ink.repeat(256), 16, 16, colour).unwrap();
            assert_first(&decode(&bytes).unwrap(), &light, 4, &format!("{colour:?} {ink:?}"));
        }
    }
}

#[test]
fn adobe_may_say_that_red_is_red() {
    let flat = RgbImage::from_pixel(16, 16, Rgb([40, 200, 90]));
    let mut bytes = jpeg(&flat);
    let jfif = bytes.windows(5).position(|window| window == b"JFIF\0").unwrap();
    let adobe = [b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\0"[..].to_vec()].concat();
    bytes.splice(jfif - 4..jfif + 14, adobe);
    let found = decode(&bytes).unwrap();
    let luma = (f64::from(40) * 0.299 + 200.0 * 0.587 + 90.0 * 0.114) as u8;
    assert!(found.samples()[0].abs_diff(luma) < 3, "the first component is taken as red");
}

#[test]
fn grey_jpeg_is_read() {
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 95).encode(&[90; 256], 16, 16, ColorType::Luma).unwrap();
    assert_first(&decode(&bytes).unwrap(), &[90; 3], 2, "grey");
}

/// zune-jpeg reads these with five decibels and no error.
#[test]
fn a_scan_per_colour_is_read_right() {
    for (width, height) in [(201, 123), (64, 64), (16, 300)] {
        let picture = grain(width, height);
        let plain = decode(&jpeg(&picture)).unwrap();
        let parted = jpeg_with(&picture, |encoder| encoder.set_optimized_huffman_tables(true));
        let scans = parted.windows(2).filter(|window| *window == [0xFF, 0xDA]).count();
        assert_eq!(scans, 3, "the encoder no longer makes what is tested");
        // Two decoders round otherwise by a level.
        assert!(likeness(decode(&parted).unwrap().samples(), plain.samples()) > 40.0);
        let progressive = jpeg_with(&picture, |encoder| encoder.set_progressive(true));
        assert!(likeness(decode(&progressive).unwrap().samples(), picture.as_raw()) > 28.0);
        assert!(likeness(plain.samples(), picture.as_raw()) > 28.0);
    }
}

#[test]
fn every_kind_gives_its_pixels() {
    let picture = grain(61, 47);
    assert_eq!(decode(&png(picture.clone())).unwrap().samples(), picture.as_raw());
    assert!(likeness(decode(&super::make::webp(&picture)).unwrap().samples(), picture.as_raw()) > 28.0);
    assert!(likeness(decode(&super::make::gif(picture.clone())).unwrap().samples(), picture.as_raw()) > 20.0);
}
