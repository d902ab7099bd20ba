//! Phone numbers, as people type them.

use crate::base::{character::is_hidden, money::latin_digits};

/// Longest text that a number is looked for in, in characters: twice what the form takes.
const MOST: usize = 48;

/// The number in E.164 (ITU-T), such as `+8801712345678`, read as in `country` (ISO 3166-1 alpha-2); `None` when no
/// number of that shape is given out anywhere (libphonenumber's metadata). Digits of any script, spaces, dots, dashes
/// and words before the number are understood. Of a country that the metadata lacks, numbers with `+` are.
pub fn e164(typed: &str, country: &str) -> Option<String> {
    let text: String = latin_digits(typed)
        .chars()
        .filter(|one| !is_hidden(*one))
        .take(MOST)
        .map(|one| if one == '＋' { '+' } else { one })
        .collect();
    let region: Option<phonenumber::country::Id> = country.parse().ok();
    // From the first sign of a number on: "মোবাইল: 017…" is one.
    let begin = text.find(|one: char| one.is_ascii_digit() || one == '+')?;
    let number = text.get(begin..)?;
    // `+880 01…`: the country's code and the national prefix too, as many write it.
    let valid = |text: &str| {
        let number = phonenumber::parse(region, text).ok()?;
        phonenumber::is_valid(&number).then(|| number.format().mode(phonenumber::Mode::E164).to_string())
    };
    valid(number).or_else(|| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        valid(&digits).or_else(|| valid(&format!("+{digits}")))
    })
}
