//! What a folder of the shop holds, in an order that no machine changes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{stat, trouble};
use crate::{
    base::{path::ShopPath, stat::Stat},
    diag::{Code, Diagnostic, Diagnostics, Failure, Place},
};

/// Files beyond this are no shop, but a folder named by mistake or links that multiply.
const MOST: usize = 1_000_000;

/// Links inside folders that were reached through links: enough for people, too few to multiply.
const NESTED: usize = 4;

/// The files below a folder, and what is wrong with names and links there.
#[derive(Debug, Default)]
pub struct Listing {
    /// Sorted by path, each once.
    pub files: Vec<Found>,
    /// `path.symlink` (arguments `value`, `end`) and `path.name` (argument `value`).
    pub diagnostics: Diagnostics,
}

/// A file of the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is, as a merchant sees it (links are not resolved).
    pub path: ShopPath,
    /// What the file system says of it.
    pub stat: Stat,
}

/// Lists `folder` below `root`, which has no links in it.
pub(super) fn list(root: &Path, folder: &str) -> Result<Listing, Failure> {
    let mut walk = Walk { root, found: Listing::default(), inside: Vec::new() };
    let start = root.join(folder);
    match fs::symlink_metadata(&start) {
        Ok(metadata) if metadata.is_dir() && leads_nowhere_else(&start) => walk.folder(&start, folder)?,
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => walk.link(&start, folder)?,
        Err(cause) if trouble::is_missing(&cause) => {}
        Err(cause) => return Err(trouble::unread(&start, &cause)),
    }
    walk.found.files.sort_by(|a, b| a.path.cmp(&b.path));
    walk.found.diagnostics = walk.found.diagnostics.sorted();
    Ok(walk.found)
}

/// Whether no part of the path is a link.
fn leads_nowhere_else(path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| real == path)
}

struct Walk<'a> {
    root: &'a Path,
    found: Listing,
    /// Real folders in which the links that are being followed stand.
    inside: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Everything below the real folder `real`, which the shop knows as `shown`.
    fn folder(&mut self, real: &Path, shown: &str) -> Result<(), Failure> {
        let mut entries = WalkDir::new(real).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(fault) if fault.io_error().is_some_and(trouble::is_missing) => continue,
                Err(fault) => return Err(unwalked(real, &fault)),
            };
            let below = entry.path().strip_prefix(real).unwrap_or(entry.path());
            let readable = below.to_str().map(|below| join(shown, below));
            let kept = match readable {
                _ if is_hidden(&entry) => false,
                Some(shown) if ShopPath::read(&shown).is_ok() => self.entry(&entry, &shown)?,
                _ => self.bad_name(&join(shown, &below.to_string_lossy())),
            };
            if !kept && entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
        }
        Ok(())
    }

    fn entry(&mut self, entry: &DirEntry, shown: &str) -> Result<bool, Failure> {
        if entry.file_type().is_symlink() {
            self.link(entry.path(), shown)?;
        } else if entry.file_type().is_file() {
            self.file(entry.path(), shown)?;
        }
        Ok(true)
    }

    fn file(&mut self, real: &Path, shown: &str) -> Result<(), Failure> {
        let stat = match fs::symlink_metadata(real).and_then(|metadata| stat::of(&metadata)) {
            Ok(stat) => stat,
            Err(cause) if trouble::is_missing(&cause) => return Ok(()),
            Err(cause) => return Err(trouble::unread(real, &cause)),
        };
        if self.found.files.len() >= MOST {
            return Err(Failure::new(Code::FAILURE_READ, self.root, format!("more than {MOST} files")));
        }
        if let Ok(path) = ShopPath::read(shown) {
            self.found.files.push(Found { path, stat });
        }
        Ok(())
    }

    /// Follows a link whose end is inside the shop; names one that leaves it, leads nowhere or in a circle.
    fn link(&mut self, real: &Path, shown: &str) -> Result<(), Failure> {
        let Some(end) = fs::canonicalize(real).ok().filter(|end| end.starts_with(self.root)) else {
            return self.bad_link(real, shown);
        };
        if end.is_file() {
            return self.file(&end, shown);
        }
        let here = fs::canonicalize(real.parent().unwrap_or(real)).unwrap_or_default();
        let circles = here.starts_with(&end) || self.inside.iter().any(|place| place.starts_with(&end));
        if !end.is_dir() || circles || self.inside.len() >= NESTED {
            return self.bad_link(real, shown);
        }
        self.inside.push(here);
        self.folder(&end, shown)?;
        self.inside.pop();
        Ok(())
    }

    fn bad_link(&mut self, real: &Path, shown: &str) -> Result<(), Failure> {
        let end = fs::read_link(real).unwrap_or_default();
        let fault = Diagnostic::error(Code::PATH_SYMLINK).at(Place::file(shown)).with("value", shown);
        self.found.diagnostics.push(fault.with("end", end.display()));
        Ok(())
    }

    fn bad_name(&mut self, shown: &str) -> bool {
        let seen: String = shown.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        let fault = Diagnostic::error(Code::PATH_NAME).at(Place::file(seen.as_str())).with("value", seen);
        self.found.diagnostics.push(fault);
        false
    }
}

/// `/` between the parts on every system.
fn join(shown: &str, below: &str) -> String {
    #[cfg(windows)]
    let below = &below.replace('\\', "/");
    if shown.is_empty() { below.to_owned() } else { format!("{shown}/{below}") }
}

/// Names that tools leave behind: dot-files, `name~`, `#name#`.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    name.starts_with(b".")
        || name.ends_with(b"~")
        || (name.len() > 1 && name.starts_with(b"#") && name.ends_with(b"#"))
}

fn unwalked(folder: &Path, fault: &walkdir::Error) -> Failure {
    let cause = fault.io_error().map_or_else(|| fault.to_string(), ToString::to_string);
    Failure::new(Code::FAILURE_READ, fault.path().unwrap_or(folder), cause)
}
