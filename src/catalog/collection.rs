//! A collection.

use super::{
    alias::{self, Alias},
    group::Group,
    picture::{self, Picture},
    reading::Reading,
    text::{self, BaseWords, Words},
};
use crate::{
    base::{language::PerLanguage, name::Slug},
    diag::Diagnostics,
    schema,
    source::SourceTree,
};

/// A collection of products.
#[derive(Debug)]
pub struct Collection<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
    /// Place among the collections.
    pub order: i64,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// Reads a collection.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Collection<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Collection>(group.base.text)?;
    let picture = written.picture.as_ref().and_then(|at| picture::find(&mut reading, at));
    let aliases = alias::read(&mut reading, &written.aliases);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: written.alt.as_ref() };
    let words = text::words(tree, group, base, body, found);
    Some(Collection { slug: group.slug.clone(), words, order: written.order, picture, aliases })
}
