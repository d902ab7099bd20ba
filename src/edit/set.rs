//! A text with values set.

use std::ops::Range;

use toml_edit::Document;

use super::{Change, entry, find, lines::Lines, proof, value::said};
use crate::{
    diag::{Code, Diagnostic, Place},
    schema,
};

/// The text with all changes made, each of them proved; `file` says which form it has.
///
/// `edit.refused` (arguments `key`, `line`): the TOML cannot be read, the table or the list is not there or is
/// something else, or the text cannot be changed without changing more than that.
pub fn set(file: &str, text: &str, changes: &[Change]) -> Result<String, Box<Diagnostic>> {
    let mut text = text.to_owned();
    for change in changes {
        text = one(file, &text, change)?;
    }
    Ok(text)
}

fn one(file: &str, text: &str, change: &Change) -> Result<String, Box<Diagnostic>> {
    let range = schema::toml_range(file, text)?;
    let toml = text.get(range.clone()).unwrap_or_default();
    let refused = |place: Option<Range<usize>>| {
        let place = match place {
            Some(span) => Place::span(file, range.start + span.start..range.start + span.end),
            None => Place::file(file),
        };
        let line = format!("{} = {}", change.key, said(&change.value));
        Box::new(Diagnostic::error(Code::EDIT_REFUSED).at(place).with("key", change.key).with("line", line))
    };
    let document = Document::parse(toml).map_err(|fault| refused(fault.span()))?;
    let home = find::home(&document, change.table).ok_or_else(|| refused(None))?;
    let lines = Lines::new(toml, text);
    let splices = entry::changed(&lines, &home, change).map_err(refused)?;
    let new = lines.spliced(splices);
    let whole = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
    let kept =
        schema::toml_range(file, &whole).is_ok_and(|now| now == (range.start..range.start + new.len()));
    match kept && proof::is_the_change(toml, &new, change) {
        true => Ok(whole),
        false => Err(refused(home.span())),
    }
}
