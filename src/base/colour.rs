//! A colour of sRGB, and the contrast between two.
//!
//! Relative luminance and contrast ratio are those of WCAG 2.2 ("relative luminance", "contrast ratio"):
//! `0.2126 R + 0.7152 G + 0.0722 B` of linear light, and `(lighter + 0.05) / (darker + 0.05)`; reckoned here, in
//! doubles, since `color` does it in singles, where white on black is 20.99.
//! Lightness is moved in OKLCH, where hue stays what the eye calls the same.

use std::fmt;

use color::{Oklch, OpaqueColor, Srgb};

/// A colour, eight bits each of red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Colour([u8; 3]);

/// The contrast of two colours in hundredths, rounded down: 4.499 does not pass for 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contrast(u32);

/// Steps of lightness from black to white in which another colour is looked for.
const STEPS: u16 = 512;

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// Reads `#rgb` or `#rrggbb`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let values: Vec<u8> =
            digits.chars().map(|one| one.to_digit(16).map(|value| value as u8)).collect::<Option<_>>()?;
        match *values.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }

    /// The shortest way to write it in a style sheet.
    pub fn css(self) -> String {
        match self.0.iter().all(|part| part % 17 == 0) {
            true => format!("#{}", self.0.map(|part| format!("{:x}", part / 17)).concat()),
            false => self.to_string(),
        }
    }

    /// The contrast ratio with another colour.
    pub fn contrast(self, other: Self) -> Contrast {
        let (one, two) = (self.luminance(), other.luminance());
        Contrast(((one.max(two) + 0.05) / (one.min(two) + 0.05) * 100.0 + 1e-6).floor() as u32)
    }

    /// The nearest lightness of the same hue that `passes`; the colour itself when it does. `None` when none does.
    pub fn nearest(self, passes: impl Fn(Self) -> bool) -> Option<Self> {
        if passes(self) {
            return Some(self);
        }
        let own = self.oklch().components[0];
        let away = (1..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        away.flat_map(|away| [own - away, own + away])
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| self.lit(lightness))
            .find(|colour| passes(*colour))
            .or_else(|| [Self::BLACK, Self::WHITE].into_iter().find(|colour| passes(*colour)))
    }

    /// The same hue, `by` of the way from black to white further from `ground`.
    pub fn further_from(self, ground: Self, by: f32) -> Self {
        let own = self.oklch().components[0];
        let by = if self.luminance() < ground.luminance() { -by } else { by };
        self.lit((own + by).clamp(0.0, 1.0))
    }

    /// The same hue at another lightness, as vivid as the screen can show there.
    fn lit(self, lightness: f32) -> Self {
        let [_, chroma, hue] = self.oklch().components;
        let at = |share: u8| {
            OpaqueColor::<Oklch>::new([lightness, chroma * f32::from(share) / 64.0, hue]).convert::<Srgb>()
        };
        let shown = |colour: &OpaqueColor<Srgb>| {
            colour.components.iter().all(|part| (-0.0005..=1.0005).contains(part))
        };
        let best = (0..=64).rev().map(at).find(shown).unwrap_or_else(|| at(0)).to_rgba8();
        Self([best.r, best.g, best.b])
    }

    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| match f64::from(part) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn srgb(self) -> OpaqueColor<Srgb> {
        let [r, g, b] = self.0;
        OpaqueColor::from_rgb8(r, g, b)
    }

    fn oklch(self) -> OpaqueColor<Oklch> {
        self.srgb().convert()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(formatter, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Contrast {
    /// A ratio such as `4.5`.
    pub fn of(ratio: f64) -> Self {
        Self((ratio * 100.0).round() as u32)
    }

    /// How much of `needed` it is, in thousandths.
    pub fn share_of(self, needed: Self) -> u32 {
        self.0.saturating_mul(1000) / needed.0.max(1)
    }
}

impl fmt::Display for Contrast {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
