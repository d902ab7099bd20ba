//! PNG: chunks of length, name, data and checksum. EXIF may stand after the pixels.

use super::{Outline, big, tiff};

struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8], &'a [u8]);

    /// Name and data of the next chunk, when all of it is there.
    fn next(&mut self) -> Option<Self::Item> {
        let length = big::<4>(self.rest, 0)? as usize;
        let chunk = self.rest.get(..length.checked_add(12)?)?;
        self.rest = &self.rest[chunk.len()..];
        Some((&chunk[4..8], &chunk[8..8 + length]))
    }
}

fn chunks(bytes: &[u8]) -> Chunks<'_> {
    Chunks { rest: bytes.get(8..).unwrap_or_default() }
}

pub(super) fn read(bytes: &[u8]) -> Option<Outline<'_>> {
    let (name, header) = chunks(bytes).next()?;
    if name != b"IHDR" {
        return None;
    }
    let exif = chunks(bytes).find(|(name, _)| *name == b"eXIf").map(|(_, data)| tiff(data));
    Some(Outline { width: big::<4>(header, 0)?, height: big::<4>(header, 4)?, exif })
}

pub(super) fn whole(bytes: &[u8]) -> bool {
    chunks(bytes).any(|(name, _)| name == b"IEND")
}
