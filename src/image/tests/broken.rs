//! Broken, cut short, too large, something else: refused, quickly, and never half shown.

use std::time::{Duration, Instant};

use super::make::{exif, gif, grain, jpeg, jpeg_with, png, raw_png, webp, webp_with_exif, with_chunk};
use crate::image::{Kind, MAX_BYTES, PictureFault, decode, facts};

fn whole() -> Vec<(Kind, Vec<u8>)> {
    let picture = grain(90, 70);
    vec![
        (Kind::Jpeg, jpeg(&picture)),
        (Kind::Jpeg, jpeg_with(&picture, |encoder| encoder.set_progressive(true))),
        (Kind::Jpeg, jpeg_with(&picture, |encoder| encoder.set_restart_interval(2))),
        (Kind::Png, png(picture.clone())),
        (Kind::Webp, webp(&picture)),
        (Kind::Webp, webp_with_exif(&picture, &exif(1, false))),
        (Kind::Gif, gif(picture)),
    ]
}

#[test]
fn the_kind_is_known_by_content() {
    for (kind, bytes) in whole() {
        let facts = facts(&bytes).unwrap();
        assert_eq!((facts.kind, facts.width, facts.height), (kind, 90, 70));
    }
}

#[test]
fn a_file_cut_short_is_an_error() {
    for (kind, bytes) in whole() {
        assert!(decode(&bytes).is_ok(), "{kind:?}");
        let steps = (0..bytes.len()).step_by(bytes.len() / 60);
        for length in steps.chain(bytes.len().saturating_sub(14)..bytes.len()) {
            assert!(decode(&bytes[..length]).is_err(), "{kind:?} at {length} of {}", bytes.len());
        }
    }
}

#[test]
fn a_thumbnail_is_no_end() {
    let small = jpeg(&grain(20, 20));
    let block = [exif(1, false), small].concat();
    let bytes = jpeg_with(&grain(90, 70), |encoder| encoder.add_exif_metadata(&block).unwrap());
    assert_eq!(facts(&bytes).unwrap().width, 90, "the thumbnail's size is not the picture's");
    assert!(decode(&bytes).is_ok());
    assert!(decode(&bytes[..bytes.len() - 40]).is_err());
}

#[test]
fn what_follows_the_end_does_no_harm() {
    for (kind, bytes) in whole() {
        let longer = [&bytes[..], b"\xFF\xD8\xFF\xE1 a second picture"].concat();
        assert_eq!(decode(&longer).unwrap(), decode(&bytes).unwrap(), "{kind:?}");
    }
}

#[test]
fn no_damage_ends_the_run() {
    let mut seed = 1_u32;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for (_, bytes) in whole() {
        for _ in 0..60 {
            let mut damaged = bytes.clone();
            for _ in 0..=random(4) {
                let place = random(damaged.len());
                damaged[place] = random(256) as u8;
            }
            let _ = facts(&damaged);
            let _ = decode(&damaged);
        }
    }
}

#[test]
fn nothing_is_no_picture() {
    assert!(matches!(facts(b""), Err(PictureFault::Unreadable(_))));
    assert!(matches!(facts(b"hello"), Err(PictureFault::Kind(None))));
    assert!(matches!(facts(&[0; 4000]), Err(PictureFault::Kind(None))));
    assert!(matches!(facts(&raw_png((0, 5), 8, 2, &[], &[])), Err(PictureFault::Unreadable(_))));
}

#[test]
fn other_kinds_are_named() {
    let others: [(&[u8], &str); 6] = [
        (b"<?xml version=\"1.0\"?>\n<!-- a --><svg xmlns='x'/>", "SVG"),
        (b"\xEF\xBB\xBF  <SVG/>", "SVG"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"BM\x36\0\0\0", "BMP"),
    ];
    for (bytes, name) in others {
        assert_eq!(facts(bytes), Err(PictureFault::Kind(Some(name))));
        assert_eq!(decode(bytes).unwrap_err(), PictureFault::Kind(Some(name)));
    }
}

#[test]
fn the_limits_are_asked_before_decoding() {
    let frame = |width: u16, height: u16| {
        let sides = [height.to_be_bytes(), width.to_be_bytes()].concat();
        [b"\xFF\xD8\xFF\xC0\0\x0B\x08", &sides[..], b"\x01\x01\x11\0"].concat()
    };
    let too_large = [
        raw_png((50_000, 50_000), 8, 2, &[], &[0; 100]),
        raw_png((20_001, 1), 8, 2, &[], &[0; 100]),
        raw_png((10_001, 10_000), 8, 2, &[], &[0; 100]),
        raw_png((u32::MAX, u32::MAX), 8, 2, &[], &[0; 100]),
        frame(64_250, 10),
        [b"GIF89a\xFF\xFF\xFF\xFF\0\0\0", &[0; 20][..]].concat(),
        b"RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF".to_vec(),
    ];
    let mut heavy = vec![0; MAX_BYTES + 1];
    let light = jpeg(&grain(20, 20));
    heavy[..light.len()].copy_from_slice(&light);
    let begun = Instant::now();
    for bytes in &too_large {
        assert!(matches!(facts(bytes), Err(PictureFault::Large { width: 1.., .. })), "{:?}", facts(bytes));
        assert!(matches!(decode(bytes), Err(PictureFault::Large { .. })));
    }
    assert!(matches!(facts(&heavy), Err(PictureFault::Large { bytes: 67_108_865, .. })));
    assert!(facts(&heavy[..MAX_BYTES]).is_ok());
    assert!(facts(&frame(20_000, 5_000)).is_ok());
    assert!(begun.elapsed() < Duration::from_millis(100));
}

#[test]
fn a_header_that_lies_is_found_out() {
    let picture = png(grain(90, 70));
    let lie = with_chunk(&picture, b"IEND", b"IHDR", &[0, 0, 0, 9, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
    if let Ok(bitmap) = decode(&lie) {
        assert_eq!((bitmap.width(), bitmap.height()), (90, 70));
    }
    let mut scans = jpeg(&grain(16, 16));
    let scan = scans.windows(2).position(|window| window == [0xFF, 0xDA]).unwrap();
    let again = scans[scan..scans.len() - 2].to_vec();
    let end = scans.len() - 2;
    scans.splice(end..end, again.repeat(200));
    assert!(decode(&scans).is_err(), "two hundred scans are no picture but a burden");
}
