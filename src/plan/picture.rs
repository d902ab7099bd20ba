//! Which files are developed of which pictures.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    base::{address::Address, hash::Digest},
    catalog::{self, Catalog, Picture},
    config::ShopConfig,
    darkroom::{self, Job, Spec},
    diag::Place,
    image::{Encoding, Format},
    markdown,
    theme::{Role, SHARE, SQUARE, Theme},
};

/// One developed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureFileJob {
    /// Its key in the store.
    pub key: Digest,
    /// Place of its picture among the jobs.
    pub job: usize,
    /// What is made of it.
    pub spec: Spec,
}

/// All pictures of the site.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) files: BTreeMap<Address, PictureFileJob>,
    pub(super) jobs: Vec<Job>,
    pub(super) named: Vec<Place>,
}

/// What is developed of one source.
struct Wanted<'a> {
    picture: &'a Picture,
    specs: BTreeSet<Spec>,
}

/// Finds every picture in every role, in one pass over the catalogue.
pub(super) fn plan(catalog: &Catalog<'_>, theme: &Theme) -> Pictures {
    let in_bodies = in_bodies(catalog);
    let mut wanted: BTreeMap<&str, Wanted<'_>> = BTreeMap::new();
    for (picture, role) in uses(catalog, &in_bodies) {
        let entry =
            wanted.entry(picture.path.as_str()).or_insert_with(|| Wanted { picture, specs: BTreeSet::new() });
        entry.specs.extend(specs(catalog.config, (role, &theme.roles[role]), picture));
    }
    let mut pictures = Pictures::default();
    for (job, Wanted { picture, specs }) in wanted.into_values().enumerate() {
        let stem = stem(catalog.config, picture);
        for spec in &specs {
            let key = darkroom::key(picture.file.digest, spec);
            pictures.files.insert(address(&stem, spec), PictureFileJob { key, job, spec: *spec });
        }
        pictures.jobs.push(Job {
            source: picture.path.clone(),
            digest: picture.file.digest,
            specs: specs.into_iter().collect(),
        });
        pictures.named.push(picture.named.clone());
    }
    pictures
}

/// Every picture with the roles it is shown in.
fn uses<'c>(
    catalog: &'c Catalog<'_>,
    in_bodies: &'c [(Picture, &'static str)],
) -> Vec<(&'c Picture, &'static str)> {
    let mut uses: Vec<(&Picture, &'static str)> = Vec::new();
    let mut show = |pictures: &mut dyn Iterator<Item = &'c Picture>, roles: &[&'static str]| {
        uses.extend(pictures.flat_map(|picture| roles.iter().map(move |role| (picture, *role))));
    };
    for product in &catalog.products {
        show(&mut product.pictures.iter(), &["gallery", "thumbnail"]);
        show(&mut product.pictures.first().into_iter(), &["card"]);
        show(&mut leading(product).iter().map(|place| &product.pictures[*place]), &[SHARE, SQUARE]);
    }
    for collection in &catalog.collections {
        show(&mut collection.picture.iter(), &["card", SHARE]);
    }
    for guide in &catalog.guides {
        show(&mut guide.picture.iter(), &["cover", "card", SHARE]);
    }
    show(&mut catalog.pages.iter().filter_map(|one| one.picture.as_ref()), &["cover", SHARE]);
    show(&mut catalog.home.iter().filter_map(|one| one.picture.as_ref()), &["cover", SHARE]);
    uses.extend(in_bodies.iter().map(|(picture, role)| (picture, *role)));
    uses
}

/// Places of the pictures that stand first on a page of the product, or for one of its variants.
pub(super) fn leading(product: &catalog::Product<'_>) -> BTreeSet<usize> {
    let variants = product.variants.iter().filter_map(|variant| variant.pictures.first()).copied();
    variants.chain((!product.pictures.is_empty()).then_some(0)).collect()
}

/// Pictures that bodies name, with their roles. Broken names are told when the body is viewed.
fn in_bodies(catalog: &Catalog<'_>) -> Vec<(Picture, &'static str)> {
    let mut pictures = Vec::new();
    for body in catalog.bodies() {
        for shown in markdown::pictures(&body.text) {
            let place = Place::file(body.path.shared());
            let found = catalog::resolve_picture(catalog.tree, body.path, &shown.picture.destination, place);
            pictures.extend(found.ok().map(|picture| (picture, if shown.in_row { "row" } else { "body" })));
        }
    }
    pictures
}

/// Files of a picture in a role: every width that the source has, in every format; a small source in its own width.
fn specs(config: &ShopConfig, role: Named<'_>, picture: &Picture) -> Vec<Spec> {
    let encodings = encodings(config, role.1);
    let widths = widths(role.1, picture).into_iter();
    widths.flat_map(|width| encodings.iter().map(move |one| spec(role, picture, width, one))).collect()
}

/// A role and its name.
pub(super) type Named<'a> = (&'a str, &'a Role);

/// Movement is for the gallery: a list in which things move cannot be read.
pub(super) fn moves(role: &str, picture: &Picture) -> bool {
    picture.moving && role == "gallery"
}

/// How the files of a role are written, best format first.
pub(super) fn encodings<'c>(config: &'c ShopConfig, role: &Role) -> &'c [Encoding] {
    let all = config.encodings.as_slice();
    if role.every_format { all } else { all.split_at(all.len().saturating_sub(1)).1 }
}

pub(super) fn spec((name, role): Named<'_>, picture: &Picture, width: u32, encoding: &Encoding) -> Spec {
    let moving = encoding.format == Format::Webp && moves(name, picture);
    Spec { frame: role.frame(width, picture.focus), encoding: *encoding, moving }
}

/// Widths of the files: those of the role as far as the picture goes, and its own where it ends between them.
pub(super) fn widths(role: &Role, picture: &Picture) -> Vec<u32> {
    let largest = role.widths.last().copied().unwrap_or_default();
    let most = role.frame(largest, picture.focus).size(picture.facts.size()).0;
    let mut widths: Vec<u32> = role.widths.iter().copied().filter(|width| *width <= most).collect();
    if widths.last().is_none_or(|last| *last < most) {
        widths.push(most);
    }
    widths
}

/// What all files of a picture share in their names.
pub(super) fn stem(config: &ShopConfig, picture: &Picture) -> String {
    darkroom::stem(picture.file.digest, &config.encodings)
}

pub(super) fn address(stem: &str, spec: &Spec) -> Address {
    Address::file(["pictures", darkroom::file_name(stem, spec).as_str()])
}
