//! A collection.

use super::{
    alias::{self, Alias},
    group::Group,
    picture::{self, Picture},
    reading::Reading,
    rule::Rule,
    text::{self, BaseWords, Words},
};
use crate::{
    base::{language::PerLanguage, name::Slug, path::ShopPath},
    diag::Diagnostics,
    schema::{self, At, CollectionSort},
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
    /// Place of the collection it stands in.
    pub parent: Option<usize>,
    /// How its products are sorted.
    pub sort: CollectionSort,
    /// Places of the products that come first, in their order.
    pub first: Vec<usize>,
    /// What it takes by itself.
    pub rule: Option<Rule>,
    /// Places of its products, in the order of their files; those of collections inside it are not among them.
    pub members: Vec<usize>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// What a collection names of other things, as written. It is looked up when all are read.
pub(super) struct Links<'s> {
    pub(super) path: &'s ShopPath,
    pub(super) parent: Option<At<String>>,
    pub(super) products: Vec<At<String>>,
    pub(super) rule: Option<At<schema::Rule>>,
}

/// Reads a collection.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<(Collection<'s>, Links<'s>)> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Collection>(group.base.text)?;
    let picture =
        written.picture.as_ref().and_then(|at| picture::find(&mut reading, at, written.focus.as_ref()));
    let aliases = alias::read(&mut reading, &written.aliases);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: written.alt.as_ref() };
    let words = text::words(tree, group, base, body, found);
    let collection = Collection {
        slug: group.slug.clone(),
        words,
        order: written.order,
        parent: None,
        sort: written.sort.unwrap_or_default(),
        first: Vec::new(),
        rule: None,
        members: Vec::new(),
        picture,
        aliases,
    };
    let (parent, products, rule) = (written.parent, written.products, written.rule);
    Some((collection, Links { path: group.base.path, parent, products, rule }))
}
