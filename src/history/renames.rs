//! Renames, as git sees them: a text that went and one that came, alike in at least half of their lines.

use git2::{Diff, DiffFindOptions, DiffOptions, Error};

use super::{History, Past, Renames};

impl History {
    /// Where git sees a text in the step in which it went.
    pub(super) fn renamed(&self, past: &Past) -> Option<String> {
        let mut known = self.renames.borrow_mut();
        let renames = known.entry(past.commit).or_insert_with(|| self.renames_of(past).unwrap_or_default());
        renames.iter().find(|(old, _)| *old == past.path).map(|(_, new)| new.clone())
    }

    fn renames_of(&self, past: &Past) -> Result<Renames, Error> {
        let mut options = DiffOptions::new();
        options.pathspec(format!("{}content", self.prefix)).disable_pathspec_match(true);
        let mut alike = DiffFindOptions::new();
        alike.renames(true);
        let mut diff = match past.commit {
            Some(commit) => {
                let commit = self.repository.find_commit(commit)?;
                let (old, new) = (commit.parent(0)?.tree()?, commit.tree()?);
                self.repository.diff_tree_to_tree(Some(&old), Some(&new), Some(&mut options))?
            }
            None => {
                options.include_untracked(true).recurse_untracked_dirs(true);
                alike.for_untracked(true);
                let old = self.repository.find_commit(self.head)?.tree()?;
                self.repository.diff_tree_to_workdir_with_index(Some(&old), Some(&mut options))?
            }
        };
        diff.find_similar(Some(&mut alike))?;
        Ok(self.paths(&diff))
    }

    /// Old and new paths, from the shop's folder.
    fn paths(&self, diff: &Diff<'_>) -> Renames {
        let inside = |path: Option<&std::path::Path>| {
            path.and_then(|path| path.to_str()?.strip_prefix(&self.prefix).map(str::to_owned))
        };
        let pair = |delta: git2::DiffDelta<'_>| {
            let (old, new) = (inside(delta.old_file().path())?, inside(delta.new_file().path())?);
            (old != new).then_some((old, new))
        };
        diff.deltas().filter_map(pair).collect()
    }
}
