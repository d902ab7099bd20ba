//! Where the sign of a currency stands.
//!
//! CLDR puts the taka sign after the number and writes `BDT` in English; no shop
//! does either. So the pattern is the shop's own, and these are its defaults.

use super::Grouping;
use crate::base::money::Currency;

/// Longest text on either side of a number, in characters.
const LONGEST: usize = 16;

/// A space that keeps the sign and the number on one line.
const SPACE: char = '\u{a0}';

/// Text around a number.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) before: String,
    pub(super) after: String,
}

impl Pattern {
    /// Reads a pattern such as `৳ {n}` or `{n}/-`. What would change the amount is refused: a digit anywhere, a minus before it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (before, after) = text.split_once("{n}")?;
        let sides = [before, after];
        let fits = sides.iter().all(|side| side.chars().count() <= LONGEST);
        let plain =
            sides.iter().all(|side| side.chars().all(is_plain)) && !before.contains(['-', '\u{2212}']);
        (fits && plain).then(|| Self { before: before.to_owned(), after: after.to_owned() })
    }
}

fn is_plain(character: char) -> bool {
    !character.is_control() && !character.is_numeric() && !matches!(character, '{' | '}')
}

/// `৳ {n}` for the taka; the sign close to the number when it is a symbol (`₹{n}`), else the code (`CHF {n}`).
/// The space is one that does not break.
pub fn default_pattern(currency: Currency) -> String {
    let (code, sign) = (currency.code(), currency.sign());
    match code {
        "BDT" => format!("{sign}{SPACE}{{n}}"),
        _ if is_symbol(&sign) => format!("{sign}{{n}}"),
        _ => format!("{code}{SPACE}{{n}}"),
    }
}

/// Lakh for the currencies of countries that count in lakhs, else as CLDR says. Sri
/// Lanka speaks of lakhs but writes thousands (CLDR and bank notices agree).
pub fn default_grouping(currency: Currency) -> Grouping {
    match currency.code() {
        "BDT" | "BTN" | "INR" | "NPR" | "PKR" => Grouping::Lakh,
        _ => Grouping::Locale,
    }
}

/// Whether buyers know the sign at sight: one currency character, perhaps with capitals (`R$`). The franc sign is in no use.
fn is_symbol(sign: &str) -> bool {
    let is_currency = |c: char| matches!(c, '$' | '£' | '¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '₠'..='\u{20cf}');
    sign.chars().filter(|c| is_currency(*c)).count() == 1
        && sign.chars().all(|c| is_currency(c) || c.is_ascii_uppercase())
        && sign != "₣"
}
