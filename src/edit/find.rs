//! Where the keys of a table stand.

use std::ops::Range;

use toml_edit::{Document, InlineTable, Item, Key, Table as Block, Value as Written};

use super::{Table, lines::Lines};

/// A table, by how it is written.
#[derive(Debug, Clone)]
pub(super) enum Home<'d> {
    /// Lines below a header, or those before the first one.
    Lines(&'d Block, Option<Range<usize>>),
    /// Between the braces at this place.
    Braces(&'d InlineTable, Range<usize>),
}

/// A key and its value, as they stand together: `stock = 4`, or `stock.made_to_order = [5, 7]`.
#[derive(Debug, Clone)]
pub(super) struct Entry<'d> {
    /// The key, or its first part when it is dotted.
    pub(super) key: &'d str,
    /// Whether it is dotted.
    pub(super) dotted: bool,
    /// Where it begins.
    pub(super) start: usize,
    /// Where its last key ends.
    pub(super) key_end: usize,
    /// Its value.
    pub(super) value: &'d Written,
    /// Where its value stands.
    pub(super) span: Range<usize>,
}

/// The table, when it is there and is one.
pub(super) fn home<'d>(document: &'d Document<&str>, table: Table) -> Option<Home<'d>> {
    let Table::Variant(which) = table else { return Some(Home::Lines(document.as_table(), None)) };
    match document.as_table().get("variants")? {
        Item::ArrayOfTables(all) => all.get(which).map(|one| Home::Lines(one, one.span())),
        Item::Value(Written::Array(all)) => {
            let one = all.get(which)?;
            Some(Home::Braces(one.as_inline_table()?, one.span()?))
        }
        _ => None,
    }
}

impl<'d> Home<'d> {
    /// Keys with their values, in the order in which they stand. What stands below a header of its own is not among them.
    pub(super) fn entries(&self, lines: &Lines<'_>) -> Vec<Entry<'d>> {
        match self {
            Self::Lines(table, _) => in_lines(table, lines),
            Self::Braces(table, span) => in_braces(table, span),
        }
    }

    /// What belongs to `key` and stands below headers of its own: those headers, and the entries there.
    pub(super) fn below_headers(&self, key: &str, lines: &Lines<'_>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if let Self::Lines(table, _) = self
            && let Some(item) = table.get(key)
        {
            below(item, lines, &mut found);
        }
        found
    }

    /// Where the table is written: its header, or its braces.
    pub(super) fn span(&self) -> Option<Range<usize>> {
        match self {
            Self::Lines(_, header) => header.clone(),
            Self::Braces(_, span) => Some(span.clone()),
        }
    }
}

fn in_lines<'d>(table: &'d Block, lines: &Lines<'_>) -> Vec<Entry<'d>> {
    let mut entries: Vec<Entry<'d>> =
        table.get_values().into_iter().filter_map(|(path, value)| entry(&path, value)).collect();
    for entry in &mut entries {
        // A dotted key stands whole in one line, and a line begins with it.
        entry.start = lines.start(entry.key_end) + lines.indent(entry.key_end).len();
    }
    entries.sort_by_key(|entry| entry.span.start);
    entries
}

fn in_braces<'d>(table: &'d InlineTable, braces: &Range<usize>) -> Vec<Entry<'d>> {
    let mut values = table.get_values();
    values.sort_by_key(|(_, value)| value.span().map(|span| span.start));
    let (mut entries, mut before) = (Vec::new(), braces.start + 1);
    for (path, value) in values {
        let Some(mut entry) = entry(&path, value) else { continue };
        let blanks = path.last().and_then(|key| key.leaf_decor().prefix()?.span());
        entry.start = blanks.map_or(before, |span| span.end.max(before));
        before = end_with_blanks(value, &entry.span) + 1;
        entries.push(entry);
    }
    entries
}

fn entry<'d>(path: &[&'d Key], value: &'d Written) -> Option<Entry<'d>> {
    let (first, last) = (path.first()?, path.last()?);
    let key = last.span()?;
    Some(Entry {
        key: first.get(),
        dotted: path.len() > 1,
        start: key.start,
        key_end: key.end,
        value,
        span: value.span()?,
    })
}

/// Where the blanks and comments behind a value end: a comma or a bracket stands there.
pub(super) fn end_with_blanks(value: &Written, span: &Range<usize>) -> usize {
    value.decor().suffix().and_then(|blanks| blanks.span()).map_or(span.end, |blanks| blanks.end)
}

fn below(item: &Item, lines: &Lines<'_>, found: &mut Vec<Range<usize>>) {
    match item {
        Item::Table(table) => below_table(table, lines, found),
        Item::ArrayOfTables(all) => all.iter().for_each(|table| below_table(table, lines, found)),
        Item::Value(_) | Item::None => {}
    }
}

fn below_table(table: &Block, lines: &Lines<'_>, found: &mut Vec<Range<usize>>) {
    if !table.is_dotted() {
        // A table that only its children's headers name has none of its own.
        found.extend(table.span().filter(|_| !table.is_implicit()));
        found.extend(in_lines(table, lines).into_iter().map(|entry| entry.start..entry.span.end));
    }
    table.iter().for_each(|(_, item)| below(item, lines, found));
}
