//! Text as it may stand in the page.

use super::Words;
use crate::base::html::escape;
use pulldown_cmark::BlockQuoteKind;

/// `text` escaped, without control characters, which no page may hold.
pub(super) fn shown(text: &str) -> String {
    let unfit = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(unfit) { escape(&text.replace(unfit, "")) } else { escape(text) }
}

/// A number in the reader's digits.
pub(super) fn number(value: usize, digits: [char; 10]) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|value| digits.get(value as usize)).copied().unwrap_or(c);
    value.to_string().chars().map(digit).collect()
}

/// Class and title of an alert.
pub(super) fn alert<'a>(kind: BlockQuoteKind, words: &Words<'a>) -> (&'static str, &'a str) {
    match kind {
        BlockQuoteKind::Note => ("note", words.note),
        BlockQuoteKind::Tip => ("tip", words.tip),
        BlockQuoteKind::Important => ("important", words.important),
        BlockQuoteKind::Warning => ("warning", words.warning),
        BlockQuoteKind::Caution => ("caution", words.caution),
    }
}
