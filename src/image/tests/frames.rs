//! What of a picture a copy shows, and how large it is.

use ::image::{Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::make::{BLUE, GREEN, RED, WHITE, copy_of, png, quarters};
use crate::image::{Bitmap, Focus, Frame, decode};

fn at(bitmap: &Bitmap, x: u32, y: u32) -> [u8; 3] {
    let place = (y * bitmap.width() + x) as usize * 3;
    [0, 1, 2].map(|channel| bitmap.samples()[place + channel])
}

fn near(left: [u8; 3], right: [u8; 3]) -> bool {
    left.iter().zip(right).all(|(a, b)| a.abs_diff(b) < 12)
}

fn fill(width: u32, height: u32, x: f64, y: f64) -> Frame {
    Frame::Fill { width, height, focus: Focus::of(x, y).unwrap() }
}

#[test]
fn a_full_frame_shows_the_focus() {
    let picture = decode(&png(quarters())).unwrap(); // 64 x 32
    let left = copy_of(&picture, &fill(16, 16, 0.0, 0.5)).unwrap();
    let right = copy_of(&picture, &fill(16, 16, 1.0, 0.5)).unwrap();
    assert_eq!((left.width(), left.height()), (16, 16));
    assert!(near(at(&left, 8, 2), RED) && near(at(&left, 8, 13), BLUE));
    assert!(near(at(&right, 8, 2), GREEN) && near(at(&right, 8, 13), WHITE));
    let middle = copy_of(&picture, &fill(16, 16, 0.5, 0.5)).unwrap();
    assert!(near(at(&middle, 2, 2), RED) && near(at(&middle, 13, 2), GREEN));
    let low = copy_of(&picture, &fill(32, 8, 0.5, 1.0)).unwrap();
    assert!(near(at(&low, 4, 1), BLUE) && near(at(&low, 28, 6), WHITE));
}

#[test]
fn a_sheet_shows_all_on_white() {
    let picture = decode(&png(RgbImage::from_pixel(80, 40, Rgb(BLUE)))).unwrap();
    let sheet = copy_of(&picture, &Frame::Pad { width: 40, height: 40 }).unwrap();
    assert_eq!((sheet.width(), sheet.height()), (40, 40));
    assert_eq!(at(&sheet, 20, 4), [255; 3]);
    assert!(near(at(&sheet, 1, 20), BLUE) && near(at(&sheet, 38, 29), BLUE));
    assert_eq!(at(&sheet, 20, 35), [255; 3]);
    let clear = decode(&png(RgbaImage::from_pixel(30, 60, Rgba([0, 0, 0, 0])))).unwrap();
    let sheet = copy_of(&clear, &Frame::Pad { width: 50, height: 50 }).unwrap();
    assert!(!sheet.has_alpha() && sheet.samples().iter().all(|sample| *sample == 255));
}

#[test]
fn a_focus_is_within_the_picture() {
    assert_eq!(Focus::of(0.5, 0.5), Some(Focus::MIDDLE));
    assert_eq!(Focus::of(0.0, 1.0), Some(Focus { x: 0, y: 1000 }));
    assert_eq!(Focus::of(0.3333, 0.0004), Some(Focus { x: 333, y: 0 }));
    for (x, y) in [(-0.1, 0.5), (0.5, 1.1), (f64::NAN, 0.5), (0.5, f64::INFINITY)] {
        assert_eq!(Focus::of(x, y), None);
    }
}

proptest! {
    /// No frame is larger than asked, none shows a pixel larger than it is, and the copy is as large as was said.
    #[test]
    fn nothing_grows(width in 1..90_u32, height in 1..90_u32, across in 1..120_u32, down in 1..120_u32, x in 0..=1000_u16, y in 0..=1000_u16) {
        let samples = vec![9; (width * height * 3) as usize];
        let picture = Bitmap::new(width, height, false, samples).unwrap();
        for frame in [
            Frame::Fit { width: across },
            Frame::Fill { width: across, height: down, focus: Focus { x, y } },
            Frame::Pad { width: across, height: down },
        ] {
            let size = frame.size((width, height));
            let copy = copy_of(&picture, &frame).unwrap();
            prop_assert_eq!((copy.width(), copy.height()), size);
            prop_assert!(size.0 >= 1 && size.1 >= 1 && size.0 <= across);
            match frame {
                Frame::Fit { .. } => prop_assert!(size.0 <= width && size.1 <= height),
                Frame::Fill { .. } => prop_assert!(size.0 <= width.max(1) && size.1 <= height.max(1)),
                Frame::Pad { .. } => {
                    prop_assert!(size.1 <= down);
                    let long = size.0 <= width || size.1 <= height;
                    prop_assert!(long, "a side of the sheet touches the picture: {size:?}");
                }
            }
            prop_assert_eq!(copy.samples().first().copied().unwrap_or(9) == 9 || matches!(frame, Frame::Pad { .. }), true);
        }
    }
}
