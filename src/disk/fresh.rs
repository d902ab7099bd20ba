//! A new folder with files in it.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

use crate::diag::{Code, Failure};

use super::trouble;

/// Writes `files` (path and text) into `folder`, which is new or empty. Nothing is ever written over.
pub fn fill_new_folder(folder: &Path, files: &[(&str, &str)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|cause| trouble::unwritten(folder, &cause))?;
    let mut inside = fs::read_dir(folder).map_err(|cause| trouble::unread(folder, &cause))?;
    if inside.next().is_some() {
        return Err(Failure::new(Code::FAILURE_NOT_EMPTY, folder, "it is not empty"));
    }
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|cause| trouble::unwritten(parent, &cause))?;
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|cause| trouble::unwritten(&path, &cause))?;
    }
    Ok(())
}
