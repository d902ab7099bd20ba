//! Words of a product in another language, laid over those of the first.

use std::{collections::BTreeMap, ops::Range};

use super::{
    file,
    group::{File, Group},
    picture::Picture,
    policy::handle_fault,
    product_words::{ProductWords, care},
    question::{self, Question},
    reading::Reading,
    specification::SpecificationGroup,
    text::{Body, Text},
    variant::ProductOption,
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        name::Handle,
    },
    diag::{Code, Diagnostic},
    schema::{self, At, QuestionWords},
};

/// What a translation may refer to.
pub(super) struct Handles<'a> {
    pub(super) options: &'a [ProductOption],
    pub(super) specifications: &'a [SpecificationGroup],
    pub(super) pictures: &'a [Picture],
    pub(super) downloads: &'a [(Handle, file::File)],
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
            Translation { reading: &mut reading, lang, words: &mut words }.read(file, handles);
        }
        words
    })
}

/// One file of words, laid over `words`.
struct Translation<'a, 's, 'f> {
    reading: &'a mut Reading<'s, 'f>,
    lang: Lang,
    words: &'a mut ProductWords<'s>,
}

impl<'s> Translation<'_, 's, '_> {
    fn read(mut self, file: File<'s>, handles: &Handles<'_>) {
        let Some((written, body)) = self.reading.front_matter::<schema::ProductWords>(file.text) else {
            return;
        };
        let lang = self.lang;
        self.words.title.take(self.reading.text_of(written.title.as_ref()), lang);
        self.words.summary.take(self.reading.text_of(written.summary.as_ref()), lang);
        let body = description(self.reading, written.description.as_ref(), file, body, lang);
        self.words.body.take(body);
        self.options(&written, handles.options);
        self.facts(&written, handles.specifications);
        let files: Vec<String> =
            handles.pictures.iter().map(|picture| picture.path.name().to_owned()).collect();
        let alts = by_id(self.reading, &written.pictures, &files);
        lay_over(&mut self.words.alts, alts, lang);
        let ids = names(handles.downloads.iter().map(|(id, _)| id));
        let downloads = by_id(self.reading, &written.downloads, &ids);
        lay_over(&mut self.words.downloads, downloads, lang);
        self.questions(&written, file);
        self.lists(&written);
        self.single(&written, file);
    }

    /// Lists that are translated whole.
    fn lists(&mut self, written: &schema::ProductWords) {
        let lang = self.lang;
        whole(self.reading, &mut self.words.highlights, &written.highlights, lang);
        whole(self.reading, &mut self.words.in_the_box, &written.in_the_box, lang);
    }

    /// Words that stand alone. One that the product does not have says nothing to nobody, and is told.
    fn single(&mut self, written: &schema::ProductWords, file: File<'s>) {
        let lang = self.lang;
        if let Some(body) = care(self.reading, written.care.as_ref(), file, lang) {
            self.words.care = Some(body);
        }
        let words = &mut *self.words;
        for (key, old, new) in [
            ("origin", &mut words.origin, &written.origin),
            ("maker", &mut words.maker, &written.maker),
            ("video", &mut words.video, &written.video),
            ("offer", &mut words.offer, &written.offer),
            ("delivery_note", &mut words.delivery_note, &written.delivery_note),
            ("returns_note", &mut words.returns_note, &written.returns_note),
            ("warranty_note", &mut words.warranty_note, &written.warranty_note),
        ] {
            match (old, new) {
                (Some(old), _) => old.take(self.reading.text_of(new.as_ref()), lang),
                (None, Some(at)) => handle_fault(self.reading, at, key, &[]),
                (None, None) => {}
            }
        }
    }

    fn options(&mut self, written: &schema::ProductWords, options: &[ProductOption]) {
        let known = names(options.iter().map(|option| &option.id));
        for (id, at) in &written.options {
            let place = known.iter().position(|one| one == id);
            let Some(place) = place.filter(|place| *place < self.words.options.len()) else {
                handle_fault(self.reading, at, id, &known);
                continue;
            };
            self.words.options[place].0.take(self.reading.text_of(at.value.name.as_ref()), self.lang);
            let values = by_id(
                self.reading,
                &at.value.values,
                &names(options[place].values.iter().map(|one| &one.id)),
            );
            lay_over(&mut self.words.options[place].1, values, self.lang);
        }
    }

    fn facts(&mut self, written: &schema::ProductWords, specifications: &[SpecificationGroup]) {
        let Some(written) = &written.specifications else { return };
        let groups =
            by_id(self.reading, &written.groups, &names(specifications.iter().map(|group| &group.id)));
        lay_over(&mut self.words.groups, groups, self.lang);
        let ids = names(specifications.iter().flat_map(|group| group.rows.iter().map(|row| &row.id)));
        let mut facts: Vec<&mut (Text, Text)> = self.words.facts.iter_mut().flatten().collect();
        for (place, name) in by_id(self.reading, &written.names, &ids) {
            facts[place].0 = Text { text: name, lang: self.lang };
        }
        for (place, value) in by_id(self.reading, &written.values, &ids) {
            facts[place].1 = Text { text: value, lang: self.lang };
        }
    }

    fn questions(&mut self, written: &schema::ProductWords, file: File<'s>) {
        let known = names(self.words.questions.iter().map(|question| &question.id));
        for (id, at) in &written.questions {
            let Some(place) = known.iter().position(|one| one == id) else {
                handle_fault(self.reading, at, id, &known);
                continue;
            };
            let QuestionWords { ask, answer } = &at.value;
            let ask = Text { text: self.reading.words("ask", ask), lang: self.lang };
            let answer = question::answer(self.reading, answer, file, self.lang);
            let id = self.words.questions[place].id.clone();
            self.words.questions[place] = Question { id, ask, answer };
        }
    }
}

pub(super) fn names<'a>(handles: impl Iterator<Item = &'a Handle>) -> Vec<String> {
    handles.map(Handle::to_string).collect()
}

/// Words by the place of their handle; a handle that is not known is told.
pub(super) fn by_id(
    reading: &mut Reading<'_, '_>,
    written: &BTreeMap<String, At<String>>,
    known: &[String],
) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (id, at) in written {
        match known.iter().position(|one| one == id) {
            Some(place) => words.push((place, reading.text(at))),
            None => handle_fault(reading, at, id, known),
        }
    }
    words
}

pub(super) fn lay_over(old: &mut [Text], new: Vec<(usize, String)>, lang: Lang) {
    for (place, text) in new {
        if let Some(old) = old.get_mut(place) {
            old.take(Some(text), lang);
        }
    }
}

/// Lays a whole list over another; the two must be of one length.
pub(super) fn whole(reading: &mut Reading<'_, '_>, old: &mut Vec<Text>, written: &[At<String>], lang: Lang) {
    let Some(first) = written.first() else { return };
    if written.len() == old.len() {
        *old = written.iter().map(|at| Text { text: reading.text(at), lang }).collect();
    } else {
        let told = Diagnostic::error(Code::TRANSLATION_COUNT).at(reading.place(first));
        reading.found.push(told.with("here", written.len()).with("there", old.len()));
    }
}

/// The body of a `.md` file, or the `description` of a `.toml` file; both at once are a fault.
pub(super) fn description<'s>(
    reading: &mut Reading<'s, '_>,
    written: Option<&schema::At<String>>,
    file: File<'s>,
    body: Range<usize>,
    lang: Lang,
) -> Body<'s> {
    let in_body = Body::of(file, body, lang);
    let Some(at) = written else { return in_body };
    if file.path.name().ends_with(".md") {
        reading.error(Code::DESCRIPTION_TWICE, at);
        return in_body;
    }
    Body::quoted(file, at, lang)
}
