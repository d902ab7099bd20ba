//! Whether an output is as the last run left it.

use rayon::prelude::*;

use crate::{
    diag::Failure,
    disk::{Entry, OutputFolder},
    ledger::Ledger,
};

/// Whether every file that the last run wrote is still as it was left. Files that posra did not write do not count.
pub fn is_as_left(output: &OutputFolder, ledger: &Ledger) -> Result<bool, Failure> {
    let as_left =
        ledger.outputs.par_iter().map(|(address, _)| match output.entry(&address.output_path())? {
            Entry::File(stat) => Ok(ledger.output(address, &stat).is_some()),
            _ => Ok(false),
        });
    let all: Result<Vec<bool>, Failure> = as_left.collect();
    Ok(all?.into_iter().all(|one| one))
}
