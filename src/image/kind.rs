//! What kind of picture some bytes are, by their first bytes.

use serde::{Deserialize, Serialize};

use super::PictureFault;

/// A kind of picture that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// JPEG (ITU T.81): sequential and progressive, Huffman coded, 8 bits.
    Jpeg,
    /// PNG.
    Png,
    /// WebP; of an animation the first frame.
    Webp,
    /// GIF; of an animation the first frame.
    Gif,
}

impl Kind {
    /// The kind of `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, PictureFault> {
        if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            Ok(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Ok(Self::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Ok(Self::Webp)
        } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            Ok(Self::Gif)
        } else {
            Err(PictureFault::Kind(stranger(bytes)))
        }
    }
}

/// The name of a kind that is known but not read.
fn stranger(bytes: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 9] = [
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"8BPS", "PSD"),
        (b"%PDF", "PDF"),
        (b"\xFF\x0A", "JPEG XL"),
        (b"\0\0\0\x0CJXL ", "JPEG XL"),
        (b"\0\0\x01\0", "ICO"),
        (b"\xFF\x4F\xFF\x51", "JPEG 2000"),
    ];
    if bytes.get(4..8) == Some(b"ftyp") {
        return film(bytes.get(8..12)?);
    }
    if svg(bytes) {
        return Some("SVG");
    }
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, name)| *name)
}

/// ISO base media files, by their major brand.
fn film(brand: &[u8]) -> Option<&'static str> {
    match brand {
        b"avif" | b"avis" => Some("AVIF"),
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => Some("HEIC"),
        _ => None,
    }
}

/// Whether the first kilobyte opens an SVG element.
fn svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    text.starts_with(b"<") && text.windows(4).any(|window| window.eq_ignore_ascii_case(b"<svg"))
}
