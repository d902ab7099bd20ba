//! What a file is, by its place and name alone.

use crate::base::{language::Tag, path::ShopPath};

/// What a file below `content/` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Markdown or TOML.
    Text,
    /// A picture by its ending.
    Picture,
    /// Published as it is where something names it: a film, a document.
    Plain,
    /// None of these.
    Other,
}

impl Kind {
    /// By the ending of the name, in any case of letters.
    pub fn of(path: &ShopPath) -> Self {
        let ending = path.name().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("md" | "toml") => Self::Text,
            Some(
                "jpg" | "jpeg" | "png" | "webp" | "gif" | "avif" | "heic" | "heif" | "svg" | "bmp" | "tif"
                | "tiff",
            ) => Self::Picture,
            Some("pdf" | "zip" | "mp4" | "webm") => Self::Plain,
            _ => Self::Other,
        }
    }
}

/// A file name taken apart: `index.en.md` is `index`, `en`, `md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation<'a> {
    /// The name without language and ending.
    pub stem: &'a str,
    /// The language, when the name has one.
    pub tag: Option<Tag>,
    /// The ending.
    pub ending: &'a str,
}

/// Takes the name of a text apart. Only a tag in its usual form counts, so `size.xl.md` with no such language stays a stem.
pub fn translation_of<'a>(path: &'a ShopPath) -> Translation<'a> {
    let name = path.name();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match stem.rsplit_once('.') {
        Some((rest, tag)) if !rest.is_empty() => match Tag::read(tag) {
            Some(tag) => Translation { stem: rest, tag: Some(tag), ending },
            None => Translation { stem, tag: None, ending },
        },
        _ => Translation { stem, tag: None, ending },
    }
}
