//! Writing into the shop's folder: only texts that are there, and only when a person asks for an edit.

use std::{fs, io, path::PathBuf};

use super::{ShopFolder, Stage, stage::Above, trouble};
use crate::{
    base::path::ShopPath,
    diag::{Code, Failure},
};

/// The folder in the shop where an edit waits; it is gone when a run has ended. Beside the texts, so that a move is one step.
pub const EDIT: &str = "content/.posra-edit";

impl ShopFolder {
    /// An empty stage for an edit.
    pub fn stage(&self) -> Result<Stage<'_>, Failure> {
        self.above().make()
    }

    /// The stage that a run left which did not come to its end.
    pub fn left_stage(&self) -> Result<Option<Stage<'_>>, Failure> {
        self.above().left()
    }

    /// Readies the staged text `new` to take the place of the file at `path`: gives it that file's rights and
    /// owner, and keeps the file as it is under the name `old` as well.
    pub fn ready(&self, stage: &Stage<'_>, path: &ShopPath, new: &str, old: &str) -> Result<(), Failure> {
        let failed = |cause: io::Error| trouble::unwritten(self.root.join(path.as_str()), &cause);
        self.fuse.step(&self.root.join(path.as_str()))?;
        let file = self.place(path).map_err(failed)?;
        self.dress(stage, new, &file).map_err(failed)?;
        self.fuse.step(&self.root.join(path.as_str()))?;
        if self.dir.hard_link(&file, stage.dir(), old).is_ok() {
            return Ok(());
        }
        // Not every file system has second names.
        stage.write(old, &self.dir.read(&file).map_err(failed)?)?;
        self.dress(stage, old, &file).map_err(failed)
    }

    /// Moves a staged file into the place of the one at `path`, which a link may name.
    pub fn put(&self, stage: &Stage<'_>, name: &str, path: &ShopPath) -> Result<(), Failure> {
        let place =
            self.place(path).map_err(|cause| trouble::unwritten(self.root.join(path.as_str()), &cause))?;
        stage.put(name, &place)
    }

    fn above(&self) -> Above<'_> {
        let (dir, path, fuse) = (&self.dir, self.root.as_path(), &self.fuse);
        Above { dir, path, stage: EDIT, fault: Code::FAILURE_EDIT, fuse }
    }

    /// Where the file really is, below the handle: a link stays, its end is written.
    fn place(&self, path: &ShopPath) -> io::Result<PathBuf> {
        let end = fs::canonicalize(self.root.join(path.as_str()))?;
        let inside =
            end.strip_prefix(&self.root).map_err(|_| io::Error::from(io::ErrorKind::PermissionDenied))?;
        Ok(inside.to_owned())
    }

    /// Rights and owner of `file` for a staged one. Only root can give a file away; others own what they write.
    fn dress(&self, stage: &Stage<'_>, name: &str, file: &std::path::Path) -> io::Result<()> {
        let like = self.dir.metadata(file)?;
        #[cfg(unix)]
        {
            use cap_std::fs::MetadataExt;
            let staged = stage.dir().open(name)?;
            let _ = std::os::unix::fs::fchown(&staged, Some(like.uid()), Some(like.gid()));
        }
        stage.dir().set_permissions(name, like.permissions())
    }
}

#[cfg(test)]
impl ShopFolder {
    pub(crate) fn with_fuse(mut self, fuse: super::Fuse) -> Self {
        self.fuse = fuse;
        self
    }

    pub(crate) fn is_blown(&self) -> bool {
        self.fuse.is_blown()
    }
}
