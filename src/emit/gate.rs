//! Between the stage and the output: what must give way, and whether it may.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    making::{Fate, Item},
    manifest::{self, Manifest},
};
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Failure},
    disk::{Entry, MANIFEST, OutputFolder, STAGE},
};

/// What goes from the output. Only files that the old manifest lists, and folders left empty by that.
#[derive(Debug, Default)]
pub(super) struct Way {
    /// Files that stand where a folder must be, or in a folder where a file must be: removed first.
    pub(super) first: BTreeSet<String>,
    /// Folders that stand where a file must be.
    pub(super) folders: BTreeSet<String>,
    /// Files that nothing replaces: removed last.
    pub(super) last: BTreeSet<String>,
    /// `output.foreign` (argument `path`): a file that posra did not write stands in the way.
    pub(super) diagnostics: Diagnostics,
}

impl Way {
    /// All files that go, in order.
    pub(super) fn removed(&self) -> impl Iterator<Item = &str> {
        self.first.union(&self.last).map(String::as_str)
    }
}

/// Looks at everything that will be changed, and changes nothing.
pub(super) fn way(
    output: &OutputFolder,
    before: &Manifest,
    after: &Manifest,
    items: &[Item<'_>],
) -> Result<Way, Failure> {
    let mut survey = Survey {
        output,
        before,
        after,
        way: Way::default(),
        foreign: BTreeSet::new(),
        seen: BTreeMap::new(),
    };
    if !output.is_bare() {
        for item in items {
            if let Fate::New { there, .. } = &item.fate {
                survey.target(&item.path, *there)?;
            }
        }
        for path in before.paths().filter(|path| !after.lists(path)) {
            survey.stale(path)?;
        }
    }
    let foreign =
        survey.foreign.iter().map(|path| Diagnostic::error(Code::OUTPUT_FOREIGN).with("value", path));
    Ok(Way { diagnostics: foreign.collect(), ..survey.way })
}

/// Two items in one place, or one inside the other (`address.collision`, arguments `address`, `other`).
pub(super) fn collisions<'p>(paths: impl Iterator<Item = &'p str> + Clone) -> Diagnostics {
    let mut all = BTreeSet::new();
    let twice: Vec<&str> = paths.clone().filter(|path| !all.insert(*path)).collect();
    let inside =
        paths.flat_map(|path| folders(path).filter(|folder| all.contains(folder)).map(move |f| (path, f)));
    let clash = |(path, other): (&str, &str)| {
        Diagnostic::error(Code::ADDRESS_COLLISION)
            .with("address", format!("/{path}"))
            .with("other", format!("/{other}"))
    };
    twice.into_iter().map(|path| (path, path)).chain(inside).map(clash).collect()
}

/// The plan makes only good addresses; this is the last door before the disk.
pub(super) fn check_path(output: &OutputFolder, path: &str) -> Result<(), Failure> {
    let top = path.split('/').next().unwrap_or(path);
    if manifest::address(path).is_some() && top != STAGE && top != MANIFEST {
        return Ok(());
    }
    Err(Failure::new(Code::FAILURE_INTERNAL, output.path().join(path), "not a path for a page or a file"))
}

/// `a/b/c` is in `a/b` and `a`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(end, _)| &path[..end])
}

struct Survey<'a> {
    output: &'a OutputFolder,
    before: &'a Manifest,
    after: &'a Manifest,
    way: Way,
    foreign: BTreeSet<String>,
    /// Folders that were looked at.
    seen: BTreeMap<String, Entry>,
}

impl Survey<'_> {
    /// A file will be moved to `path`, where `there` stands now.
    fn target(&mut self, path: &str, there: Entry) -> Result<(), Failure> {
        let mut above: Vec<&str> = folders(path).collect();
        above.reverse();
        for folder in above {
            match self.look(folder)? {
                Entry::Folder => {}
                Entry::Nothing => break,
                Entry::File(_) => {
                    self.give_way(folder);
                    break;
                }
                Entry::Other => {
                    self.refuse(folder);
                    return Ok(());
                }
            }
        }
        match there {
            Entry::Nothing => {}
            Entry::File(_) if self.before.lists(path) => {}
            Entry::File(_) | Entry::Other => self.refuse(path),
            Entry::Folder => self.clear(path)?,
        }
        Ok(())
    }

    /// A folder stands where a file must be: it may go when nothing but stale files is in it.
    fn clear(&mut self, folder: &str) -> Result<(), Failure> {
        self.way.folders.insert(folder.to_owned());
        for name in self.output.names(folder)? {
            let path = format!("{folder}/{name}");
            match self.output.entry(&path)? {
                Entry::Nothing => {}
                Entry::File(_) => self.give_way(&path),
                Entry::Folder => self.clear(&path)?,
                Entry::Other => self.refuse(&path),
            }
        }
        Ok(())
    }

    fn give_way(&mut self, path: &str) {
        if self.before.lists(path) && !self.after.lists(path) {
            self.way.first.insert(path.to_owned());
        } else {
            self.refuse(path);
        }
    }

    /// Posra wrote `path`, and nothing stands there in the new site.
    fn stale(&mut self, path: &str) -> Result<(), Failure> {
        for folder in folders(path) {
            if self.look(folder)? != Entry::Folder {
                return Ok(());
            }
        }
        // A link or folder that a person put there since is not what posra wrote.
        if !self.way.first.contains(path) && matches!(self.output.entry(path)?, Entry::File(_)) {
            self.way.last.insert(path.to_owned());
        }
        Ok(())
    }

    fn refuse(&mut self, path: &str) {
        self.foreign.insert(path.to_owned());
    }

    fn look(&mut self, folder: &str) -> Result<Entry, Failure> {
        if let Some(entry) = self.seen.get(folder) {
            return Ok(*entry);
        }
        let entry = self.output.entry(folder)?;
        self.seen.insert(folder.to_owned(), entry);
        Ok(entry)
    }
}
