//! The value of this room.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    assets::{Asset, assets},
    engine::{Engine, Environment},
    fault::template_fault,
    files::Files,
    words::WordTable,
};
use crate::{
    base::{hash::Digest, language::PerLanguage},
    diag::{Code, Diagnostic, Diagnostics, Place},
    image::{Focus, Frame},
    schema::{At, PictureRole},
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
    /// Templates compiled for each language.
    pub engines: PerLanguage<Engine>,
    /// Words of each language.
    pub words: PerLanguage<Arc<WordTable>>,
    /// Paths of templates inside the theme, and in the shop.
    places: BTreeMap<String, String>,
}

/// How pictures of one role are made and used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Widths in pixels, rising.
    pub widths: Vec<u32>,
    /// The `sizes` attribute.
    pub sizes: String,
    /// What of a picture is shown.
    pub shape: Shape,
    /// Whether every format is made, or JPEG alone, for those who may not read others.
    pub every_format: bool,
}

/// What of a picture a role shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All of it, in its own proportion.
    Whole,
    /// As much as fits into this proportion, width to height.
    Fill(u16, u16),
    /// All of it, on a white sheet of this proportion, width to height.
    Pad(u16, u16),
}

impl Role {
    /// The frame of a copy `width` wide, with `focus` in it.
    pub fn frame(&self, width: u32, focus: Focus) -> Frame {
        let height = |across: u16, down: u16| {
            let (across, down) = (u32::from(across.max(1)), u32::from(down));
            ((width * down + across / 2) / across).max(1)
        };
        match self.shape {
            Shape::Whole => Frame::Fit { width },
            Shape::Fill(across, down) => Frame::Fill { width, height: height(across, down), focus },
            Shape::Pad(across, down) => Frame::Pad { width, height: height(across, down) },
        }
    }
}

/// Roles that the plan asks for.
pub const ROLES: [&str; 6] = ["gallery", "thumbnail", "card", "cover", "body", "row"];
/// The role of the picture that is shown where a page is shared: 1200 x 630, as Open Graph's readers cut it themselves.
pub const SHARE: &str = "share";
/// The role of the picture that machines list goods with: a square on white, as Google and Meta want it.
pub const SQUARE: &str = "square";

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
    let roles = roles(files, found);
    let page_length = usize::from(files.written.page_length.value);
    if page_length == 0 {
        found.push(toml_fault(files, Code::THEME_ROLE, &files.written.page_length).with("value", 0));
    }
    let assets = assets(files);
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
    for name in view::TEMPLATES {
        if !engines.first().is_some_and(|engine| engine.has(name)) {
            let place = format!("themes/{}/templates/{name}.html", files.written.name.value);
            found.push(
                Diagnostic::error(Code::THEME_TEMPLATE_MISSING).at(Place::file(place)).with("value", name),
            );
        }
    }
    if found.has_errors() {
        return None;
    }
    Some(Theme {
        digest: digest(files),
        page_length,
        roles: roles?,
        assets: assets.into_iter().map(|(_, asset)| asset).collect(),
        engines: PerLanguage::from_vec(engines),
        words: PerLanguage::from_vec(words),
        places: places(files),
    })
}

fn toml_fault<T>(files: &Files<'_>, code: Code, at: &At<T>) -> Diagnostic {
    let path = files.get("theme.toml").map_or_else(String::new, |(path, _)| path);
    Diagnostic::error(code).at(Place::span(path, at.span.clone()))
}

fn roles(files: &Files<'_>, found: &mut Diagnostics) -> Option<BTreeMap<String, Role>> {
    let mut roles = BTreeMap::new();
    for (name, at) in &files.written.pictures {
        let widths = &at.value.widths.value;
        let rising = widths.windows(2).all(|pair| pair[0] < pair[1])
            && widths.iter().all(|width| (16..=8000).contains(width));
        if widths.is_empty() || !rising {
            found.push(toml_fault(files, Code::THEME_ROLE, &at.value.widths).with("value", name));
        }
        let shape = shape(files, &at.value, found);
        let sizes = at.value.sizes.value.clone();
        roles.insert(
            name.clone(),
            Role { widths: widths.clone(), sizes, shape, every_format: !at.value.jpeg_only.unwrap_or(false) },
        );
    }
    for (name, width, shape) in [(SHARE, 1200, Shape::Fill(40, 21)), (SQUARE, 1080, Shape::Pad(1, 1))] {
        let role = Role { widths: vec![width], sizes: String::new(), shape, every_format: false };
        if roles.insert(name.to_owned(), role).is_some() {
            found.push(toml_fault(files, Code::THEME_ROLE, &files.written.name).with("value", name));
        }
    }
    for name in ROLES {
        if !roles.contains_key(name) {
            found.push(toml_fault(files, Code::THEME_ROLE, &files.written.name).with("value", name));
        }
    }
    Some(roles)
}

fn shape(files: &Files<'_>, written: &PictureRole, found: &mut Diagnostics) -> Shape {
    let (shape, at) = match (&written.fill, &written.pad) {
        (None, None) => return Shape::Whole,
        (Some(fill), None) => (Shape::Fill(fill.value[0], fill.value[1]), fill),
        (_, Some(pad)) => (Shape::Pad(pad.value[0], pad.value[1]), pad),
    };
    // No side more than ten times the other: a frame of a pixel's height shows nothing.
    let [across, down] = at.value.map(u32::from);
    let possible = across > 0 && down > 0 && across <= down * 10 && down <= across * 10;
    if !possible || (written.fill.is_some() && written.pad.is_some()) {
        found.push(toml_fault(files, Code::THEME_SHAPE, at).with("value", format!("[{across}, {down}]")));
        return Shape::Whole;
    }
    shape
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

fn digest(files: &Files<'_>) -> Digest {
    let parts: Vec<Digest> =
        files.all().map(|(path, bytes)| Digest::of_parts([path.as_bytes(), bytes])).collect();
    Digest::of_parts(parts.iter().map(|part| part.as_bytes().as_slice()))
}
