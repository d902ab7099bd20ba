//! The languages of the shop, and words given in some of them.

use std::collections::BTreeMap;

use super::told::{fault, place};
use crate::{
    base::language::{Lang, PerLanguage, Tag},
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{At, Words},
};

/// The languages, at least one.
pub(super) struct Languages {
    pub(super) tags: Vec<Tag>,
}

impl Languages {
    /// Reads the list; `None` when there is no language left.
    pub(super) fn read(written: &[At<String>], found: &mut Diagnostics) -> Option<Self> {
        let mut tags: Vec<Tag> = Vec::new();
        for one in written {
            match Tag::read(&one.value) {
                None => found.push(fault(Code::SHOP_LANGUAGE, one).with("value", &one.value)),
                Some(tag) if tags.contains(&tag) => {
                    found.push(fault(Code::SHOP_LANGUAGE_TWICE, one).with("value", tag.as_str()))
                }
                Some(tag) => tags.push(tag),
            }
        }
        if written.is_empty() {
            found.push(Diagnostic::error(Code::SHOP_NO_LANGUAGE).at(Place::file(super::told::FILE)));
        }
        (!tags.is_empty()).then_some(Self { tags })
    }

    /// Tells languages that the shop does not have.
    pub(super) fn known(&self, each: &BTreeMap<String, At<String>>, found: &mut Diagnostics) {
        for (tag, text) in each {
            if !self.tags.iter().any(|known| known.as_str() == tag) {
                let known: Vec<&str> = self.tags.iter().map(Tag::as_str).collect();
                let told = Diagnostic::error(Code::WORDS_LANGUAGE).at(place(text)).with("value", tag);
                found.push(told.with("known", known.join(", ")));
            }
        }
    }

    /// Every language with its tag.
    pub(super) fn each(&self) -> impl Iterator<Item = (Lang, &Tag)> {
        self.tags.iter().enumerate().map(|(place, tag)| (Lang(place as u8), tag))
    }
}

/// The words in every language; a language without words has those of the first.
pub(super) fn spoken(
    words: &At<Words>,
    languages: &Languages,
    found: &mut Diagnostics,
) -> PerLanguage<String> {
    let count = languages.tags.len();
    match &words.value {
        Words::One(text) => PerLanguage::make(count, |_| text.clone()),
        Words::Each(each) => {
            languages.known(each, found);
            let first = each.get(languages.tags[0].as_str());
            if first.is_none() {
                found.push(
                    fault(Code::WORDS_LANGUAGE, words)
                        .with("value", languages.tags[0].as_str())
                        .with("known", each.keys().cloned().collect::<Vec<_>>().join(", ")),
                );
            }
            let first = first.map(|text| text.value.clone()).unwrap_or_default();
            PerLanguage::make(count, |lang| {
                each.get(languages.tags[lang.0 as usize].as_str())
                    .map_or_else(|| first.clone(), |text| text.value.clone())
            })
        }
    }
}
