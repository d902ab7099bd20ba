use proptest::prelude::*;

use crate::base::colour::{Colour, Contrast};

fn colour(text: &str) -> Colour {
    Colour::read(text).unwrap()
}

#[test]
fn colours_are_read_and_written() {
    for (text, full, short) in [
        ("#fff", "#ffffff", "#fff"),
        ("#2C3a80", "#2c3a80", "#2c3a80"),
        ("#aabbcc", "#aabbcc", "#abc"),
        ("#000000", "#000000", "#000"),
    ] {
        assert_eq!((colour(text).to_string().as_str(), colour(text).css().as_str()), (full, short));
    }
    for text in
        ["", "#", "fff", "#ff", "#ffff", "#fffff", "#fffffff", "#ggg", "#ff ff ", "#১২৩", "white", "##fff"]
    {
        assert_eq!(Colour::read(text), None, "{text}");
    }
}

/// Figures of well-known checkers.
#[test]
fn contrast_is_that_of_wcag() {
    for (one, two, ratio) in [
        ("#000000", "#ffffff", "21.00"),
        ("#777777", "#ffffff", "4.47"),
        ("#767676", "#ffffff", "4.54"),
        ("#ff0000", "#ffffff", "3.99"),
        ("#0000ff", "#ffffff", "8.59"),
        ("#00ff00", "#000000", "15.30"),
        ("#123456", "#123456", "1.00"),
    ] {
        assert_eq!(colour(one).contrast(colour(two)).to_string(), ratio, "{one} {two}");
        assert_eq!(colour(two).contrast(colour(one)).to_string(), ratio, "{two} {one}");
    }
}

#[test]
fn the_nearest_keeps_its_hue() {
    let needed = Contrast::of(4.5);
    let orange = colour("#ff8800").nearest(|one| one.contrast(Colour::WHITE) >= needed).unwrap();
    assert_eq!(orange.to_string(), "#b56006");
    assert_eq!(colour("#123456").nearest(|_| true), Some(colour("#123456")));
    assert_eq!(colour("#123456").nearest(|_| false), None);
}

proptest! {
    /// On any ground black or white can be read, so some lightness of any hue can.
    #[test]
    fn something_near_can_always_be_read(own in "#[0-9a-f]{6}", ground in "#[0-9a-f]{6}") {
        let needed = Contrast::of(4.5);
        let ground = colour(&ground);
        let found = colour(&own).nearest(|one| one.contrast(ground) >= needed).unwrap();
        prop_assert!(found.contrast(ground) >= needed);
    }

    #[test]
    fn further_is_not_nearer(own in "#[0-9a-f]{6}", ground in "#[0-9a-f]{6}") {
        let (own, ground) = (colour(&own), colour(&ground));
        // Eight bits round, and so does a hundredth.
        let further = own.further_from(ground, 0.1).contrast(ground);
        prop_assert!(further >= own.contrast(ground) || own.contrast(ground) < Contrast::of(1.05), "{further}");
    }
}
