//! Global Trade Item Numbers: the digits under a bar code.
//!
//! Source: GS1 General Specifications, section 7.9 (check digit), read 2026-11-24.

use super::reading::Reading;
use crate::{base::money::latin_digits, diag::Code, schema::At};

/// Reads a GTIN of 8, 12, 13 or 14 digits whose last digit is right.
pub(super) fn read(reading: &mut Reading<'_, '_>, at: Option<&At<String>>) -> Option<String> {
    let at = at?;
    let digits: String =
        latin_digits(&at.value).chars().filter(|character| !matches!(character, ' ' | '-')).collect();
    if !is_gtin(&digits) {
        reading.wrong(Code::GTIN_INVALID, at, &at.value);
        return None;
    }
    Some(digits)
}

fn is_gtin(digits: &str) -> bool {
    let sound = matches!(digits.len(), 8 | 12 | 13 | 14) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let weighed: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| u32::from(digit.wrapping_sub(b'0')) * if place % 2 == 1 { 3 } else { 1 })
        .sum();
    sound && weighed.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::is_gtin;

    #[test]
    fn the_last_digit_checks_the_others() {
        for right in ["4006381333931", "73513537", "036000291452", "10614141000415"] {
            assert!(is_gtin(right), "{right}");
        }
        for wrong in ["4006381333932", "4006381333", "", "40063813339ab", "0036000291453"] {
            assert!(!is_gtin(wrong), "{wrong}");
        }
    }
}
