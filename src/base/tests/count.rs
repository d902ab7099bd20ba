use proptest::prelude::*;

use crate::base::count::count;

#[rustfmt::skip]
const GOOD: &[(&str, u32)] = &[
    ("0", 0), ("12", 12), (" 12 ", 12), ("\u{a0}12", 12), ("007", 7), ("১২", 12), ("১,২০০", 1200), ("१२", 12), ("１２", 12), ("٣", 3),
    ("1,200", 1200), ("12,500", 12_500), ("1,20,000", 120_000), ("1,200,000", 1_200_000),
    ("12.0", 12), ("12.00", 12), ("12.0000", 12), ("1,200.00", 1200), ("১২.০", 12), ("0.0", 0), ("١٬٢٠٠٫٠", 1200), ("4294967295", u32::MAX),
];

#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "", " ", "-1", "\u{2212}1", "+5", "1+", "12.5", "12.05", "12.000", "1.200", "12,0", "12,50", "1,2", "1,2000", "0,500", ",500", "1,,200", "12.", ".0", ".",
    "12.0.0", "12,0.0", "1২", "12 pcs", "1 200", "1'200", "1e3", "1.2E+3", "0x10", "1_200", "many", "12%", "½", "12?", "4294967296", "99999999999999999999",
];

#[test]
fn counts_are_read_and_doubtful_ones_refused() {
    for (text, number) in GOOD {
        assert_eq!(count(text), Some(*number), "{text}");
    }
    for text in REFUSED {
        assert_eq!(count(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_count_is_what_it_says(number: u32, text in "\\PC{0,12}") {
        prop_assert_eq!(count(&number.to_string()), Some(number));
        prop_assert_eq!(count(&format!("{number}.00")), Some(number));
        // Whatever is typed: no panic, and no count without a digit.
        prop_assert!(count(&text).is_none() || text.chars().any(char::is_numeric));
    }
}
