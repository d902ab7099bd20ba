//! New texts for files of the shop: all of them, or none.
//!
//! 1. The new texts are written on the stage, and every file gets a second name there.
//! 2. Every file is compared with what was read.
//! 3. The journal is placed, then file by file is compared once more and replaced in one step.
//! 4. When one cannot be, or is not what was read, those before it get their old files again.
//!
//! A run that is killed leaves its journal: [`recover`] undoes what it had done.

use super::journal::{Journal, new_name, old_name};
use crate::{
    base::path::ShopPath,
    diag::{Code, Diagnostic, Diagnostics, Failure, Place},
    disk::{ReadFault, ShopFolder, Stage},
};

/// A file of the shop and its new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The file.
    pub path: ShopPath,
    /// The text that was read.
    pub old: String,
    /// The text that it shall have.
    pub new: String,
}

/// Writes all the texts and gives no diagnostics, or writes nothing and says why: `edit.changed` at each file that
/// is not what was read. `progress` hears of each file that is written.
///
/// Needs the lock, and [`recover`] before it. A failure says whether all is as it was (`failure.edit`), or could not
/// be put back, so that the next run must (`failure.edit-open`).
pub fn write(folder: &ShopFolder, rewrites: &[Rewrite], progress: &dyn Fn()) -> Result<Diagnostics, Failure> {
    if rewrites.is_empty() {
        return Ok(Diagnostics::new());
    }
    let stage = folder.stage().map_err(as_it_was)?;
    let journal = Journal::of(rewrites);
    match prepared(folder, &stage, rewrites, &journal) {
        Ok(changed) if changed.is_empty() => {}
        refused => {
            // The files are as they were; what is left on the stage means nothing, and goes with the next run.
            let _ = stage.close();
            return refused.map_err(as_it_was);
        }
    }
    let moved = move_in(folder, &stage, rewrites, progress);
    if !matches!(&moved, Ok(changed) if changed.is_empty()) {
        journal.undo(folder, &stage).map_err(half_done)?;
    }
    let _ = stage.close();
    moved.map_err(as_it_was)
}

/// Undoes what a stopped run had written, and says so: `edit.undone` at each file. Needs the lock.
pub fn recover(folder: &ShopFolder) -> Result<Diagnostics, Failure> {
    let Some(stage) = folder.left_stage()? else { return Ok(Diagnostics::new()) };
    let undone = match stage.journal().map_err(half_done)?.and_then(|bytes| Journal::from_bytes(&bytes)) {
        Some(journal) => journal.undo(folder, &stage).map_err(half_done)?,
        None => Vec::new(),
    };
    stage.close().map_err(as_it_was)?;
    Ok(undone.iter().map(|path| Diagnostic::note(Code::EDIT_UNDONE).at(Place::file(path.shared()))).collect())
}

/// Everything up to the placed journal, or the files that are not what was read.
fn prepared(
    folder: &ShopFolder,
    stage: &Stage<'_>,
    rewrites: &[Rewrite],
    journal: &Journal,
) -> Result<Diagnostics, Failure> {
    let names: Vec<String> = (0..rewrites.len()).map(new_name).collect();
    for (name, one) in names.iter().zip(rewrites) {
        stage.write(name, one.new.as_bytes()).map_err(|failure| at(folder, &one.path, failure))?;
    }
    stage.sync(&names)?;
    let mut changed = Diagnostics::new();
    for (number, one) in rewrites.iter().enumerate() {
        match is_as_read(folder, one)? {
            true => folder.ready(stage, &one.path, &names[number], &old_name(number))?,
            false => changed.push(told(&one.path)),
        }
    }
    if changed.is_empty() {
        stage.place_journal(&journal.to_bytes())?;
    }
    Ok(changed)
}

/// Moves file after file into its place, up to one that is not what was read. With the journal gone all of it is done.
fn move_in(
    folder: &ShopFolder,
    stage: &Stage<'_>,
    rewrites: &[Rewrite],
    progress: &dyn Fn(),
) -> Result<Diagnostics, Failure> {
    for (number, one) in rewrites.iter().enumerate() {
        if !is_as_read(folder, one)? {
            return Ok([told(&one.path)].into_iter().collect());
        }
        folder.put(stage, &new_name(number), &one.path)?;
        progress();
    }
    stage.flush()?;
    stage.remove_journal()?;
    Ok(Diagnostics::new())
}

fn is_as_read(folder: &ShopFolder, one: &Rewrite) -> Result<bool, Failure> {
    match folder.read(&one.path) {
        Ok(bytes) => Ok(bytes == one.old.as_bytes()),
        Err(ReadFault::Failure(failure)) => Err(failure),
        Err(_) => Ok(false),
    }
}

fn told(path: &ShopPath) -> Diagnostic {
    Diagnostic::error(Code::EDIT_CHANGED).at(Place::file(path.shared()))
}

/// The file is what a person knows, not its name on the stage.
fn at(folder: &ShopFolder, path: &ShopPath, failure: Failure) -> Failure {
    Failure { path: folder.root().join(path.as_str()).display().to_string(), ..failure }
}

fn half_done(failure: Failure) -> Failure {
    Failure { code: Code::FAILURE_EDIT_OPEN, ..failure }
}

fn as_it_was(failure: Failure) -> Failure {
    Failure { code: Code::FAILURE_EDIT, ..failure }
}
