//! Makes pictures and the containers around them.

use ::image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::image::{Bitmap, Frame, Negative, PictureFault};

pub(super) const RED: [u8; 3] = [200, 30, 30];
pub(super) const GREEN: [u8; 3] = [30, 180, 30];
pub(super) const BLUE: [u8; 3] = [30, 30, 200];
pub(super) const WHITE: [u8; 3] = [250, 250, 250];

/// 64 x 32 pixels: red beside green, over blue beside white.
pub(super) fn quarters() -> RgbImage {
    RgbImage::from_fn(64, 32, |x, y| {
        Rgb(match (x < 32, y < 16) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => WHITE,
        })
    })
}

/// A picture with colours and grain everywhere, of sides that no block divides.
pub(super) fn grain(width: u32, height: u32) -> RgbImage {
    let mut seed = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (seed >> 27) as u8;
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, ((x + y) * 200 / (width + height)) as u8]
            .map(|sample: u8| sample.saturating_add(grain)))
    })
}

pub(super) fn png(image: impl Into<DynamicImage>) -> Vec<u8> {
    written(image, ImageFormat::Png)
}

pub(super) fn gif(image: impl Into<DynamicImage>) -> Vec<u8> {
    written(image, ImageFormat::Gif)
}

fn written(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(super) fn webp(image: &RgbImage) -> Vec<u8> {
    webpx::Encoder::new_rgb(image, image.width(), image.height())
        .quality(90.0)
        .encode(webpx::Unstoppable)
        .unwrap()
}

pub(super) fn jpeg(image: &RgbImage) -> Vec<u8> {
    jpeg_with(image, |_| {})
}

/// A JPEG file of 4:2:0 with more settings.
pub(super) fn jpeg_with(image: &RgbImage, set: impl Fn(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    set(&mut encoder);
    encoder.encode(image, image.width() as u16, image.height() as u16, ColorType::Rgb).unwrap();
    bytes
}

/// A TIFF block with nothing but an orientation and a thing that must not come out again.
pub(super) fn exif(orientation: u8, large_first: bool) -> Vec<u8> {
    let short = |number: u16| {
        if large_first { number.to_be_bytes() } else { number.to_le_bytes() }
    };
    let long = |number: u32| {
        if large_first { number.to_be_bytes() } else { number.to_le_bytes() }
    };
    let mut block = if large_first { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
    block.extend(long(8));
    block.extend(short(1));
    block.extend([short(0x112), short(3)].concat());
    block.extend(long(1));
    block.extend([short(orientation.into()), short(0)].concat());
    block.extend(long(0));
    block.extend(b"SECRET-PLACE");
    block
}

/// Puts a chunk into a PNG file, before `place`.
pub(super) fn with_chunk(png: &[u8], place: &[u8; 4], name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let at = png.windows(4).position(|window| window == place).unwrap() - 4;
    [&png[..at], &chunk(name, data), &png[at..]].concat()
}

pub(super) fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name, data].concat();
    let length = (data.len() as u32).to_be_bytes();
    [&length[..], &named, &checksum(&named).to_be_bytes()].concat()
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| {
                if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 }
            },
        )
    })
}

/// A PNG file of these rows (each with its filter byte), bit depth and colour type.
pub(super) fn raw_png(size: (u32, u32), depth: u8, colour: u8, extra: &[u8], rows: &[u8]) -> Vec<u8> {
    let header = [&size.0.to_be_bytes()[..], &size.1.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
    let length = rows.len() as u16;
    let (low, high) = rows.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    let sum = (high << 16 | low).to_be_bytes();
    let data = [&[0x78, 1, 1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), rows, &sum].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", &header), extra.to_vec(), chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat()
}

/// A WebP file with an EXIF block (and an extended header that announces it).
pub(super) fn webp_with_exif(image: &RgbImage, exif: &[u8]) -> Vec<u8> {
    let riff = |name: &[u8; 4], data: &[u8]| {
        let padding = vec![0; data.len() % 2];
        [&name[..], &(data.len() as u32).to_le_bytes(), data, &padding].concat()
    };
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let header = [vec![8, 0, 0, 0], side(image.width()), side(image.height())].concat();
    let body =
        [b"WEBP".to_vec(), riff(b"VP8X", &header), webp(image)[12..].to_vec(), riff(b"EXIF", exif)].concat();
    riff(b"RIFF", &body)
}

/// Decibels between two pictures of one size.
pub(super) fn likeness(left: &[u8], right: &[u8]) -> f64 {
    assert_eq!(left.len(), right.len());
    let sum: f64 = left.iter().zip(right).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 * left.len() as f64 / sum.max(1e-9)).log10()
}

/// The copy of a picture in a frame.
pub(super) fn copy_of(picture: &Bitmap, frame: &Frame) -> Result<Bitmap, PictureFault> {
    Negative::of(picture.clone()).copy(frame).map(std::borrow::Cow::into_owned)
}
