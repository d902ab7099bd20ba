//! Smaller copies, by Lanczos' filter with three lobes.
//!
//! Each copy is made from the whole picture. Made one from the other they would cost
//! 16 ms instead of 23 (of 140 and more with the encoding), but then a copy's bytes would
//! hang on which others were wanted or missing, and a second build would differ from a first.

use std::borrow::Cow;

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{Bitmap, Frame, PictureFault, frame::Layout};

impl Bitmap {
    /// The copy for `frame`, as large as [`Frame::size`] says. Never larger than it is: a
    /// picture that fits as it is is given back as it is.
    pub fn framed(&self, frame: &Frame) -> Result<Cow<'_, Self>, PictureFault> {
        let layout = frame.layout((self.width(), self.height()));
        if layout.size == (self.width(), self.height()) && layout.shown == layout.size {
            return Ok(Cow::Borrowed(self));
        }
        let shown = self.part(&layout)?;
        match layout.shown == layout.size {
            true => Ok(Cow::Owned(shown)),
            false => shown.on_sheet(layout.size).map(Cow::Owned),
        }
    }

    fn part(&self, layout: &Layout) -> Result<Self, PictureFault> {
        let pixel = if self.has_alpha() { PixelType::U8x4 } else { PixelType::U8x3 };
        let from = ImageRef::new(self.width(), self.height(), self.samples(), pixel)
            .map_err(PictureFault::unreadable)?;
        let (width, height) = layout.shown;
        let mut to = Image::new(width, height, pixel);
        let (left, top, part_width, part_height) = layout.part;
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
            .crop(left, top, part_width, part_height)
            .use_alpha(self.has_alpha());
        Resizer::new().resize(&from, &mut to, &options).map_err(PictureFault::unreadable)?;
        Self::new(width, height, self.has_alpha(), to.into_vec()).ok_or_else(lost)
    }

    /// In the middle of a white sheet.
    fn on_sheet(&self, size: (u32, u32)) -> Result<Self, PictureFault> {
        let opaque = self.on_white().map_or(Cow::Borrowed(self.samples()), Cow::Owned);
        let [width, height, sheet_width, sheet_height] =
            [self.width(), self.height(), size.0, size.1].map(|side| side as usize);
        let (left, top) = ((sheet_width - width) / 2, (sheet_height - height) / 2);
        let mut sheet = vec![u8::MAX; sheet_width * sheet_height * 3];
        let rows = sheet.chunks_exact_mut(sheet_width * 3).skip(top);
        for (row, picture) in rows.zip(opaque.chunks_exact(width * 3)) {
            row[left * 3..(left + width) * 3].copy_from_slice(picture);
        }
        Self::new(size.0, size.1, false, sheet).ok_or_else(lost)
    }
}

fn lost() -> PictureFault {
    PictureFault::unreadable("resizing lost pixels")
}
