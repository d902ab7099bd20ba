//! The frame of a copy: how large it is and what of the picture it shows.

use serde::{Deserialize, Serialize};

use super::facts::fitted;

/// The frame that a copy is made for. No copy shows a picture larger than it is: a frame
/// that is too large for the picture shrinks in its own proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Frame {
    /// All of the picture, in its own proportion.
    Fit {
        /// Pixels at most.
        width: u32,
    },
    /// The frame is full: what does not fit is cut away, farthest from the focus first.
    Fill {
        /// Pixels at most.
        width: u32,
        /// Pixels at most.
        height: u32,
        /// What must be seen.
        focus: Focus,
    },
    /// All of the picture in the middle of the frame, on white.
    Pad {
        /// Pixels at most.
        width: u32,
        /// Pixels at most.
        height: u32,
    },
}

/// The point of a picture that must be seen, in thousandths from its left and top edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Focus {
    /// From the left, 0 to 1000.
    pub x: u16,
    /// From the top, 0 to 1000.
    pub y: u16,
}

impl Focus {
    /// The middle.
    pub const MIDDLE: Self = Self { x: 500, y: 500 };

    /// Of shares of the width and of the height, such as `0.5` and `0.25`; `None` outside of the picture.
    pub fn of(x: f64, y: f64) -> Option<Self> {
        let thousandths = |share: f64| {
            let whole = (0.0..=1.0).contains(&share).then(|| (share * 1000.0).round());
            whole.and_then(|whole| (0..=1000).find(|one| f64::from(*one) == whole))
        };
        Some(Self { x: thousandths(x)?, y: thousandths(y)? })
    }
}

/// How pixels go from a picture into a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layout {
    /// Pixels of the whole copy.
    pub(super) size: (u32, u32),
    /// The part of the picture that is shown: left, top, width, height, in its pixels.
    pub(super) part: (f64, f64, f64, f64),
    /// Pixels of that part in the copy.
    pub(super) shown: (u32, u32),
}

impl Frame {
    /// Pixels of the copy that this frame makes of a picture of `size`.
    pub fn size(&self, size: (u32, u32)) -> (u32, u32) {
        self.layout(size).size
    }

    pub(super) fn layout(&self, picture: (u32, u32)) -> Layout {
        let whole = (0.0, 0.0, f64::from(picture.0), f64::from(picture.1));
        match *self {
            Self::Fit { width } => {
                let size = fitted(picture, width);
                Layout { size, part: whole, shown: size }
            }
            Self::Fill { width, height, focus } => fill(picture, (width, height), focus),
            Self::Pad { width, height } => {
                let (size, shown) = pad(picture, (width, height));
                Layout { size, part: whole, shown }
            }
        }
    }
}

/// The largest part of the picture in the frame's proportion, as near to the focus as it goes.
fn fill(picture: (u32, u32), frame: (u32, u32), focus: Focus) -> Layout {
    let (full_width, full_height) = (f64::from(picture.0), f64::from(picture.1));
    let (width, height) = (f64::from(frame.0.max(1)), f64::from(frame.1.max(1)));
    let scale = (full_width / width).min(full_height / height);
    let (part_width, part_height) = (width * scale, height * scale);
    let begin = |full: f64, part: f64, share: u16| {
        (full * f64::from(share) / 1000.0 - part / 2.0).clamp(0.0, (full - part).max(0.0))
    };
    let size = shrunk(frame, scale);
    Layout {
        size,
        part: (
            begin(full_width, part_width, focus.x),
            begin(full_height, part_height, focus.y),
            part_width.min(full_width),
            part_height.min(full_height),
        ),
        shown: size,
    }
}

/// Pixels of the frame and of the picture in it.
fn pad(picture: (u32, u32), frame: (u32, u32)) -> ((u32, u32), (u32, u32)) {
    let (full_width, full_height) = (f64::from(picture.0), f64::from(picture.1));
    let scale = (full_width / f64::from(frame.0.max(1))).max(full_height / f64::from(frame.1.max(1)));
    let size = shrunk(frame, scale);
    let scale = scale.max(1.0);
    let shown = (pixels(full_width / scale).min(size.0), pixels(full_height / scale).min(size.1));
    (size, shown)
}

/// The frame, smaller when a pixel of it would show less than a pixel of the picture.
fn shrunk(frame: (u32, u32), scale: f64) -> (u32, u32) {
    let scale = scale.min(1.0);
    (pixels(f64::from(frame.0.max(1)) * scale), pixels(f64::from(frame.1.max(1)) * scale))
}

/// At least one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // rounded, positive, within 20,000
fn pixels(length: f64) -> u32 {
    length.round().max(1.0) as u32
}
