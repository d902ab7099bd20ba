//! The warranty.

use super::{
    Text, alias,
    group::Group,
    policy::{Policy, Promise, day, each_language},
    reading::Reading,
    text::{self, BaseWords},
    translation::whole,
};
use crate::{
    base::language::PerLanguage,
    diag::Diagnostics,
    schema::{self, Remedy, WarrantyGiver},
    source::SourceTree,
};

/// What is promised for the time after the sale.
#[derive(Debug)]
pub struct Warranty {
    /// Months; 0 means that only the products that say so have one.
    pub months: u16,
    /// Who gives it.
    pub given_by: WarrantyGiver,
    /// What the buyer gets, the usual one first.
    pub remedies: Vec<Remedy>,
    /// What it covers.
    pub covers: PerLanguage<Vec<Text>>,
}

/// Where a product's warranty differs. Its note is in the product's words.
#[derive(Debug)]
pub struct WarrantyException {
    /// Months; 0 means none.
    pub months: Option<u16>,
}

/// Reads the warranty.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Warranty>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let aliases = alias::read(&mut reading, &written.aliases);
    let first: Vec<Text> = written.covers.iter().map(|at| Text::first(reading.text(at))).collect();
    let mut covers = vec![first; group.words.count()];
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    let words = text::base_words(&mut reading, group, &base, body);
    let words =
        each_language(tree, group, &words, found, |reading, lang, translated: &schema::WarrantyWords| {
            whole(reading, &mut covers[usize::from(lang.0)], &translated.covers, lang);
        });
    let warranty = Warranty {
        months: written.months.value,
        given_by: written.given_by.value,
        remedies: written.remedies.iter().map(|at| at.value).collect(),
        covers: PerLanguage::from_vec(covers),
    };
    Some(Policy { slug: group.slug.clone(), words, updated, promise: Promise::Warranty(warranty), aliases })
}
