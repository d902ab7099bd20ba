//! Back through the commits.

use std::{collections::BTreeMap, path::Path};

use git2::{Commit, Error, ObjectType, Oid, Sort};

use super::{
    History, MOST_COMMITS, Past, Texts, Wanted,
    compare::{Changes, Trees},
};

/// The folder of the shop that holds its texts.
const FOLDER: &str = "content/";

/// What has been: first what no commit says yet, then commit by commit. Ends where the copy of the history ends.
pub(super) fn past(history: &History, now: &Texts<'_>, wanted: &Wanted<'_>) -> Vec<Past> {
    let mut trees = Trees::new(&history.repository);
    let mut past = not_committed(history, &mut trees, now, wanted).unwrap_or_default();
    let mut step = |id: Result<Oid, Error>| -> Result<(), Error> {
        let commit = history.repository.find_commit(id?)?;
        // What a shallow copy does not hold is not told.
        let Ok(parent) = commit.parent(0) else { return Ok(()) };
        let folders = (folder(history, &parent), folder(history, &commit));
        let mut changes = Changes::default();
        trees.compare(folders, FOLDER, wanted, &mut changes)?;
        add(&mut past, changes, Some(commit.id()));
        Ok(())
    };
    let mut walk = || -> Result<(), Error> {
        let mut walk = history.repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME)?;
        walk.push(history.head)?;
        walk.take(MOST_COMMITS).try_for_each(&mut step)
    };
    // A copy that lacks objects is read as far as it goes.
    let _ = walk();
    past
}

/// The folder of the texts in a commit.
fn folder(history: &History, commit: &Commit<'_>) -> Option<Oid> {
    let path = format!("{}{FOLDER}", history.prefix);
    let entry = commit.tree().ok()?.get_path(Path::new(path.trim_end_matches('/'))).ok()?;
    (entry.kind() == Some(ObjectType::Tree)).then(|| entry.id())
}

/// What the newest commit holds and the shop does not, or not like that.
fn not_committed(
    history: &History,
    trees: &mut Trees<'_>,
    now: &Texts<'_>,
    wanted: &Wanted<'_>,
) -> Result<Vec<Past>, Error> {
    let commit = history.repository.find_commit(history.head)?;
    let mut held = Changes::default();
    trees.compare((folder(history, &commit), None), FOLDER, wanted, &mut held)?;
    let held: BTreeMap<String, Oid> = held.gone.into_iter().collect();
    let mut changes = Changes {
        has_new: now.keys().any(|path| wanted(path) && !held.contains_key(*path)),
        ..Changes::default()
    };
    for (path, id) in held {
        match now.get(path.as_str()) {
            None => changes.gone.push((path, id)),
            Some(text) if changes.has_new && Oid::hash_object(ObjectType::Blob, text.as_bytes())? != id => {
                changes.changed.push((path, id));
            }
            Some(_) => {}
        }
    }
    let mut past = Vec::new();
    add(&mut past, changes, None);
    Ok(past)
}

fn add(past: &mut Vec<Past>, changes: Changes, commit: Option<Oid>) {
    let of = |is_gone: bool| move |(path, blob): (String, Oid)| Past { path, blob, commit, is_gone };
    past.extend(changes.gone.into_iter().map(of(true)));
    if changes.has_new {
        past.extend(changes.changed.into_iter().map(of(false)));
    }
}
