//! What stood in the shop once: its git history, read without running git.
//!
//! [`History::read`] takes the shop's folder, its texts as they are now, and which of them count. Out: every such
//! text that has gone, or that made room for another, as it was last; [`History::became`] says where git sees it now.
//! A folder without history has none: that is no fault. Nothing is written, and what a text means is not known here.
//! `check` alone uses this room: what is built never depends on history.

mod compare;
mod open;
mod renames;
mod walk;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use git2::{Oid, Repository};

/// Commits that are walked back from the newest. A year and more of a busy shop; older ones are not looked at.
pub const MOST_COMMITS: usize = 2_000;

/// The texts of the shop as they are now, by path.
pub type Texts<'t> = BTreeMap<&'t str, &'t str>;

/// Whether a path counts.
pub type Wanted<'w> = dyn Fn(&str) -> bool + 'w;

/// Old and new paths of one step.
type Renames = Vec<(String, String)>;

/// The history of a shop.
pub struct History {
    repository: Repository,
    /// The shop's folder inside the repository: empty, or with a `/` at its end.
    prefix: String,
    /// The newest commit.
    head: Oid,
    /// What has been, the newest change first.
    past: Vec<Past>,
    /// Renames of each step that was asked for.
    renames: RefCell<BTreeMap<Option<Oid>, Renames>>,
}

/// A text as it was before it went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Past {
    /// Its path, from the shop's folder.
    pub path: String,
    /// What it said.
    blob: Oid,
    /// The commit in which it went; `None` when it is there no more but no commit says so yet.
    commit: Option<Oid>,
    /// Whether it went. Else it was changed while others were added: it may have made room for another.
    pub is_gone: bool,
}

impl std::fmt::Debug for History {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("History").field("past", &self.past.len()).finish_non_exhaustive()
    }
}

impl History {
    /// The history of the shop in `root`, an absolute path without links. `None` when there is none. `Err` says why a
    /// repository that is there cannot be read.
    pub fn read(root: &Path, now: &Texts<'_>, wanted: &Wanted<'_>) -> Result<Option<Self>, String> {
        let Some((repository, prefix, head)) = open::open(root)? else { return Ok(None) };
        let mut history =
            Self { repository, prefix, head, past: Vec::new(), renames: RefCell::new(BTreeMap::new()) };
        history.past = walk::past(&history, now, wanted);
        let mut seen = BTreeSet::new();
        history.past.retain(|past| seen.insert(past.clone()));
        Ok(Some(history))
    }

    /// Everything that has been, the newest change first.
    pub fn past(&self) -> &[Past] {
        &self.past
    }

    /// What it said; `None` when that is not text, or is not there (a shallow or partial copy).
    pub fn text(&self, past: &Past) -> Option<String> {
        let blob = self.repository.find_blob(past.blob).ok()?;
        String::from_utf8(blob.content().to_vec()).ok()
    }

    /// The path at which git sees the n-th of the past today, through every rename since.
    pub fn became(&self, mut which: usize) -> Option<String> {
        loop {
            let past = self.past.get(which)?;
            let path = self.renamed(past)?;
            // The first time that the new path went after this, if it did.
            let Some(next) = self.past[..which].iter().rposition(|one| one.is_gone && one.path == path)
            else {
                return Some(path);
            };
            which = next;
        }
    }
}
