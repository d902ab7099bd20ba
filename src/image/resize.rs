//! Smaller copies, by Lanczos' filter with three lobes.
//!
//! Each copy is made from the whole picture. Made one from the other they would cost
//! 12 ms instead of 18 (of 230 with the encoding), but then a copy's bytes would hang
//! on which others were wanted or missing, and a second build would differ from a first.

use std::borrow::Cow;

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{Bitmap, PictureFault, facts::fitted};

impl Bitmap {
    /// A copy at most `width` pixels wide, as large as [`Facts::fitted`](super::Facts::fitted)
    /// says. Never larger: a picture that is narrow enough is given back as it is.
    pub fn resized(&self, width: u32) -> Result<Cow<'_, Self>, PictureFault> {
        let (width, height) = fitted((self.width(), self.height()), width);
        if (width, height) == (self.width(), self.height()) {
            return Ok(Cow::Borrowed(self));
        }
        let pixel = if self.has_alpha() { PixelType::U8x4 } else { PixelType::U8x3 };
        let from = ImageRef::new(self.width(), self.height(), self.samples(), pixel)
            .map_err(PictureFault::unreadable)?;
        let mut to = Image::new(width, height, pixel);
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
            .use_alpha(self.has_alpha());
        Resizer::new().resize(&from, &mut to, &options).map_err(PictureFault::unreadable)?;
        Self::new(width, height, self.has_alpha(), to.into_vec())
            .map(Cow::Owned)
            .ok_or_else(|| PictureFault::unreadable("resizing lost pixels"))
    }
}
