//! Smaller copies, by Lanczos' filter with three lobes.
//!
//! Small copies are made from two steps on the way, 1600 and 960 pixels wide, which costs half
//! of making each from the whole picture and cannot be seen (54 dB at 480 pixels). The steps hang
//! on the picture alone: made from whichever copies are wanted, a copy's bytes would hang on
//! which others were missing, and a second build would differ from a first.

use std::borrow::Cow;

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{Bitmap, Frame, PictureFault, frame::Layout};

/// Widths of the steps on the way, falling.
const STEPS: [u32; 2] = [1600, 960];
/// A copy is made from what is at least so many times as wide: less room would soften it.
const ROOM: f64 = 1.5;

/// A picture, and the steps on the way to its copies as far as they were needed.
#[derive(Debug)]
pub struct Negative {
    whole: Bitmap,
    steps: [Option<Bitmap>; STEPS.len()],
}

impl Negative {
    /// Of a decoded picture.
    pub fn of(whole: Bitmap) -> Self {
        Self { whole, steps: [const { None }; STEPS.len()] }
    }

    /// The copy for `frame`, as large as [`Frame::size`] says. Never larger than it is: a
    /// picture that fits as it is is given back as it is.
    pub fn copy(&mut self, frame: &Frame) -> Result<Cow<'_, Bitmap>, PictureFault> {
        if let Frame::Fit { width } = frame
            && let Some(place) = STEPS.iter().position(|step| step == width && *step < self.whole.width())
        {
            return self.step(place).map(Cow::Borrowed);
        }
        let full = self.whole.size();
        let layout = frame.layout(full);
        let larger = self.larger(layout.needed(full.0))?;
        larger.laid_out(&layout.within(full, larger.size()))
    }

    /// The smallest step that is wide enough for a copy of the whole picture `width` wide, or the picture.
    fn larger(&mut self, width: f64) -> Result<&Bitmap, PictureFault> {
        let full = self.whole.width();
        match STEPS.iter().rposition(|step| *step < full && f64::from(*step) >= ROOM * width) {
            Some(place) => self.step(place),
            None => Ok(&self.whole),
        }
    }

    fn step(&mut self, place: usize) -> Result<&Bitmap, PictureFault> {
        if self.steps[place].is_none() {
            let full = self.whole.size();
            let layout = Frame::Fit { width: STEPS[place] }.layout(full);
            let larger = self.larger(layout.needed(full.0))?;
            let step = larger.part(&layout.within(full, larger.size()))?;
            self.steps[place] = Some(step);
        }
        Ok(self.steps[place].as_ref().unwrap_or(&self.whole))
    }
}

impl Layout {
    /// How wide the whole picture, `full` wide, would be in the scale of the copy.
    fn needed(&self, full: u32) -> f64 {
        f64::from(self.shown.0) * f64::from(full) / self.part.2
    }

    /// The same layout for a smaller copy of the picture.
    fn within(self, full: (u32, u32), step: (u32, u32)) -> Self {
        let (across, down) = (f64::from(step.0) / f64::from(full.0), f64::from(step.1) / f64::from(full.1));
        let (left, top, width, height) = self.part;
        let part = (left * across, top * down, width * across, height * down);
        // What the products round up beyond the edge is no part of the picture.
        let part =
            (part.0, part.1, part.2.min(f64::from(step.0) - part.0), part.3.min(f64::from(step.1) - part.1));
        Self { part, ..self }
    }
}

impl Bitmap {
    fn laid_out(&self, layout: &Layout) -> Result<Cow<'_, Self>, PictureFault> {
        if layout.size == self.size() && layout.shown == layout.size {
            return Ok(Cow::Borrowed(self));
        }
        let shown = self.part(layout)?;
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
