//! Counts from a sheet, written into the products' files.

use std::collections::BTreeMap;

use super::{
    sheet::{self as counts, Entry},
    shelf::{Shelves, told},
};
use crate::{
    base::path::ShopPath,
    catalog::Catalog,
    diag::{Code, Diagnostics, Failure},
    disk::{Lock, ShopFolder},
    edit::{self, Change, Rewrite, Table, Value},
    pipeline::{self, Report, Settings, Stage, Watcher},
    sheet,
};

/// What came of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// SKUs that the sheet names.
    pub skus: usize,
    /// Files that were changed.
    pub files: usize,
}

/// Writes the counts of a sheet (its bytes, and its name in what is told) into the shop, and the day of the run as the
/// day of the count unless `keep_date`. With any fault of the sheet or the shop nothing is written.
pub fn set(
    settings: &Settings,
    watcher: &dyn Watcher,
    file: &str,
    bytes: &[u8],
    keep_date: bool,
) -> Result<(Report, Counted), Failure> {
    let _lock = Lock::take(&settings.cache, "stock", &mut |holder| watcher.waiting(holder))?;
    let folder = ShopFolder::open(&settings.root)?;
    let mut found = edit::recover(&folder)?;
    let text = match sheet::text(file, bytes, &counts::is_sheet) {
        Ok(text) => Some(text),
        Err(fault) => {
            found.push(*fault);
            None
        }
    };
    let mut counted = Counted::default();
    let mut report = pipeline::with_catalog(settings, &mut |catalog, faults| {
        let Some(text) = &text else { return Ok(()) };
        let entries = counts::read(file, text, &mut found);
        let mut changes = changes(&Shelves::of(catalog, faults), &entries, &mut found);
        if !keep_date {
            add_day(&mut changes, catalog);
        }
        if found.has_errors() || faults.has_errors() {
            return Ok(());
        }
        let rewrites = rewrites(catalog, changes, &mut found);
        if found.has_errors() {
            return Ok(());
        }
        let step = || watcher.step(Stage::Text(rewrites.len()));
        let changed = edit::write(&folder, &rewrites, &step)?;
        if changed.is_empty() {
            counted = Counted { skus: entries.len(), files: rewrites.len() };
        }
        found.append(changed);
        Ok(())
    })?;
    if !found.is_empty() {
        report.texts.extend(text.map(|text| (file.to_owned(), text)));
        // Line by line, as the sheet is read.
        report.diagnostics.append(found.sorted());
    }
    Ok((report, counted))
}

/// The changes of each file.
fn changes<'c>(
    shelves: &Shelves<'c>,
    entries: &[Entry],
    found: &mut Diagnostics,
) -> BTreeMap<&'c ShopPath, Vec<Change>> {
    let mut changes: BTreeMap<&ShopPath, Vec<Change>> = BTreeMap::new();
    for entry in entries {
        match shelves.find(entry, found) {
            None => {}
            Some(shelf) if shelf.has_variants => found.push(told(Code::SHEET_VARIANTS, entry)),
            Some(shelf) => {
                let after: &[&str] = &["price", "options", "sku"];
                let stock = Change { table: shelf.table, key: "stock", value: entry.stock.clone(), after };
                changes.entry(shelf.path).or_default().push(stock);
            }
        }
    }
    changes
}

/// The day of the count is the product's, once for all its variants.
fn add_day(changes: &mut BTreeMap<&ShopPath, Vec<Change>>, catalog: &Catalog<'_>) {
    let day = Value::Day(catalog.config.today);
    for all in changes.values_mut() {
        let after: &[&str] = &["stock", "price", "summary"];
        all.push(Change { table: Table::Top, key: "stock_as_of", value: day.clone(), after });
    }
}

/// The new texts of the files that change.
fn rewrites(
    catalog: &Catalog<'_>,
    changes: BTreeMap<&ShopPath, Vec<Change>>,
    found: &mut Diagnostics,
) -> Vec<Rewrite> {
    let mut rewrites = Vec::new();
    for (path, changes) in changes {
        let old = catalog.tree.text(path.as_str()).unwrap_or_default();
        match edit::set(path.as_str(), old, &changes) {
            Ok(new) if new == old => {}
            Ok(new) => rewrites.push(Rewrite { path: path.clone(), old: old.to_owned(), new }),
            Err(fault) => found.push(*fault),
        }
    }
    rewrites
}
