//! Files that are published as they are: films, and things to take home.

use super::{Item, ItemKind, SitePlan};
use crate::{
    base::{address::Address, language::Lang},
    catalog::{Catalog, File, Product},
    view,
};

/// Every such file once, by its content: the same file under two names is one.
pub(super) fn items(catalog: &Catalog<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = catalog
        .products
        .iter()
        .flat_map(files)
        .map(|file| Item { address: address(file), kind: ItemKind::Plain(file.path.clone(), file.digest) })
        .collect();
    items.sort_by(|a, b| a.address.cmp(&b.address));
    items.dedup_by(|a, b| a.address == b.address);
    items
}

fn files<'p>(product: &'p Product<'_>) -> impl Iterator<Item = &'p File> {
    product.downloads.iter().map(|(_, file)| file).chain(product.video.iter().map(|video| &video.file))
}

/// Named by its content, so that it may be kept for ever.
fn address(file: &File) -> Address {
    let name = file.path.name();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    Address::file(["files", format!("{}.{ending}", file.digest.short()).as_str()])
}

impl SitePlan<'_> {
    fn file_link(&self, file: &File) -> String {
        address(file).link(&self.catalog.config.site.base)
    }

    /// The size of a file in megabytes, one decimal, never nothing.
    fn megabytes(&self, lang: Lang, file: &File) -> String {
        let tenths = (file.bytes * 10).div_ceil(1 << 20).max(1);
        self.number(lang, &format!("{}.{}", tenths / 10, tenths % 10))
    }

    /// Files to take home.
    pub(super) fn downloads(&self, lang: Lang, product: &Product<'_>) -> Vec<view::Download> {
        let files = product.downloads.iter().zip(&product.words[lang].downloads);
        files
            .map(|((_, file), title)| view::Download {
                title: self.said(lang, title),
                link: self.file_link(file),
                kind: if file.media_type == "application/pdf" { "PDF" } else { "ZIP" },
                megabytes: self.megabytes(lang, file),
            })
            .collect()
    }

    /// The film.
    pub(super) fn video(&self, lang: Lang, product: &Product<'_>) -> Option<view::Video> {
        let video = product.video.as_ref()?;
        let title = product.words[lang].video.as_ref()?;
        let poster = self.picture("gallery", product.pictures.get(video.poster)?, title.text.clone());
        Some(view::Video {
            link: self.file_link(&video.file),
            media_type: video.file.media_type,
            poster: poster.fallback,
            width: poster.width,
            height: poster.height,
            title: self.said(lang, title),
            megabytes: self.megabytes(lang, &video.file),
        })
    }
}
