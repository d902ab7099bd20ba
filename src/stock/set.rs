//! Counts from a sheet, written into the products' files.

use std::collections::BTreeMap;

use super::{
    list::goods,
    sheet::{self, Entry},
};
use crate::{
    base::path::ShopPath,
    catalog::Catalog,
    diag::{Code, Diagnostic, Diagnostics, Failure},
    disk::{Lock, ShopFolder},
    edit::{self, Change, Table, Value},
    pipeline::{self, Report, Settings, Watcher},
};

/// What came of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// SKUs that the sheet names.
    pub skus: usize,
    /// Files that were changed.
    pub files: usize,
}

/// Where a SKU has its stock.
struct Shelf<'c> {
    path: &'c ShopPath,
    table: Table,
    /// Whether it is a product whose variants have their own.
    has_variants: bool,
}

/// Writes the counts of the sheet `text` (named `file` in what is told) into the shop, and the day of the run as the day of
/// the count unless `keep_date`. With any fault of the sheet or the shop nothing is written.
pub fn set(
    settings: &Settings,
    watcher: &dyn Watcher,
    file: &str,
    text: &str,
    keep_date: bool,
) -> Result<(Report, Counted), Failure> {
    let _lock = Lock::take(&settings.cache, "stock", &mut |holder| watcher.waiting(holder))?;
    let folder = ShopFolder::open(&settings.root)?;
    let (mut found, mut counted) = (Diagnostics::new(), Counted::default());
    let mut report = pipeline::with_catalog(settings, &mut |catalog, faults| {
        let entries = sheet::read(file, text, &mut found);
        let changes = changes(catalog, &entries, keep_date, &mut found);
        if found.has_errors() || faults.has_errors() {
            return Ok(());
        }
        let files = edited(catalog, changes)?;
        folder.replace(&files)?;
        counted = Counted { skus: entries.len(), files: files.len() };
        Ok(())
    })?;
    if !found.is_empty() {
        report.texts.insert(file.to_owned(), text.to_owned());
        report.diagnostics.append(found);
    }
    Ok((report, counted))
}

/// The changes of each file. The day of the count is the product's, once for all its variants.
fn changes<'c>(
    catalog: &'c Catalog<'c>,
    entries: &[Entry],
    keep_date: bool,
    found: &mut Diagnostics,
) -> BTreeMap<&'c ShopPath, Vec<Change>> {
    let shelves = shelves(catalog);
    let mut changes: BTreeMap<&ShopPath, Vec<Change>> = BTreeMap::new();
    for entry in entries {
        let told = |code: Code| Diagnostic::error(code).at(entry.place.clone()).with("value", &entry.sku);
        match shelves.get(entry.sku.as_str()) {
            None => {
                let near = crate::diag::nearest(&entry.sku, shelves.keys().map(String::as_str));
                found.push(match near {
                    Some(near) => told(Code::SHEET_SKU).with("near", near),
                    None => told(Code::SHEET_SKU),
                });
            }
            Some(shelf) if shelf.has_variants => found.push(told(Code::SHEET_VARIANTS)),
            Some(shelf) => {
                let after: &[&str] = &["price", "options", "sku"];
                let stock = Change { table: shelf.table, key: "stock", value: entry.stock.clone(), after };
                changes.entry(shelf.path).or_default().push(stock);
            }
        }
    }
    if !keep_date {
        let day = Value::Day(catalog.config.today);
        for all in changes.values_mut() {
            let after: &[&str] = &["stock", "price", "summary"];
            all.push(Change { table: Table::Top, key: "stock_as_of", value: day.clone(), after });
        }
    }
    changes
}

fn shelves<'c>(catalog: &'c Catalog<'c>) -> BTreeMap<String, Shelf<'c>> {
    let mut shelves = BTreeMap::new();
    for product in goods(catalog) {
        let has_variants = !product.variants.is_empty();
        let own = Shelf { path: product.path, table: Table::Top, has_variants };
        shelves.insert(product.sku.to_string(), own);
        for (place, variant) in product.variants.iter().enumerate() {
            let shelf = Shelf { path: product.path, table: Table::Variant(place), has_variants: false };
            shelves.insert(variant.sku.to_string(), shelf);
        }
    }
    shelves
}

/// The new bytes of the files that change.
fn edited(
    catalog: &Catalog<'_>,
    changes: BTreeMap<&ShopPath, Vec<Change>>,
) -> Result<Vec<(ShopPath, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for (path, changes) in changes {
        let old = catalog.tree.text(path.as_str()).unwrap_or_default();
        let new = edit::set(path.as_str(), old, &changes).ok_or_else(|| {
            Failure::new(Code::FAILURE_INTERNAL, path.as_str(), "the place of a count was not found")
        })?;
        if new != old {
            files.push((path.clone(), new.into_bytes()));
        }
    }
    Ok(files)
}
