//! The shop's files, read once.
//!
//! 1. In: the settings, the shop's folder, and what the last run knew of pictures.
//! 2. Every text below `content/` and `themes/` is read and checked to be UTF-8;
//!    every picture is known by its path, content hash and size; logo and fonts of
//!    the settings are read wherever they are in the shop.
//! 3. Out: [`SourceTree`]. No text is understood here: no front matter is parsed,
//!    no template compiled, no picture decoded beyond its header.

mod kind;
mod picture;
mod read;
mod tree;

pub use kind::{Kind, Translation, translation_of};
pub use picture::PictureFile;
pub use read::{read, read_file};
pub use tree::{LookFile, PlainFile, SourceTree, TextFile, ThemeFiles};
