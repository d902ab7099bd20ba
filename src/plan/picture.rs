//! Pictures: which files are developed, and how a page shows them.

use std::collections::{BTreeMap, BTreeSet};

use super::SitePlan;
use crate::{
    base::{address::Address, hash::Digest},
    catalog::{self, Catalog, Picture},
    config::ShopConfig,
    darkroom::{self, Job, Spec},
    diag::Place,
    image::Format,
    markdown,
    theme::{Role, Theme},
    view,
};

/// One developed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureFileJob {
    /// Its key in the store.
    pub key: Digest,
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
        entry.specs.extend(specs(catalog.config, &theme.roles[role], picture));
    }
    let mut pictures = Pictures::default();
    for Wanted { picture, specs } in wanted.into_values() {
        let stem = stem(catalog.config, picture);
        for spec in &specs {
            let key = darkroom::key(picture.file.digest, spec);
            pictures.files.insert(address(&stem, spec), PictureFileJob { key });
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
    for product in &catalog.products {
        uses.extend(product.pictures.iter().map(|picture| (picture, "gallery")));
        uses.extend(product.pictures.first().map(|picture| (picture, "card")));
    }
    uses.extend(
        catalog.collections.iter().filter_map(|one| one.picture.as_ref()).map(|picture| (picture, "card")),
    );
    for guide in &catalog.guides {
        uses.extend(guide.picture.iter().flat_map(|picture| [(picture, "cover"), (picture, "card")]));
    }
    uses.extend(
        catalog.pages.iter().filter_map(|one| one.picture.as_ref()).map(|picture| (picture, "cover")),
    );
    uses.extend(catalog.home.iter().filter_map(|one| one.picture.as_ref()).map(|picture| (picture, "cover")));
    uses.extend(in_bodies.iter().map(|(picture, role)| (picture, *role)));
    uses
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

/// Files of a picture in a role: every width that the source has, in both formats; a small source in its own width.
fn specs(config: &ShopConfig, role: &Role, picture: &Picture) -> Vec<Spec> {
    widths(role, picture)
        .into_iter()
        .flat_map(|width| {
            [
                Spec { width, format: Format::Webp, quality: config.webp_quality },
                Spec { width, format: Format::Jpeg, quality: config.jpeg_quality },
            ]
        })
        .collect()
}

fn widths(role: &Role, picture: &Picture) -> Vec<u32> {
    let mut widths: Vec<u32> =
        role.widths.iter().copied().filter(|width| *width <= picture.facts.width).collect();
    let largest = role.widths.last().copied().unwrap_or_default();
    if widths
        .last()
        .is_none_or(|last| *last < largest && picture.facts.width < largest && *last < picture.facts.width)
    {
        widths.push(picture.facts.width.min(largest));
    }
    widths
}

/// What all files of a picture share in their names.
fn stem(config: &ShopConfig, picture: &Picture) -> String {
    darkroom::stem(picture.file.digest, &[config.webp_quality, config.jpeg_quality])
}

fn address(stem: &str, spec: &Spec) -> Address {
    Address::file(["pictures", darkroom::file_name(stem, spec).as_str()])
}

impl SitePlan<'_> {
    /// A picture in a role, as a page shows it.
    pub(super) fn picture(&self, role: &str, picture: &Picture, alt: String) -> view::Picture {
        let config = self.catalog.config;
        let role = &self.theme.roles[role];
        let widths = widths(role, picture);
        let stem = stem(config, picture);
        let link = |width: u32, format: Format, quality: u8| {
            address(&stem, &Spec { width, format, quality }).link(&config.site.base)
        };
        let srcset = |format: Format, quality: u8| {
            let files: Vec<String> =
                widths.iter().map(|width| format!("{} {width}w", link(*width, format, quality))).collect();
            files.join(", ")
        };
        let largest = widths.last().copied().unwrap_or(picture.facts.width);
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(largest);
        view::Picture {
            alt,
            width: largest,
            height: picture.facts.fitted(largest).1,
            sizes: role.sizes.clone(),
            sources: vec![view::PictureSource {
                media_type: "image/webp",
                srcset: srcset(Format::Webp, config.webp_quality),
            }],
            srcset: srcset(Format::Jpeg, config.jpeg_quality),
            fallback: link(middle, Format::Jpeg, config.jpeg_quality),
            full: link(largest, Format::Jpeg, config.jpeg_quality),
            small: link(widths.first().copied().unwrap_or(largest), Format::Webp, config.webp_quality),
        }
    }

    /// The picture that others see when the page is shared: the largest JPEG of a role it has anyway.
    pub(super) fn share_picture(
        &self,
        role: &str,
        picture: Option<&Picture>,
        alt: &str,
    ) -> Option<view::SharePicture> {
        let shown = self.picture(role, picture?, alt.to_owned());
        Some(view::SharePicture {
            link: self.catalog.config.site.absolute(&shown.full),
            width: shown.width,
            height: shown.height,
            alt: shown.alt,
        })
    }
}
