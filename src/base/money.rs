//! Money: whole minor units of one currency, and how people write it.

use iso_currency::Currency as Iso;
use serde::{Deserialize, Serialize};

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency(Iso);

impl Currency {
    /// Reads a code such as `BDT`; `None` when there is no such currency, or it is gold or a test and has no coins.
    pub fn read(code: &str) -> Option<Self> {
        Iso::from_code(code).filter(|iso| iso.exponent().is_some()).map(Self)
    }

    /// The code, such as `BDT`.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Digits after the decimal point.
    pub fn exponent(self) -> u8 {
        self.0.exponent().unwrap_or(2) as u8
    }

    /// The sign buyers know, such as `৳`.
    pub fn sign(self) -> String {
        self.0.symbol().to_string()
    }

    /// What may stand before a number in this currency, in lower case, the longest first.
    fn marks_before(self) -> Vec<String> {
        let mut marks = self.marks();
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.len()));
        marks
    }

    /// What may stand after it. One Latin letter may not: `5K` and `5L` are thousands and lakhs.
    fn marks_after(self) -> Vec<String> {
        let mut marks = self.marks();
        marks.retain(|mark| mark.len() > 1);
        if matches!(self.0, Iso::BDT | Iso::INR | Iso::PKR | Iso::NPR | Iso::LKR) {
            marks.extend(["/-", "/="].map(str::to_owned));
        }
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.len()));
        marks
    }

    fn marks(self) -> Vec<String> {
        let more: &[&str] = match self.0 {
            Iso::BDT => &["টাকা", "tk.", "tk", "taka"],
            Iso::INR => &["₨", "रु.", "रु", "rs.", "rs"],
            Iso::NPR => &["रु.", "रु", "रू.", "रू", "rs.", "rs"],
            Iso::PKR | Iso::LKR | Iso::MUR => &["rs.", "rs"],
            _ => &[],
        };
        let own = [self.sign().to_lowercase(), self.code().to_lowercase()];
        own.into_iter().filter(|mark| mark != "¤").chain(more.iter().map(|mark| (*mark).to_owned())).collect()
    }
}

/// An amount in whole minor units (paisa, cents). The currency is the shop's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyFault {
    /// There is no number in it.
    NoNumber,
    /// Something stands there that is neither a number nor a mark of the currency.
    Unknown,
    /// The separators can be read in more than one way, or group nothing.
    Doubtful,
    /// More decimals than the currency has.
    Decimals,
    /// Below zero.
    Negative,
    /// More than can be counted.
    Large,
}

/// Largest amount, in major units: far above any price, far below overflow when added up.
const LARGEST: i64 = 1_000_000_000_000;

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From minor units.
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// Minor units.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The sum, or `None` beyond what can be counted.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` beyond what can be counted.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Reads an amount as people write it: `1250`, `1,250.50`, `১২৫০`, `৳1,250`, `1,23,456`.
    ///
    /// A comma groups thousands or lakhs, a point begins decimals. Whatever could
    /// mean two amounts is refused: a wrong price costs more than a question.
    pub fn read(text: &str, currency: Currency) -> Result<Self, MoneyFault> {
        if mixes_digits(text) {
            return Err(MoneyFault::Doubtful);
        }
        let plain = plain_digits(text);
        let number = without_marks(&plain, currency);
        if number.is_empty() {
            return Err(MoneyFault::NoNumber);
        }
        if number.starts_with(['-', '\u{2212}']) {
            return Err(MoneyFault::Negative);
        }
        if !number.chars().any(|c| c.is_ascii_digit()) {
            return Err(MoneyFault::NoNumber);
        }
        if number.chars().any(|c| !(c.is_ascii_digit() || matches!(c, ',' | '.'))) {
            return Err(MoneyFault::Unknown);
        }
        let (whole, decimals) = match number.split_once('.') {
            Some((whole, decimals)) => (whole, decimals),
            None => (number, ""),
        };
        if decimals.contains(['.', ',']) || (number.contains('.') && decimals.is_empty()) {
            return Err(MoneyFault::Doubtful);
        }
        let exponent = currency.exponent() as usize;
        if decimals.len() > exponent {
            return Err(MoneyFault::Decimals);
        }
        let whole = ungrouped(whole)?;
        in_minor(&whole, decimals, exponent)
    }

    /// The amount with a decimal point and ASCII digits, such as `1250.00`: what machines read.
    pub fn machine(self, currency: Currency) -> String {
        let exponent = currency.exponent() as usize;
        let digits = format!("{:0width$}", self.0.unsigned_abs(), width = exponent + 1);
        let (whole, decimals) = digits.split_at(digits.len() - exponent);
        let minus = if self.0 < 0 { "-" } else { "" };
        let point = if exponent > 0 { "." } else { "" };
        format!("{minus}{whole}{point}{decimals}")
    }
}

/// Digits of any script as ASCII; other characters stay.
pub fn latin_digits(text: &str) -> String {
    text.chars()
        .map(|character| match digit(character) {
            Some((_, value)) => char::from_digit(value, 10).unwrap_or(character),
            None => character,
        })
        .collect()
}

/// Digits of any script as ASCII, and the Arabic marks between them as comma and point.
pub(super) fn plain_digits(text: &str) -> String {
    latin_digits(text).replace('\u{66c}', ",").replace('\u{66b}', ".")
}

/// The zeros of the scripts that people type numbers in; nine more digits follow each.
const ZEROS: [char; 20] =
    ['0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '෦', '๐', '໐', '༠', '၀', '០', '０'];

/// The zero of a digit's script, and its value.
fn digit(character: char) -> Option<(char, u32)> {
    let zero = ZEROS.into_iter().rev().find(|zero| *zero <= character)?;
    let value = character as u32 - zero as u32;
    (value < 10).then_some((zero, value))
}

/// Whether digits of two scripts stand in one number. The Bengali ৪ is four and looks like eight.
pub(super) fn mixes_digits(text: &str) -> bool {
    let mut zeros = text.chars().filter_map(digit).map(|(zero, _)| zero);
    let first = zeros.next();
    zeros.any(|zero| Some(zero) != first)
}

/// The number alone: marks of the currency and spaces around it taken away, once on each side.
fn without_marks(text: &str, currency: Currency) -> &str {
    let mut number = text.trim();
    for mark in &currency.marks_before() {
        if let Some(rest) = strip_prefix_folded(number, mark) {
            number = rest.trim_start();
            break;
        }
    }
    for mark in &currency.marks_after() {
        if let Some(rest) = strip_suffix_folded(number, mark) {
            number = rest.trim_end();
            break;
        }
    }
    number
}

fn strip_prefix_folded<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let head = text.get(..mark.len())?;
    (head.to_lowercase() == mark).then(|| &text[mark.len()..])
}

fn strip_suffix_folded<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let cut = text.len().checked_sub(mark.len())?;
    let tail = text.get(cut..)?;
    (tail.to_lowercase() == mark).then(|| &text[..cut])
}

/// The digits of `whole` when it has no commas, or its commas group thousands (`1,234,567`) or lakhs (`12,34,567`).
pub(super) fn ungrouped(whole: &str) -> Result<String, MoneyFault> {
    if whole.len() > 1 && whole.starts_with('0') {
        return Err(MoneyFault::Doubtful);
    }
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, middle @ .., last] = groups.as_slice() else {
        return Ok(whole.to_owned());
    };
    let led = !first.is_empty() && first.len() <= 3;
    let closed = last.len() == 3;
    let thousands = middle.iter().all(|group| group.len() == 3);
    let lakhs = first.len() <= 2 && middle.iter().all(|group| group.len() == 2);
    if led && closed && (thousands || lakhs) { Ok(groups.concat()) } else { Err(MoneyFault::Doubtful) }
}

fn in_minor(whole: &str, decimals: &str, exponent: usize) -> Result<Money, MoneyFault> {
    let whole: i64 = if whole.is_empty() { Ok(0) } else { whole.parse() }.map_err(|_| MoneyFault::Large)?;
    if whole > LARGEST {
        return Err(MoneyFault::Large);
    }
    let scale = 10_i64.pow(exponent as u32);
    let padded = format!("{decimals:0<exponent$}");
    let part: i64 =
        if padded.is_empty() { Ok(0) } else { padded.parse() }.map_err(|_| MoneyFault::Unknown)?;
    whole.checked_mul(scale).and_then(|minor| minor.checked_add(part)).map(Money).ok_or(MoneyFault::Large)
}
