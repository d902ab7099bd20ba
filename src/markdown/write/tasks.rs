//! Task lists: the words of an item are the label of its box.

use pulldown_cmark::{Event, Tag};

use super::Writer;
use crate::markdown::parse::Placed;

impl Writer<'_> {
    pub(super) fn open_label(&mut self) {
        if let Some(done) = self.task.waiting.take() {
            let checked = if done { " checked" } else { "" };
            self.out.push_str(&format!("<label><input type=\"checkbox\" disabled{checked}> "));
            self.task.label_open = true;
        }
    }

    pub(super) fn close_label(&mut self) {
        if std::mem::take(&mut self.task.label_open) {
            self.out.push_str("</label>");
        }
    }
}

/// Whether the item that begins at `place` has a box.
pub(super) fn is_task(events: &[Placed<'_>], place: usize) -> bool {
    let mut next = events.iter().skip(place + 1).map(|(event, _)| event);
    match next.next() {
        Some(Event::Start(Tag::Paragraph)) => matches!(next.next(), Some(Event::TaskListMarker(_))),
        event => matches!(event, Some(Event::TaskListMarker(_))),
    }
}
