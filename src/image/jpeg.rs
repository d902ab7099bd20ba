//! JPEG to pixels, by a decoder that is right for one scan per colour too.
//!
//! zune-jpeg, which `image` uses, gives noise without an error for baseline files of
//! 4:2:0 whose colours stand in scans of their own (zune-image #419 and #422), and
//! turns CMYK into RGB without its profile. This one is 5 ms slower on 4 megapixels.

use ::image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{ColorTransform, Decoder, PixelFormat};

use super::{
    PictureFault,
    decode::{Profiled, Raw},
    outline::{Inks, inks},
};

/// Decodes a JPEG file.
pub(super) fn raw(bytes: &[u8]) -> Result<Profiled, PictureFault> {
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
