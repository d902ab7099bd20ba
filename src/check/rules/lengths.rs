//! Words that are cut off where buyers first see them.

use crate::{
    catalog::{ProductWords, Text},
    diag::{Code, Diagnostic, Diagnostics, Place},
    pipeline::Site,
};

/// What search engines show of a description, in characters.
const SUMMARY: usize = 180;

/// What product feeds take of a title, in characters (Google, read 2026-11-21).
const TITLE: usize = 150;

/// Summaries of products that are cut off.
pub(super) fn summary(site: &Site<'_>, found: &mut Diagnostics) {
    each(site, found, Code::CHECK_SUMMARY_LONG, SUMMARY, |words| &words.summary);
}

/// Titles of products that are cut off.
pub(super) fn title(site: &Site<'_>, found: &mut Diagnostics) {
    each(site, found, Code::CHECK_TITLE_LONG, TITLE, |words| &words.title);
}

fn each(
    site: &Site<'_>,
    found: &mut Diagnostics,
    code: Code,
    most: usize,
    text: impl for<'w> Fn(&'w ProductWords<'_>) -> &'w Text,
) {
    for product in &site.catalog.products {
        for (lang, words) in product.words.iter() {
            let text = text(words);
            let count = text.chars().count();
            if count > most && text.lang == lang {
                let place = Place::file(words.body.path.shared());
                found.push(Diagnostic::warning(code).at(place).with("count", count).with("most", most));
            }
        }
    }
}
