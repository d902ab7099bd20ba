//! JPEG: segments of a marker and a length, and coded data between them.

use super::{Outline, big, tiff};

const SOS: u8 = 0xDA;
const EOI: u8 = 0xD9;
/// More scans than any encoder writes; each one costs a pass over the whole picture.
const MAX_SCANS: usize = 100;

/// Segments in order. Coded data is stepped over: inside it `FF` is followed by `00` or a restart.
struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// A marker and what it carries.
struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        loop {
            self.at += self.bytes.get(self.at..)?.iter().position(|byte| *byte == 0xFF)? + 1;
            match *self.bytes.get(self.at)? {
                // A stuffed byte, fill, TEM, a restart or the start: no length follows.
                0x00 | 0xFF | 0x01 | 0xD0..=0xD8 => {}
                EOI => {
                    return Some(Segment { marker: EOI, data: &[] });
                }
                marker => {
                    let length = big::<2>(self.bytes, self.at + 1)? as usize;
                    let end = self.at + 1 + length;
                    let data = self.bytes.get(self.at + 3..end)?;
                    self.at = end;
                    return Some(Segment { marker, data });
                }
            }
        }
    }
}

fn segments(bytes: &[u8]) -> Segments<'_> {
    Segments { bytes, at: 2 }
}

/// Segments before the first scan.
fn header(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    segments(bytes).take_while(|segment| segment.marker != SOS && segment.marker != EOI)
}

impl Segment<'_> {
    /// SOF0 to SOF15, without DHT, JPG and DAC that stand between them.
    fn is_frame(&self) -> bool {
        matches!(self.marker, 0xC0..=0xCF) && !matches!(self.marker, 0xC4 | 0xC8 | 0xCC)
    }
}

pub(super) fn read(bytes: &[u8]) -> Option<Outline<'_>> {
    let mut size = None;
    let mut exif = None;
    for segment in header(bytes) {
        if segment.is_frame() && size.is_none() {
            size = Some((big::<2>(segment.data, 3)?, big::<2>(segment.data, 1)?));
        } else if segment.marker == 0xE1 && exif.is_none() && segment.data.starts_with(b"Exif\0\0") {
            exif = Some(tiff(segment.data));
        }
    }
    size.map(|(width, height)| Outline { width, height, exif })
}

/// Whether an end follows the scans, and the scans are no more than a picture needs.
pub(super) fn whole(bytes: &[u8]) -> bool {
    let mut scans = 0;
    for segment in segments(bytes) {
        match segment.marker {
            SOS => scans += 1,
            EOI => return (1..=MAX_SCANS).contains(&scans),
            _ => {}
        }
    }
    false
}

/// Whether every decoder reads the file alike: three colours of 8 bits in the usual space, one scan with all
/// of them when it is baseline, or progressive.
pub(in crate::image) fn is_usual(bytes: &[u8]) -> bool {
    let mut progressive = false;
    for segment in segments(bytes) {
        match segment.marker {
            SOS => return progressive || segment.data.first() == Some(&3),
            0xC0..=0xC2 => {
                progressive = segment.marker == 0xC2;
                if segment.data.first() != Some(&8) || segment.data.get(5) != Some(&3) {
                    return false;
                }
            }
            0xEE if segment.data.starts_with(b"Adobe") && segment.data.get(11) != Some(&1) => return false,
            _ => {}
        }
    }
    false
}

/// How the colours of a JPEG file are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::image) enum Inks {
    /// Red, green and blue as they are: Adobe's segment says so, and none of JFIF's.
    Rgb,
    /// As the decoder finds out by itself.
    Usual,
}

pub(super) fn inks(bytes: &[u8]) -> Option<Inks> {
    let mut jfif = false;
    let mut adobe = None;
    let mut colours = None;
    for segment in header(bytes) {
        match segment.marker {
            0xE0 if segment.data.starts_with(b"JFIF\0") => jfif = true,
            0xEE if segment.data.starts_with(b"Adobe") => adobe = segment.data.get(11).copied(),
            _ if segment.is_frame() => colours = segment.data.get(5).copied(),
            _ => {}
        }
    }
    let plain = colours? == 3 && !jfif && adobe == Some(0);
    Some(if plain { Inks::Rgb } else { Inks::Usual })
}
