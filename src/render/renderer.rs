//! The maker of all items.

use tera::Value;

use super::{Content, Made, Make, Rendered, Wave};
use crate::{
    base::{
        hash::Digest,
        language::{Lang, PerLanguage},
        path::ShopPath,
    },
    darkroom::{Darkroom, Trouble},
    diag::{Code, Diagnostic, Diagnostics, Failure, Place},
    disk::ShopFolder,
    plan::{Item, ItemKind, PictureFileJob, Planned, SitePlan, Subject},
    source,
    theme::template_fault,
    view::{self, View},
};

/// Renders the items of a plan.
pub struct Renderer<'a> {
    plan: &'a SitePlan<'a>,
    darkroom: &'a Darkroom,
    folder: &'a ShopFolder,
    globals: PerLanguage<Global>,
}

/// What every template of a language may see, and the hash of all that its pages share.
struct Global {
    site: Value,
    /// `None` when it cannot be told: then no page of the language is believed.
    digest: Option<Digest>,
}

impl std::fmt::Debug for Renderer<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Renderer")
    }
}

impl<'a> Renderer<'a> {
    /// Prepares to render `plan`; plain files are read from `folder`. `program` names the program that renders.
    pub fn new(
        plan: &'a SitePlan<'a>,
        darkroom: &'a Darkroom,
        folder: &'a ShopFolder,
        program: Digest,
    ) -> Self {
        let globals = plan
            .langs()
            .map(|lang| {
                let site = plan.site(lang);
                let digest = canonical(site).map(|bytes| {
                    let parts = [program.as_bytes().as_slice(), plan.theme().digest.as_bytes(), &bytes];
                    Digest::of_parts(parts)
                });
                Global { site: Value::from_serializable(site), digest }
            })
            .collect();
        Self { plan, darkroom, folder, globals: PerLanguage::from_vec(globals) }
    }

    /// Every address, made when it is asked for.
    pub fn rendered(&self) -> Rendered<'_> {
        let items = self.plan.items().iter().map(|item| (&item.address, wave(item))).collect();
        Rendered { items, maker: self }
    }

    /// Renders every template with every specimen of its view, in every language, for the faults alone.
    pub fn specimens(&self) -> Diagnostics {
        let mut found = Diagnostics::new();
        for full in [true, false] {
            let site = Value::from_serializable(&view::site_specimen(full));
            for lang in self.plan.langs() {
                for view in view::specimens() {
                    found.extend(self.template(&view, lang, &site).err().map(|fault| *fault));
                }
            }
        }
        found.sorted()
    }

    fn page(&self, subject: Subject, lang: Lang, last: Option<Digest>) -> Made {
        let Planned { mut view, mut diagnostics } = self.plan.view(subject, lang);
        let global = &self.globals[lang];
        let fingerprint = global.digest.zip(canonical(&view)).map(|(digest, bytes)| {
            Digest::of_parts([digest.as_bytes().as_slice(), view.template().as_bytes(), &bytes])
        });
        if let Some(fingerprint) = fingerprint.filter(|fingerprint| last == Some(*fingerprint)) {
            return Made { fingerprint, content: Content::Same, diagnostics };
        }
        self.plan.sign(&mut view);
        match self.template(&view, lang, &global.site) {
            Ok(html) => {
                let fingerprint = fingerprint.unwrap_or_else(|| Digest::of(html.as_bytes()));
                Made { fingerprint, content: Content::Bytes(html.into_bytes()), diagnostics }
            }
            Err(fault) => {
                diagnostics.push(*fault);
                let fingerprint = fingerprint.unwrap_or_else(|| Digest::of(&[]));
                Made { fingerprint, content: Content::Nothing, diagnostics }
            }
        }
    }

    fn template(&self, view: &View, lang: Lang, site: &Value) -> Result<String, Box<Diagnostic>> {
        let theme = self.plan.theme();
        theme.engines[lang]
            .render(view.template(), view, site)
            .map_err(|error| Box::new(template_fault(&error, |path| theme.place_of(path))))
    }

    /// A developed picture; one that is lost or torn in the store is made anew.
    fn picture(&self, file: &PictureFileJob, last: Option<Digest>) -> Made {
        let key = file.key;
        if last == Some(key) {
            return made(key, Content::Same);
        }
        let job = &self.plan.jobs()[file.job];
        let read = |path: &ShopPath| source::read_file(self.folder, path);
        match self.darkroom.copy(&job.source, job.digest, &file.spec, &read) {
            Ok(bytes) => made(key, Content::Bytes(bytes)),
            Err(Trouble::Failure(failure)) => nothing(key, lost(&failure)),
            Err(_) => {
                let place = self.plan.job_place(file.job).clone();
                nothing(key, Diagnostic::error(Code::PICTURE_LOST).at(place))
            }
        }
    }
}

impl Renderer<'_> {
    /// A file as it is. One that changed after it was hashed is made by the next run.
    fn plain(&self, path: &ShopPath, digest: Digest, last: Option<Digest>) -> Made {
        if last == Some(digest) {
            return made(digest, Content::Same);
        }
        match source::read_file(self.folder, path) {
            Ok(bytes) if Digest::of(&bytes) == digest => made(digest, Content::Bytes(bytes)),
            Ok(_) => nothing(digest, Diagnostic::error(Code::FILE_CHANGED).at(Place::file(path.shared()))),
            Err(failure) => nothing(digest, lost(&failure)),
        }
    }
}

impl Make for Renderer<'_> {
    fn make(&self, place: usize, last: Option<Digest>) -> Made {
        match &self.plan.items()[place].kind {
            ItemKind::Page(subject, lang) => self.page(*subject, *lang, last),
            ItemKind::Redirect(subject, lang) => {
                whole(self.plan.redirect_page(*subject, *lang).into_bytes(), last)
            }
            ItemKind::List(kind) => whole(self.plan.list(*kind).into_bytes(), last),
            ItemKind::Picture(file) => self.picture(file, last),
            ItemKind::Plain(path, digest) => self.plain(path, *digest, last),
            ItemKind::Asset(asset) => {
                let asset = &self.plan.theme().assets[*asset];
                let content = if last == Some(asset.digest) {
                    Content::Same
                } else {
                    Content::Bytes(asset.bytes.clone())
                };
                made(asset.digest, content)
            }
        }
    }
}

/// Bytes that are their own fingerprint.
fn whole(bytes: Vec<u8>, last: Option<Digest>) -> Made {
    let fingerprint = Digest::of(&bytes);
    let content = if last == Some(fingerprint) { Content::Same } else { Content::Bytes(bytes) };
    made(fingerprint, content)
}

fn made(fingerprint: Digest, content: Content) -> Made {
    Made { fingerprint, content, diagnostics: Diagnostics::new() }
}

fn nothing(fingerprint: Digest, fault: Diagnostic) -> Made {
    Made { fingerprint, content: Content::Nothing, diagnostics: Diagnostics::from_iter([fault]) }
}

fn lost(failure: &Failure) -> Diagnostic {
    Diagnostic::error(Code::PICTURE_LOST).with("cause", failure)
}

fn wave(item: &Item) -> Wave {
    match item.kind {
        ItemKind::Page(..) | ItemKind::Redirect(..) => Wave::Pages,
        ItemKind::Asset(_) | ItemKind::Picture(_) | ItemKind::Plain(..) => Wave::Files,
        ItemKind::List(_) => Wave::Lists,
    }
}

/// Canonical bytes of a view: views hold no floats and no hash maps, so equal values have equal bytes.
/// `None` would be a view that cannot be written down: its page is made anew each time.
fn canonical(value: &impl serde::Serialize) -> Option<Vec<u8>> {
    postcard::to_stdvec(value).ok()
}
