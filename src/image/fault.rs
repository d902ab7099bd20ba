//! Why a picture cannot be used.

use crate::diag::Code;

/// Why a picture cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureFault {
    /// Not one of the kinds that are read. The name of what it is (`SVG`, `AVIF`, `HEIC`), if known.
    Kind(Option<&'static str>),
    /// Over a limit: [`MAX_BYTES`](super::MAX_BYTES), [`MAX_SIDE`](super::MAX_SIDE),
    /// [`MAX_PIXELS`](super::MAX_PIXELS), or the sides that the output's format allows.
    Large {
        /// Pixels; 0 when the file was too large to look inside.
        width: u32,
        /// Pixels; 0 when the file was too large to look inside.
        height: u32,
        /// Length of the file; 0 when a picture was too large to write.
        bytes: u64,
    },
    /// Its movement is to be kept, but has too many frames, or too many pixels in all of them.
    Long {
        /// How many.
        frames: u32,
    },
    /// Broken or cut short, with the reason in English.
    Unreadable(String),
}

impl PictureFault {
    /// The code of the diagnostic that tells of it.
    pub fn code(&self) -> Code {
        match self {
            Self::Kind(_) => Code::PICTURE_KIND,
            Self::Large { .. } => Code::PICTURE_LARGE,
            Self::Long { .. } => Code::PICTURE_LONG,
            Self::Unreadable(_) => Code::PICTURE_UNREADABLE,
        }
    }

    pub(super) fn unreadable(reason: impl ToString) -> Self {
        Self::Unreadable(reason.to_string())
    }
}
