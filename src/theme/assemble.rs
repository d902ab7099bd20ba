//! The value of this room.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    assets::{Asset, assets, sheets},
    engine::{Engine, Environment},
    fault::template_fault,
    files::Files,
    look::Look,
    own::{self, Logo},
    pictures::{Role, roles},
    properties,
    words::WordTable,
};
use crate::{
    base::{colour::Colour, hash::Digest, language::PerLanguage},
    diag::{Code, Diagnostic, Diagnostics, Place},
    source::SourceTree,
    view,
};

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    /// Hash of everything in it.
    pub digest: Digest,
    /// Goods on one page of a collection.
    pub page_length: usize,
    /// Picture roles by name.
    pub roles: BTreeMap<String, Role>,
    /// Files that pages refer to.
    pub assets: Vec<Asset>,
    /// The colour of the browser's own bar, by day and by night; `None` when the theme has no looks.
    pub bar: Option<[Colour; 2]>,
    /// The shop's logo.
    pub logo: Option<Logo>,
    /// Templates compiled for each language.
    pub engines: PerLanguage<Engine>,
    /// Words of each language.
    pub words: PerLanguage<Arc<WordTable>>,
    /// Paths of templates inside the theme, and in the shop.
    places: BTreeMap<String, String>,
}

/// Words that the plan asks for.
pub const PLAN_WORDS: [&str; 46] = [
    "title.home",
    "title.products",
    "title.guides",
    "title.contact",
    "title.search",
    "title.basket",
    "title.return",
    "title.thanks",
    "title.asked",
    "title.not_found",
    "title.brands",
    "title.tags",
    "title.sorted",
    "title.paged",
    "title.full",
    "title.variant",
    "summary.products",
    "summary.brands",
    "summary.brand",
    "summary.tags",
    "summary.tag",
    "summary.guides",
    "summary.contact",
    "summary.search",
    "summary.basket",
    "summary.thanks",
    "summary.asked",
    "summary.not_found",
    "sort.featured",
    "sort.newest",
    "sort.price",
    "sort.price-descending",
    "sort.title",
    "sort.all",
    "sort.in-stock",
    "search.narrow",
    "search.below",
    "search.between",
    "search.above",
    "search.others",
    "body.note",
    "body.tip",
    "body.important",
    "body.warning",
    "body.caution",
    "body.back",
];

impl Theme {
    /// Where a template stands in the shop.
    pub fn place_of(&self, template: &str) -> String {
        self.places.get(template).cloned().unwrap_or_else(|| template.to_owned())
    }
}

/// Makes the theme that the settings name.
pub fn assemble(tree: &SourceTree<'_>) -> (Option<Theme>, Diagnostics) {
    let mut found = Diagnostics::new();
    let theme = Files::find(tree, &mut found).and_then(|files| make(tree, &files, &mut found));
    (theme, found)
}

fn make(tree: &SourceTree<'_>, files: &Files<'_>, found: &mut Diagnostics) -> Option<Theme> {
    let config = tree.config;
    let look = Look::read(files, &config.look, found);
    let roles = roles(files, look.as_ref(), found);
    let page_length = page_length(files, found);
    let mut own = Vec::new();
    let assets = assets(files, &sheet(tree, files, look.as_ref(), &mut own, found));
    let logo = own::logo(tree, &mut own, found);
    let links: BTreeMap<String, String> =
        assets.iter().map(|(name, asset)| (name.clone(), asset.address.link(&config.site.base))).collect();
    let links = Arc::new(links);
    let templates = templates(files, found);
    let mut words = Vec::new();
    let mut engines = Vec::new();
    for lang in config.langs() {
        let table = Arc::new(WordTable::read(files, config.tag(lang), found)?);
        missing_words(files, &table, config.tag(lang).as_str(), found);
        let environment =
            Environment { words: table.clone(), locale: config.locales[lang].clone(), assets: links.clone() };
        engines.push(compile(files, &templates, environment, found)?);
        words.push(table);
    }
    missing_templates(files, &engines, found);
    if found.has_errors() {
        return None;
    }
    let assets: Vec<Asset> = assets.into_iter().map(|(_, asset)| asset).chain(own).collect();
    Some(Theme {
        digest: digest(files, &assets),
        page_length,
        roles,
        assets,
        bar: look.as_ref().and_then(Look::bar),
        logo,
        engines: PerLanguage::from_vec(engines),
        words: PerLanguage::from_vec(words),
        places: places(files),
    })
}

fn page_length(files: &Files<'_>, found: &mut Diagnostics) -> usize {
    let at = &files.written.page_length;
    if at.value == 0 {
        let place = Place::span(files.toml_path(), at.span.clone());
        found.push(Diagnostic::error(Code::THEME_ROLE).at(place).with("value", 0));
    }
    usize::from(at.value)
}

/// What the look puts where a style sheet asks for it; its fonts come to `own`.
fn sheet(
    tree: &SourceTree<'_>,
    files: &Files<'_>,
    look: Option<&Look>,
    own: &mut Vec<Asset>,
    found: &mut Diagnostics,
) -> String {
    let Some(look) = look else { return String::new() };
    if sheets(files).next().is_none() {
        let place = Place::file(files.toml_path());
        found.push(Diagnostic::error(Code::THEME_TOKENS).at(place).with("value", "@import \"look\";"));
    }
    properties::text(look, &tree.config.languages, &own::fonts(tree, own, found))
}

fn missing_templates(files: &Files<'_>, engines: &[Engine], found: &mut Diagnostics) {
    for name in view::TEMPLATES {
        if !engines.first().is_some_and(|engine| engine.has(name)) {
            let place = format!("themes/{}/templates/{name}.html", files.written.name.value);
            found.push(
                Diagnostic::error(Code::THEME_TEMPLATE_MISSING).at(Place::file(place)).with("value", name),
            );
        }
    }
}

/// Layouts, partials and templates with their text.
fn templates<'s>(files: &Files<'s>, found: &mut Diagnostics) -> Vec<(&'s str, &'s str)> {
    let mut templates = Vec::new();
    for folder in ["layouts", "partials", "templates"] {
        for (path, place, bytes) in files.below(folder) {
            match std::str::from_utf8(bytes) {
                Ok(text) => templates.push((path, text)),
                Err(_) => {
                    found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(place)).with("line", 1))
                }
            }
        }
    }
    templates
}

fn compile(
    files: &Files<'_>,
    templates: &[(&str, &str)],
    environment: Environment,
    found: &mut Diagnostics,
) -> Option<Engine> {
    match Engine::compile(templates, environment) {
        Ok(engine) => Some(engine),
        Err(error) => {
            let places = places(files);
            found.push(template_fault(&error, |path| {
                places.get(path).cloned().unwrap_or_else(|| path.to_owned())
            }));
            None
        }
    }
}

fn places(files: &Files<'_>) -> BTreeMap<String, String> {
    ["layouts", "partials", "templates"]
        .into_iter()
        .flat_map(|folder| {
            files.below(folder).map(|(path, place, _)| (path.to_owned(), place)).collect::<Vec<_>>()
        })
        .collect()
}

fn missing_words(files: &Files<'_>, table: &WordTable, tag: &str, found: &mut Diagnostics) {
    let place = files
        .get(&format!("locales/{tag}.toml"))
        .map_or_else(|| format!("locales/{tag}.toml"), |(place, _)| place);
    for key in PLAN_WORDS {
        if !table.keys().any(|known| known == key) {
            found.push(
                Diagnostic::error(Code::THEME_WORDS_MISSING).at(Place::file(place.as_str())).with("key", key),
            );
        }
    }
}

/// The files, and what the settings make of them.
fn digest(files: &Files<'_>, assets: &[Asset]) -> Digest {
    let parts: Vec<Digest> = files
        .all()
        .map(|(path, bytes)| Digest::of_parts([path.as_bytes(), bytes]))
        .chain(assets.iter().map(|asset| asset.digest))
        .collect();
    Digest::of_parts(parts.iter().map(|part| part.as_bytes().as_slice()))
}
