//! Brands and tags: the words that goods are marked with, and which goods they are on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Product, Text, group::File, reading::Reading};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        name::{NameFault, Slug, nfc},
    },
    config::ShopConfig,
    diag::{Code, Diagnostic, Diagnostics, Place, nearest},
    schema::{self, At},
    source::SourceTree,
};

/// The file that names tags in every language.
pub(super) const TAGS_FILE: &str = "content/tags.toml";

/// Fewest products of a brand or a tag that has a page of its own. With one alone, the page would say what the product says.
const LEAST: usize = 2;

/// A brand or a tag.
#[derive(Debug)]
pub struct Label {
    /// As products write it.
    pub written: String,
    /// What readers of each language see.
    pub names: PerLanguage<Text>,
    /// Last part of its address; `None` when it has no page.
    pub slug: Option<Slug>,
    /// Places of its products, in the order of their files.
    pub products: Vec<usize>,
}

/// All brands and tags, each in the order of their written words.
#[derive(Debug, Default)]
pub struct Labels {
    /// Makers' names.
    pub brands: Vec<Label>,
    /// Words for finding goods.
    pub tags: Vec<Label>,
}

impl Labels {
    /// Place of a brand.
    pub fn brand(&self, written: &str) -> Option<usize> {
        find(&self.brands, written)
    }

    /// Place of a tag.
    pub fn tag(&self, written: &str) -> Option<usize> {
        find(&self.tags, written)
    }
}

/// Every brand and tag that a product has, those of drafts and archived ones among them; sorted.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    pub(super) brands: Vec<String>,
    pub(super) tags: Vec<String>,
}

impl KnownWords {
    pub(super) fn of(products: &[Product<'_>]) -> Self {
        let sorted = |words: BTreeSet<&String>| words.into_iter().cloned().collect();
        Self {
            brands: sorted(products.iter().filter_map(|product| product.brand.as_ref()).collect()),
            tags: sorted(products.iter().flat_map(|product| &product.tags).collect()),
        }
    }
}

fn find(labels: &[Label], written: &str) -> Option<usize> {
    labels.binary_search_by(|one| one.written.as_str().cmp(written)).ok()
}

/// Collects the labels of all products and names the tags.
pub(super) fn read(
    tree: &SourceTree<'_>,
    products: &[Product<'_>],
    known: &KnownWords,
    found: &mut Diagnostics,
) -> Labels {
    let mut labels = Labels {
        brands: collect(tree.config, products, |product| product.brand.as_slice()),
        tags: collect(tree.config, products, |product| &product.tags),
    };
    if let Some((path, file)) = tree.texts.iter().find(|(path, _)| path.as_str() == TAGS_FILE) {
        name_tags(tree, File { path, text: &file.text }, &mut labels.tags, known, found);
    }
    labels
}

/// Labels in the order of their words. Products that stand in no list are not counted, but their words are known.
fn collect<'p>(
    config: &ShopConfig,
    products: &'p [Product<'_>],
    of: impl Fn(&'p Product<'_>) -> &'p [String],
) -> Vec<Label> {
    let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, product) in products.iter().enumerate() {
        for word in of(product).iter().filter(|word| !word.is_empty()) {
            let places = words.entry(word).or_default();
            if product.is_listed() && places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    let label = |(word, products): (&str, Vec<usize>)| Label {
        written: word.to_owned(),
        names: PerLanguage::make(config.languages.len(), |_| Text::first(word.to_owned())),
        slug: if products.len() < LEAST { None } else { Slug::of_words(word, config.letters) },
        products,
    };
    words.into_iter().map(label).collect()
}

fn name_tags<'s>(
    tree: &'s SourceTree<'s>,
    file: File<'s>,
    tags: &mut [Label],
    known: &KnownWords,
    found: &mut Diagnostics,
) {
    let mut reading = Reading { tree, path: file.path, found };
    let Some((written, _)) = reading.front_matter::<schema::Tags>(file.text) else { return };
    for (word, at) in &written.0 {
        let tag = nfc(word.trim());
        if known.tags.binary_search(&tag).is_err() {
            let told = Diagnostic::warning(Code::TAG_UNUSED).at(reading.place(at)).with("value", word);
            let near = nearest(word, known.tags.iter().map(String::as_str));
            reading.found.push(near.into_iter().fold(told, |told, near| told.with("near", near)));
        }
        let Some(place) = find(tags, &tag) else { continue };
        if let Some(name) = &at.value.name {
            rename(&mut reading, &mut tags[place].names, name);
        }
        if let Some(slug) = at.value.slug.as_ref().and_then(|at| read_slug(&mut reading, at))
            && tags[place].products.len() >= LEAST
        {
            tags[place].slug = Some(slug);
        }
    }
}

fn rename(reading: &mut Reading<'_, '_>, names: &mut PerLanguage<Text>, written: &At<schema::Words>) {
    let config = reading.config();
    let mut new: BTreeMap<Lang, String> = BTreeMap::new();
    match &written.value {
        schema::Words::One(text) => {
            let at = At { value: text.clone(), span: written.span.clone() };
            new.extend(reading.text_of(Some(&at)).map(|text| (Lang::FIRST, text)));
        }
        schema::Words::Each(each) => {
            for (tag, at) in each {
                let Some(lang) = config.lang(tag) else {
                    let known: Vec<&str> = config.languages.iter().map(|tag| tag.as_str()).collect();
                    let told = Diagnostic::error(Code::WORDS_LANGUAGE).at(reading.place(at));
                    reading.found.push(told.with("value", tag).with("known", known.join(", ")));
                    continue;
                };
                new.extend(reading.text_of(Some(at)).map(|text| (lang, text)));
            }
        }
    }
    let first = new.get(&Lang::FIRST).cloned().unwrap_or_else(|| names[Lang::FIRST].text.clone());
    *names = PerLanguage::make(names.count(), |lang| match new.get(&lang) {
        Some(text) => Text { text: text.clone(), lang },
        None => Text::first(first.clone()),
    });
}

fn read_slug(reading: &mut Reading<'_, '_>, at: &At<String>) -> Option<Slug> {
    match Slug::read(&at.value) {
        Ok(slug) => Some(slug),
        Err(fault) => {
            let told = Diagnostic::error(Code::SLUG_INVALID).at(reading.place(at)).with("value", &at.value);
            let told = match fault {
                NameFault::Character(character) => told.with("character", character),
                _ => told,
            };
            reading.found.push(told.with("most", Slug::MAX));
            None
        }
    }
}

impl Label {
    /// Where it was written first: the file of its first product.
    pub fn place(&self, products: &[Product<'_>]) -> Option<Place> {
        self.products.first().map(|place| Place::file(products[*place].path.shared()))
    }
}
