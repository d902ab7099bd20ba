//! The last value of the river.

use crate::{
    base::address::Address,
    diag::Diagnostics,
    ledger::{Ledger, Output},
};

use super::{
    gate::Way,
    making::{Fate, Item},
    manifest,
};

/// What came of a run.
#[derive(Debug)]
pub struct Written {
    /// Addresses whose files are new or changed, in order.
    pub written: Vec<Address>,
    /// How many files were left alone, since they were right.
    pub kept: usize,
    /// Addresses whose files are gone, in order.
    pub removed: Vec<Address>,
    /// The outputs are those of this run; the caller fills in sources, run and times.
    pub ledger: Ledger,
    /// Faults found while making, in the order of the items, then those of the output.
    pub diagnostics: Diagnostics,
    /// Whether the output is this site now. If not, it is what it was.
    pub committed: bool,
}

impl Written {
    /// Nothing was moved in.
    pub(super) fn refused(ledger: &Ledger, diagnostics: Diagnostics) -> Self {
        let (written, removed) = (Vec::new(), Vec::new());
        Self { written, kept: 0, removed, ledger: ledger.clone(), diagnostics, committed: false }
    }

    /// The output is as the items say, or will be when the journal is carried out.
    pub(super) fn done(items: Vec<Item<'_>>, way: &Way, ledger: &Ledger, diagnostics: Diagnostics) -> Self {
        let removed = way.removed().filter_map(manifest::address).collect();
        let mut done = Self { removed, committed: true, ..Self::refused(ledger, diagnostics) };
        done.ledger.outputs.clear();
        for item in items {
            done.add(item);
        }
        done
    }

    fn add(&mut self, item: Item<'_>) {
        let (content, stat) = match item.fate {
            Fate::Nothing => return,
            Fate::Kept { content, stat } => {
                self.kept += 1;
                (content, Some(stat))
            }
            Fate::New { content, stat, .. } => {
                self.written.push(item.address.clone());
                (content, stat)
            }
        };
        // A page with something to say is made again next time, so that it is said again.
        if let (Some(stat), true) = (stat, item.told.is_empty()) {
            let output = Output { fingerprint: item.fingerprint, content, stat };
            self.ledger.outputs.insert(item.address.clone(), output);
        }
    }
}
