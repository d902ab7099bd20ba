use proptest::prelude::*;

use crate::base::money::{Currency, Money, MoneyFault, latin_digits};

fn currency(code: &str) -> Currency {
    Currency::read(code).unwrap()
}

/// Spellings of taka, and the paisa they mean.
#[rustfmt::skip]
const GOOD: &[(&str, i64)] = &[
    ("0", 0), ("5", 500), ("1250", 125_000), ("1250.5", 125_050), ("1250.50", 125_050), (".50", 50), ("0.50", 50),
    ("1,250", 125_000), ("1,250.50", 125_050), ("12,500", 1_250_000), ("123,456", 12_345_600), ("1,234,567", 123_456_700),
    ("1,23,456", 12_345_600), ("12,34,567.89", 123_456_789), ("1,23,45,678", 1_234_567_800),
    ("১২৫০", 125_000), ("১,২৫০", 125_000), ("১২৫০.৫০", 125_050), ("১,২৩,৪৫৬.৫০", 12_345_650), ("१२५०", 125_000), ("١٢٥٠", 125_000),
    ("١٬٢٥٠٫٥", 125_050), ("１２５０", 125_000), (" 1250 ", 125_000), ("\u{a0}1250", 125_000),
    ("৳1250", 125_000), ("৳ 1,250", 125_000), ("৳ ১,২৩,৪৫৬.৫০", 12_345_650), ("৳\u{a0}১২৫০", 125_000), ("১২৫০৳", 125_000), ("১২৫০ ৳", 125_000),
    ("1250/-", 125_000), ("1250 /-", 125_000), ("1,250/=", 125_000), ("৳1250/-", 125_000), ("Tk. 500", 50_000), ("Tk.500", 50_000),
    ("tk 500", 50_000), ("TK500", 50_000), ("500 Tk", 50_000), ("500tk.", 50_000), ("500 taka", 50_000), ("৫০০ টাকা", 50_000), ("টাকা ৫০০", 50_000),
    ("BDT 500", 50_000), ("500 bdt", 50_000), ("1000000000000", 100_000_000_000_000),
];

/// Spellings that are no amount of taka, or could be two.
#[rustfmt::skip]
const REFUSED: &[(&str, MoneyFault)] = &[
    ("", MoneyFault::NoNumber), (" ", MoneyFault::NoNumber), ("৳", MoneyFault::NoNumber), ("free", MoneyFault::NoNumber), ("Tk.", MoneyFault::NoNumber),
    (".", MoneyFault::NoNumber), (",", MoneyFault::NoNumber), ("/-", MoneyFault::NoNumber),
    ("1,25", MoneyFault::Doubtful), ("12,50", MoneyFault::Doubtful), ("1,2", MoneyFault::Doubtful), ("1,2500", MoneyFault::Doubtful),
    (",250", MoneyFault::Doubtful), ("1,,250", MoneyFault::Doubtful), ("1250,", MoneyFault::Doubtful), ("1250.", MoneyFault::Doubtful),
    ("1.250.000", MoneyFault::Doubtful), ("1.250,50", MoneyFault::Doubtful), ("1250,50", MoneyFault::Doubtful), ("123,45,678", MoneyFault::Doubtful),
    ("1,23,456,789", MoneyFault::Doubtful), ("1,234,56", MoneyFault::Doubtful), ("0,500", MoneyFault::Doubtful), ("0500", MoneyFault::Doubtful),
    ("00.50", MoneyFault::Doubtful), ("1২৫0", MoneyFault::Doubtful), ("১,২৫0", MoneyFault::Doubtful), ("1.,5", MoneyFault::Doubtful), ("1,.5", MoneyFault::Doubtful),
    ("1.250", MoneyFault::Decimals), ("1.005", MoneyFault::Decimals), ("0.001", MoneyFault::Decimals), ("১.২৫০", MoneyFault::Decimals),
    ("-5", MoneyFault::Negative), ("--5", MoneyFault::Negative), ("\u{2212}5", MoneyFault::Negative), ("৳-5", MoneyFault::Negative), ("-৳5", MoneyFault::Negative),
    ("$5", MoneyFault::Unknown), ("€5", MoneyFault::Unknown), ("₹5", MoneyFault::Unknown), ("Rs. 5", MoneyFault::Unknown), ("USD 5", MoneyFault::Unknown),
    ("5 6", MoneyFault::Unknown), ("1 250", MoneyFault::Unknown), ("1\u{a0}250", MoneyFault::Unknown), ("1\u{202f}250", MoneyFault::Unknown),
    ("1'250", MoneyFault::Unknown), ("1_250", MoneyFault::Unknown), ("1e3", MoneyFault::Unknown), ("0x10", MoneyFault::Unknown), ("5k", MoneyFault::Unknown),
    ("5 lakh", MoneyFault::Unknown), ("5-6", MoneyFault::Unknown), ("5–6", MoneyFault::Unknown), ("500-", MoneyFault::Unknown), ("(500)", MoneyFault::Unknown),
    ("+500", MoneyFault::Unknown), ("500!", MoneyFault::Unknown), ("500 or 600", MoneyFault::Unknown), ("/-500", MoneyFault::Unknown), ("৳৳500", MoneyFault::Unknown),
    ("½", MoneyFault::NoNumber), ("5½", MoneyFault::Unknown), ("1\u{200b}250", MoneyFault::Unknown), ("1250%", MoneyFault::Unknown), ("1٬250,5", MoneyFault::Doubtful),
    ("1000000000001", MoneyFault::Large), ("99999999999999999999", MoneyFault::Large),
];

#[test]
fn good_spellings_are_read_and_doubtful_ones_refused() {
    for (text, minor) in GOOD {
        assert_eq!(Money::read(text, currency("BDT")), Ok(Money::from_minor(*minor)), "{text}");
    }
    for (text, fault) in REFUSED {
        assert_eq!(Money::read(text, currency("BDT")), Err(*fault), "{text}");
    }
}

#[test]
#[rustfmt::skip]
fn other_currencies_have_their_own_decimals_and_marks() {
    for (code, text, read) in [
        ("JPY", "¥1,250", Ok(1250)), ("JPY", "1.5", Err(MoneyFault::Decimals)), ("KWD", "1.250", Ok(1250)), ("USD", "$1,250.50", Ok(125_050)),
        ("INR", "₹1,23,456/-", Ok(12_345_600)), ("INR", "Rs. 500", Ok(50_000)), ("NPR", "रु ५००", Ok(50_000)), ("EUR", "5 €", Ok(500)),
        ("ZMW", "K5", Ok(500)), ("ZMW", "5K", Err(MoneyFault::Unknown)), ("ALL", "5L", Err(MoneyFault::Unknown)), ("USD", "¤5", Err(MoneyFault::Unknown)),
    ] {
        assert_eq!(Money::read(text, currency(code)).map(Money::minor), read, "{code} {text}");
    }
    for code in ["", "bdt", "XXX", "XAU", "XTS", "BTC", "BD", "BDTT"] {
        assert_eq!(Currency::read(code), None, "{code}");
    }
}

#[test]
fn machines_read_negative_amounts() {
    for (minor, text) in
        [(-5, "-0.05"), (-12_550, "-125.50"), (0, "0.00"), (5, "0.05"), (i64::MIN, "-92233720368547758.08")]
    {
        assert_eq!(Money::from_minor(minor).machine(currency("BDT")), text);
    }
    assert_eq!(Money::from_minor(-5).machine(currency("JPY")), "-5");
    assert_eq!(Money::from_minor(i64::MAX).plus(Money::from_minor(1)), None);
    assert_eq!(Money::from_minor(i64::MIN).minus(Money::from_minor(1)), None);
}

/// `whole` with commas after the groups that `sizes` gives from the right.
fn grouped(whole: &str, first: usize, others: usize) -> String {
    let (mut parts, mut rest, mut size) = (Vec::new(), whole, first);
    while rest.len() > size {
        let (head, group) = rest.split_at(rest.len() - size);
        parts.push(group);
        (rest, size) = (head, others);
    }
    parts.push(rest);
    parts.reverse();
    parts.join(",")
}

fn in_script(text: &str, zero: char) -> String {
    text.chars()
        .map(|c| c.to_digit(10).map_or(c, |value| char::from_u32(zero as u32 + value).unwrap()))
        .collect()
}

proptest! {
    #[test]
    fn every_spelling_of_an_amount_reads_back(
        minor in 0_i64..=100_000_000_000_000,
        code in proptest::sample::select(vec!["BDT", "INR", "USD", "JPY", "KWD"]),
        form in 0..3,
        zero in proptest::sample::select(vec!['0', '০', '०', '٠', '۰', '０']),
        mark in 0..4,
    ) {
        let currency = currency(code);
        let money = Money::from_minor(minor);
        let machine = money.machine(currency);
        let (whole, decimals) = machine.split_once('.').map_or((machine.as_str(), ""), |parts| parts);
        let whole = match form { 0 => whole.to_owned(), 1 => grouped(whole, 3, 3), _ => grouped(whole, 3, 2) };
        let number = in_script(&if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") }, zero);
        let text = match mark {
            0 => number,
            1 => format!("{}{number}", currency.sign()),
            2 => format!("{} {number}", currency.code()),
            _ => format!("{number} {}", currency.code().to_lowercase()),
        };
        let large = minor / 10_i64.pow(u32::from(currency.exponent())) > 1_000_000_000_000;
        prop_assert_eq!(Money::read(&text, currency), if large { Err(MoneyFault::Large) } else { Ok(money) }, "{}", text);
    }

    #[test]
    fn no_text_is_read_twice_as_two_amounts(text in "[-0-9০-৯.,৳ tk/]{0,12}") {
        let read = Money::read(&text, currency("BDT"));
        if let Ok(money) = read {
            let digits: String = latin_digits(&text).chars().filter(char::is_ascii_digit).collect();
            let own: String = money.machine(currency("BDT")).chars().filter(char::is_ascii_digit).collect();
            let bare = |text: &str| text.trim_matches('0').to_owned();
            prop_assert_eq!(bare(&digits), bare(&own), "{}", text);
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = Money::read(&text, currency("BDT"));
    }
}
