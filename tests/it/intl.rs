//! Digits, grouping, days and amounts, against Node's `Intl`: another program with the same data.

use std::process::Command;

use jiff::civil::{Date, date};
use posra::{
    base::{
        language::Tag,
        money::{Currency, Money},
    },
    locale::{Digits, Grouping, Locale, default_pattern},
};

use crate::support::tell;

/// Values of each kind.
const COUNT: usize = 10_000;

fn locale(tag: &str, country: &str, currency: &str, grouping: Grouping) -> Locale {
    let currency = Currency::read(currency).unwrap();
    let tag = Tag::read(tag).unwrap();
    Locale::new(&tag, currency, country, (Digits::Locale, grouping), &default_pattern(currency)).unwrap()
}

/// Numbers that look random and are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

/// Decimal numbers of up to thirteen digits, some negative, some with decimals.
fn numbers() -> Vec<String> {
    let mut random = Random(20_261_124);
    let number = |_| {
        let digits = 1 + random.below(13) as u32;
        let whole = random.below(10u64.pow(digits));
        let sign = if whole > 0 && random.below(5) == 0 { "-" } else { "" };
        match random.below(3) {
            0 => format!("{sign}{whole}.{:02}", random.below(100)),
            _ => format!("{sign}{whole}"),
        }
    };
    (0..COUNT).map(number).collect()
}

fn days() -> Vec<Date> {
    let mut random = Random(19_711_216);
    let first = date(1990, 1, 1);
    let day = |_| first.checked_add(jiff::Span::new().days(random.below(40_541) as i64)).unwrap();
    (0..COUNT).map(day).collect()
}

/// What Node says to each line, by `says`, a function of the line.
fn node(lines: &[String], says: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lines");
    std::fs::write(&file, lines.join("\n")).unwrap();
    let script = format!(
        "const says = {says}; const lines = require('fs').readFileSync(process.argv[1], 'utf8').split('\\n'); \
         process.stdout.write(lines.map(says).join('\\n'));"
    );
    let output = Command::new("node").args(["-e", &script]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().split('\n').map(str::to_owned).collect()
}

/// Node takes decimals as text, so that no number is rounded on the way; the decimals that are given are all shown.
fn number_format(tag: &str) -> String {
    format!(
        "(() => {{ const by = [0, 2].map((n) => new Intl.NumberFormat('{tag}', {{ minimumFractionDigits: n }})); \
         return (line) => by[line.includes('.') ? 1 : 0].format(line); }})()"
    )
}

fn agree(name: &str, ours: &[String], theirs: &[String]) {
    let differ: Vec<_> = ours.iter().zip(theirs).filter(|(one, other)| one != other).take(5).collect();
    assert_eq!(ours.len(), theirs.len());
    assert!(differ.is_empty(), "{name}: {differ:?}");
    tell(&format!("{name}: {} values agree with Node's Intl", ours.len()));
}

#[test]
fn numbers_in_bengali_and_lakhs_in_english() {
    let numbers = numbers();
    for (tag, country, grouping, theirs) in [
        ("bn", "BD", Grouping::Lakh, "bn-BD"),
        ("bn", "BD", Grouping::Locale, "bn-BD"),
        ("en", "BD", Grouping::Lakh, "en-IN"),
    ] {
        let locale = locale(tag, country, "BDT", grouping);
        let ours: Vec<String> = numbers.iter().map(|number| locale.number(number)).collect();
        agree(&format!("numbers, {theirs}"), &ours, &node(&numbers, &number_format(theirs)));
    }
}

#[test]
fn days_in_bengali_and_english() {
    let days = days();
    let lines: Vec<String> = days.iter().map(Date::to_string).collect();
    for (tag, theirs) in [("bn", "bn-BD"), ("en", "en-GB")] {
        let locale = locale(tag, "BD", "BDT", Grouping::Lakh);
        let ours: Vec<String> = days.iter().map(|day| locale.date(*day)).collect();
        let says = format!(
            "(() => {{ const by = new Intl.DateTimeFormat('{theirs}', {{ dateStyle: 'long', timeZone: 'UTC' }}); \
             return (line) => by.format(new Date(line + 'T00:00:00Z')); }})()"
        );
        agree(&format!("days, {theirs}"), &ours, &node(&lines, &says));
    }
}

/// Where the sign stands is no language's data but what shops do: this table says it.
#[test]
fn amounts_are_written_as_shops_do() {
    for (tag, country, currency, grouping, minor, text) in [
        ("bn", "BD", "BDT", Grouping::Lakh, 12_345_600, "৳\u{a0}১,২৩,৪৫৬"),
        ("bn", "BD", "BDT", Grouping::Lakh, 125_050, "৳\u{a0}১,২৫০.৫০"),
        ("bn", "BD", "BDT", Grouping::Thousand, 12_345_600, "৳\u{a0}১২৩,৪৫৬"),
        ("en", "BD", "BDT", Grouping::Lakh, 12_345_600, "৳\u{a0}1,23,456"),
        ("en", "BD", "BDT", Grouping::Thousand, 12_345_600, "৳\u{a0}123,456"),
        ("en", "IN", "INR", Grouping::Lakh, 12_345_650, "₹1,23,456.50"),
        ("en", "US", "USD", Grouping::Locale, 123_456_789, "$1,234,567.89"),
        ("bn", "BD", "USD", Grouping::Locale, 1_999, "$১৯.৯৯"),
        ("de", "DE", "EUR", Grouping::Locale, 123_456_789, "€1.234.567,89"),
        ("en", "JP", "JPY", Grouping::Locale, 1_234_567, "¥1,234,567"),
        ("en", "KW", "KWD", Grouping::Locale, 1_234_567, "KWD\u{a0}1,234.567"),
        ("bn", "BD", "BDT", Grouping::Lakh, -125_000, "-৳\u{a0}১,২৫০"),
    ] {
        let amount = locale(tag, country, currency, grouping).amount(Money::from_minor(minor));
        assert_eq!(amount.text, text, "{tag} {country} {currency}");
    }
}
