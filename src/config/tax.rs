//! Tax on the goods.

use super::{
    lang::{Languages, spoken},
    told::fault,
};
use crate::{
    base::{language::PerLanguage, money::latin_digits},
    diag::{Code, Diagnostics},
    schema,
};

/// Tax on the goods.
#[derive(Debug)]
pub struct Tax {
    /// Percent, ASCII digits with a point: `15`, `7.5`.
    pub rate: String,
    /// Whether prices have it in them.
    pub included: bool,
    /// What it is called.
    pub name: PerLanguage<String>,
}

impl Tax {
    pub(super) fn read(
        written: &schema::Tax,
        languages: &Languages,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let rate = percent(&written.rate.value.0);
        if rate.is_none() {
            found.push(fault(Code::TAX_RATE, &written.rate).with("value", &written.rate.value.0));
        }
        let name = spoken(&written.name, languages, found);
        Some(Self { rate: rate?, included: written.included.value, name })
    }
}

/// A percentage from 0 to 100 with at most three decimals, as ASCII digits.
pub fn percent(text: &str) -> Option<String> {
    let latin = latin_digits(text.trim());
    let (whole, decimals) = latin.split_once('.').unwrap_or((&latin, "0"));
    let digits =
        |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let below = whole
        .parse::<u16>()
        .is_ok_and(|whole| whole < 100 || (whole == 100 && decimals.bytes().all(|d| d == b'0')));
    (digits(whole) && digits(decimals) && below).then_some(latin)
}
