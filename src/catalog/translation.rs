//! Words of a product in another language, laid over those of the first.

use std::ops::Range;

use super::{
    group::{File, Group},
    picture::Picture,
    policy::handle_fault,
    product::ProductWords,
    question::Question,
    reading::Reading,
    specification::SpecificationGroup,
    text::{Body, take},
    variant::ProductOption,
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        name::Handle,
    },
    diag::Code,
    schema,
};

/// What a translation may refer to.
pub(super) struct Handles<'a> {
    pub(super) options: &'a [ProductOption],
    pub(super) specifications: &'a [SpecificationGroup],
    pub(super) pictures: &'a [Picture],
}

/// Words of every language: those of the translation where there are any, those of the first language elsewhere.
pub(super) fn all_words<'s>(
    reading: &mut Reading<'s, '_>,
    group: &Group<'s>,
    base: ProductWords<'s>,
    handles: &Handles<'_>,
) -> PerLanguage<ProductWords<'s>> {
    PerLanguage::make(group.words.count(), |lang| {
        let mut words = base.clone();
        if let Some(file) = group.words[lang] {
            let mut reading = Reading { tree: reading.tree, path: file.path, found: &mut *reading.found };
            translate(&mut reading, file, lang, &mut words, handles);
        }
        words
    })
}

fn translate<'s>(
    reading: &mut Reading<'s, '_>,
    file: File<'s>,
    lang: Lang,
    words: &mut ProductWords<'s>,
    handles: &Handles<'_>,
) {
    let Some((written, body)) = reading.front_matter::<schema::ProductWords>(file.text) else { return };
    words.lang = lang;
    take(&mut words.title, reading.text_of(written.title.as_ref()));
    take(&mut words.summary, reading.text_of(written.summary.as_ref()));
    let body = description(reading, written.description.as_ref(), file, body);
    if !body.text.trim().is_empty() {
        words.body = body;
    }
    translate_options(reading, &written, words, handles.options);
    translate_facts(reading, &written, words, handles.specifications);
    translate_pictures(reading, &written, words, handles.pictures);
    translate_questions(reading, &written, words);
    if let Some(note) = reading.text_of(written.delivery_note.as_ref()) {
        words.delivery_note = Some(note);
    }
    if let Some(note) = reading.text_of(written.returns_note.as_ref()) {
        words.returns_note = Some(note);
    }
}

fn names<'a>(handles: impl Iterator<Item = &'a Handle>) -> Vec<String> {
    handles.map(Handle::to_string).collect()
}

fn translate_options(
    reading: &mut Reading<'_, '_>,
    written: &schema::ProductWords,
    words: &mut ProductWords<'_>,
    options: &[ProductOption],
) {
    let known = names(options.iter().map(|option| &option.id));
    for (id, at) in &written.options {
        let Some(place) = known.iter().position(|one| one == id).filter(|place| *place < words.options.len())
        else {
            handle_fault(reading, at, id, &known);
            continue;
        };
        take(&mut words.options[place].0, reading.text_of(at.value.name.as_ref()));
        let values = names(options[place].values.iter());
        for (value, name) in &at.value.values {
            match values.iter().position(|one| one == value) {
                Some(at) => words.options[place].1[at] = reading.text(name),
                None => handle_fault(reading, name, value, &values),
            }
        }
    }
}

fn translate_facts(
    reading: &mut Reading<'_, '_>,
    written: &schema::ProductWords,
    words: &mut ProductWords<'_>,
    specifications: &[SpecificationGroup],
) {
    let Some(written) = &written.specifications else { return };
    let groups = names(specifications.iter().map(|group| &group.id));
    for (id, name) in &written.groups {
        match groups.iter().position(|one| one == id) {
            Some(place) => words.groups[place] = reading.text(name),
            None => handle_fault(reading, name, id, &groups),
        }
    }
    let rows = names(specifications.iter().flat_map(|group| group.rows.iter().map(|row| &row.id)));
    let at = |id: &str| {
        specifications.iter().enumerate().find_map(|(group, one)| {
            one.rows.iter().position(|row| row.id.as_str() == id).map(|row| (group, row))
        })
    };
    for (id, name) in &written.names {
        match at(id) {
            Some((group, row)) => words.facts[group][row].0 = reading.text(name),
            None => handle_fault(reading, name, id, &rows),
        }
    }
    for (id, value) in &written.values {
        match at(id) {
            Some((group, row)) => words.facts[group][row].1 = reading.text(value),
            None => handle_fault(reading, value, id, &rows),
        }
    }
}

fn translate_pictures(
    reading: &mut Reading<'_, '_>,
    written: &schema::ProductWords,
    words: &mut ProductWords<'_>,
    pictures: &[Picture],
) {
    let known: Vec<String> = pictures.iter().map(|picture| picture.path.name().to_owned()).collect();
    for (file, alt) in &written.pictures {
        match known.iter().position(|one| one == file) {
            Some(place) => words.alts[place] = reading.text(alt),
            None => handle_fault(reading, alt, file, &known),
        }
    }
}

fn translate_questions(
    reading: &mut Reading<'_, '_>,
    written: &schema::ProductWords,
    words: &mut ProductWords<'_>,
) {
    let known = names(words.questions.iter().map(|question| &question.id));
    for (id, at) in &written.questions {
        match known.iter().position(|one| one == id) {
            None => handle_fault(reading, at, id, &known),
            Some(place) => {
                let (ask, answer) =
                    (reading.words("ask", &at.value.ask), reading.words("answer", &at.value.answer));
                let id = words.questions[place].id.clone();
                words.questions[place] = Question { id, ask, answer, place: reading.place(&at.value.answer) };
            }
        }
    }
}

/// The body of a `.md` file, or the `description` of a `.toml` file; both at once are a fault.
pub(super) fn description<'s>(
    reading: &mut Reading<'s, '_>,
    written: Option<&schema::At<String>>,
    file: File<'s>,
    body: Range<usize>,
) -> Body<'s> {
    let in_body = Body::of(file, body);
    let Some(at) = written else { return in_body };
    if file.path.name().ends_with(".md") {
        reading.error(Code::DESCRIPTION_TWICE, at);
        return in_body;
    }
    // The text is taken from the file itself, inside its quotes, so that faults in it can be pointed at.
    let inner = inside_quotes(file.text, at.span.clone());
    if file.text[inner.clone()] == at.value {
        Body::of(file, inner)
    } else {
        Body { path: file.path, text: at.value.clone().into(), start: at.span.start }
    }
}

fn inside_quotes(text: &str, span: Range<usize>) -> Range<usize> {
    let quoted = &text[span.clone()];
    let mark = if quoted.starts_with("\"\"\"") || quoted.starts_with("'''") { 3 } else { 1 };
    let (mut start, end) = (span.start + mark, span.end.saturating_sub(mark));
    if mark == 3 && text[start..].starts_with('\n') {
        start += 1;
    } else if mark == 3 && text[start..].starts_with("\r\n") {
        start += 2;
    }
    start.min(end)..end
}
