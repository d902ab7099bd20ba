//! Tables: the part that scrolls, and the rows.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Writer, shown};
use crate::markdown::{
    parse::{Placed, end_of},
    table::Table,
};

impl Writer<'_> {
    /// The part that scrolls is reached by keyboard, so it has a name: its columns, or the heading above it.
    pub(super) fn start_table(&mut self, table: Table) {
        let name = if table.name.is_empty() { &self.above } else { &table.name };
        let label = if name.is_empty() { String::new() } else { format!(" aria-label=\"{}\"", shown(name)) };
        self.out.push_str(&format!(
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"{label}>\n<table>\n"
        ));
        self.table = Some(table);
    }

    pub(super) fn start_row(&mut self, head: bool) {
        let Some(table) = &mut self.table else { return };
        if head {
            self.out.push_str("<thead>\n");
        } else if !table.in_body {
            self.out.push_str("<tbody>\n");
            table.in_body = true;
        }
        table.row(head);
        self.out.push_str("<tr>");
    }

    pub(super) fn start_cell(&mut self, empty: bool) {
        if let Some(table) = &mut self.table {
            let start = table.cell(empty);
            self.out.push_str(&start);
        }
    }

    pub(super) fn end_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        self.out.push_str(if table.in_body { "</tbody>\n</table>\n</div>\n" } else { "</table>\n</div>\n" });
    }
}

/// Whether a head of a table has nothing in any cell.
pub(super) fn is_blank(events: &[Placed<'_>], place: usize) -> bool {
    let inside = events.iter().skip(place + 1).take(end_of(events, place) - place - 1);
    inside
        .into_iter()
        .all(|(event, _)| matches!(event, Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell)))
}
