//! Where in the shop's files a SKU has its stock.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    base::path::ShopPath,
    catalog::Catalog,
    diag::{Code, Diagnostic, Diagnostics, Place, Severity, nearest},
    edit::Table,
};

use super::sheet::Entry;

/// Where one SKU has its stock.
pub(super) struct Shelf<'c> {
    /// As it is written in the shop.
    sku: &'c str,
    pub(super) path: &'c ShopPath,
    pub(super) table: Table,
    /// Whether it is a product whose variants have their own.
    pub(super) has_variants: bool,
}

/// Every SKU of the shop, also of what is not sold yet or no more. Case is not told apart, as nowhere in the shop.
pub(super) struct Shelves<'c> {
    catalog: &'c Catalog<'c>,
    all: BTreeMap<String, Shelf<'c>>,
    /// Files of products with errors: what they say is not known.
    faulty: BTreeSet<&'c str>,
}

impl<'c> Shelves<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, faults: &'c Diagnostics) -> Self {
        let mut all = BTreeMap::new();
        for product in catalog.products.iter().chain(&catalog.later) {
            let has_variants = !product.variants.is_empty();
            let mut put = |sku: &'c str, table: Table, has_variants: bool| {
                all.insert(key(sku), Shelf { sku, path: product.path, table, has_variants });
            };
            put(product.sku.as_str(), Table::Top, has_variants);
            // With no error in the shop no variant was left out: its place here is that in the file.
            for (place, variant) in product.variants.iter().enumerate() {
                put(variant.sku.as_str(), Table::Variant(place), false);
            }
        }
        let errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
        let files = errors.filter_map(|fault| fault.place.as_ref()).map(|place| &*place.file);
        let faulty = files.filter(|file| file.starts_with("content/products/")).collect();
        Self { catalog, all, faulty }
    }

    /// The shelf of what a sheet names. Without one it is told why, unless nobody can know: a file that holds no
    /// text has an error of its own.
    pub(super) fn find(&self, entry: &Entry, found: &mut Diagnostics) -> Option<&Shelf<'c>> {
        let shelf = self.all.get(&key(&entry.sku));
        if shelf.is_none() {
            let texts: Vec<_> =
                self.faulty.iter().map(|file| (*file, self.catalog.tree.text(file))).collect();
            let broken = texts.iter().find(|(_, text)| text.is_some_and(|text| names(text, &entry.sku)));
            match broken {
                Some((file, _)) => found.push(told(Code::SHEET_BROKEN, entry).and(Place::file(*file))),
                None if texts.iter().any(|(_, text)| text.is_none()) => {}
                None => found.push(self.unknown(entry)),
            }
        }
        shelf
    }

    fn unknown(&self, entry: &Entry) -> Diagnostic {
        let told = told(Code::SHEET_SKU, entry);
        match nearest(&entry.sku, self.all.values().map(|shelf| shelf.sku)) {
            Some(near) => told.with("near", near),
            None => told,
        }
    }
}

/// A fault of one line of the sheet.
pub(super) fn told(code: Code, entry: &Entry) -> Diagnostic {
    Diagnostic::error(code).at(entry.place.clone()).with("value", &entry.sku)
}

fn key(sku: &str) -> String {
    sku.to_ascii_lowercase()
}

/// Whether a text that may not be TOML gives this SKU to something.
fn names(text: &str, sku: &str) -> bool {
    let (text, sku) = (text.to_ascii_lowercase(), key(sku));
    let is_part = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_');
    text.lines().filter(|line| line.contains("sku")).any(|line| {
        line.match_indices(&sku)
            .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + sku.len()..].starts_with(is_part))
    })
}
