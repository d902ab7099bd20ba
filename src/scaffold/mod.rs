//! `posra init`: the smallest shop that builds.
//!
//! In: a new or empty folder. Out: the files of [`FILES`] in it. Nothing else is touched,
//! and nothing that is there is ever written over.

use std::path::Path;

use crate::{diag::Failure, disk};

/// The files of a new shop: path and text.
pub const FILES: &[(&str, &str)] = &[
    ("posra.toml", include_str!("shop/posra.toml")),
    (".gitignore", include_str!("shop/gitignore")),
    ("content/products/first/index.md", include_str!("shop/product.md")),
    ("content/collections/all-goods.md", include_str!("shop/collection.md")),
    ("content/policies/delivery.md", include_str!("shop/delivery.md")),
    ("content/policies/returns.md", include_str!("shop/returns.md")),
    ("content/policies/privacy.md", include_str!("shop/privacy.md")),
    ("content/policies/terms.md", include_str!("shop/terms.md")),
];

/// Makes a new shop in `folder`.
pub fn init(folder: &Path) -> Result<(), Failure> {
    disk::fill_new_folder(folder, FILES)
}
