//! From text to an as-written value, with every fault on the way.

use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::shape::{Shape, check};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// A file taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// TOML that keeps every byte at its place in the file, so that its spans are the file's.
    toml: String,
    /// Bytes of the Markdown body.
    pub body: Range<usize>,
}

/// Takes a file apart: `.toml` is TOML alone, anything else has a front matter between `+++` lines.
pub fn split_front_matter(file: &str, text: &str) -> Result<Document, Box<Diagnostic>> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if file.ends_with(".toml") {
        let toml = format!("{}{}", " ".repeat(mark), &text[mark..]);
        return Ok(Document { toml, body: text.len()..text.len() });
    }
    let missing =
        || Box::new(Diagnostic::error(Code::FRONT_MATTER_MISSING).at(Place::span(file, mark..mark)));
    let rest = text[mark..].strip_prefix("+++").ok_or_else(missing)?;
    if !rest.starts_with(['\n', '\r']) {
        return Err(missing());
    }
    let open = || Box::new(Diagnostic::error(Code::FRONT_MATTER_OPEN).at(Place::span(file, mark..mark + 3)));
    let start = mark + 3;
    let (end, body) = closing_fence(text, start).ok_or_else(open)?;
    // A TOML comment as long as the fence keeps all that follows at its place.
    let toml = format!("{}###{}", " ".repeat(mark), &text[start..end]);
    Ok(Document { toml, body: body..text.len() })
}

/// Bytes of the TOML alone: the whole of a `.toml` file, or what stands between the `+++` lines.
pub fn toml_range(file: &str, text: &str) -> Result<Range<usize>, Box<Diagnostic>> {
    let document = split_front_matter(file, text)?;
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if file.ends_with(".toml") {
        return Ok(mark..text.len());
    }
    let start = text[mark..].find('\n').map_or(text.len(), |at| mark + at + 1);
    Ok(start..document.toml.len().max(start))
}

/// Where the closing `+++` line begins and where the line after it begins.
fn closing_fence(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Reads the TOML of `document` as a `T`. Every fault of syntax or shape is in the list; the value is there when there is none.
pub fn read<T: DeserializeOwned + JsonSchema + 'static>(
    file: &str,
    document: &Document,
) -> (Option<T>, Diagnostics) {
    let mut found = Diagnostics::new();
    let (table, errors) = DeTable::parse_recoverable(&document.toml);
    for error in errors {
        found.push(syntax(file, &error));
    }
    if !found.is_empty() {
        return (None, found);
    }
    check(file, table.get_ref(), table.span(), &Shape::of::<T>(), &mut found);
    if found.has_errors() {
        return (None, found);
    }
    let span = table.span();
    let value = toml::Spanned::new(span, DeValue::Table(table.into_inner()));
    match T::deserialize(ValueDeserializer::from(value)) {
        Ok(value) => (Some(value), found),
        Err(error) => {
            found.push(syntax(file, &error));
            (None, found)
        }
    }
}

fn syntax(file: &str, error: &toml::de::Error) -> Diagnostic {
    let place = match error.span() {
        Some(span) => Place::span(file, span),
        None => Place::file(file),
    };
    Diagnostic::error(Code::TOML_SYNTAX).at(place).with("detail", error.message())
}
