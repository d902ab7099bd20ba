//! Whether a folder may be the output, asked before any work and without a trace.

use std::{
    fmt, fs,
    io::{Error, ErrorKind, Result as IoResult},
    path::{Path, PathBuf},
};

use cap_std::fs::Dir;

use super::{
    output::{MANIFEST, STAGE},
    stage::JOURNAL,
    trouble,
};
use crate::diag::{Code, Failure};

/// Folders of a shop in which nothing is published.
const KEPT: [&str; 4] = ["content", "themes", ".git", ".posra"];

/// The real place of the output at `path`, which may not stand there yet.
pub(super) fn place(path: &Path, shop: &Path) -> Result<PathBuf, Failure> {
    // A slash at the end would make the system look behind a link.
    let path: PathBuf = path.components().collect();
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => return Err(refused(&path, "it is a symbolic link")),
        Ok(metadata) if !metadata.is_dir() => return Err(refused(&path, "it is not a folder")),
        Ok(_) => {}
        Err(cause) if cause.kind() == ErrorKind::NotFound => {}
        Err(cause) => return Err(refused(&path, cause)),
    }
    let real = real(&path).map_err(|cause| refused(&path, cause))?;
    let shop = fs::canonicalize(shop).map_err(|cause| trouble::unread(shop, &cause))?;
    apart(&real, &shop).map_err(|reason| refused(&path, reason))?;
    writable(&real).map_err(|cause| refused(&path, cause))?;
    Ok(real)
}

fn apart(output: &Path, shop: &Path) -> Result<(), &'static str> {
    if output.parent().is_none() {
        return Err("it is the root of the file system");
    }
    if output == shop {
        return Err("it is the shop's own folder");
    }
    if shop.starts_with(output) {
        return Err("the shop stands inside it");
    }
    if KEPT.iter().any(|kept| output.starts_with(shop.join(kept))) {
        return Err("the shop keeps its own files there");
    }
    Ok(())
}

/// Whether nothing stands in the folder; refused when something does that posra did not write.
pub(super) fn is_bare(dir: &Dir, path: &Path) -> Result<bool, Failure> {
    match dir.symlink_metadata(MANIFEST) {
        Ok(metadata) if metadata.is_file() => return Ok(false),
        Ok(_) => return Err(refused(path, format!("{MANIFEST} in it is not a file"))),
        Err(cause) if trouble::is_missing(&cause) => {}
        Err(cause) => return Err(refused(path, cause)),
    }
    let journal = format!("{STAGE}/{JOURNAL}");
    if dir.symlink_metadata(journal).is_ok_and(|metadata| metadata.is_file()) {
        return Ok(false);
    }
    let mut bare = true;
    for entry in dir.entries().map_err(|cause| refused(path, cause))? {
        if entry.map_err(|cause| refused(path, cause))?.file_name() != STAGE {
            return Err(refused(
                path,
                format!("it is not empty, and holds no {MANIFEST} that says posra wrote it"),
            ));
        }
        bare = false;
    }
    Ok(bare)
}

/// The path without links, also of a folder that is not there yet.
fn real(path: &Path) -> IoResult<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match fs::canonicalize(path) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => {}
        found => return found,
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
        _ => Err(Error::from(ErrorKind::NotFound)),
    }
}

/// Whether this process may write there, or make it. Asks the system, writes nothing.
fn writable(real: &Path) -> IoResult<()> {
    let standing = real.ancestors().find(|folder| folder.exists()).unwrap_or(real);
    if !standing.is_dir() {
        return Err(Error::from(ErrorKind::NotADirectory));
    }
    #[cfg(unix)]
    rustix::fs::access(standing, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK)?;
    Ok(())
}

fn refused(path: &Path, reason: impl fmt::Display) -> Failure {
    Failure::new(Code::FAILURE_OUTPUT, path, reason)
}
