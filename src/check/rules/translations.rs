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

/// Words that are not there in a language, and are shown in the first one.
pub(super) fn missing(site: &Site<'_>, found: &mut Diagnostics) {
    let catalog = site.catalog;
    let mut tell = |lang: Lang, missing: Vec<&'static str>, path: &ShopPath| {
        if lang != Lang::FIRST && !missing.is_empty() {
            let tag = catalog.config.tag(lang).as_str();
            let note = Diagnostic::note(Code::TRANSLATION_MISSING).at(Place::file(path.shared()));
            found.push(note.with("value", missing.join(", ")).with("language", tag));
        }
    };
    for product in &catalog.products {
        product.words.iter().for_each(|(lang, words)| tell(lang, words.missing(lang), product.path));
    }
    let all: Vec<&PerLanguage<Words<'_>>> = (catalog.collections.iter().map(|one| &one.words))
        .chain(catalog.pages.iter().map(|one| &one.words))
        .chain(catalog.guides.iter().map(|one| &one.words))
        .chain(catalog.policies.iter().map(|one| &one.words))
        .chain(catalog.home.iter().map(|one| &one.words))
        .chain(catalog.contact.iter().map(|one| &one.words))
        .collect();
    for chart in &catalog.size_charts {
        chart.words.iter().for_each(|(lang, words)| tell(lang, words.missing(lang), chart.path));
    }
    for each in all {
        let path = each[Lang::FIRST].body.path;
        each.iter().for_each(|(lang, words)| tell(lang, words.missing(lang), path));
    }
}

/// Tags with a page that have no name in a language, one note for each language.
pub(super) fn tag_names(site: &Site<'_>, found: &mut Diagnostics) {
    let catalog = site.catalog;
    for lang in catalog.config.langs() {
        let with_page = catalog.labels.tags.iter().filter(|tag| tag.slug.is_some());
        let unnamed = with_page.filter(|tag| tag.names[lang].lang != lang);
        let missing: Vec<&str> = unnamed.map(|tag| tag.written.as_str()).collect();
        if !missing.is_empty() {
            let note = Diagnostic::note(Code::CHECK_TAG_NAMES).at(Place::file("content/tags.toml"));
            let tag = catalog.config.tag(lang).as_str();
            found.push(note.with("value", missing.join(", ")).with("language", tag));
        }
    }
}
