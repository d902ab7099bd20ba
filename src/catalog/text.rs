//! Words of a thing in one language.

use std::{
    borrow::Cow,
    ops::{Deref, Range},
};

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

/// Words for a reader, and the language they really are in: the first one where a translation is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words, in NFC.
    pub text: String,
    /// Their language.
    pub lang: Lang,
}

impl Text {
    /// Words as written in a file of the first language.
    pub(super) fn first(text: String) -> Self {
        Self { text, lang: Lang::FIRST }
    }

    /// Takes the words of a translation when there are any.
    pub(super) fn take(&mut self, new: Option<String>, lang: Lang) {
        if let Some(text) = new {
            *self = Self { text, lang };
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// A Markdown text that is not parsed yet.
#[derive(Debug, Clone)]
pub struct Body<'s> {
    /// The language of the text.
    pub lang: Lang,
    /// The file it stands in.
    pub path: &'s ShopPath,
    /// The text; borrowed from the file unless it was written with escapes.
    pub text: Cow<'s, str>,
    /// Where it begins in the file, in bytes.
    pub start: usize,
}

impl<'s> Body<'s> {
    pub(super) fn of(file: File<'s>, range: Range<usize>, lang: Lang) -> Self {
        Self { lang, path: file.path, text: Cow::Borrowed(&file.text[range.clone()]), start: range.start }
    }

    /// A text in quotes, as a key of `file`. It is taken from the file itself, so that faults in it can be pointed at.
    pub(super) fn quoted(file: File<'s>, at: &At<String>, lang: Lang) -> Self {
        let inner = inside_quotes(file.text, at.span.clone());
        match file.text.get(inner.clone()) {
            Some(text) if text == at.value => Self::of(file, inner, lang),
            // Written with escapes: places in it are near the truth.
            _ => Self { lang, path: file.path, text: at.value.clone().into(), start: inner.start },
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Takes the text of a translation when there is any.
    pub(super) fn take(&mut self, new: Self) {
        if !new.is_empty() {
            *self = new;
        }
    }
}

/// Title, summary and body of a thing in one language.
#[derive(Debug, Clone)]
pub struct Words<'s> {
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// What the thing's picture shows.
    pub alt: Option<Text>,
    /// The text.
    pub body: Body<'s>,
}

impl Words<'_> {
    /// Names of the keys that are not written in `lang`; `body` is the text below the front matter.
    pub fn missing(&self, lang: Lang) -> Vec<&'static str> {
        let parts = [
            ("title", self.title.lang != lang),
            ("summary", self.summary.lang != lang),
            ("alt", self.alt.as_ref().is_some_and(|alt| alt.lang != lang)),
            ("body", self.body.lang != lang && !self.body.is_empty()),
        ];
        parts.into_iter().filter_map(|(name, missing)| missing.then_some(name)).collect()
    }
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
    let first = base_words(&mut reading, group, &base, body);
    PerLanguage::make(group.words.count(), |lang| {
        let mut words = first.clone();
        if let Some(file) = group.words[lang] {
            let mut reading = Reading { tree, path: file.path, found: &mut *found };
            if let Some((written, body)) = reading.front_matter::<schema::PageWords>(file.text) {
                let written = Translated {
                    title: written.title.as_ref(),
                    summary: written.summary.as_ref(),
                    alt: written.alt.as_ref(),
                };
                translate(&mut reading, &mut words, lang, &written, Body::of(file, body, lang));
            }
        }
        words
    })
}

/// The words of the first language.
pub(super) fn base_words<'s>(
    reading: &mut Reading<'s, '_>,
    group: &Group<'s>,
    base: &BaseWords<'_>,
    body: Range<usize>,
) -> Words<'s> {
    Words {
        title: Text::first(reading.words("title", base.title)),
        summary: Text::first(reading.words("summary", base.summary)),
        alt: reading.text_of(base.alt).map(Text::first),
        body: Body::of(group.base, body, Lang::FIRST),
    }
}

/// What a translation gives.
pub(super) struct Translated<'a> {
    pub(super) title: Option<&'a At<String>>,
    pub(super) summary: Option<&'a At<String>>,
    pub(super) alt: Option<&'a At<String>>,
}

/// Lays the words of a translation over those of the first language.
pub(super) fn translate<'s>(
    reading: &mut Reading<'s, '_>,
    words: &mut Words<'s>,
    lang: Lang,
    written: &Translated<'_>,
    body: Body<'s>,
) {
    words.title.take(reading.text_of(written.title), lang);
    words.summary.take(reading.text_of(written.summary), lang);
    if let Some(alt) = reading.text_of(written.alt) {
        words.alt = Some(Text { text: alt, lang });
    }
    words.body.take(body);
}

/// What stands between the quotes of a TOML string.
fn inside_quotes(text: &str, span: Range<usize>) -> Range<usize> {
    let quoted = text.get(span.clone()).unwrap_or_default();
    let mark = if quoted.starts_with("\"\"\"") || quoted.starts_with("'''") { 3 } else { 1 };
    let first = quoted.get(mark..).map_or("", |inner| {
        ["\r\n", "\n"].into_iter().find(|end| mark == 3 && inner.starts_with(*end)).unwrap_or("")
    });
    let (start, end) = (span.start + mark + first.len(), span.end.saturating_sub(mark));
    start.min(end)..end
}
