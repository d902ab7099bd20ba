//! GIF: blocks of small pieces up to a trailer.

use super::{Outline, little};

pub(super) fn read(bytes: &[u8]) -> Option<Outline<'_>> {
    Some(Outline { width: little::<2>(bytes, 6)?, height: little::<2>(bytes, 8)?, exif: None })
}

pub(super) fn whole(bytes: &[u8]) -> bool {
    let mut pictures = 0;
    walk(bytes, &mut pictures).is_some() && pictures > 0
}

pub(super) fn frames(bytes: &[u8]) -> u32 {
    let mut pictures = 0;
    let _ = walk(bytes, &mut pictures);
    pictures
}

/// Walks all blocks and counts the pictures among them; `Some` when the trailer is there.
fn walk(bytes: &[u8], pictures: &mut u32) -> Option<()> {
    let mut at = 13 + table(*bytes.get(10)?);
    loop {
        match *bytes.get(at)? {
            0x3B => return Some(()),
            0x21 => at = pieces(bytes, at + 2)?,
            0x2C => {
                at = pieces(bytes, at + 11 + table(*bytes.get(at + 9)?))?;
                *pictures = pictures.saturating_add(1);
            }
            _ => return None,
        }
    }
}

/// Bytes of the colour table that these flags announce.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 6 << (flags & 7) }
}

/// Steps over pieces of at most 255 bytes up to an empty one.
fn pieces(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
