//! How pictures are written.

use super::told::fault;
use crate::{
    diag::{Code, Diagnostics},
    image::{AVIF, Encoding, Format},
    schema::{At, Pictures},
};

/// Patience of WebP when nothing is said: fewest bytes for a bearable time.
const EFFORT: u8 = 4;
/// The most that libwebp knows.
const MOST_EFFORT: u8 = 6;

/// How each format of the site is written, best first; JPEG is the last, which every browser reads.
pub(super) fn read(written: Option<&Pictures>, found: &mut Diagnostics) -> Vec<Encoding> {
    let webp = quality(written.and_then(|one| one.webp_quality.as_ref()), 75, found);
    let jpeg = quality(written.and_then(|one| one.jpeg_quality.as_ref()), 80, found);
    let effort = effort(written.and_then(|one| one.effort.as_ref()), found);
    let avif = written.and_then(|one| one.avif_quality.as_ref()).and_then(|at| avif(at, found));
    let formats = [(Format::Avif, avif), (Format::Webp, Some(webp)), (Format::Jpeg, Some(jpeg))];
    let encoding = |(format, quality)| Encoding { format, quality, effort };
    formats.into_iter().filter_map(|(format, quality)| Some((format, quality?))).map(encoding).collect()
}

/// AVIF is written where its quality is said, by a program that can.
fn avif(at: &At<u8>, found: &mut Diagnostics) -> Option<u8> {
    if !AVIF {
        found.push(fault(Code::AVIF_MISSING, at));
        return None;
    }
    Some(quality(Some(at), at.value, found))
}

fn quality(written: Option<&At<u8>>, default: u8, found: &mut Diagnostics) -> u8 {
    within(written, default, 1, 100, Code::QUALITY_RANGE, found)
}

fn effort(written: Option<&At<u8>>, found: &mut Diagnostics) -> u8 {
    within(written, EFFORT, 0, MOST_EFFORT, Code::EFFORT_RANGE, found)
}

fn within(
    written: Option<&At<u8>>,
    default: u8,
    least: u8,
    most: u8,
    code: Code,
    found: &mut Diagnostics,
) -> u8 {
    match written {
        None => default,
        Some(at) if (least..=most).contains(&at.value) => at.value,
        Some(at) => {
            found.push(fault(code, at).with("value", at.value));
            default
        }
    }
}
