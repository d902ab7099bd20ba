//! The files of one thing: its facts with words in the first language, and its words in the others.

use std::collections::BTreeMap;

use crate::{
    base::{
        language::{Lang, PerLanguage},
        name::{NameFault, Slug},
        path::ShopPath,
    },
    diag::{Code, Diagnostic, Diagnostics, Place},
    source::{self, SourceTree},
};

/// A text and its path.
#[derive(Debug, Clone, Copy)]
pub(super) struct File<'s> {
    pub(super) path: &'s ShopPath,
    pub(super) text: &'s str,
}

/// The files of one thing.
#[derive(Debug)]
pub struct Group<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    pub(super) base: File<'s>,
    pub(super) words: PerLanguage<Option<File<'s>>>,
}

/// How a folder is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// `<folder>/<slug>.md`.
    Flat,
    /// `<folder>/<slug>/index.md` or `<folder>/<slug>.toml`.
    Products,
    /// `<folder>/index.md` alone.
    Single,
}

/// Folders whose things have an address each.
const ADDRESSED: [(&str, Layout); 5] = [
    ("products", Layout::Products),
    ("collections", Layout::Flat),
    ("policies", Layout::Flat),
    ("pages", Layout::Flat),
    ("guides", Layout::Flat),
];

/// The folder and the slug of the thing with an address that this file holds the facts of; `None` for every other file.
pub fn thing_of(path: &ShopPath) -> Option<(&'static str, Slug)> {
    let (folder, rest) = path.below("content")?.split_once('/')?;
    let (folder, layout) = ADDRESSED.into_iter().find(|(one, _)| *one == folder)?;
    let name = source::translation_of(path);
    let (slug, _) = key(rest, &name, layout).filter(|_| name.tag.is_none())?;
    Some((folder, Slug::read(&slug).ok()?))
}

/// The things of a folder, in the order of their paths.
pub(super) fn groups<'s>(
    tree: &'s SourceTree<'_>,
    folder: &str,
    layout: Layout,
    found: &mut Diagnostics,
) -> Vec<Group<'s>> {
    let mut parts: BTreeMap<(String, bool), Parts<'s>> = BTreeMap::new();
    for (path, file) in tree.texts.iter() {
        let Some(rest) = path.below(folder) else { continue };
        let name = source::translation_of(path);
        match key(rest, &name, layout) {
            None => found.push(Diagnostic::warning(Code::FILE_UNKNOWN).at(Place::file(path.shared()))),
            Some(key) => {
                let file = File { path, text: &file.text };
                parts.entry(key).or_default().add(
                    tree,
                    name.tag.as_ref().map(|tag| tag.as_str()),
                    file,
                    found,
                );
            }
        }
    }
    parts.into_iter().filter_map(|((slug, _), parts)| parts.finish(tree, &slug, found)).collect()
}

/// Slug and form of the file at `rest`; `None` when it does not belong there.
fn key(rest: &str, name: &source::Translation<'_>, layout: Layout) -> Option<(String, bool)> {
    match (layout, rest.split_once('/')) {
        (Layout::Flat, None) if name.ending == "md" => Some((name.stem.to_owned(), false)),
        (Layout::Single, None) if name.ending == "md" && name.stem == "index" => {
            Some(("index".to_owned(), false))
        }
        (Layout::Products, None) if name.ending == "toml" => Some((name.stem.to_owned(), true)),
        (Layout::Products, Some((slug, file)))
            if name.ending == "md" && name.stem == "index" && !file.contains('/') =>
        {
            Some((slug.to_owned(), false))
        }
        _ => None,
    }
}

#[derive(Default)]
struct Parts<'s> {
    base: Option<File<'s>>,
    words: Vec<(Lang, File<'s>)>,
    orphans: Vec<File<'s>>,
}

impl<'s> Parts<'s> {
    fn add(&mut self, tree: &SourceTree<'_>, tag: Option<&str>, file: File<'s>, found: &mut Diagnostics) {
        match tag.map(|tag| (tag, tree.config.lang(tag))) {
            None => self.base = Some(file),
            Some((_, Some(lang))) if lang != Lang::FIRST => self.words.push((lang, file)),
            Some((tag, _)) => {
                self.orphans.push(file);
                let known: Vec<&str> = tree.config.languages.iter().skip(1).map(|tag| tag.as_str()).collect();
                found.push(
                    Diagnostic::error(Code::TRANSLATION_LANGUAGE)
                        .at(Place::file(file.path.shared()))
                        .with("value", tag)
                        .with("known", known.join(", ")),
                );
            }
        }
    }

    fn finish(self, tree: &SourceTree<'_>, slug: &str, found: &mut Diagnostics) -> Option<Group<'s>> {
        let Some(base) = self.base else {
            for (_, file) in self.words {
                found.push(Diagnostic::error(Code::TRANSLATION_ORPHAN).at(Place::file(file.path.shared())));
            }
            return None;
        };
        match Slug::read(slug) {
            Ok(slug) => {
                let of = |lang: Lang| self.words.iter().find(|(one, _)| *one == lang).map(|(_, file)| *file);
                Some(Group { slug, base, words: PerLanguage::make(tree.config.languages.len(), of) })
            }
            Err(fault) => {
                let mut told = Diagnostic::error(Code::SLUG_INVALID)
                    .at(Place::file(base.path.shared()))
                    .with("value", slug);
                if let NameFault::Character(character) = fault {
                    told = told.with("character", character);
                }
                found.push(told.with("most", Slug::MAX));
                None
            }
        }
    }
}
