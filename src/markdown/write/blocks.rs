//! Blocks and notices: what is one, and what only looks like one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Writer;
use crate::{
    base::html::Html,
    markdown::{
        BodyFaultKind, Part,
        block::{BLOCKS, Fence, NOTICES, mark},
        parse::Placed,
    },
};

impl Writer<'_> {
    /// Makes a part of the fence at `span`. Whether that is all: what is no block is shown as it is written.
    pub(super) fn block(&mut self, span: &Range<usize>) -> bool {
        let Some(fence) = Fence::at(self.text, span) else { return false };
        let Some((block, faults)) = fence.block() else {
            self.fault(&fence.span, BodyFaultKind::BlockUnknown { known: &BLOCKS });
            return false;
        };
        if self.depth > 0 {
            self.fault(&fence.span, BodyFaultKind::BlockInside);
            return false;
        }
        self.faults.extend(faults);
        self.end_part();
        let below = if self.above.is_empty() { self.options.first_heading } else { self.heading + 1 };
        self.parts.push(Part::Block { block, level: below.clamp(2, 6) });
        true
    }

    /// Ends the words that were written so far; nothing is no part.
    pub(super) fn end_part(&mut self) {
        let html = Html::made(std::mem::take(&mut self.out));
        if !html.is_empty() {
            self.parts.push(Part::Html(html));
        }
    }

    /// Tells a quotation that begins like a notice and is none.
    pub(super) fn check_mark(&mut self, events: &[Placed<'_>], place: usize) {
        let Some((Event::Start(Tag::Paragraph), span)) = events.get(place + 1) else { return };
        let Some((at, word)) = self.text.get(span.start..).and_then(mark) else { return };
        let at = span.start + at.start..span.start + at.end;
        let known = NOTICES.iter().any(|one| one.eq_ignore_ascii_case(word));
        let kind = match known {
            true => BodyFaultKind::NoticeWords,
            false => BodyFaultKind::BlockUnknown { known: &NOTICES },
        };
        self.fault(&at, kind);
    }
}
