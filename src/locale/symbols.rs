//! A language's digits and separators, asked of CLDR once.
//!
//! The formatter is asked for a few numbers and its answers are taken apart, so
//! that a number costs no formatter and groups may differ from CLDR's.

use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::Locale as IcuLocale;

use super::{LocaleFault, number::Sizes};

/// What a number is written with.
#[derive(Debug)]
pub(super) struct Symbols {
    digits: [char; 10],
    group: String,
    point: String,
    minus: (String, String),
}

impl Symbols {
    /// The symbols of a language, and its own grouping.
    pub(super) fn of(place: &IcuLocale) -> Result<(Self, Sizes), LocaleFault> {
        let formatter =
            DecimalFormatter::try_new(place.into(), Default::default()).map_err(|_| LocaleFault::Data)?;
        let digits = digits(&formatter)?;
        let (runs, between) = taken_apart(&formatter, &digits);
        let point = between.last().cloned().ok_or(LocaleFault::Data)?;
        let grouped = between.len() > 1;
        let short = formatter.format(&Decimal::from(1234)).to_string();
        let sizes = Sizes {
            first: if grouped { nth_last(&runs, 1) } else { 0 },
            others: nth_last(&runs, 2),
            least: if short.chars().all(|c| digits.contains(&c)) { 2 } else { 1 },
        };
        let group = if grouped { between[0].clone() } else { String::new() };
        Ok((Self { digits, group, point, minus: minus(&formatter, &digits) }, sizes))
    }

    /// The ten digits.
    pub(super) fn digits(&self) -> [char; 10] {
        self.digits
    }

    /// What stands before and after a negative number.
    pub(super) fn minus(&self) -> (&str, &str) {
        (&self.minus.0, &self.minus.1)
    }

    /// A decimal number of ASCII digits as the language writes it; `None` when it is none.
    pub(super) fn number(&self, machine: &str, sizes: Sizes) -> Option<String> {
        let positive = machine.strip_prefix('-').unwrap_or(machine);
        let (whole, decimals) =
            positive.split_once('.').map_or((positive, None), |(whole, rest)| (whole, Some(rest)));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !decimals.is_none_or(is_digits) {
            return None;
        }
        let (before, after) = if positive.len() < machine.len() { self.minus() } else { ("", "") };
        let mut out = before.to_owned();
        for (place, digit) in whole.bytes().enumerate() {
            let remaining = whole.len() - place - 1;
            out.push(self.digit(digit));
            if sizes.ends_group(remaining, whole.len()) {
                out.push_str(&self.group);
            }
        }
        if let Some(decimals) = decimals {
            out.push_str(&self.point);
            out.extend(decimals.bytes().map(|digit| self.digit(digit)));
        }
        out.push_str(after);
        Some(out)
    }

    /// Text with its ASCII digits in the language's.
    pub(super) fn in_digits(&self, text: &str) -> String {
        text.chars()
            .map(|c| u8::try_from(c).ok().filter(u8::is_ascii_digit).map_or(c, |digit| self.digit(digit)))
            .collect()
    }

    fn digit(&self, ascii: u8) -> char {
        self.digits[usize::from(ascii.wrapping_sub(b'0')) % 10]
    }
}

fn digits(formatter: &DecimalFormatter) -> Result<[char; 10], LocaleFault> {
    let mut digits = ['0'; 10];
    for (value, digit) in digits.iter_mut().enumerate() {
        let text = formatter.format(&Decimal::from(value)).to_string();
        *digit = text.chars().next().ok_or(LocaleFault::Data)?;
    }
    Ok(digits)
}

/// A number of twelve digits and a decimal: the lengths of its runs of digits, and what stands between them.
fn taken_apart(formatter: &DecimalFormatter, digits: &[char; 10]) -> (Vec<usize>, Vec<String>) {
    let mut probe = Decimal::from(1_234_567_890_123_i64);
    probe.multiply_pow10(-1);
    let text = formatter.format(&probe).to_string();
    let (mut runs, mut between) = (vec![0], Vec::<String>::new());
    for character in text.chars() {
        let last = runs.len() - 1;
        match (digits.contains(&character), between.len() == runs.len()) {
            (true, false) => runs[last] += 1,
            (true, true) => runs.push(1),
            (false, false) => between.push(character.to_string()),
            (false, true) => between[last].push(character),
        }
    }
    (runs, between)
}

fn nth_last(runs: &[usize], back: usize) -> usize {
    runs.len().checked_sub(back + 1).and_then(|place| runs.get(place)).copied().unwrap_or(0)
}

fn minus(formatter: &DecimalFormatter, digits: &[char; 10]) -> (String, String) {
    let text = formatter.format(&Decimal::from(-1)).to_string();
    match text.split_once(digits[1]) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => ("-".to_owned(), String::new()),
    }
}
