//! `posra check --fix`: what is sure is written into the shop's files.

use std::{collections::BTreeMap, sync::Arc};

use super::check;
use crate::{
    base::{change::Change, path::ShopPath},
    diag::{Diagnostic, Diagnostics, Failure, Place, Repair},
    disk::{Lock, ShopFolder},
    edit::{self, Rewrite},
    pipeline::{Report, Settings, Stage, Watcher},
};

/// What was mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fixed {
    /// Faults.
    pub faults: usize,
    /// Files that were changed.
    pub files: usize,
}

/// Makes every fix that the faults carry: in all files, or in none. Gives what is left to tell then. With an error in
/// the shop nothing is written.
pub fn fix(settings: &Settings, watcher: &dyn Watcher) -> Result<(Report, Fixed), Failure> {
    let _lock = Lock::take(&settings.cache, "check --fix", &mut |holder| watcher.waiting(holder))?;
    let folder = ShopFolder::open(&settings.root)?;
    let mut told = edit::recover(&folder)?;
    let mut report = check(settings, watcher)?;
    let mut fixed = Fixed::default();
    if !report.diagnostics.has_errors() {
        let rewrites = rewrites(&report, &mut told);
        if !rewrites.is_empty() && !told.has_errors() {
            let step = || watcher.step(Stage::Text(rewrites.len()));
            let changed = edit::write(&folder, &rewrites, &step)?;
            if changed.is_empty() {
                let faults = report.diagnostics.iter().filter(|one| one.fix.is_some()).count();
                fixed = Fixed { faults, files: rewrites.len() };
                report = check(settings, watcher)?;
            }
            told.append(changed);
        }
    }
    report.diagnostics.append(told);
    Ok((report, fixed))
}

/// The new texts of the files that change.
fn rewrites(report: &Report, told: &mut Diagnostics) -> Vec<Rewrite> {
    let mut changes: BTreeMap<Arc<str>, Vec<Change>> = BTreeMap::new();
    for fix in report.diagnostics.iter().filter_map(|one| one.fix.as_ref()) {
        changes.entry(fix.file.clone()).or_default().extend(fix.changes.iter().cloned());
    }
    let mut rewrites = Vec::new();
    for (file, changes) in changes {
        let (Some(old), Ok(path)) = (report.texts.get(&*file), ShopPath::read(&file)) else { continue };
        match edit::set(&file, old, &changes) {
            Ok(new) if new == *old => {}
            Ok(new) => rewrites.push(Rewrite { path, old: old.clone(), new }),
            Err(fault) => told.push(*fault),
        }
    }
    rewrites
}

/// The fault with its fix shown as a repair: the piece of the text that it changes.
pub(super) fn shown(mut told: Diagnostic, text: Option<&str>) -> Diagnostic {
    let (Some(fix), Some(old), None) = (&told.fix, text, &told.repair) else { return told };
    let Ok(new) = edit::set(&fix.file, old, &fix.changes) else { return told };
    let boundary = |at: &usize| old.is_char_boundary(*at);
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=same).rev().find(boundary).unwrap_or_default();
    let rest = old[start..].bytes().rev().zip(new[start..].bytes().rev()).take_while(|(a, b)| a == b).count();
    let end = (old.len() - rest..=old.len()).find(boundary).unwrap_or(old.len());
    let new_end = new.len() - (old.len() - end);
    let place = Place::span(fix.file.clone(), start..end);
    told.repair = new.get(start..new_end).map(|text| Repair { place, text: text.to_owned() });
    told
}
