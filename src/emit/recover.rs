//! After a run that was stopped.

use super::journal::Journal;
use crate::{
    diag::Failure,
    disk::{OutputFolder, Stage},
};

/// What a stopped run had left, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// Nothing was left.
    Nothing,
    /// Its stage was complete: its site stands now.
    Finished,
    /// Its stage was not complete: the site before it stands.
    Undone,
}

/// Finishes or undoes what a stopped run left. Needs the lock, and nothing of the shop.
pub fn recover(output: &OutputFolder) -> Result<Recovered, Failure> {
    let Some(stage) = Stage::left(output)? else { return Ok(Recovered::Nothing) };
    match stage.journal()?.and_then(|bytes| Journal::from_bytes(&bytes)) {
        Some(journal) => journal.carry_out(output, stage).map(|()| Recovered::Finished),
        None => stage.close().map(|()| Recovered::Undone),
    }
}
