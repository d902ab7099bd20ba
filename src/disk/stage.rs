//! A folder in which files wait until all of them are there: new pages in the output, new texts in the shop.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use cap_std::fs::{Dir, File, OpenOptions};

use super::{
    fuse::Fuse,
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
    above: Above<'a>,
    dir: Dir,
    output: Option<&'a OutputFolder>,
}

/// The folder that a stage serves, and the stage's name in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Above<'a> {
    pub(super) dir: &'a Dir,
    pub(super) path: &'a Path,
    pub(super) stage: &'static str,
    /// With which it is told that something else stands in its place.
    pub(super) fault: Code,
    pub(super) fuse: &'a Fuse,
}

impl<'a> Above<'a> {
    fn of(output: &'a OutputFolder, dir: &'a Dir) -> Self {
        Self { dir, path: output.path(), stage: STAGE, fault: Code::FAILURE_OUTPUT, fuse: output.fuse() }
    }

    /// An empty stage.
    pub(super) fn make(self) -> Result<Stage<'a>, Failure> {
        self.fuse.step(&self.place())?;
        let failed = |cause| trouble::unwritten(self.place(), &cause);
        self.dir.create_dir(self.stage).map_err(failed)?;
        let dir = self.dir.open_dir(self.stage).map_err(failed)?;
        Ok(Stage { above: self, dir, output: None })
    }

    /// The stage that stands there.
    pub(super) fn left(self) -> Result<Option<Stage<'a>>, Failure> {
        match self.dir.symlink_metadata(self.stage) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(Failure::new(self.fault, self.place(), "it is not a folder")),
            Err(cause) if trouble::is_missing(&cause) => return Ok(None),
            Err(cause) => return Err(trouble::unread(self.place(), &cause)),
        }
        let dir = self.dir.open_dir(self.stage).map_err(|cause| trouble::unread(self.place(), &cause))?;
        Ok(Some(Stage { above: self, dir, output: None }))
    }

    fn place(&self) -> PathBuf {
        self.path.join(self.stage)
    }
}

impl<'a> Stage<'a> {
    /// An empty stage in the output.
    pub fn make(output: &'a OutputFolder) -> Result<Self, Failure> {
        let stage = Above::of(output, output.made()?).make()?;
        Ok(Self { output: Some(output), ..stage })
    }

    /// The stage in the output that a run left which did not come to its end.
    pub fn left(output: &'a OutputFolder) -> Result<Option<Self>, Failure> {
        let Some(dir) = output.standing() else { return Ok(None) };
        let left = Above::of(output, dir).left()?;
        Ok(left.map(|stage| Self { output: Some(output), ..stage }))
    }

    /// Writes a file that no name stands for yet. It is not synced.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Stat, Failure> {
        self.written(name, bytes).map(|(_, stat)| stat)
    }

    /// Puts all that was staged on the disk itself. `names` are the staged files.
    pub fn sync(&self, names: &[String]) -> Result<(), Failure> {
        self.step("")?;
        let failed = |cause: io::Error| self.unwritten("", &cause);
        if names.len() > FEW && self.sync_all().map_err(failed)? {
            return Ok(());
        }
        let options = OpenOptions::new().write(true).clone();
        names.iter().try_for_each(|name| self.dir.open_with(name, &options)?.sync_all()).map_err(failed)
    }

    /// Puts what was moved on the disk too, where that can be asked for.
    pub fn flush(&self) -> Result<(), Failure> {
        self.step("")?;
        self.sync_all().map(drop).map_err(|cause| self.unwritten("", &cause))
    }

    /// Writes the journal so that it stands there whole and on the disk, or not at all.
    pub fn place_journal(&self, bytes: &[u8]) -> Result<(), Failure> {
        let beside = "journal.new";
        let (file, _) = self.written(beside, bytes)?;
        self.step(JOURNAL)?;
        let placed = file.sync_all().and_then(|()| self.dir.rename(beside, &self.dir, JOURNAL));
        placed.map_err(|cause| self.unwritten(JOURNAL, &cause))?;
        self.step(JOURNAL)?;
        self.sync_names().map_err(|cause| self.unwritten(JOURNAL, &cause))
    }

    /// The bytes of the journal; `None` when the stage was never complete.
    pub fn journal(&self) -> Result<Option<Vec<u8>>, Failure> {
        match self.dir.read(JOURNAL) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if trouble::is_missing(&cause) => Ok(None),
            Err(cause) => Err(trouble::unread(self.above.place().join(JOURNAL), &cause)),
        }
    }

    /// Whether a file still waits here.
    pub fn holds(&self, name: &str) -> bool {
        self.dir.symlink_metadata(name).is_ok()
    }

    /// Moves a file to its place, over what stands there. One that waits no more was moved before.
    pub fn move_in(&self, name: &str, target: &str) -> Result<(), Failure> {
        match self.put(name, Path::new(target)) {
            Err(_) if !self.holds(name) => Ok(()),
            moved => moved,
        }
    }

    /// Moves a file that waits here to its place, over what stands there.
    pub(super) fn put(&self, name: &str, target: &Path) -> Result<(), Failure> {
        let place = self.above.path.join(target);
        self.above.fuse.step(&place)?;
        self.dir.rename(name, self.above.dir, target).map_err(|cause| trouble::unwritten(place, &cause))
    }

    /// Removes the stage, the journal first: from then on the rest means nothing.
    pub fn close(self) -> Result<(), Failure> {
        self.remove_journal()?;
        let names =
            || -> io::Result<Vec<_>> { self.dir.entries()?.map(|one| Ok(one?.file_name())).collect() };
        for name in names().map_err(|cause| trouble::unread(self.above.place(), &cause))? {
            self.remove(&name.to_string_lossy())?;
        }
        self.step("")?;
        self.above.dir.remove_dir(self.above.stage).map_err(|cause| self.unwritten("", &cause))
    }

    /// Removes the journal: what it told to do is done, or undone.
    pub fn remove_journal(&self) -> Result<(), Failure> {
        if self.holds(JOURNAL) { self.remove(JOURNAL) } else { Ok(()) }
    }

    /// Removes the stage, and the output folder when it was made for it alone.
    pub fn discard(self) -> Result<(), Failure> {
        let output = self.output;
        self.close()?;
        output.into_iter().for_each(OutputFolder::leave);
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Failure> {
        self.step(name)?;
        let removed = match self.dir.remove_file(name) {
            Err(_) if self.dir.symlink_metadata(name).is_ok_and(|m| m.is_dir()) => {
                self.dir.remove_dir_all(name)
            }
            removed => removed,
        };
        removed.map_err(|cause| self.unwritten(name, &cause))
    }

    fn written(&self, name: &str, bytes: &[u8]) -> Result<(File, Stat), Failure> {
        self.step(name)?;
        let options = OpenOptions::new().write(true).create_new(true).clone();
        let mut file = self.dir.open_with(name, &options).map_err(|cause| self.unwritten(name, &cause))?;
        self.step(name)?;
        let stat = file.write_all(bytes).and_then(|()| stat::of_inside(&file.metadata()?));
        Ok((file, stat.map_err(|cause| self.unwritten(name, &cause))?))
    }

    fn unwritten(&self, name: &str, cause: &io::Error) -> Failure {
        trouble::unwritten(self.above.place().join(name), cause)
    }

    fn step(&self, name: &str) -> Result<(), Failure> {
        self.above.fuse.step(&self.above.place().join(name))
    }

    /// The handle of the stage.
    pub(super) fn dir(&self) -> &Dir {
        &self.dir
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
