//! Questions and answers.

use super::{
    group::File,
    reading::Reading,
    text::{Body, Text},
};
use crate::{
    base::{language::Lang, name::Handle},
    schema::At,
};

/// A question with its answer in one language.
#[derive(Debug, Clone)]
pub struct Question<'s> {
    /// Its handle.
    pub id: Handle,
    /// The question.
    pub ask: Text,
    /// The answer, in Markdown.
    pub answer: Body<'s>,
}

/// Reads an answer, which must say something.
pub(super) fn answer<'s>(
    reading: &mut Reading<'s, '_>,
    at: &At<String>,
    file: File<'s>,
    lang: Lang,
) -> Body<'s> {
    reading.words("answer", at);
    Body::quoted(file, at, lang)
}
