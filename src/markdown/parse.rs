//! Events of the parser, in a form that can be trusted: nesting capped, comments gone.

use std::ops::Range;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use super::{BodyFault, BodyFaultKind};

/// An event and its place in the text.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// Containers inside each other; what is deeper is shown flat. Browsers and readers give up long before.
const DEEPEST: usize = 24;

/// Levels that a list or table needs for itself and its parts.
const PARTS: usize = 3;

/// The parser with the extensions that a catalogue needs. No smart punctuation: it turns inch marks into quotes.
pub(super) fn parser(text: &str) -> impl Iterator<Item = Placed<'_>> {
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_GFM;
    Parser::new_ext(text, extensions).into_offset_iter()
}

/// The events of a body.
pub(super) fn events<'a>(text: &'a str, faults: &mut Vec<BodyFault>) -> Vec<Placed<'a>> {
    let mut depth = Depth::default();
    let mut out: Vec<Placed<'a>> = Vec::new();
    for (event, span) in parser(text) {
        let kept = depth.keeps(&event, &span);
        let event = match event {
            Event::Html(html) if joins_last(&mut out, &html, &span) => continue,
            _ if kept => event,
            Event::Start(_) => continue,
            _ => Event::SoftBreak,
        };
        out.push((event, span));
    }
    out.retain(|(event, _)| !is_comment(event));
    faults.extend(depth.first.map(|span| BodyFault { span, kind: BodyFaultKind::Deep }));
    out
}

/// The lines of one block of HTML come one by one; they are one text.
fn joins_last(out: &mut [Placed<'_>], html: &str, span: &Range<usize>) -> bool {
    let Some((Event::Html(last), last_span)) = out.last_mut() else { return false };
    *last = format!("{last}{html}").into();
    last_span.end = span.end;
    true
}

/// A comment is written for the writer, not for the reader.
fn is_comment(event: &Event<'_>) -> bool {
    let (Event::Html(html) | Event::InlineHtml(html)) = event else { return false };
    let inner = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| !inner.contains("-->"))
}

/// Which of the open containers are shown.
#[derive(Default)]
struct Depth {
    open: Vec<bool>,
    shown: usize,
    first: Option<Range<usize>>,
}

impl Depth {
    /// Whether an event is shown. The parts of a list or table share its fate.
    fn keeps(&mut self, event: &Event<'_>, span: &Range<usize>) -> bool {
        match event {
            Event::Start(tag) => {
                let kept = match tag {
                    Tag::Item
                    | Tag::DefinitionListTitle
                    | Tag::DefinitionListDefinition
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell => self.open.last().copied().unwrap_or(true),
                    _ => self.shown + PARTS <= DEEPEST || is_leaf(tag),
                };
                if !kept && self.first.is_none() {
                    self.first = Some(span.clone());
                }
                self.shown += usize::from(kept);
                self.open.push(kept);
                kept
            }
            Event::End(_) => {
                let kept = self.open.pop().unwrap_or(true);
                self.shown -= usize::from(kept).min(self.shown);
                kept
            }
            _ => true,
        }
    }
}

/// Whether nothing of its own kind can stand in it; never flattened.
fn is_leaf(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
    )
}

/// Place of the end that belongs to the start at `start`.
pub(super) fn end_of(events: &[Placed<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (place, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    events.len().saturating_sub(1)
}

/// The words of some events, without their form.
pub(super) fn words(events: &[Placed<'_>]) -> String {
    let mut out = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                out.push_str(text)
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell | TagEnd::Paragraph) => {
                out.push(' ')
            }
            _ => {}
        }
    }
    out.trim().to_owned()
}
