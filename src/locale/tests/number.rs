use icu_decimal::{DecimalFormatter, input::Decimal};
use proptest::prelude::*;

use super::*;
use crate::base::money::latin_digits;

#[test]
fn numbers_are_as_cldr_says() {
    for (tag, country, grouping, machine, text) in [
        ("bn", "BD", Grouping::Locale, "123456.00", "১,২৩,৪৫৬.০০"),
        ("bn", "BD", Grouping::Thousand, "1234567", "১,২৩৪,৫৬৭"),
        ("en", "BD", Grouping::Locale, "123456.00", "123,456.00"),
        ("en", "BD", Grouping::Lakh, "1234567.5", "12,34,567.5"),
        ("en", "IN", Grouping::Locale, "123456.00", "1,23,456.00"),
        ("hi", "IN", Grouping::Locale, "1234567", "12,34,567"),
        ("mr", "IN", Grouping::Locale, "1234567", "१२,३४,५६७"),
        ("de", "DE", Grouping::Locale, "1234.5", "1.234,5"),
        ("es", "ES", Grouping::Locale, "1234", "1234"),
        ("es", "ES", Grouping::Locale, "12345", "12.345"),
        ("bn", "BD", Grouping::Lakh, "-1250.50", "-১,২৫০.৫০"),
        ("bn", "BD", Grouping::Lakh, "007", "০০৭"),
    ] {
        assert_eq!(locale(tag, country, grouping).number(machine), text, "{tag}-{country}");
    }
}

#[test]
fn what_is_no_number_stays() {
    for text in ["", "-", "1.", ".5", "1e5", "1,000", "+1", "--1", "1.2.3", "১", " 1", "12 cm", "١"] {
        assert_eq!(bengali().number(text), text);
    }
}

/// Lakhs by arithmetic: the last three digits, then pairs.
fn lakhs(value: i64) -> String {
    let (mut rest, mut text) = (value / 1000, format!("{:03}", value % 1000));
    if rest == 0 {
        return (value % 1000).to_string();
    }
    while rest >= 100 {
        text = format!("{:02},{text}", rest % 100);
        rest /= 100;
    }
    format!("{rest},{text}")
}

#[rustfmt::skip]
const PLACES: &[(&str, &str)] = &[
    ("bn", "BD"), ("bn", "IN"), ("en", "BD"), ("en", "IN"), ("en", "US"), ("hi", "IN"), ("ne", "NP"), ("ur", "PK"), ("ar", "EG"), ("ar", "AE"), ("fa", "IR"), ("de", "CH"),
    ("fr", "FR"), ("es", "ES"), ("pl", "PL"), ("pt-BR", "BD"), ("pt", "PT"), ("my", "MM"), ("dz", "BT"), ("ja", "JP"), ("sv", "SE"), ("he", "IL"), ("xx", "BD"),
];

#[test]
fn every_language_writes_as_icu_does() {
    for (tag, country) in PLACES {
        let place: IcuLocale =
            super::super::place(&Tag::read(tag).unwrap(), country, Digits::Locale).unwrap();
        let formatter = DecimalFormatter::try_new((&place).into(), Default::default()).unwrap();
        let locale = locale(tag, country, Grouping::Locale);
        for value in [
            0,
            7,
            -7,
            999,
            1_000,
            -1_234,
            9_999,
            10_000,
            123_456,
            1_234_567,
            98_765_432_109,
            i64::MAX,
            i64::MIN,
        ] {
            assert_eq!(
                locale.integer(value),
                formatter.format(&Decimal::from(value)).to_string(),
                "{tag}-{country}"
            );
        }
        let mut decimal = Decimal::from(1_234_567_890);
        decimal.multiply_pow10(-3);
        assert_eq!(locale.number("1234567.890"), formatter.format(&decimal).to_string(), "{tag}-{country}");
    }
}

proptest! {
    #[test]
    fn lakhs_are_grouped_as_by_arithmetic(value in 0_i64..=1_000_000_000_000) {
        prop_assert_eq!(locale("en", "BD", Grouping::Lakh).integer(value), lakhs(value));
    }

    #[test]
    fn bengali_digits_read_back(value in any::<i64>()) {
        let text = latin_digits(&bengali().integer(value)).replace(',', "");
        prop_assert_eq!(text.parse::<i64>().unwrap(), value);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = bengali().number(&text);
    }
}

#[test]
fn digits_are_the_shops_choice() {
    for (tag, country, digits, number, day) in [
        ("bn", "BD", Digits::Latin, "1,23,456", "1 নভেম্বর, 2026"),
        ("bn", "BD", Digits::Native, "১,২৩,৪৫৬", "১ নভেম্বর, ২০২৬"),
        ("en", "BD", Digits::Native, "1,23,456", "1 November 2026"),
        ("hi", "IN", Digits::Native, "१,२३,४५६", "१ नवंबर, २०२६"),
        ("ne", "NP", Digits::Latin, "1,23,456", "2026 नोभेम्बर 1"),
    ] {
        let tag = Tag::read(tag).unwrap();
        let locale = Locale::new(&tag, currency("BDT"), country, (digits, Grouping::Lakh), "{n}").unwrap();
        assert_eq!(locale.number("123456"), number, "{tag:?}");
        assert_eq!(locale.date(jiff::civil::date(2026, 11, 1)), day, "{tag:?}");
    }
}
