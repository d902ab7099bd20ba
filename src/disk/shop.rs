//! The shop's folder: read, and never left. How an edit of its texts is written stands in `rewrite`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use cap_std::{ambient_authority, fs::Dir};

use super::{fuse::Fuse, listing, listing::Listing, stat, trouble};
use crate::{
    base::{path::ShopPath, stat::Stat},
    diag::{Code, Failure},
};

/// The folder of a shop. Paths are resolved below its handle: neither `..` nor a link leads out.
#[derive(Debug)]
pub struct ShopFolder {
    pub(super) root: PathBuf,
    pub(super) dir: Dir,
    pub(super) fuse: Fuse,
}

/// Why a file of the shop could not be read.
#[derive(Debug)]
pub enum ReadFault {
    /// There is none.
    Missing,
    /// A link leads out of the shop.
    Leaves,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The machine is at fault.
    Failure(Failure),
}

impl ShopFolder {
    /// Opens the folder at `path`.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let root = fs::canonicalize(path).map_err(|cause| trouble::unread(path, &cause))?;
        let dir = Dir::open_ambient_dir(&root, ambient_authority())
            .map_err(|cause| trouble::unread(path, &cause))?;
        Ok(Self { root, dir, fuse: Fuse::default() })
    }

    /// The folder itself, without links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every file below `folder` (the whole shop when it is empty), sorted by path. A missing folder holds none.
    pub fn list(&self, folder: &str) -> Result<Listing, Failure> {
        if !folder.is_empty() && ShopPath::read(folder).is_err() {
            return Err(Failure::new(Code::FAILURE_READ, folder, "not a path inside the shop"));
        }
        listing::list(&self.root, folder)
    }

    /// Names of the folders that stand in the shop's folder itself, sorted. Hidden ones and links are left out.
    pub fn folders(&self) -> Result<Vec<String>, Failure> {
        let names = || -> io::Result<Vec<String>> {
            let mut names = Vec::new();
            for entry in self.dir.entries()? {
                let entry = entry?;
                let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'));
                if entry.file_type()?.is_dir() {
                    names.extend(name);
                }
            }
            names.sort_unstable();
            Ok(names)
        };
        names().map_err(|cause| trouble::unread(&self.root, &cause))
    }

    /// The bytes of a file.
    pub fn read(&self, path: &ShopPath) -> Result<Vec<u8>, ReadFault> {
        let inside = self.resolve(path)?;
        self.dir.read(&inside).map_err(|cause| self.fault(path, &cause))
    }

    /// What the file system says of a file, without reading it.
    pub fn stat(&self, path: &ShopPath) -> Result<Stat, ReadFault> {
        let metadata = self.dir.metadata(self.resolve(path)?).map_err(|cause| self.fault(path, &cause))?;
        stat::of_inside(&metadata).map_err(|cause| self.fault(path, &cause))
    }

    /// The path below the handle under which a file is opened. A link written as an absolute path is
    /// followed like any other when its end is inside; `cap-std` alone would refuse it.
    fn resolve(&self, path: &ShopPath) -> Result<PathBuf, ReadFault> {
        let written = PathBuf::from(path.as_str());
        match self.dir.metadata(&written) {
            Ok(metadata) if metadata.is_file() => Ok(written),
            Ok(_) => Err(ReadFault::NotAFile),
            Err(cause) if trouble::leaves(&cause) => self.real(path),
            Err(cause) => Err(self.fault(path, &cause)),
        }
    }

    fn real(&self, path: &ShopPath) -> Result<PathBuf, ReadFault> {
        let end =
            fs::canonicalize(self.root.join(path.as_str())).map_err(|cause| self.fault(path, &cause))?;
        let inside = end.strip_prefix(&self.root).map_err(|_| ReadFault::Leaves)?;
        match self.dir.metadata(inside) {
            Ok(metadata) if metadata.is_file() => Ok(inside.to_owned()),
            Ok(_) => Err(ReadFault::NotAFile),
            Err(cause) => Err(self.fault(path, &cause)),
        }
    }

    fn fault(&self, path: &ShopPath, cause: &io::Error) -> ReadFault {
        if trouble::is_missing(cause) {
            ReadFault::Missing
        } else if trouble::leaves(cause) {
            ReadFault::Leaves
        } else {
            ReadFault::Failure(trouble::unread(self.root.join(path.as_str()), cause))
        }
    }
}
