//! The value of this room.

use std::{borrow::Cow, collections::BTreeMap};

use super::PictureFile;
use crate::{
    base::{hash::Digest, path::ShopPath},
    config::{self, ShopConfig},
    ledger::Source,
};

/// All that the shop's folder holds.
#[derive(Debug)]
pub struct SourceTree<'c> {
    /// The settings it was read for.
    pub config: &'c ShopConfig,
    /// Texts below `content/`, by path.
    pub texts: BTreeMap<ShopPath, TextFile>,
    /// Pictures below `content/`, by path.
    pub pictures: BTreeMap<ShopPath, PictureFile>,
    /// Films and documents below `content/`, by path.
    pub files: BTreeMap<ShopPath, PlainFile>,
    /// Files that the settings name for the look, by path; one that cannot be had is not here.
    pub look: BTreeMap<ShopPath, LookFile>,
    /// Themes by name: the shop's own files over those that come with the program.
    pub themes: BTreeMap<String, ThemeFiles>,
    /// What the next run may believe of the pictures.
    pub records: BTreeMap<ShopPath, Source>,
    /// Hash of everything in here, and of nothing else.
    pub digest: Digest,
}

/// A text of the shop.
#[derive(Debug)]
pub struct TextFile {
    /// Its words.
    pub text: String,
    /// Hash of its bytes.
    pub digest: Digest,
}

/// A file that may be published as it is.
#[derive(Debug, Clone, Copy)]
pub struct PlainFile {
    /// Hash of its bytes.
    pub digest: Digest,
    /// Its size, in bytes.
    pub bytes: u64,
}

/// A logo or a font.
#[derive(Debug)]
pub enum LookFile {
    /// Its bytes.
    Whole(Vec<u8>),
    /// Too large to be looked into.
    Large,
}

/// Files of one theme, by path inside it.
pub type ThemeFiles = BTreeMap<String, Cow<'static, [u8]>>;

impl SourceTree<'_> {
    /// The text of a file by the path that a diagnostic names.
    pub fn text(&self, path: &str) -> Option<&str> {
        if path == config::FILE {
            return Some(&self.config.text);
        }
        if let Some((theme, file)) = path.strip_prefix("themes/").and_then(|rest| rest.split_once('/')) {
            return std::str::from_utf8(self.themes.get(theme)?.get(file)?).ok();
        }
        let path = ShopPath::read(path).ok()?;
        self.texts.get(&path).map(|file| file.text.as_str())
    }

    /// Texts below `folder`, in the order of their paths.
    pub fn texts_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a ShopPath, &'a TextFile)> {
        self.texts.iter().filter(move |(path, _)| path.below(folder).is_some())
    }
}
