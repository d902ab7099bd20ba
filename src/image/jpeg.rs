//! JPEG to pixels: by a swift decoder what every decoder reads alike, by a careful one the rest.
//!
//! zune-jpeg gives noise without an error for baseline files of 4:2:0 whose colours stand
//! in scans of their own (zune-image #419 and #422), and turns CMYK into RGB without its
//! profile. jpeg-decoder is right for those too, and a third slower.

use ::image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{ColorTransform, Decoder, PixelFormat};
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
use zune_jpeg::JpegDecoder;

use super::{
    PictureFault,
    decode::{Profiled, Raw},
    facts::MAX_SIDE,
    outline::{Inks, inks, is_usual},
};

/// Decodes a JPEG file.
pub(super) fn raw(bytes: &[u8]) -> Result<Profiled, PictureFault> {
    if is_usual(bytes) { swift(bytes) } else { careful(bytes) }
}

fn swift(bytes: &[u8]) -> Result<Profiled, PictureFault> {
    let side = MAX_SIDE as usize;
    let options = DecoderOptions::default()
        .set_max_width(side)
        .set_max_height(side)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let samples = decoder.decode().map_err(PictureFault::unreadable)?;
    let (width, height) = decoder.dimensions().ok_or_else(lost)?;
    let size = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    let image = size.and_then(|(width, height)| RgbImage::from_raw(width, height, samples));
    Ok((Raw::Light(image.ok_or_else(lost)?.into()), decoder.icc_profile()))
}

fn careful(bytes: &[u8]) -> Result<Profiled, PictureFault> {
    let mut decoder = Decoder::new(bytes);
    if inks(bytes) == Some(Inks::Rgb) {
        decoder.set_color_transform(ColorTransform::RGB);
    }
    let samples = decoder.decode().map_err(PictureFault::unreadable)?;
    let info = decoder.info().ok_or_else(lost)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    let raw = match info.pixel_format {
        PixelFormat::L8 => {
            GrayImage::from_raw(width, height, samples).map(DynamicImage::from).map(Raw::Light)
        }
        PixelFormat::RGB24 => {
            RgbImage::from_raw(width, height, samples).map(DynamicImage::from).map(Raw::Light)
        }
        PixelFormat::CMYK32 => Some(Raw::Ink { width, height, samples }),
        PixelFormat::L16 => return Err(PictureFault::unreadable("lossless JPEG is not read")),
    };
    Ok((raw.ok_or_else(lost)?, decoder.icc_profile()))
}

fn lost() -> PictureFault {
    PictureFault::unreadable("the decoder lost pixels")
}
