//! The outline of a picture file: its size, its EXIF block, and whether its end is there.
//!
//! Only the containers are walked, by their own lengths, so nothing is decoded and
//! nothing is allocated.

mod gif;
mod jpeg;
mod png;
mod webp;

use super::Kind;

pub(super) use jpeg::Inks;

/// What the container says of a picture.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    /// Pixels as stored.
    pub(super) width: u32,
    /// Pixels as stored.
    pub(super) height: u32,
    /// The EXIF block, from its TIFF header on.
    pub(super) exif: Option<&'a [u8]>,
}

/// The outline; `None` when the header is broken.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Option<Outline<'_>> {
    match kind {
        Kind::Jpeg => jpeg::read(bytes),
        Kind::Png => png::read(bytes),
        Kind::Webp => webp::read(bytes),
        Kind::Gif => gif::read(bytes),
    }
}

/// Whether the file goes on to its own end. Decoders fill what is missing with grey
/// (JPEG) or with what stood there before (GIF), so this is asked first.
pub(super) fn whole(kind: Kind, bytes: &[u8]) -> bool {
    match kind {
        Kind::Jpeg => jpeg::whole(bytes),
        Kind::Png => png::whole(bytes),
        Kind::Webp => webp::whole(bytes),
        Kind::Gif => gif::whole(bytes),
    }
}

/// Frames that the file holds, as far as its containers go; never none.
pub(super) fn frames(kind: Kind, bytes: &[u8]) -> u32 {
    match kind {
        Kind::Gif => gif::frames(bytes),
        Kind::Webp => webp::frames(bytes),
        Kind::Jpeg | Kind::Png => 1,
    }
    .max(1)
}

/// Whether every decoder of JPEG reads these bytes alike.
pub(super) fn is_usual(bytes: &[u8]) -> bool {
    jpeg::is_usual(bytes)
}

/// How the three or four colours of a JPEG file are meant.
pub(super) fn inks(bytes: &[u8]) -> Option<Inks> {
    jpeg::inks(bytes)
}

/// The number of `N` bytes at `at`, the largest byte first.
fn big<const N: usize>(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(N)?)?;
    Some(part.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// The number of `N` bytes at `at`, the smallest byte first.
fn little<const N: usize>(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(N)?)?;
    Some(part.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// EXIF blocks of PNG and WebP sometimes keep the beginning they have in JPEG.
fn tiff(block: &[u8]) -> &[u8] {
    block.strip_prefix(b"Exif\0\0").unwrap_or(block)
}
