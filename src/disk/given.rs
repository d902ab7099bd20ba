//! Files that a person names on the command line: they may stand anywhere.

use std::{
    fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use super::trouble;
use crate::diag::{Code, Failure};

/// The bytes of the file at `path`.
pub fn read_given(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|cause| trouble::unread(path, &cause))
}

/// The same; `None` when there is no such file.
pub fn read_given_if_there(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(trouble::unread(path, &cause)),
    }
}

/// Writes a file that its owner alone may read, whole or not at all; its folder is made when it is not there.
pub fn write_given(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let broken = |cause: &io::Error| trouble::unwritten(path, cause);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|cause| broken(&cause))?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&beside).and_then(|mut file| file.write_all(bytes));
    written.and_then(|()| fs::rename(&beside, path)).map_err(|cause| {
        let _ = fs::remove_file(&beside);
        broken(&cause)
    })
}

/// Has git leave a folder alone, when it is there.
pub fn hide_from_git(folder: &Path) -> Result<(), Failure> {
    let list = folder.join(".gitignore");
    match folder.is_dir() && !list.exists() {
        true => fs::write(&list, "*\n").map_err(|cause| trouble::unwritten(&list, &cause)),
        false => Ok(()),
    }
}

/// Whether a path, which need not be there yet, leads into a folder, links followed.
pub fn is_inside(path: &Path, folder: &Path) -> Result<bool, Failure> {
    Ok(real(path)?.starts_with(real(folder)?))
}

/// A path without links and dots, as far as it is there.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).map_err(|cause| trouble::unread(path, &cause))?;
    let mut rest = Vec::new();
    let mut there = whole.as_path();
    loop {
        if let Ok(real) = fs::canonicalize(there) {
            return Ok(rest.iter().rev().fold(real, |path, name| path.join(name)));
        }
        match (there.parent(), there.file_name()) {
            (Some(parent), Some(name)) => {
                rest.push(name.to_owned());
                there = parent;
            }
            _ => return Ok(whole),
        }
    }
}

/// 32 bytes of the system's chance.
pub fn chance() -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|cause| Failure::new(Code::FAILURE_READ, "random", cause))?;
    Ok(bytes)
}
