//! A count, as people and spreadsheets write it.

use super::money::{mixes_digits, plain_digits, ungrouped};

/// Reads a count from 0: `12`, `১২`, `1,200`, `1,20,000`, `12.0`, `007`. `None` for whatever could mean another one.
///
/// A comma groups thousands or lakhs. Decimals must be zeros, and not three of them: `12.000` is twelve thousand in
/// some countries. A sign is refused: `+5` may be meant as five more.
pub fn count(text: &str) -> Option<u32> {
    if mixes_digits(text) {
        return None;
    }
    let plain = plain_digits(text.trim());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, "0"));
    let is_whole = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0') && decimals.len() != 3;
    if !is_whole || !whole.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let digits = if whole.contains(',') { ungrouped(whole).ok()? } else { whole.to_owned() };
    // `parse` alone would take a sign.
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
