//! How one language writes numbers, money, days and hours, and how it sorts.
//!
//! In: a language tag, the shop's country, currency, grouping and money pattern.
//! Out: [`Locale`], which turns whole numbers, [`Money`], dates and times into
//! text in the reader's digits. All data comes from CLDR (through ICU4X) except
//! what shops in South Asia do and CLDR does not say: where the sign stands, and
//! lakhs in English. Must not know sentences (those are the theme's), time zones
//! or the clock. Dates are Gregorian everywhere, as written in the shop's files.

mod clock;
mod names;
mod number;
mod pattern;
mod symbols;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use icu_collator::{
    CollatorBorrowed, CollatorPreferences, options::CollatorOptions, preferences::CollationNumericOrdering,
};
use icu_locale_core::{
    Locale as IcuLocale,
    extensions::unicode::{Value, key},
    subtags::Region,
};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::{Date, Time};

use crate::base::{
    language::Tag,
    money::{Currency, Money},
};
use clock::Clock;
use number::Sizes;
use pattern::Pattern;
use symbols::Symbols;

pub use pattern::{default_grouping, default_pattern};

/// How the digits of large numbers are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// As CLDR says for the language in the shop's country.
    Locale,
    /// Thousands, then hundreds: 12,34,567.
    Lakh,
    /// Thousands: 1,234,567.
    Thousand,
}

/// Which digits numbers are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// As CLDR says for the language in the shop's country.
    Locale,
    /// 0 to 9.
    Latin,
    /// The language's own, where it has some.
    Native,
}

/// Why a locale cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocaleFault {
    /// The money pattern has not exactly one `{n}`, or has digits, braces, control characters, a minus before the number, or more than a few words.
    Pattern,
    /// The country is not two letters of ISO 3166.
    Country,
    /// The language's data is not there.
    Data,
}

/// An amount of money as a reader sees it and as a machine reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountText {
    /// All of it, such as `৳ ১,২৫০`.
    pub text: String,
    /// What stands before the number; begins with the minus of a negative amount.
    pub before: String,
    /// The number, such as `১,২৫০`.
    pub number: String,
    /// What stands after the number.
    pub after: String,
    /// ASCII digits with a point, such as `1250.00`.
    pub machine: String,
}

/// One language of a shop in its country.
#[derive(Debug)]
pub struct Locale {
    tag: Tag,
    currency: Currency,
    symbols: Symbols,
    sizes: Sizes,
    pattern: Pattern,
    clock: Clock,
    plurals: PluralRules,
    collator: CollatorBorrowed<'static>,
}

impl Locale {
    /// The language `tag` in `country` (ISO 3166, two letters). `pattern` is text around `{n}`, such as `৳ {n}`.
    /// A region in the tag itself (`pt-BR`) is stronger than the country.
    pub fn new(
        tag: &Tag,
        currency: Currency,
        country: &str,
        (digits, grouping): (Digits, Grouping),
        pattern: &str,
    ) -> Result<Self, LocaleFault> {
        let place = place(tag, country, digits)?;
        let (symbols, own_sizes) = Symbols::of(&place)?;
        Ok(Self {
            tag: tag.clone(),
            currency,
            symbols,
            sizes: Sizes::of(grouping).unwrap_or(own_sizes),
            pattern: Pattern::read(pattern).ok_or(LocaleFault::Pattern)?,
            clock: Clock::of(&place)?,
            plurals: PluralRules::try_new((&place).into(), Default::default())
                .map_err(|_| LocaleFault::Data)?,
            collator: collator(&place)?,
        })
    }

    /// A whole number in the reader's digits, grouped.
    pub fn integer(&self, value: i64) -> String {
        self.number(&value.to_string())
    }

    /// A decimal number such as `-1250.50`, its decimals kept as they are given.
    /// Text that is no such number comes back as it is.
    pub fn number(&self, machine: &str) -> String {
        self.symbols.number(machine, self.sizes).unwrap_or_else(|| machine.to_owned())
    }

    /// An amount of the shop's currency. Decimals are written only when there are any.
    pub fn amount(&self, money: Money) -> AmountText {
        let machine = money.machine(self.currency);
        let positive = machine.trim_start_matches('-');
        let (minus, minus_after) =
            if positive.len() < machine.len() { self.symbols.minus() } else { ("", "") };
        let number = self.number(without_empty_decimals(positive));
        let before = format!("{minus}{}", self.pattern.before);
        let after = format!("{}{minus_after}", self.pattern.after);
        AmountText { text: format!("{before}{number}{after}"), before, number, after, machine }
    }

    /// A day in words, without its weekday: `১ নভেম্বর, ২০২৬`.
    pub fn date(&self, date: Date) -> String {
        self.clock.date(date)
    }

    /// An hour and minute: `রাত ৮:০০`, `8:00 PM`, `20:00`.
    pub fn time(&self, time: Time) -> String {
        self.clock.time(time, &self.symbols)
    }

    /// The CLDR plural category of a count: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub fn plural(&self, count: i64) -> &'static str {
        match self.plurals.category_for(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// The order a reader expects (CLDR collation), numbers by value: `5 kg` before `10 kg`.
    /// Equal only for the same text, so that a sorted list is the same on every machine.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.collator.compare(left, right).then_with(|| left.cmp(right))
    }

    /// The language's name in itself, such as `বাংলা`; the tag when it is not known.
    pub fn language_name(&self) -> String {
        names::own_name(&self.tag).unwrap_or(self.tag.as_str()).to_owned()
    }

    /// The ten digits the language counts with.
    pub fn digits(&self) -> [char; 10] {
        self.symbols.digits()
    }
}

/// The language in its place: the tag with the country, unless it names a region itself.
fn place(tag: &Tag, country: &str, digits: Digits) -> Result<IcuLocale, LocaleFault> {
    let region = Some(country)
        .filter(|country| country.len() == 2)
        .and_then(|country| Region::try_from_str(country).ok())
        .ok_or(LocaleFault::Country)?;
    let mut place: IcuLocale = tag.as_str().parse().map_err(|_| LocaleFault::Data)?;
    place.id.region.get_or_insert(region);
    let numbers = match digits {
        Digits::Locale => None,
        Digits::Latin => Some("latn"),
        Digits::Native => native_digits(tag.primary()),
    };
    if let Some(value) = numbers.and_then(|numbers| Value::try_from_str(numbers).ok()) {
        place.extensions.unicode.keywords.set(key!("nu"), value);
    }
    Ok(place)
}

/// CLDR's numbering system with a language's own digits, for languages that have some.
fn native_digits(language: &str) -> Option<&'static str> {
    Some(match language {
        "as" | "bn" | "mni" => "beng",
        "hi" | "mr" | "ne" | "sa" | "mai" | "kok" | "bho" => "deva",
        "ar" | "ckb" => "arab",
        "fa" | "ps" | "ur" | "ks" | "sd" | "ug" => "arabext",
        "gu" => "gujr",
        "pa" => "guru",
        "kn" => "knda",
        "ml" => "mlym",
        "or" => "orya",
        "ta" => "tamldec",
        "te" => "telu",
        "my" => "mymr",
        "km" => "khmr",
        "lo" => "laoo",
        "th" => "thai",
        "dz" => "tibt",
        _ => return None,
    })
}

fn collator(place: &IcuLocale) -> Result<CollatorBorrowed<'static>, LocaleFault> {
    let mut preferences = CollatorPreferences::from(place);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).map_err(|_| LocaleFault::Data)
}

/// `1250.00` as `1250`, `1250.50` as it is.
fn without_empty_decimals(machine: &str) -> &str {
    match machine.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|digit| digit == b'0') => whole,
        _ => machine,
    }
}
