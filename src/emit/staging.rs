//! The stage, made when the first file needs it.

use std::sync::{
    Mutex, OnceLock, PoisonError,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use super::{journal::Journal, manifest::Manifest};
use crate::{
    base::stat::Stat,
    diag::Failure,
    disk::{OutputFolder, Stage},
};

/// The new manifest's name on the stage.
pub(super) const MANIFEST_STAGED: &str = "manifest";

/// The stage of one run, shared by its threads.
#[derive(Debug)]
pub(super) struct Staging<'a> {
    output: &'a OutputFolder,
    stage: OnceLock<Stage<'a>>,
    making: Mutex<()>,
    files: AtomicUsize,
    refused: AtomicBool,
}

impl<'a> Staging<'a> {
    pub(super) fn new(output: &'a OutputFolder) -> Self {
        let (files, refused) = (AtomicUsize::new(0), AtomicBool::new(false));
        Self { output, stage: OnceLock::new(), making: Mutex::new(()), files, refused }
    }

    pub(super) fn output(&self) -> &'a OutputFolder {
        self.output
    }

    /// Nothing will be moved in, so nothing more needs to be staged.
    pub(super) fn refuse(&self) {
        self.refused.store(true, Ordering::Relaxed);
    }

    /// Stages a file that will stand at `path`; gives its name on the stage, and its stat if it was written.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(String, Option<Stat>), Failure> {
        let name = name(self.files.fetch_add(1, Ordering::Relaxed));
        if self.refused.load(Ordering::Relaxed) {
            return Ok((name, None));
        }
        let written = self.stage()?.write(&name, bytes);
        let stat = written.map_err(|failure| Failure { path: self.shown(path), ..failure })?;
        Ok((name, Some(stat)))
    }

    /// Stages the manifest, puts what was staged on the disk and places the journal: from here on a stopped
    /// run is finished, not undone.
    pub(super) fn seal(&self, manifest: &Manifest, journal: &Journal) -> Result<(), Failure> {
        let stage = self.stage()?;
        stage.write(MANIFEST_STAGED, manifest.bytes())?;
        // Where nothing stood there is no old site to lose: a power cut leaves files that the manifest lists
        // and the next run mends, and a first build need not wait for the disk.
        let staged = if self.output.is_bare() { 0 } else { self.files.load(Ordering::Relaxed) };
        let names: Vec<String> = (0..staged).map(name).chain([MANIFEST_STAGED.to_owned()]).collect();
        stage.sync(&names)?;
        stage.place_journal(&journal.to_bytes())
    }

    /// The stage, if there was anything to stage.
    pub(super) fn into_stage(self) -> Option<Stage<'a>> {
        self.stage.into_inner()
    }

    /// Leaves no trace.
    pub(super) fn discard(self) -> Result<(), Failure> {
        self.into_stage().map_or(Ok(()), Stage::discard)
    }

    fn stage(&self) -> Result<&Stage<'a>, Failure> {
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let _alone = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let stage = Stage::make(self.output)?;
        Ok(self.stage.get_or_init(|| stage))
    }

    fn shown(&self, path: &str) -> String {
        self.output.path().join(path).display().to_string()
    }
}

fn name(number: usize) -> String {
    number.to_string()
}
