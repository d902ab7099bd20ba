//! What a link or a picture in a body means.

use std::{cell::RefCell, collections::BTreeMap};

use super::{SitePlan, Subject, address_of, redirect};
use crate::{
    base::{
        address::Address,
        html::{Html, escape},
        language::Lang,
        letters::Letters,
    },
    catalog::{self, Body, Catalog},
    diag::{Diagnostic, Place},
    markdown::{LinkFault, PictureLinkFault, Resolve},
};

/// Every address that a link may name, without language, and what stands there.
#[derive(Debug)]
pub(super) struct Known {
    subjects: BTreeMap<String, Subject>,
    /// Where links to things that are broken, or not published yet, lead.
    waiting: BTreeMap<String, Subject>,
}

impl Known {
    pub(super) fn new(catalog: &Catalog<'_>, subjects: &[Subject], aliases: &[redirect::Alias]) -> Self {
        let key = |address: &Address| address.collision_key();
        let mut known: BTreeMap<String, Subject> =
            subjects.iter().map(|subject| (key(&subject.address(catalog, Lang::FIRST)), *subject)).collect();
        // A link may also name the folder or file as it is called.
        for subject in subjects.iter().filter(|_| catalog.config.letters != Letters::Kept) {
            known.entry(key(&subject.address_in(catalog, Lang::FIRST, Letters::Kept))).or_insert(*subject);
        }
        for alias in aliases.iter().filter(|alias| alias.lang == Lang::FIRST) {
            known.entry(key(&alias.from)).or_insert(alias.to);
        }
        let letters = [Letters::Kept, catalog.config.letters];
        let waiting =
            catalog.broken.iter().flat_map(|(folder, slug)| letters.map(|one| (*folder, slug, one)));
        let waiting = waiting.map(|(folder, slug, letters)| {
            let address = address_of(folder, slug, letters);
            let to = if folder == "guides" && !catalog.guides.is_empty() {
                Subject::Guides
            } else {
                Subject::Home
            };
            (key(&address), to)
        });
        Self { waiting: waiting.collect(), subjects: known }
    }

    fn find(&self, path: &str) -> Option<Subject> {
        keys(path).iter().find_map(|key| self.subjects.get(key).or_else(|| self.waiting.get(key))).copied()
    }

    /// What a name in a block means: the folder, the address or an address of before, as in a link.
    pub(super) fn product(&self, name: &str) -> Named {
        let path = if name.starts_with('/') { name.to_owned() } else { format!("/products/{name}/") };
        let keys = keys(&path);
        match keys.iter().find_map(|key| self.subjects.get(key)) {
            Some(Subject::Product(place)) => Named::There(*place),
            Some(_) => Named::Unknown,
            None if keys.iter().any(|key| self.waiting.contains_key(key)) => Named::Waits,
            None => Named::Unknown,
        }
    }

    fn nearest(&self, path: &str) -> Option<String> {
        let known = self.subjects.keys().map(|key| key.trim_end_matches("index.html"));
        let near = crate::diag::nearest(path.trim_start_matches('/'), known);
        near.map(|near| format!("/{near}"))
    }
}

/// The keys under which what a path names may be known.
fn keys(path: &str) -> Vec<String> {
    let Some(address) = Address::read(path) else { return Vec::new() };
    let as_page = Address::page(address.as_str().split('/').filter(|part| !part.is_empty()));
    vec![address.collision_key(), as_page.collision_key()]
}

/// What the name of a product means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The product at this place of the catalogue.
    There(usize),
    /// Something that is broken or not there yet.
    Waits,
    /// Nothing.
    Unknown,
}

/// Resolves links and pictures of one body for readers of one language.
pub(super) struct Resolver<'p, 'a> {
    pub(super) plan: &'p SitePlan<'a>,
    pub(super) lang: Lang,
    pub(super) body: &'p Body<'a>,
    /// Pictures that cannot be used, by what was written, with the reason.
    pub(super) refused: RefCell<Vec<(String, Diagnostic)>>,
}

impl Resolve for Resolver<'_, '_> {
    fn link(&self, destination: &str) -> Result<String, LinkFault> {
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (destination, None),
        };
        let broken = || LinkFault::Broken { near: self.plan.known.nearest(path) };
        let subject = self.plan.known.find(path).ok_or_else(broken)?;
        let link = self.plan.link(subject, self.lang);
        Ok(fragment.map_or_else(|| link.clone(), |fragment| format!("{link}#{fragment}")))
    }

    fn picture(&self, destination: &str, alt: &str) -> Result<Html, PictureLinkFault> {
        let place = Place::file(self.body.path.shared());
        match catalog::resolve_picture(self.plan.catalog.tree, self.body.path, destination, place) {
            Ok(picture) => Ok(body_picture(&self.plan.picture("body", &picture, alt.to_owned()))),
            Err(fault) => {
                self.refused.borrow_mut().push((destination.to_owned(), *fault));
                Err(PictureLinkFault::Broken { near: None })
            }
        }
    }
}

/// The HTML of a picture inside a text.
fn body_picture(picture: &crate::view::Picture) -> Html {
    let mut out = String::from("<picture>");
    for source in &picture.sources {
        out.push_str(&format!(
            "<source type=\"{}\" srcset=\"{}\" sizes=\"{}\">",
            source.media_type,
            escape(&source.srcset),
            escape(&picture.sizes)
        ));
    }
    out.push_str(&format!(
        "<img src=\"{}\" srcset=\"{}\" sizes=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" decoding=\"async\"></picture>",
        escape(&picture.fallback),
        escape(&picture.srcset),
        escape(&picture.sizes),
        escape(&picture.alt),
        picture.width,
        picture.height
    ));
    Html::made(out)
}
