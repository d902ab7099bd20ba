//! How a page shows a picture.

use std::collections::BTreeMap;

use super::{
    SitePlan,
    picture::{address, encodings, moves, spec, stem, widths},
};
use crate::{
    base::hash::Digest,
    catalog::Picture,
    image::{Encoding, Format, Shade},
    theme::SHARE,
    view,
};

/// What decoding told of pictures, by the hash of their files.
pub type Shades = BTreeMap<Digest, Shade>;

impl SitePlan<'_> {
    /// The same plan with what is known of its pictures.
    pub fn shaded(mut self, shades: Shades) -> Self {
        self.shades = shades;
        self
    }

    /// A picture in a role, as a page shows it.
    pub(super) fn picture(&self, role: &str, picture: &Picture, alt: String) -> view::Picture {
        let config = self.catalog.config;
        let named = (role, &self.theme.roles[role]);
        let role = named.1;
        let media = moves(named.0, picture).then_some("(prefers-reduced-motion: no-preference)");
        let widths = widths(role, picture);
        let stem = stem(config, picture);
        let link = |width: u32, encoding: &Encoding| {
            address(&stem, &spec(named, picture, width, encoding)).link(&config.site.base)
        };
        let srcset = |encoding: &Encoding| {
            let files: Vec<String> =
                widths.iter().map(|width| format!("{} {width}w", link(*width, encoding))).collect();
            files.join(", ")
        };
        let largest = widths.last().copied().unwrap_or(picture.facts.width);
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(largest);
        let (width, height) = role.frame(largest, picture.focus).size(picture.facts.size());
        let (better, jpeg): (Vec<&Encoding>, Vec<&Encoding>) = encodings(config, named, picture)
            .into_iter()
            .partition(|encoding| encoding.format != Format::Jpeg);
        let of_jpeg =
            |text: &dyn Fn(&Encoding) -> String| jpeg.first().map(|one| text(one)).unwrap_or_default();
        view::Picture {
            alt,
            width,
            height,
            sizes: role.sizes.clone(),
            sources: better
                .into_iter()
                .map(|one| (one.format.media_type(), srcset(one)))
                .map(|(media_type, srcset)| view::PictureSource { media_type, media, srcset })
                .collect(),
            srcset: of_jpeg(&srcset),
            fallback: of_jpeg(&|one| link(middle, one)),
            full: of_jpeg(&|one| link(largest, one)),
            tint: self.tint(picture),
        }
    }

    /// A picture in a role as one file in the smallest format that every browser of today reads: its link, and its pixels.
    /// `width`: at least this wide, as far as the role and the picture go.
    pub(super) fn small_picture(&self, role: &str, picture: &Picture, width: u32) -> (String, [u32; 2]) {
        let config = self.catalog.config;
        let named = (role, &self.theme.roles[role]);
        let widths = widths(named.1, picture);
        let width = widths.iter().copied().find(|one| *one >= width).or(widths.last().copied());
        let width = width.unwrap_or(picture.facts.width);
        let encodings = encodings(config, named, picture);
        let webp = encodings.iter().find(|one| one.format == Format::Webp).or(encodings.last());
        let link = webp.map(|one| {
            let spec = spec(named, picture, width, one);
            address(&stem(config, picture), &spec).link(&config.site.base)
        });
        let (width, height) = named.1.frame(width, picture.focus).size(picture.facts.size());
        (link.unwrap_or_default(), [width, height])
    }

    /// A picture of a product's gallery, and its thumbnail.
    pub(super) fn gallery_picture(&self, picture: &Picture, alt: String) -> view::GalleryPicture {
        let thumbnail = self.picture("thumbnail", picture, String::new());
        view::GalleryPicture { picture: self.picture("gallery", picture, alt), thumbnail }
    }

    /// The picture that others see when the page is shared.
    pub(super) fn share_picture(&self, picture: Option<&Picture>, alt: &str) -> Option<view::SharePicture> {
        let shown = self.picture(SHARE, picture?, alt.to_owned());
        Some(view::SharePicture {
            link: self.catalog.config.site.absolute(&shown.full),
            width: shown.width,
            height: shown.height,
            alt: shown.alt,
        })
    }

    /// The hexadecimal digit that names the picture's tint. What lets through has none: it would shine through.
    fn tint(&self, picture: &Picture) -> Option<String> {
        let shade = self.shades.get(&picture.file.digest)?;
        (!shade.alpha).then(|| format!("{:x}", shade.tint.place()))
    }
}
