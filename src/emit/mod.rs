//! Rendered -> Written: the only room that changes the output.
//!
//! Comes in: what will stand in the output, each address made when it is asked for, and the last run's
//! ledger. Goes out: what was written, kept and removed, the new ledger, and the faults found.
//!
//! 1. `recover`: a run that was stopped is finished or undone.
//! 2. `making`: every address is made, compared with the output, and put on the stage when it differs.
//! 3. `gate`: with any error the stage is removed and the output stays as it was, byte for byte.
//! 4. `journal`: the stage is synced and the journal placed; from then on the new site is a fact, and
//!    moving it in may stop at any instant and be taken up by the next run.
//!
//! It must not know what a page is, touch a file that the manifest does not list, write equal bytes, or
//! hold more than one page per thread.

mod as_left;
mod gate;
mod journal;
mod making;
mod manifest;
mod recover;
mod staging;
#[cfg(test)]
mod tests;
mod written;

use crate::{
    diag::{Diagnostics, Failure},
    disk::OutputFolder,
    ledger::Ledger,
    render::Rendered,
};

use journal::Journal;
use manifest::Manifest;
use staging::Staging;

pub use as_left::is_as_left;
pub use making::{Fingerprints, rehearse, rehearse_changed};
pub use recover::{Recovered, recover};
pub use written::Written;

/// Hears of every item made, from any thread.
pub type Progress<'a> = &'a (dyn Fn() + Sync);

/// Brings the output to what `rendered` says, or leaves it as it was.
///
/// A failure before the journal is placed leaves the output as it was; one after it leaves the journal,
/// and the next run takes it up.
pub fn emit(
    rendered: &Rendered<'_>,
    output: &OutputFolder,
    ledger: &Ledger,
    progress: Progress<'_>,
) -> Result<Written, Failure> {
    recover(output)?;
    let before = Manifest::read(output)?;
    let staging = Staging::new(output);
    match prepare(rendered, &before, &staging, ledger, progress) {
        Ok((written, Some(journal))) => {
            if let Some(stage) = staging.into_stage() {
                journal.carry_out(output, stage)?;
            }
            Ok(written)
        }
        Ok((refused, None)) => staging.discard().map(|()| refused),
        Err(failure) => {
            // The first failure is the one to tell.
            let _ = staging.discard();
            Err(failure)
        }
    }
}

/// Everything that can still be undone, up to the placed journal; no journal when there was an error.
fn prepare(
    rendered: &Rendered<'_>,
    before: &Manifest,
    staging: &Staging<'_>,
    ledger: &Ledger,
    progress: Progress<'_>,
) -> Result<(Written, Option<Journal>), Failure> {
    let items = making::make(rendered, staging, ledger, progress)?;
    let after = Manifest::of(&items);
    let way = gate::way(staging.output(), before, &after, &items)?;
    let mut diagnostics: Diagnostics = items.iter().flat_map(|item| item.told.iter().cloned()).collect();
    diagnostics.append(gate::collisions(items.iter().map(|item| item.path.as_str())));
    diagnostics.append(way.diagnostics.clone());
    if diagnostics.has_errors() {
        return Ok((Written::refused(ledger, diagnostics), None));
    }
    let journal = Journal::new(&items, &way);
    if !journal.is_empty() || *before != after {
        staging.seal(&after, &journal)?;
    }
    Ok((Written::done(items, &way, ledger, diagnostics), Some(journal)))
}
