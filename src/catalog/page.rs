//! Pages of words: home, contact, pages and guides.

use jiff::civil::Date;

use super::{
    Product,
    alias::{self, Alias},
    group::Group,
    picture::{self, Picture},
    policy::day,
    reading::Reading,
    text::{self, BaseWords, Words},
};
use crate::{
    base::{
        language::PerLanguage,
        name::{Slug, nfc},
    },
    diag::{Code, Diagnostics},
    schema::{self, At, HomeSection},
    source::SourceTree,
};

/// Days after its day on which a product is called new on the front of the shop.
pub(super) const NEW_DAYS: u16 = 60;

/// The front of the shop.
#[derive(Debug)]
pub struct Home<'s> {
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
    /// The shop's picture.
    pub picture: Option<Picture>,
    /// Slugs of the products shown first.
    pub products: Vec<Slug>,
    /// Slugs of the collections shown; none: all that stand in no other.
    pub collections: Vec<Slug>,
    /// Parts in their order, each once; `None`: all of them.
    pub sections: Option<Vec<HomeSection>>,
}

/// The words around the channels.
#[derive(Debug)]
pub struct Contact<'s> {
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
}

/// A page of words.
#[derive(Debug)]
pub struct Page<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Place among the pages.
    pub order: i64,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// A guide.
#[derive(Debug)]
pub struct Guide<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The day it is published.
    pub date: Date,
    /// Slugs of the products it speaks of.
    pub products: Vec<Slug>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

pub(super) fn read_home<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    (known, collections): (&[Slug], &[Slug]),
    found: &mut Diagnostics,
) -> Option<Home<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Home>(group.base.text)?;
    let picture =
        written.picture.as_ref().and_then(|at| picture::find(&mut reading, at, written.focus.as_ref()));
    let products = slugs(&mut reading, &written.products, known, Code::PRODUCT_UNKNOWN);
    let collections = slugs(&mut reading, &written.collections, collections, Code::COLLECTION_UNKNOWN);
    let sections = written.sections.as_ref().map(|sections| {
        let mut each: Vec<HomeSection> = Vec::new();
        for one in sections {
            if !each.contains(&one.value) {
                each.push(one.value);
            }
        }
        each
    });
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: written.alt.as_ref() };
    let words = text::words(tree, group, base, body, found);
    Some(Home { words, picture, products, collections, sections })
}

/// The next day on which a product is no longer called new on the front of the shop.
pub(super) fn next_change(home: Option<&Home<'_>>, products: &[Product<'_>], today: Date) -> Option<Date> {
    let sections = home.and_then(|home| home.sections.as_ref());
    let shown = sections.is_none_or(|sections| sections.contains(&HomeSection::New));
    let new = products.iter().filter(|one| shown && one.is_available() && one.is_new(today));
    new.filter_map(Product::new_until).min()
}

pub(super) fn read_contact<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Contact<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Contact>(group.base.text)?;
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    Some(Contact { words: text::words(tree, group, base, body, found) })
}

pub(super) fn read_page<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Page<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Page>(group.base.text)?;
    let picture =
        written.picture.as_ref().and_then(|at| picture::find(&mut reading, at, written.focus.as_ref()));
    let aliases = alias::read(&mut reading, &written.aliases);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: written.alt.as_ref() };
    let words = text::words(tree, group, base, body, found);
    Some(Page { slug: group.slug.clone(), words, picture, order: written.order, aliases })
}

pub(super) fn read_guide<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    known: &[Slug],
    found: &mut Diagnostics,
) -> Option<Guide<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Guide>(group.base.text)?;
    let picture =
        written.picture.as_ref().and_then(|at| picture::find(&mut reading, at, written.focus.as_ref()));
    let date = day(&mut reading, Some(&written.date));
    let products = slugs(&mut reading, &written.products, known, Code::PRODUCT_UNKNOWN);
    let aliases = alias::read(&mut reading, &written.aliases);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: written.alt.as_ref() };
    let words = text::words(tree, group, base, body, found);
    Some(Guide { slug: group.slug.clone(), words, picture, date: date?, products, aliases })
}

/// Slugs, checked against all that there are, broken ones included.
fn slugs(reading: &mut Reading<'_, '_>, written: &[At<String>], known: &[Slug], code: Code) -> Vec<Slug> {
    let mut slugs = Vec::new();
    for at in written {
        let name = nfc(&at.value);
        match known.iter().find(|slug| slug.as_str() == name) {
            Some(slug) => slugs.push(slug.clone()),
            None => reading.unknown(code, at, known.iter().map(Slug::as_str)),
        }
    }
    slugs
}
