use proptest::prelude::*;

use crate::base::name::{Handle, NameFault, Sku, Slug, anchor, nfc};

#[test]
#[rustfmt::skip]
fn names_of_every_script_stay_whole() {
    for text in [
        "vase", "Vase-2_b", "ক্রিকেট-ব্যাট", "পাঞ্জাবি", "র\u{200d}্যাব", "স্ত্রী", "ৎ", "নক্ষত্র", "हिन्दी", "தமிழ்", "ಕ್ಷ", "ක්\u{200d}ෂ", "မြန်မာ", "ខ្មែរ", "ไทยน้ำ", "ລາວ",
        "فارسی", "می\u{200c}خواهم", "שָׁלוֹם", "café", "日本語", "한국어", "Ωμέγα", "2026", "console", "com10",
    ] {
        assert_eq!(Slug::read(text).map(|slug| slug.as_str().to_owned()), Ok(nfc(text)), "{text}");
    }
    assert_eq!(Slug::read("cafe\u{301}"), Slug::read("café"));
    assert_eq!(Slug::read("য\u{9bc}"), Slug::read("\u{9df}"));
}

#[test]
#[rustfmt::skip]
fn names_that_hide_or_break_something_are_refused() {
    for (text, character) in [
        ("a b", ' '), ("a/b", '/'), ("a.b", '.'), ("..", '.'), ("a%b", '%'), ("a\u{202e}b", '\u{202e}'), ("a\u{200e}", '\u{200e}'), ("a\u{2069}", '\u{2069}'), ("a\0", '\0'),
        ("a\u{200b}b", '\u{200b}'), ("a\u{feff}", '\u{feff}'), ("a\u{ad}b", '\u{ad}'), ("a\u{34f}b", '\u{34f}'), ("\u{3164}", '\u{3164}'), ("a\u{ffa0}", '\u{ffa0}'), ("a\u{115f}", '\u{115f}'),
        ("a\u{200d}b", '\u{200d}'), ("ক\u{200d}", '\u{200d}'), ("\u{200c}ক", '\u{200c}'), ("ক\u{200d}\u{200d}খ", '\u{200d}'), ("\u{9bc}ক", '\u{9bc}'), ("-\u{9cd}", '\u{9cd}'),
        ("৳", '৳'), ("ক।", '।'), ("a\u{fe0f}", '\u{fe0f}'), ("😀", '😀'), ("a\u{e0041}", '\u{e0041}'), ("a:b", ':'), ("a\\b", '\\'), ("a'b", '\''),
    ] {
        assert_eq!(Slug::read(text), Err(NameFault::Character(character)), "{text:?}");
    }
    for text in ["con", "CON", "Nul", "aux", "prn", "com1", "LPT9", "com0", "COM¹", "lpt³"] {
        assert_eq!(Slug::read(text), Err(NameFault::Reserved), "{text}");
    }
    assert_eq!(Slug::read(""), Err(NameFault::Empty));
    assert_eq!(Slug::read(&"ক".repeat(41)), Err(NameFault::Long));
    assert!(Slug::read(&"ক".repeat(40)).is_ok());
}

#[test]
#[rustfmt::skip]
fn anchors_are_slugs_of_sentences() {
    for (text, expected) in [
        ("Size guide", "size-guide"), ("  A & B!  ", "a-b"), ("ক্রিকেট ব্যাট", "ক্রিকেট-ব্যাট"), ("১০টি কারণ", "১০টি-কারণ"), ("a_b--c", "a-b-c"), ("!?", ""), ("", ""), ("\u{9cd}ক", "ক"),
        ("র\u{200d}্যাব\u{200d} ", "র\u{200d}্যাব"), ("<script>", "script"), ("\"x\"", "x"), ("ÀÉ", "àé"),
    ] {
        assert_eq!(anchor(text), expected, "{text}");
    }
}

#[test]
fn skus_and_handles_are_plain() {
    for text in ["a", "A-1_b", &"x".repeat(50)] {
        assert!(Sku::read(text).is_ok() && Handle::read(text).is_ok());
    }
    for text in ["", "ক", "a b", "a.b", "a/b", "é", &"x".repeat(51)] {
        assert!(Sku::read(text).is_err() && Handle::read(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_slug_is_one_part_of_an_address(text in "(\\PC|[ক-\u{9cd}\u{200c}\u{200d}-]){1,12}") {
        if let Ok(slug) = Slug::read(&text) {
            prop_assert_eq!(Slug::read(slug.as_str()), Ok(slug.clone()));
            let address = crate::base::address::Address::read(&format!("/{slug}/"));
            prop_assert!(address.is_some(), "{:?}", slug);
        }
    }

    #[test]
    fn an_anchor_is_its_own_anchor(text in any::<String>()) {
        let id = anchor(&text);
        prop_assert!(!id.contains(['_', ' ', '"', '<']) && !id.starts_with('-') && !id.ends_with('-') && !id.contains("--"));
        prop_assert_eq!(anchor(&id), id);
    }
}
