//! What a link or a picture in a body means.

use std::{cell::RefCell, collections::BTreeMap};

use super::{SitePlan, Subject, redirect};
use crate::{
    base::{
        address::Address,
        html::{Html, escape},
        language::Lang,
        letters::Letters,
    },
    catalog::{self, Body, Catalog},
    diag::{Code, Diagnostic, Diagnostics, Place},
    markdown::{self, BodyFaultKind, LinkFault, Options, PictureLinkFault, Resolve},
    view,
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
            let name = letters.write(slug.as_str());
            let address = Address::page([folder, &*name].into_iter().filter(|part| *part != "pages"));
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
        let address = Address::read(path)?;
        let as_page = Address::page(address.as_str().split('/').filter(|part| !part.is_empty()));
        [address.collision_key(), as_page.collision_key()]
            .iter()
            .find_map(|key| self.subjects.get(key).or_else(|| self.waiting.get(key)))
            .copied()
    }

    fn nearest(&self, path: &str) -> Option<String> {
        let known = self.subjects.keys().map(|key| key.trim_end_matches("index.html"));
        let near = crate::diag::nearest(path.trim_start_matches('/'), known);
        near.map(|near| format!("/{near}"))
    }
}

/// Resolves links and pictures of one body for readers of one language.
struct Resolver<'p, 'a> {
    plan: &'p SitePlan<'a>,
    lang: Lang,
    body: &'p Body<'a>,
    /// Pictures that cannot be used, by what was written, with the reason.
    refused: RefCell<Vec<(String, Diagnostic)>>,
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

impl SitePlan<'_> {
    /// The HTML of a body for readers of a language.
    pub(super) fn body(
        &self,
        lang: Lang,
        body: &Body<'_>,
        first_heading: u8,
        found: &mut Diagnostics,
    ) -> view::Body {
        self.text(lang, body, first_heading, "", found)
    }

    /// The HTML of one of several bodies on a page; `prefix` keeps their ids apart.
    pub(super) fn text(
        &self,
        lang: Lang,
        body: &Body<'_>,
        first_heading: u8,
        prefix: &str,
        found: &mut Diagnostics,
    ) -> view::Body {
        let says = |key: &str| self.words(lang, key, &[]);
        let (note, tip, important) = (says("body.note"), says("body.tip"), says("body.important"));
        let (warning, caution, back) = (says("body.warning"), says("body.caution"), says("body.back"));
        let words = markdown::Words {
            note: &note,
            tip: &tip,
            important: &important,
            warning: &warning,
            caution: &caution,
            back: &back,
        };
        let digits = self.catalog.config.locales[lang].digits();
        let resolver = Resolver { plan: self, lang, body, refused: RefCell::default() };
        let (html, faults) =
            markdown::to_html(&body.text, Options { first_heading, prefix, words, digits }, &resolver);
        let refused = resolver.refused.into_inner();
        for fault in faults {
            let span = body.start + fault.span.start..body.start + fault.span.end;
            let written = body.text.get(fault.span).unwrap_or_default();
            found.push(body_fault(fault.kind, written, Place::span(body.path.shared(), span), &refused));
        }
        view::Body { html, lang: self.tongue(lang, body.lang) }
    }
}

/// Where a link written as `[words](/where/)` leads; the whole of it in any other form.
fn destination(written: &str) -> &str {
    written.rsplit_once("](").map_or(written, |(_, rest)| rest.trim_end_matches(')'))
}

fn body_fault(
    kind: BodyFaultKind,
    written: &str,
    place: Place,
    refused: &[(String, Diagnostic)],
) -> Diagnostic {
    match kind {
        BodyFaultKind::Link(LinkFault::Broken { near }) => {
            let fault = Diagnostic::error(Code::LINK_BROKEN).at(place).with("value", destination(written));
            match near {
                Some(near) => fault.with("near", near),
                None => fault,
            }
        }
        BodyFaultKind::Link(LinkFault::Scheme) => {
            Diagnostic::error(Code::LINK_SCHEME).at(place).with("value", destination(written))
        }
        BodyFaultKind::Picture(PictureLinkFault::Elsewhere) => {
            Diagnostic::error(Code::PICTURE_ELSEWHERE).at(place).with("value", destination(written))
        }
        BodyFaultKind::Picture(PictureLinkFault::Broken { .. }) => {
            match refused.iter().find(|(name, _)| written.contains(name.as_str())) {
                Some((_, fault)) => Diagnostic { place: Some(place), ..fault.clone() },
                None => Diagnostic::error(Code::PICTURE_MISSING).at(place).with("value", written),
            }
        }
        BodyFaultKind::NoAlt => {
            Diagnostic::warning(Code::PICTURE_ALT_MISSING).at(place).with("value", written)
        }
        BodyFaultKind::RawHtml => Diagnostic::warning(Code::TEXT_HTML).at(place),
        BodyFaultKind::Deep => Diagnostic::warning(Code::TEXT_DEEP).at(place),
    }
}
