//! Words that readers of a language do not get.

use crate::{
    base::{
        language::{Lang, PerLanguage},
        path::ShopPath,
    },
    catalog::Words,
    diag::{Code, Diagnostic, Diagnostics, Place},
    pipeline::Site,
};

/// Things without a file of words in a language.
pub(super) fn missing(site: &Site<'_>, found: &mut Diagnostics) {
    let catalog = site.catalog;
    let mut tell = |lang: Lang, words: Lang, path: &ShopPath| {
        if lang != words {
            let tag = catalog.config.tag(lang).as_str();
            let note = Diagnostic::note(Code::TRANSLATION_MISSING).at(Place::file(path.shared()));
            found.push(note.with("value", path).with("language", tag));
        }
    };
    for product in &catalog.products {
        product.words.iter().for_each(|(lang, words)| tell(lang, words.lang, product.path));
    }
    let all: Vec<&PerLanguage<Words<'_>>> = (catalog.collections.iter().map(|one| &one.words))
        .chain(catalog.pages.iter().map(|one| &one.words))
        .chain(catalog.guides.iter().map(|one| &one.words))
        .chain(catalog.policies.iter().map(|one| &one.words))
        .chain(catalog.home.iter().map(|one| &one.words))
        .chain(catalog.contact.iter().map(|one| &one.words))
        .collect();
    for each in all {
        each.iter().for_each(|(lang, words)| tell(lang, words.lang, words.body.path));
    }
}
