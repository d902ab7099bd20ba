//! The folder in the output where changed files wait until all of them are there.

use std::io::{self, Write};

use cap_std::fs::{Dir, File, OpenOptions};

use super::{
    output::{OutputFolder, STAGE},
    stat, trouble,
};
use crate::{
    base::stat::Stat,
    diag::{Code, Failure},
};

/// The file in the stage that says the stage is complete and what is to be done with it.
pub const JOURNAL: &str = "journal";

/// Up to so many files are synced one by one; above, the whole file system at once.
const FEW: usize = 8;

/// Files written, but not yet in their places. All names are single names.
#[derive(Debug)]
pub struct Stage<'a> {
    output: &'a OutputFolder,
    dir: Dir,
}

impl<'a> Stage<'a> {
    /// An empty stage.
    pub fn make(output: &'a OutputFolder) -> Result<Self, Failure> {
        let above = output.made()?;
        output.step(STAGE)?;
        let failed = |cause| trouble::unwritten(output.path().join(STAGE), &cause);
        above.create_dir(STAGE).map_err(failed)?;
        let dir = above.open_dir(STAGE).map_err(failed)?;
        Ok(Self { output, dir })
    }

    /// The stage that a run left which did not come to its end.
    pub fn left(output: &'a OutputFolder) -> Result<Option<Self>, Failure> {
        let Some(above) = output.standing() else { return Ok(None) };
        match above.symlink_metadata(STAGE) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => {
                let path = output.path().join(STAGE);
                return Err(Failure::new(Code::FAILURE_OUTPUT, path, "it is not a folder"));
            }
            Err(cause) if trouble::is_missing(&cause) => return Ok(None),
            Err(cause) => return Err(trouble::unread(output.path().join(STAGE), &cause)),
        }
        let dir =
            above.open_dir(STAGE).map_err(|cause| trouble::unread(output.path().join(STAGE), &cause))?;
        Ok(Some(Self { output, dir }))
    }

    /// Writes a file that no name stands for yet. It is not synced.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Stat, Failure> {
        self.written(name, bytes).map(|(_, stat)| stat)
    }

    /// Puts all that was staged on the disk itself. `names` are the staged files.
    pub fn sync(&self, names: &[String]) -> Result<(), Failure> {
        self.output.step(STAGE)?;
        let failed = |cause: io::Error| trouble::unwritten(self.output.path().join(STAGE), &cause);
        if names.len() > FEW && self.sync_all().map_err(failed)? {
            return Ok(());
        }
        let options = OpenOptions::new().write(true).clone();
        names.iter().try_for_each(|name| self.dir.open_with(name, &options)?.sync_all()).map_err(failed)
    }

    /// Writes the journal so that it stands there whole and on the disk, or not at all.
    pub fn place_journal(&self, bytes: &[u8]) -> Result<(), Failure> {
        let beside = "journal.new";
        let (file, _) = self.written(beside, bytes)?;
        self.output.step(JOURNAL)?;
        let placed = file.sync_all().and_then(|()| self.dir.rename(beside, &self.dir, JOURNAL));
        placed.map_err(|cause| self.unwritten(JOURNAL, &cause))?;
        self.output.step(JOURNAL)?;
        self.sync_names().map_err(|cause| self.unwritten(JOURNAL, &cause))
    }

    /// The bytes of the journal; `None` when the stage was never complete.
    pub fn journal(&self) -> Result<Option<Vec<u8>>, Failure> {
        match self.dir.read(JOURNAL) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if trouble::is_missing(&cause) => Ok(None),
            Err(cause) => Err(trouble::unread(self.output.path().join(STAGE).join(JOURNAL), &cause)),
        }
    }

    /// Whether a file still waits here.
    pub fn holds(&self, name: &str) -> bool {
        self.dir.symlink_metadata(name).is_ok()
    }

    /// Moves a file to its place in the output, over what stands there. One that waits no more was moved before.
    pub fn move_in(&self, name: &str, target: &str) -> Result<(), Failure> {
        let above = self.output.made()?;
        self.output.step(target)?;
        match self.dir.rename(name, above, target) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && !self.holds(name) => Ok(()),
            moved => moved.map_err(|cause| trouble::unwritten(self.output.path().join(target), &cause)),
        }
    }

    /// Removes the stage, the journal first: from then on the rest means nothing.
    pub fn close(self) -> Result<(), Failure> {
        if self.holds(JOURNAL) {
            self.remove(JOURNAL)?;
        }
        let names = self.output.names(STAGE)?;
        names.iter().try_for_each(|name| self.remove(name))?;
        self.output.remove_empty(STAGE)
    }

    /// Removes the stage, and the output folder when it was made for it alone.
    pub fn discard(self) -> Result<(), Failure> {
        let output = self.output;
        self.close()?;
        output.leave();
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Failure> {
        self.output.step(STAGE)?;
        let removed = match self.dir.remove_file(name) {
            Err(_) if self.dir.symlink_metadata(name).is_ok_and(|m| m.is_dir()) => {
                self.dir.remove_dir_all(name)
            }
            removed => removed,
        };
        removed.map_err(|cause| self.unwritten(name, &cause))
    }

    fn written(&self, name: &str, bytes: &[u8]) -> Result<(File, Stat), Failure> {
        self.output.step(name)?;
        let options = OpenOptions::new().write(true).create_new(true).clone();
        let mut file = self.dir.open_with(name, &options).map_err(|cause| self.unwritten(name, &cause))?;
        self.output.step(name)?;
        let stat = file.write_all(bytes).and_then(|()| stat::of_inside(&file.metadata()?));
        Ok((file, stat.map_err(|cause| self.unwritten(name, &cause))?))
    }

    fn unwritten(&self, name: &str, cause: &io::Error) -> Failure {
        trouble::unwritten(self.output.path().join(STAGE).join(name), cause)
    }

    /// Puts the names in the stage on the disk, where a folder can be synced.
    fn sync_names(&self) -> io::Result<()> {
        #[cfg(unix)]
        self.handle()?.sync_all()?;
        Ok(())
    }

    /// Syncs the whole file system where that can be asked for; `false` elsewhere.
    fn sync_all(&self) -> io::Result<bool> {
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(self.handle()?)?;
        Ok(cfg!(target_os = "linux"))
    }

    /// A handle that can be synced; that of `Dir` only names the folder.
    #[cfg(unix)]
    fn handle(&self) -> io::Result<std::fs::File> {
        Ok(self.dir.open(".")?.into_std())
    }
}
