//! Tables: a part that scrolls sideways, reachable by keyboard, named by its columns.

use pulldown_cmark::{Alignment, Event, Tag};

use super::parse::{Placed, end_of, words};

/// What is known about a table before it is written.
pub(super) struct Table {
    /// By column.
    alignments: Vec<Alignment>,
    /// The column being written.
    column: usize,
    /// Whether the row being written is the head.
    in_head: bool,
    /// Element of the cell being written.
    pub(super) element: &'static str,
    /// Whether `<tbody>` is open.
    pub(super) in_body: bool,
    /// Words of the head's cells, joined; empty when the head is.
    pub(super) name: String,
}

impl Table {
    /// The table that begins at `start`.
    pub(super) fn at(events: &[Placed<'_>], start: usize, alignments: &[Alignment]) -> Self {
        Self {
            alignments: alignments.to_vec(),
            column: 0,
            in_head: false,
            element: "td",
            in_body: false,
            name: name(events, start),
        }
    }

    /// A new row, of the head or not.
    pub(super) fn row(&mut self, head: bool) {
        self.column = 0;
        self.in_head = head;
    }

    /// The start tag of the next cell. An empty cell of the head heads nothing.
    pub(super) fn cell(&mut self, empty: bool) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"start\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.column += 1;
        let (element, scope) = if self.in_head && !empty { ("th", " scope=\"col\"") } else { ("td", "") };
        self.element = element;
        format!("<{element}{scope}{class}>")
    }
}

fn name(events: &[Placed<'_>], start: usize) -> String {
    let Some((Event::Start(Tag::TableHead), _)) = events.get(start + 1) else { return String::new() };
    let head = end_of(events, start + 1);
    let mut cells = Vec::new();
    let mut place = start + 2;
    while place < head {
        let end = end_of(events, place);
        cells.push(words(&events[place..=end]));
        place = end + 1;
    }
    cells.retain(|cell| !cell.is_empty());
    cells.join(", ")
}
