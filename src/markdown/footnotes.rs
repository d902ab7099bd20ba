//! Footnotes: taken out of the text, numbered in the order they are first named.

use std::collections::{BTreeMap, VecDeque};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parse::Placed;

/// A body and its footnotes.
pub(super) struct Body<'a> {
    /// The text itself.
    pub(super) main: Vec<Placed<'a>>,
    /// The footnotes that are named somewhere, first named first.
    pub(super) notes: Vec<Vec<Placed<'a>>>,
    /// Number of a footnote, from 1, by its label in lower case.
    pub(super) numbers: BTreeMap<String, usize>,
}

/// Takes the footnotes out of `events`. One that is never named is dropped; of two with one label the first counts.
pub(super) fn gather(events: Vec<Placed<'_>>) -> Body<'_> {
    let (main, mut definitions) = parted(events);
    let mut body = Body { main, notes: Vec::new(), numbers: BTreeMap::new() };
    let mut waiting = VecDeque::new();
    if definitions.is_empty() {
        return body;
    }
    number(&body.main, &mut body.numbers, &mut definitions, &mut waiting);
    while let Some(note) = waiting.pop_front() {
        number(&note, &mut body.numbers, &mut definitions, &mut waiting);
        body.notes.push(note);
    }
    body
}

type Definitions<'a> = BTreeMap<String, Vec<Placed<'a>>>;

fn parted(events: Vec<Placed<'_>>) -> (Vec<Placed<'_>>, Definitions<'_>) {
    let mut definitions = BTreeMap::new();
    let mut main = Vec::with_capacity(events.len());
    let mut open: Vec<(String, Vec<Placed<'_>>)> = Vec::new();
    for (event, span) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => open.push((label.to_lowercase(), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, note)) = open.pop() {
                    definitions.entry(label).or_insert(note);
                }
            }
            event => open.last_mut().map_or(&mut main, |(_, note)| note).push((event, span)),
        }
    }
    (main, definitions)
}

fn number<'a>(
    events: &[Placed<'a>],
    numbers: &mut BTreeMap<String, usize>,
    definitions: &mut Definitions<'a>,
    waiting: &mut VecDeque<Vec<Placed<'a>>>,
) {
    for (event, _) in events {
        let Event::FootnoteReference(label) = event else { continue };
        if let Some(note) = definitions.remove(&label.to_lowercase()) {
            numbers.insert(label.to_lowercase(), numbers.len() + 1);
            waiting.push_back(note);
        }
    }
}
