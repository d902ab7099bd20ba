#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clock;
mod money;
mod number;

use super::*;

fn currency(code: &str) -> Currency {
    Currency::read(code).unwrap()
}

fn locale(tag: &str, country: &str, grouping: Grouping) -> Locale {
    Locale::new(&Tag::read(tag).unwrap(), currency("BDT"), country, (Digits::Locale, grouping), "৳ {n}")
        .unwrap()
}

fn bengali() -> Locale {
    locale("bn", "BD", Grouping::Lakh)
}

#[test]
fn threads_may_share_it() {
    fn shared<T: Send + Sync>() {}
    shared::<Locale>();
}

#[test]
fn countries_are_two_letters() {
    let make = |country| {
        Locale::new(
            &Tag::read("bn").unwrap(),
            currency("BDT"),
            country,
            (Digits::Locale, Grouping::Locale),
            "{n}",
        )
        .err()
    };
    for country in ["", "B", "BGD", "050", "Bangladesh", "12", "<b"] {
        assert_eq!(make(country), Some(LocaleFault::Country), "{country}");
    }
    assert_eq!((make("BD"), make("bd")), (None, None));
}

#[test]
fn counts_have_their_category() {
    let of = |tag, counts: [i64; 4]| counts.map(|count| locale(tag, "BD", Grouping::Locale).plural(count));
    assert_eq!(of("bn", [0, 1, 2, 100]), ["one", "one", "other", "other"]);
    assert_eq!(of("en", [0, 1, 2, 100]), ["other", "one", "other", "other"]);
    assert_eq!(of("ar", [0, 1, 2, 3]), ["zero", "one", "two", "few"]);
    assert_eq!(of("ru", [1, 2, 5, 21]), ["one", "few", "many", "one"]);
    assert_eq!(of("ja", [0, 1, 2, 3]), ["other"; 4]);
}

#[test]
fn lists_are_in_the_readers_order() {
    let sorted = |tag, mut words: Vec<&'static str>| {
        let locale = locale(tag, "BD", Grouping::Locale);
        words.sort_by(|left, right| locale.compare(left, right));
        words
    };
    // Khanda ta belongs to ta and ya-nukta to ya; byte order puts both last.
    assert_eq!(sorted("bn", vec!["দই", "ৎ", "তাল", "হাঁস", "যব", "য়"]), ["তাল", "ৎ", "দই", "য়", "যব", "হাঁস"]);
    assert_eq!(sorted("bn", vec!["ইট ১০", "ইট ২", "ইট ১"]), ["ইট ১", "ইট ২", "ইট ১০"]);
    assert_eq!(
        sorted("en", vec!["b", "10 kg", "A", "5 kg", "a", "é", "e"]),
        ["5 kg", "10 kg", "a", "A", "b", "e", "é"]
    );
    assert_eq!(sorted("sv", vec!["ö", "z", "ä", "a"]), ["a", "z", "ä", "ö"]);
    let locale = bengali();
    assert_eq!(locale.compare("a", "a"), Ordering::Equal);
    assert_ne!(locale.compare("e\u{301}", "é"), Ordering::Equal);
}

#[test]
#[rustfmt::skip]
fn languages_have_their_own_name() {
    for (tag, name) in [("bn", "বাংলা"), ("bn-IN", "বাংলা"), ("en", "English"), ("hi", "हिन्दी"), ("ar", "العربية"), ("zh-Hant", "繁體中文"), ("zu", "isiZulu"), ("af", "Afrikaans"), ("xx", "xx"), ("xx-BD", "xx-BD")] {
        assert_eq!(locale(tag, "BD", Grouping::Locale).language_name(), name);
    }
    assert!(names::NAMES.is_sorted_by(|left, right| left.0 < right.0));
    assert!(names::NAMES.iter().all(|(tag, _)| Tag::read(tag).is_some_and(|read| read.as_str() == *tag)));
}
