//! The folder that is published.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use cap_std::{ambient_authority, fs::Dir};

use super::{checks, fuse::Fuse, stat, trouble};
use crate::{
    base::stat::Stat,
    diag::{Code, Failure},
};

/// The file in the output that says what posra wrote there.
pub const MANIFEST: &str = ".posra-manifest";

/// The folder in the output where changed files wait; it is gone when a run has ended.
pub const STAGE: &str = ".posra-stage";

/// The output folder, checked. It is made when the first file is staged, not before.
/// Paths are relative to it and written with `/`; none leads out of it.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    dir: OnceLock<Dir>,
    bare: bool,
    made_here: bool,
    fuse: Fuse,
}

/// What stands at a path of the output. Links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    Nothing,
    /// A file.
    File(Stat),
    /// A folder.
    Folder,
    /// A link, a pipe, a device: nothing that posra writes.
    Other,
}

impl OutputFolder {
    /// Checks that `path` may be written for the shop at `shop`, and touches nothing.
    ///
    /// Refused (`failure.output`): a file, a link, the root, the shop's folder, a folder above it, a
    /// folder in which the shop keeps its own files, a folder that may not be written, and one that holds
    /// something but no manifest.
    pub fn open(path: &Path, shop: &Path) -> Result<Self, Failure> {
        let path = checks::place(path, shop)?;
        let mut output =
            Self { path, dir: OnceLock::new(), bare: true, made_here: true, fuse: Fuse::default() };
        if output.path.exists() {
            let dir = output.handle()?;
            output.bare = checks::is_bare(&dir, &output.path)?;
            output.made_here = false;
            output.dir = OnceLock::from(dir);
        }
        Ok(output)
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing at all stood in it when it was opened: then nothing needs to be asked of it.
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// What stands at `path`.
    pub fn entry(&self, path: &str) -> Result<Entry, Failure> {
        let Some(dir) = self.dir.get() else { return Ok(Entry::Nothing) };
        match dir.symlink_metadata(path) {
            Ok(metadata) if metadata.is_file() => match stat::of_inside(&metadata) {
                Ok(stat) => Ok(Entry::File(stat)),
                Err(cause) => Err(trouble::unread(self.path.join(path), &cause)),
            },
            Ok(metadata) if metadata.is_dir() => Ok(Entry::Folder),
            Ok(_) => Ok(Entry::Other),
            Err(cause) if trouble::is_missing(&cause) => Ok(Entry::Nothing),
            Err(cause) if trouble::leaves(&cause) => Ok(Entry::Other),
            Err(cause) => Err(trouble::unread(self.path.join(path), &cause)),
        }
    }

    /// The bytes of a file; `None` when there is none.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(dir) = self.dir.get() else { return Ok(None) };
        match dir.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if trouble::is_missing(&cause) => Ok(None),
            Err(cause) => Err(trouble::unread(self.path.join(path), &cause)),
        }
    }

    /// The names in a folder, in order; none when there is no folder.
    pub fn names(&self, folder: &str) -> Result<BTreeSet<String>, Failure> {
        let Some(dir) = self.dir.get() else { return Ok(BTreeSet::new()) };
        let failed = |cause| trouble::unread(self.path.join(folder), &cause);
        let entries = match dir.read_dir(folder) {
            Err(cause) if trouble::is_missing(&cause) => return Ok(BTreeSet::new()),
            entries => entries.map_err(failed)?,
        };
        let name = |entry: std::io::Result<cap_std::fs::DirEntry>| {
            entry.map(|entry| entry.file_name().to_string_lossy().into_owned()).map_err(failed)
        };
        entries.map(name).collect()
    }

    /// Makes a folder inside one that stands; it may stand already.
    pub fn make_folder(&self, folder: &str) -> Result<(), Failure> {
        let dir = self.made()?;
        self.step(folder)?;
        match dir.create_dir(folder) {
            Err(cause) if !self.is_folder(folder) => Err(trouble::unwritten(self.path.join(folder), &cause)),
            _ => Ok(()),
        }
    }

    /// Removes the file at `path`. What is not a file stays: posra did not write it.
    pub fn remove(&self, path: &str) -> Result<(), Failure> {
        let (Some(dir), Entry::File(_)) = (self.dir.get(), self.entry(path)?) else { return Ok(()) };
        self.step(path)?;
        dir.remove_file(path).map_err(|cause| trouble::unwritten(self.path.join(path), &cause))
    }

    /// Removes the folder when nothing is in it.
    pub fn remove_empty(&self, folder: &str) -> Result<(), Failure> {
        let Some(dir) = self.dir.get() else { return Ok(()) };
        self.step(folder)?;
        match dir.remove_dir(folder) {
            Err(cause) if self.is_empty_folder(folder) => {
                Err(trouble::unwritten(self.path.join(folder), &cause))
            }
            _ => Ok(()),
        }
    }

    /// Removes the output folder itself when this run made it and nothing came of it.
    pub(super) fn leave(&self) {
        if self.made_here && self.step("").is_ok() {
            // What is in it keeps it: the system removes empty folders only.
            let _ = fs::remove_dir(&self.path);
        }
    }

    /// The handle; makes the folder when it is not there yet.
    pub(super) fn made(&self) -> Result<&Dir, Failure> {
        if let Some(dir) = self.dir.get() {
            return Ok(dir);
        }
        self.step("")?;
        fs::create_dir_all(&self.path).map_err(|cause| trouble::unwritten(&self.path, &cause))?;
        let dir = self.handle()?;
        Ok(self.dir.get_or_init(|| dir))
    }

    /// The handle of a folder that stands.
    pub(super) fn standing(&self) -> Option<&Dir> {
        self.dir.get()
    }

    pub(super) fn fuse(&self) -> &Fuse {
        &self.fuse
    }

    fn step(&self, path: &str) -> Result<(), Failure> {
        self.fuse.step(&self.path.join(path))
    }

    fn handle(&self) -> Result<Dir, Failure> {
        let failed = |cause| Failure::new(Code::FAILURE_OUTPUT, &self.path, cause);
        Dir::open_ambient_dir(&self.path, ambient_authority()).map_err(failed)
    }

    fn is_folder(&self, path: &str) -> bool {
        matches!(self.entry(path), Ok(Entry::Folder))
    }

    fn is_empty_folder(&self, path: &str) -> bool {
        self.is_folder(path) && self.names(path).is_ok_and(|names| names.is_empty())
    }
}

#[cfg(test)]
impl OutputFolder {
    pub(crate) fn with_fuse(mut self, fuse: Fuse) -> Self {
        self.fuse = fuse;
        self
    }

    pub(crate) fn is_blown(&self) -> bool {
        self.fuse.is_blown()
    }
}
