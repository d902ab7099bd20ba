//! Levels and ids of headings.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};

use super::{
    Options,
    footnotes::Body,
    parse::{end_of, words},
};
use crate::base::{character::is_hidden, name::anchor};

/// One heading as it is written.
pub(super) struct Heading {
    /// 2 to 6.
    pub(super) level: u8,
    /// Without the body's prefix; empty when it has no letters.
    pub(super) id: String,
    /// Its words.
    pub(super) words: String,
}

/// The headings of a body, in order.
pub(super) struct Headings {
    /// What is not seen is no heading.
    pub(super) waiting: VecDeque<Option<Heading>>,
    /// The id of a heading by its own words, or by its id.
    ids: BTreeMap<String, String>,
}

impl Headings {
    /// The id that a fragment (without `#`, decoded) means, when there is one.
    pub(super) fn find(&self, fragment: &str) -> Option<&str> {
        self.ids.get(&anchor(fragment)).map(String::as_str)
    }
}

/// Every heading's level and id. The highest becomes `options.first_heading`, and none is
/// more than one level below the one it stands under, whatever the merchant skipped.
pub(super) fn outline(body: &Body<'_>, options: Options<'_>) -> Headings {
    let mut above = Vec::new();
    let taken = options.taken.iter().filter(|_| options.prefix.is_empty()).map(|id| (*id).to_owned());
    let mut ids = Ids { taken: taken.collect(), ..Ids::default() };
    let mut waiting = VecDeque::new();
    for events in std::iter::once(&body.main).chain(&body.notes) {
        for (place, (event, _)) in events.iter().enumerate() {
            let Event::Start(Tag::Heading { level, id, .. }) = event else { continue };
            let words = words(&events[place..=end_of(events, place)]);
            let heading = words.chars().any(|c| !c.is_whitespace() && !is_hidden(c)).then(|| Heading {
                level: shown_level(*level, &mut above, options.first_heading),
                id: ids.free(id.as_ref(), &words),
                words,
            });
            waiting.push_back(heading);
        }
    }
    Headings { waiting, ids: ids.given }
}

/// The level of a heading below those `above` it, which it joins.
fn shown_level(written: HeadingLevel, above: &mut Vec<HeadingLevel>, first: u8) -> u8 {
    above.retain(|higher| *higher < written);
    let deep = u8::try_from(above.len()).unwrap_or(6);
    above.push(written);
    first.saturating_add(deep).clamp(2, 6)
}

/// Ids of one body.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
    given: BTreeMap<String, String>,
}

impl Ids {
    /// An id that no other heading of the body has: as written in `{#id}`, or the words.
    fn free(&mut self, written: Option<&CowStr<'_>>, words: &str) -> String {
        let own = written
            .map(|written| anchor(written))
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| anchor(words));
        if own.is_empty() {
            return own;
        }
        let id = self.numbered(own.clone());
        self.given.entry(own).or_insert_with(|| id.clone());
        self.given.insert(id.clone(), id.clone());
        id
    }

    /// `own`, or with a number behind it when it is taken.
    fn numbered(&mut self, own: String) -> String {
        if self.taken.insert(own.clone()) {
            return own;
        }
        let next = self.next.entry(own.clone()).or_insert(2);
        loop {
            let id = format!("{own}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
