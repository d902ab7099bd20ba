//! Words of a product in the first language, and what every language has of them.

use std::ops::Range;

use super::{
    file::File,
    group,
    picture::Picture,
    question::{self, Question},
    reading::Reading,
    specification::SpecificationGroup,
    text::{Body, Text},
    translation::description,
};
use crate::{
    base::{
        language::Lang,
        name::{Handle, nfc},
    },
    diag::{Code, Diagnostic},
    schema::{self, At},
};

/// Words of a product in one language. Lists stand in the order of the product's handles.
#[derive(Debug, Clone)]
pub struct ProductWords<'s> {
    /// What the good is called.
    pub title: Text,
    /// One or two sentences.
    pub summary: Text,
    /// Full description.
    pub body: Body<'s>,
    /// What to know first.
    pub highlights: Vec<Text>,
    /// What is in the box.
    pub in_the_box: Vec<Text>,
    /// How to care for it, in Markdown.
    pub care: Option<Body<'s>>,
    /// Where it is made.
    pub origin: Option<Text>,
    /// Who makes it.
    pub maker: Option<Text>,
    /// Names of options with the names of their values.
    pub options: Vec<(Text, Vec<Text>)>,
    /// Headings of the specification groups.
    pub groups: Vec<Text>,
    /// Names and wordy values of the facts, group by group.
    pub facts: Vec<Vec<(Text, Text)>>,
    /// Descriptions of the pictures.
    pub alts: Vec<Text>,
    /// Questions and answers.
    pub questions: Vec<Question<'s>>,
    /// Titles of the downloads.
    pub downloads: Vec<Text>,
    /// What the film shows.
    pub video: Option<Text>,
    /// What the offer is called.
    pub offer: Option<Text>,
    /// Note of the delivery exception.
    pub delivery_note: Option<Text>,
    /// Note of the returns exception.
    pub returns_note: Option<Text>,
    /// Note of the warranty exception.
    pub warranty_note: Option<Text>,
}

impl ProductWords<'_> {
    /// Names of the keys that are not written in `lang`, each once; `body` is the text below the front matter.
    pub fn missing(&self, lang: Lang) -> Vec<&'static str> {
        let not = |text: &Text| text.lang != lang && !text.text.is_empty();
        let any = |texts: &[Text]| texts.iter().any(not);
        let one = |text: &Option<Text>| text.as_ref().is_some_and(not);
        let body = |body: &Body<'_>| body.lang != lang && !body.is_empty();
        let parts = [
            ("title", not(&self.title)),
            ("summary", not(&self.summary)),
            ("body", body(&self.body)),
            ("highlights", any(&self.highlights)),
            ("in_the_box", any(&self.in_the_box)),
            ("care", self.care.as_ref().is_some_and(body)),
            ("origin", one(&self.origin)),
            ("maker", one(&self.maker)),
            ("options", self.options.iter().any(|(name, values)| not(name) || any(values))),
            ("specifications.groups", any(&self.groups)),
            ("specifications.names", self.facts.iter().flatten().any(|(name, _)| not(name))),
            (
                "specifications.values",
                self.facts.iter().flatten().any(|(_, value)| not(value) && is_words(value)),
            ),
            ("pictures", any(&self.alts)),
            ("questions", self.questions.iter().any(|one| not(&one.ask))),
            ("downloads", any(&self.downloads)),
            ("video", one(&self.video)),
            ("offer", one(&self.offer)),
            ("delivery_note", one(&self.delivery_note)),
            ("returns_note", one(&self.returns_note)),
            ("warranty_note", one(&self.warranty_note)),
        ];
        parts.into_iter().filter_map(|(name, missing)| missing.then_some(name)).collect()
    }
}

/// Whether a value needs another language: it has a letter.
fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// The words as written in the first language.
pub(super) fn base_words<'s>(
    reading: &mut Reading<'s, '_>,
    written: &schema::Product,
    file: group::File<'s>,
    body: Range<usize>,
    pictures: &[Picture],
    specifications: &[SpecificationGroup],
    downloads: &[(Handle, File)],
) -> ProductWords<'s> {
    let title = Text::first(reading.words("title", &written.title));
    let (groups, facts) = facts(reading, written, specifications);
    let offer = written.offer.as_ref().and_then(|at| at.value.name.as_ref());
    let downloads =
        written.downloads.iter().filter(|one| downloads.iter().any(|(id, _)| id.as_str() == one.id.value));
    ProductWords {
        summary: Text::first(reading.words("summary", &written.summary)),
        body: description(reading, written.description.as_ref(), file, body, Lang::FIRST),
        highlights: texts(reading, &written.highlights),
        in_the_box: texts(reading, &written.in_the_box),
        care: care(reading, written.care.as_ref(), file, Lang::FIRST),
        origin: text_of(reading, written.origin.as_ref()),
        maker: text_of(reading, written.maker.as_ref()),
        options: written
            .options
            .iter()
            .map(|option| {
                (
                    text(reading, &option.name),
                    option.values.iter().map(|value| text(reading, &value.name)).collect(),
                )
            })
            .collect(),
        groups,
        facts,
        alts: alts(reading, written, pictures, &title),
        questions: questions(reading, written, file),
        downloads: downloads.map(|one| text(reading, &one.title)).collect(),
        video: text_of(reading, written.video.as_ref().map(|video| &video.title)),
        offer: text_of(reading, offer),
        delivery_note: text_of(reading, written.delivery.as_ref().and_then(|one| one.note.as_ref())),
        returns_note: text_of(reading, written.returns.as_ref().and_then(|one| one.note.as_ref())),
        warranty_note: text_of(reading, written.warranty.as_ref().and_then(|one| one.note.as_ref())),
        title,
    }
}

fn text(reading: &mut Reading<'_, '_>, at: &At<String>) -> Text {
    Text::first(reading.text(at))
}

fn text_of(reading: &mut Reading<'_, '_>, at: Option<&At<String>>) -> Option<Text> {
    reading.text_of(at).map(Text::first)
}

fn texts(reading: &mut Reading<'_, '_>, written: &[At<String>]) -> Vec<Text> {
    written.iter().map(|at| text(reading, at)).collect()
}

/// A Markdown text that stands in the front matter.
pub(super) fn care<'s>(
    reading: &mut Reading<'s, '_>,
    at: Option<&At<String>>,
    file: group::File<'s>,
    lang: Lang,
) -> Option<Body<'s>> {
    reading.text_of(at)?;
    Some(Body::quoted(file, at?, lang))
}

/// Headings of the groups, and names and values of the facts. Groups and rows that were refused have no words.
fn facts(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    specifications: &[SpecificationGroup],
) -> (Vec<Text>, Vec<Vec<(Text, Text)>>) {
    let groups = written
        .specifications
        .iter()
        .filter(|group| specifications.iter().any(|known| known.id.as_str() == group.id.value));
    let is_row =
        |id: &str| specifications.iter().any(|group| group.rows.iter().any(|row| row.id.as_str() == id));
    groups
        .map(|group| {
            let rows = group.rows.iter().filter(|row| is_row(&row.id.value));
            let facts =
                rows.map(|row| (text(reading, &row.name), Text::first(nfc(row.value.value.0.trim()))));
            let facts = facts.collect();
            (text(reading, &group.name), facts)
        })
        .unzip()
}

/// What each picture shows; the title stands in for words that are missing, with a warning.
fn alts(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    pictures: &[Picture],
    title: &Text,
) -> Vec<Text> {
    let mut alts = Vec::new();
    for picture in pictures {
        let one = written.pictures.iter().find(|one| reading.place(&one.file) == picture.named);
        match one.and_then(|one| text_of(reading, one.alt.as_ref())) {
            Some(alt) => alts.push(alt),
            None => {
                let fault = Diagnostic::warning(Code::PICTURE_ALT_MISSING).at(picture.named.clone());
                reading.found.push(fault.with("value", picture.path.name()));
                alts.push(title.clone());
            }
        }
    }
    alts
}

fn questions<'s>(
    reading: &mut Reading<'s, '_>,
    written: &schema::Product,
    file: group::File<'s>,
) -> Vec<Question<'s>> {
    let (mut questions, mut ids) = (Vec::new(), Vec::new());
    for one in &written.questions {
        let Some(id) = reading.handle(&one.id, &ids) else { continue };
        ids.push(id.clone());
        let ask = Text::first(reading.words("ask", &one.ask));
        let answer = question::answer(reading, &one.answer, file, Lang::FIRST);
        questions.push(Question { id, ask, answer });
    }
    questions
}
