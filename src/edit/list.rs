//! One more thing between brackets or braces, written as the others are.

use std::ops::Range;

use toml_edit::Array;

use super::{
    find::{Entry, end_with_blanks},
    lines::{Lines, Splice, is_blank},
};

/// A thing after which another is put.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    start: usize,
    end: usize,
    /// Where its comma stands, or the bracket that closes the list.
    mark: usize,
}

impl Seat {
    /// The seat of an entry between braces.
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        let mark = end_with_blanks(entry.value, &entry.span);
        Self { start: entry.start, end: entry.span.end, mark }
    }
}

/// One more text in a list of texts. `None` when something else is in it.
pub(super) fn appended(
    lines: &Lines<'_>,
    array: &Array,
    span: Range<usize>,
    text: &str,
) -> Option<Vec<Splice>> {
    if array.iter().any(|one| !one.is_str()) {
        return None;
    }
    let Some(last) = array.iter().last() else {
        return Some(vec![first(lines, span.start + 1..span.end - 1, "", text)]);
    };
    let span = last.span()?;
    let seat = Seat { start: span.start, end: span.end, mark: end_with_blanks(last, &span) };
    Some(behind(lines, &seat, text))
}

/// `written` behind something in the list: in a line of its own when that has one, else beside it.
pub(super) fn behind(lines: &Lines<'_>, seat: &Seat, written: &str) -> Vec<Splice> {
    let has_comma = lines.text(seat.mark..lines.toml.len()).starts_with(',');
    let after = if has_comma { seat.mark + 1 } else { seat.end };
    let rest = lines.rest(after).trim_start();
    let is_last = rest.starts_with([']', '}']);
    if !lines.is_first(seat.start) || !(is_last || is_blank(rest) || rest.starts_with('#')) {
        return vec![(seat.end..seat.end, format!(", {written}"))];
    }
    let at = if is_last { after } else { lines.end(after) };
    let comma = if has_comma { "," } else { "" };
    let line = format!("{}{}{written}{comma}", lines.ending(after), lines.indent(seat.start));
    let mut splices = vec![(at..at, line)];
    if !has_comma {
        splices.insert(0, (seat.end..seat.end, ",".to_owned()));
    }
    splices
}

/// `written` as the first thing between brackets, which are at the ends of `inner`, with `blank` on both sides.
pub(super) fn first(lines: &Lines<'_>, inner: Range<usize>, blank: &str, written: &str) -> Splice {
    let text = lines.text(inner.clone());
    if is_blank(text) {
        return (inner, format!("{blank}{written}{blank}"));
    }
    // Nothing but comments and blank lines: a line of its own, before that of the closing bracket.
    let at = lines.start(inner.end);
    let comment = text.lines().skip(1).find(|line| !is_blank(line));
    let indent = match comment {
        Some(comment) => comment[..comment.len() - comment.trim_start().len()].to_owned(),
        None => format!("{}  ", lines.indent(inner.end)),
    };
    (at..at, format!("{indent}{written},{}", lines.ending(inner.start)))
}
