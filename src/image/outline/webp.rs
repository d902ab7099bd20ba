//! WebP: a RIFF file that knows its own length, with chunks of name and length.

use super::{Outline, little, tiff};

struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8], &'a [u8]);

    /// Name and data of the next chunk; data is cut where the file is.
    fn next(&mut self) -> Option<Self::Item> {
        let name = self.rest.get(..4)?;
        let length = little::<4>(self.rest, 4)? as usize;
        let body = &self.rest[8..];
        let data = &body[..length.min(body.len())];
        self.rest = body.get(length.saturating_add(length % 2)..).unwrap_or_default();
        Some((name, data))
    }
}

pub(super) fn read(bytes: &[u8]) -> Option<Outline<'_>> {
    let mut chunks = Chunks { rest: bytes.get(12..)? };
    let (name, data) = chunks.next()?;
    let (width, height) = match name {
        b"VP8X" => (1 + little::<3>(data, 4)?, 1 + little::<3>(data, 7)?),
        b"VP8L" => {
            let sides = little::<4>(data, 1)?;
            (1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF))
        }
        b"VP8 " => (little::<2>(data, 6)? & 0x3FFF, little::<2>(data, 8)? & 0x3FFF),
        _ => return None,
    };
    let exif = chunks.find(|(name, _)| *name == b"EXIF").map(|(_, data)| tiff(data));
    Some(Outline { width, height, exif })
}

pub(super) fn frames(bytes: &[u8]) -> u32 {
    let chunks = Chunks { rest: bytes.get(12..).unwrap_or_default() };
    u32::try_from(chunks.filter(|(name, _)| *name == b"ANMF").count()).unwrap_or(u32::MAX)
}

pub(super) fn whole(bytes: &[u8]) -> bool {
    little::<4>(bytes, 4).is_some_and(|length| length as usize <= bytes.len().saturating_sub(8))
}
