//! Colours to sRGB with eight bits.

use ::image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{CmsError, ColorProfile, Layout, TransformExecutor, TransformOptions};

use super::{PictureFault, decode::Raw};

/// Rows of samples on their way to sRGB.
struct Rows<'a, S> {
    width: u32,
    samples: &'a [S],
    from: Layout,
    to: Layout,
}

/// The picture in sRGB, eight bits, RGB or RGBA. Without a profile it is taken for
/// sRGB, and inks for what a screen makes of them.
pub(super) fn to_srgb(raw: Raw, profile: Option<&[u8]>) -> Result<DynamicImage, PictureFault> {
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let managed = profile.and_then(|profile| managed(&raw, &profile).ok().flatten());
    if let Some(image) = managed {
        return Ok(image);
    }
    match raw {
        Raw::Light(image) if image.color().has_alpha() => Ok(image.into_rgba8().into()),
        Raw::Light(image) => Ok(image.into_rgb8().into()),
        Raw::Ink { width, height, samples } => {
            let samples = samples.as_chunks::<4>().0.iter().flat_map(|ink| on_screen(*ink)).collect();
            RgbImage::from_raw(width, height, samples)
                .map(DynamicImage::from)
                .ok_or_else(|| PictureFault::unreadable("the decoder lost pixels"))
        }
    }
}

/// What light comes through cyan, magenta and yellow, each over black.
fn on_screen([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    [cyan, magenta, yellow].map(|ink| {
        let light = u32::from(255 - ink) * u32::from(255 - black);
        u8::try_from((light + 127) / 255).unwrap_or(u8::MAX)
    })
}

/// The picture by its profile; an error when the two do not belong together.
fn managed(raw: &Raw, profile: &ColorProfile) -> Result<Option<DynamicImage>, CmsError> {
    use Layout::{Gray, GrayAlpha, Rgb, Rgba};
    let image = match raw {
        Raw::Light(image) => image,
        Raw::Ink { width, height, samples } => {
            return Rows { width: *width, samples, from: Rgba, to: Rgb }.eight(profile, *height);
        }
    };
    let (width, height) = (image.width(), image.height());
    macro_rules! rows {
        ($depth:ident, $pixels:expr, $from:expr, $to:expr) => {
            Rows { width, samples: $pixels.as_raw(), from: $from, to: $to }.$depth(profile, height)
        };
    }
    match image {
        DynamicImage::ImageLuma8(pixels) => rows!(eight, pixels, Gray, Rgb),
        DynamicImage::ImageLumaA8(pixels) => rows!(eight, pixels, GrayAlpha, Rgba),
        DynamicImage::ImageRgb8(pixels) => rows!(eight, pixels, Rgb, Rgb),
        DynamicImage::ImageRgba8(pixels) => rows!(eight, pixels, Rgba, Rgba),
        DynamicImage::ImageLuma16(pixels) => rows!(sixteen, pixels, Gray, Rgb),
        DynamicImage::ImageLumaA16(pixels) => rows!(sixteen, pixels, GrayAlpha, Rgba),
        DynamicImage::ImageRgb16(pixels) => rows!(sixteen, pixels, Rgb, Rgb),
        DynamicImage::ImageRgba16(pixels) => rows!(sixteen, pixels, Rgba, Rgba),
        _ => Ok(None),
    }
}

impl Rows<'_, u8> {
    fn eight(&self, profile: &ColorProfile, height: u32) -> Result<Option<DynamicImage>, CmsError> {
        let options = TransformOptions::default();
        let transform =
            profile.create_transform_8bit(self.from, &ColorProfile::new_srgb(), self.to, options)?;
        self.through(&*transform, height, |sample| sample)
    }
}

impl Rows<'_, u16> {
    fn sixteen(&self, profile: &ColorProfile, height: u32) -> Result<Option<DynamicImage>, CmsError> {
        let options = TransformOptions::default();
        let transform =
            profile.create_transform_16bit(self.from, &ColorProfile::new_srgb(), self.to, options)?;
        self.through(&*transform, height, |sample| {
            u8::try_from((u32::from(sample) + 128) / 257).unwrap_or(u8::MAX)
        })
    }
}

impl<S: Copy + Default> Rows<'_, S> {
    /// Row by row, so that only one row stands beside the picture and its copy.
    fn through(
        &self,
        transform: &(impl TransformExecutor<S> + ?Sized),
        height: u32,
        eight: impl Fn(S) -> u8,
    ) -> Result<Option<DynamicImage>, CmsError> {
        let width = self.width as usize;
        let mut row = vec![S::default(); width * self.to.channels()];
        let mut copy = Vec::with_capacity(row.len() * height as usize);
        for samples in self.samples.chunks_exact(width * self.from.channels()) {
            transform.transform(samples, &mut row)?;
            copy.extend(row.iter().map(|sample| eight(*sample)));
        }
        Ok(match self.to {
            Layout::Rgba => RgbaImage::from_raw(self.width, height, copy).map(DynamicImage::from),
            _ => RgbImage::from_raw(self.width, height, copy).map(DynamicImage::from),
        })
    }
}
