//! What is to be done with a complete stage. Every step may be done twice: whoever finds a journal
//! carries it out from the start.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    gate::{self, Way},
    making::{Fate, Item},
    staging::MANIFEST_STAGED,
};
use crate::{
    base::sealed,
    diag::Failure,
    disk::{MANIFEST, OutputFolder, Stage},
};

const KIND: &[u8] = b"posra journal 1\n";

/// The changes, in their order.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Files that must go before others come.
    first: Vec<String>,
    /// Folders that must go, empty, before files come in their places; the deepest first.
    folders: Vec<String>,
    /// From a name on the stage to a path: pictures and assets, then pages, then lists.
    moves: Vec<(String, String)>,
    /// Files that go at the end.
    last: Vec<String>,
}

impl Journal {
    /// For staged items and a free way.
    pub(super) fn new(items: &[Item<'_>], way: &Way) -> Self {
        let mut moves: Vec<(&Item<'_>, &String)> = Vec::new();
        for item in items {
            if let Fate::New { name, .. } = &item.fate {
                moves.push((item, name));
            }
        }
        moves.sort_by_key(|(item, _)| item.wave);
        Self {
            first: way.first.iter().cloned().collect(),
            folders: way.folders.iter().rev().cloned().collect(),
            moves: moves.into_iter().map(|(item, name)| (name.clone(), item.path.clone())).collect(),
            last: way.last.iter().cloned().collect(),
        }
    }

    /// Whether no file changes.
    pub(super) fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.first.is_empty() && self.last.is_empty()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).map(|body| sealed::seal(KIND, &body)).unwrap_or_default()
    }

    /// `None` when the bytes are not whole.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(sealed::unseal(KIND, bytes)?).ok()
    }

    /// Does what it says, then removes the stage. The manifest comes last: once it has left the stage, all is done.
    pub(super) fn carry_out(&self, output: &OutputFolder, stage: Stage<'_>) -> Result<(), Failure> {
        if stage.holds(MANIFEST_STAGED) {
            self.first.iter().try_for_each(|path| output.remove(path))?;
            self.folders.iter().try_for_each(|folder| output.remove_empty(folder))?;
            self.move_in(output, &stage)?;
            self.last.iter().try_for_each(|path| output.remove(path))?;
            self.prune(output)?;
            stage.move_in(MANIFEST_STAGED, MANIFEST)?;
        }
        stage.close()
    }

    fn move_in(&self, output: &OutputFolder, stage: &Stage<'_>) -> Result<(), Failure> {
        let mut made = BTreeSet::new();
        for (name, path) in &self.moves {
            let mut missing: Vec<&str> =
                gate::folders(path).take_while(|folder| !made.contains(folder)).collect();
            missing.reverse();
            for folder in missing {
                output.make_folder(folder)?;
                made.insert(folder);
            }
            stage.move_in(name, path)?;
        }
        Ok(())
    }

    /// Removes folders that the removals left empty, the deepest first.
    fn prune(&self, output: &OutputFolder) -> Result<(), Failure> {
        let gone = self.first.iter().chain(&self.last);
        let folders: BTreeSet<&str> = gone.flat_map(|path| gate::folders(path)).collect();
        folders.into_iter().rev().try_for_each(|folder| output.remove_empty(folder))
    }
}
