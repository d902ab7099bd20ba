//! A file that a person names on the command line: it may stand anywhere.

use std::{fs, path::Path};

use super::trouble;
use crate::diag::Failure;

/// The bytes of the file at `path`.
pub fn read_given(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|cause| trouble::unread(path, &cause))
}
