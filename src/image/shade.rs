//! What decoding tells of a picture beside its pixels.

use serde::{Deserialize, Serialize};

use super::{Bitmap, Texture};

/// What stands in a picture's place until it comes: one of sixteen colours that every sheet of styles can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tint(u8);

/// Red, green, blue of each tint: greys from dark to white, then the colours of goods, dark and light.
pub const TINTS: [[u8; 3]; 16] = [
    [0x22, 0x22, 0x22],
    [0x66, 0x66, 0x66],
    [0xaa, 0xaa, 0xaa],
    [0xee, 0xee, 0xee],
    [0x88, 0x33, 0x33],
    [0x88, 0x55, 0x33],
    [0xbb, 0x88, 0x44],
    [0x66, 0x55, 0x44],
    [0x33, 0x66, 0x66],
    [0x33, 0x44, 0x77],
    [0x44, 0x33, 0x11],
    [0xdd, 0x99, 0x88],
    [0xdd, 0xcc, 0xaa],
    [0xaa, 0xbb, 0x99],
    [0x99, 0xbb, 0xcc],
    [0xcc, 0xaa, 0xbb],
];

/// Pixels that are asked for their colour, about.
const ASKED: usize = 4096;

impl Tint {
    /// The tint with this place in [`TINTS`].
    pub fn at(place: u8) -> Option<Self> {
        (usize::from(place) < TINTS.len()).then_some(Self(place))
    }

    /// Its place in [`TINTS`].
    pub fn place(self) -> u8 {
        self.0
    }

    /// The tint nearest to the colour that covers most of `bitmap`; what lets through counts as white.
    pub fn of(bitmap: &Bitmap) -> Self {
        nearest(leading(bitmap))
    }
}

/// What is kept of a decoded picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shade {
    /// Its leading colour.
    pub tint: Tint,
    /// Whether anything lets through.
    pub alpha: bool,
    /// Its surface.
    pub texture: Texture,
}

impl Shade {
    /// Of a decoded picture.
    pub fn of(bitmap: &Bitmap) -> Self {
        Self { tint: Tint::of(bitmap), alpha: bitmap.has_alpha(), texture: Texture::of(bitmap) }
    }

    /// In one byte.
    pub fn to_byte(self) -> u8 {
        let texture = match self.texture {
            Texture::Drawing => 0,
            Texture::Smooth => 1,
            Texture::Rough => 2,
        };
        self.tint.0 | u8::from(self.alpha) << 4 | texture << 5
    }

    /// What [`Self::to_byte`] wrote.
    pub fn from_byte(byte: u8) -> Option<Self> {
        let texture = match byte >> 5 {
            0 => Texture::Drawing,
            1 => Texture::Smooth,
            2 => Texture::Rough,
            _ => return None,
        };
        Some(Self { tint: Tint(byte & 15), alpha: byte & 16 != 0, texture })
    }
}

/// The mean of the fullest of 64 boxes of colour.
fn leading(bitmap: &Bitmap) -> [u8; 3] {
    let channels = if bitmap.has_alpha() { 4 } else { 3 };
    let pixels = bitmap.samples().len() / channels;
    // An odd stride, so that a pattern with even columns does not hide one of its colours.
    let stride = (pixels / ASKED).max(1) | 1;
    let mut boxes = [[0_u64; 4]; 64];
    for pixel in bitmap.samples().chunks_exact(channels).step_by(stride) {
        let colour = seen(pixel);
        let place = colour.iter().fold(0, |place, sample| place << 2 | usize::from(sample >> 6));
        for (sum, sample) in boxes[place].iter_mut().zip(colour) {
            *sum += u64::from(sample);
        }
        boxes[place][3] += 1;
    }
    let [red, green, blue, count] = boxes.into_iter().max_by_key(|one| one[3]).unwrap_or([0, 0, 0, 1]);
    [red, green, blue].map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
}

fn seen(pixel: &[u8]) -> [u8; 3] {
    match *pixel {
        [_, _, _, alpha] if alpha < 128 => [u8::MAX; 3],
        [red, green, blue, ..] => [red, green, blue],
        _ => [u8::MAX; 3],
    }
}

/// Nearest as the eye weighs red, green and blue, about.
fn nearest(colour: [u8; 3]) -> Tint {
    let apart = |tint: &[u8; 3]| -> u32 {
        let weighed = colour.iter().zip(tint).zip([3, 4, 2]);
        weighed.map(|((a, b), weight)| u32::from(a.abs_diff(*b)).pow(2) * weight).sum()
    };
    let place = (0_u8..).zip(&TINTS).min_by_key(|(_, tint)| apart(tint));
    Tint(place.map_or(3, |(place, _)| place))
}
