//! Words of a thing in one language.

use std::{borrow::Cow, ops::Range};

use super::{
    group::{File, Group},
    reading::Reading,
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        path::ShopPath,
    },
    diag::Diagnostics,
    schema::{self, At},
    source::SourceTree,
};

/// A Markdown text that is not parsed yet.
#[derive(Debug, Clone)]
pub struct Body<'s> {
    /// The file it stands in.
    pub path: &'s ShopPath,
    /// The text; borrowed from the file unless it was written with escapes.
    pub text: Cow<'s, str>,
    /// Where it begins in the file, in bytes.
    pub start: usize,
}

impl<'s> Body<'s> {
    pub(super) fn of(file: File<'s>, range: Range<usize>) -> Self {
        Self { path: file.path, text: Cow::Borrowed(&file.text[range.clone()]), start: range.start }
    }
}

/// Title, summary and body of a thing in one language.
#[derive(Debug)]
pub struct Words<'s> {
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// What the thing's picture shows.
    pub alt: Option<String>,
    /// The text.
    pub body: Body<'s>,
    /// The language that these words really are in.
    pub lang: Lang,
}

/// Title, summary and picture's words as written in the first language.
pub(super) struct BaseWords<'a> {
    pub(super) title: &'a At<String>,
    pub(super) summary: &'a At<String>,
    pub(super) alt: Option<&'a At<String>>,
}

/// Words in every language: those of the translation where there are any, those of the first language elsewhere.
pub(super) fn words<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    base: BaseWords<'_>,
    body: Range<usize>,
    found: &mut Diagnostics,
) -> PerLanguage<Words<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let title = reading.words("title", base.title);
    let summary = reading.words("summary", base.summary);
    let alt = reading.text_of(base.alt);
    PerLanguage::make(group.words.count(), |lang| {
        let mut words = Words {
            title: title.clone(),
            summary: summary.clone(),
            alt: alt.clone(),
            body: Body::of(group.base, body.clone()),
            lang: Lang::FIRST,
        };
        if let Some(file) = group.words[lang] {
            translate(tree, file, lang, &mut words, found);
        }
        words
    })
}

fn translate<'s>(
    tree: &'s SourceTree<'s>,
    file: File<'s>,
    lang: Lang,
    words: &mut Words<'s>,
    found: &mut Diagnostics,
) {
    let mut reading = Reading { tree, path: file.path, found };
    let Some((written, body)) = reading.front_matter::<schema::PageWords>(file.text) else { return };
    words.lang = lang;
    take(&mut words.title, reading.text_of(written.title.as_ref()));
    take(&mut words.summary, reading.text_of(written.summary.as_ref()));
    if let Some(alt) = reading.text_of(written.alt.as_ref()) {
        words.alt = Some(alt);
    }
    let body = Body::of(file, body);
    if !body.text.trim().is_empty() {
        words.body = body;
    }
}

/// Puts `new` in the place of `old` when there is one.
pub(super) fn take(old: &mut String, new: Option<String>) {
    if let Some(new) = new {
        *old = new;
    }
}
