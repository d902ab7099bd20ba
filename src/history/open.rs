//! Finding the repository that a shop stands in.

use std::path::Path;

use git2::{Error, ErrorCode, Oid, Repository};

/// The repository, the shop's folder in it, and its newest commit. `None` without a repository, a work tree or a commit.
pub(super) fn open(root: &Path) -> Result<Option<(Repository, String, Oid)>, String> {
    let why = |fault: Error| fault.message().to_owned();
    let repository = match Repository::discover(root) {
        Ok(repository) => repository,
        Err(fault) if fault.code() == ErrorCode::NotFound => return Ok(None),
        Err(fault) => return Err(why(fault)),
    };
    let Some(prefix) = repository.workdir().and_then(|tree| prefix(tree, root)) else { return Ok(None) };
    let head = match repository.head().and_then(|head| head.peel_to_commit()) {
        Ok(head) => head.id(),
        Err(fault) if matches!(fault.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok(None);
        }
        Err(fault) => return Err(why(fault)),
    };
    Ok(Some((repository, prefix, head)))
}

/// The way from the work tree to the shop, as git writes it.
fn prefix(tree: &Path, root: &Path) -> Option<String> {
    let (tree, root) = (plain(tree)?, plain(root)?);
    let rest = root.strip_prefix(tree.trim_end_matches('/'))?.trim_matches('/');
    Some(if rest.is_empty() { String::new() } else { format!("{rest}/") })
}

/// A path as git writes it. Windows has a long form for what is resolved.
fn plain(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    Some(match cfg!(windows) {
        true => text.trim_start_matches(r"\\?\").replace('\\', "/"),
        false => text.to_owned(),
    })
}
