//! Pictures as a page shows them.

use serde::Serialize;

/// A picture in one role, in all its widths.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// What it shows.
    pub alt: String,
    /// Pixels of the largest file: with `height` it keeps the place on the page.
    pub width: u32,
    /// Pixels of the largest file.
    pub height: u32,
    /// The `sizes` attribute, from the theme's role.
    pub sizes: String,
    /// The better formats, best first.
    pub sources: Vec<PictureSource>,
    /// `srcset` of the JPEG files.
    pub srcset: String,
    /// Address of the JPEG file for browsers without `srcset`.
    pub fallback: String,
    /// Address of the largest JPEG file, to open alone.
    pub full: String,
    /// The tint that stands in its place until it comes: a hexadecimal digit that names one of sixteen colours
    /// (docs/themes.md). `None` when it lets through, or when it was never developed.
    pub tint: Option<String>,
}

/// One `<source>` of a picture.
#[derive(Debug, Clone, Serialize)]
pub struct PictureSource {
    /// Media type, such as `image/webp`.
    pub media_type: &'static str,
    /// When it may be chosen: a moving picture only where the reader has nothing against movement.
    pub media: Option<&'static str>,
    /// Its `srcset`.
    pub srcset: String,
}

/// A picture of a product's gallery.
#[derive(Debug, Clone, Serialize)]
pub struct GalleryPicture {
    /// The picture.
    pub picture: Picture,
    /// A small one that leads to it.
    pub thumbnail: Picture,
}
