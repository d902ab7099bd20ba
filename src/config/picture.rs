//! How pictures are written.

use super::told::fault;
use crate::{
    diag::{Code, Diagnostics},
    image::{Encoding, Format},
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
    vec![
        Encoding { format: Format::Webp, quality: webp, effort },
        Encoding { format: Format::Jpeg, quality: jpeg, effort },
    ]
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
