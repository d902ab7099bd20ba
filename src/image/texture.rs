//! What kind of surface a picture has, from cheap statistics of its pixels, and the quality that suits it.
//!
//! One nominal quality is not one quality to the eye. A drawing shows every blot beside
//! its lines; a smooth picture shows steps in WebP and hides nothing but also needs little in
//! JPEG; grain hides what is lost. The steps were fitted by SSIMULACRA2, and
//! `tests/surface.rs` holds them to it.

use serde::{Deserialize, Serialize};

use super::{Bitmap, Format};

/// Kind of surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Texture {
    /// Plain areas with hard edges: text, charts, line drawings, screens.
    Drawing,
    /// A photograph without grain: soft light, out of focus, or made clean by a telephone.
    Smooth,
    /// A photograph with grain or fine pattern, or anything with many edges.
    Rough,
}

/// Rows that are looked at, at most; a picture of any size costs about the same.
const ROWS: usize = 96;
/// Steps of this size between neighbours are an edge, in levels of 255.
const HARD: u8 = 24;
/// Steps up to this size are shading or grain.
const SOFT: u8 = 3;
/// Mean departure of a pixel from the middle of its two neighbours, in hundredths of a level, over which there is grain.
const GRAIN: u64 = 250;

/// What neighbours in a row are to each other.
#[derive(Debug, Default)]
struct Steps {
    pairs: u64,
    equal: u64,
    soft: u64,
    hard: u64,
    /// Pixels whose step is no edge, and the sum of their departures.
    calm: u64,
    departure: u64,
}

impl Texture {
    /// The surface of `bitmap`.
    pub fn of(bitmap: &Bitmap) -> Self {
        let steps = Steps::of(bitmap);
        // A soft picture of eight bits has equal neighbours too, but then nearly all others are one level apart.
        if steps.equal * 10 >= steps.pairs * 6 && steps.soft * 4 < steps.equal && steps.hard >= steps.soft / 2
        {
            return Self::Drawing;
        }
        // Many hard edges want care, whatever lies between them: a drawing that went through JPEG is one.
        match steps.departure * 100 > steps.calm * GRAIN || steps.hard * 50 > steps.pairs {
            true => Self::Rough,
            false => Self::Smooth,
        }
    }

    /// The quality to encode with where `nominal` is asked for, 1 to 100.
    pub fn quality(self, format: Format, nominal: u8) -> u8 {
        let nominal = nominal.clamp(1, 100);
        let step: i16 = match (self, format) {
            (Self::Drawing, _) => 10,
            (Self::Smooth, Format::Avif | Format::Webp) => 3,
            (Self::Smooth, Format::Jpeg) => -8,
            (Self::Rough, _) => 0,
        };
        // Who asks for the best or the least gets it: the step fades towards both ends.
        let room = i16::from(nominal.min(100 - nominal));
        let quality = i16::from(nominal) + step.clamp(-room, room);
        u8::try_from(quality.clamp(1, 100)).unwrap_or(nominal)
    }
}

impl Steps {
    fn of(bitmap: &Bitmap) -> Self {
        let channels = if bitmap.has_alpha() { 4 } else { 3 };
        let rows = bitmap.samples().chunks_exact(bitmap.width() as usize * channels);
        let every = (bitmap.height() as usize).div_ceil(ROWS).max(1);
        let mut steps = Self::default();
        for row in rows.step_by(every) {
            steps.row(row, channels);
        }
        steps
    }

    fn row(&mut self, row: &[u8], channels: usize) {
        let mut pixels = row.chunks_exact(channels);
        let Some(mut before) = pixels.next() else { return };
        let mut last: Option<(i32, u8)> = None;
        for pixel in pixels {
            let apart = before.iter().zip(pixel).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default();
            let step = i32::from(pixel[1]) - i32::from(before[1]);
            self.pairs += 1;
            self.equal += u64::from(apart == 0);
            self.soft += u64::from((1..=SOFT).contains(&apart));
            self.hard += u64::from(apart >= HARD);
            if let Some((earlier, reach)) = last
                && apart.max(reach) < HARD
            {
                self.calm += 1;
                self.departure += u64::from((step - earlier).unsigned_abs());
            }
            last = Some((step, apart));
            before = pixel;
        }
    }
}
