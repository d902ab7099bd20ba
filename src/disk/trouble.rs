//! The system's errors as failures, and what some of them mean.

use std::{
    io::{Error, ErrorKind},
    path::Path,
};

use crate::diag::{Code, Failure};

/// `path` cannot be read.
pub(super) fn unread(path: impl AsRef<Path>, cause: &Error) -> Failure {
    Failure::new(Code::FAILURE_READ, path, cause)
}

/// `path` cannot be written.
pub(super) fn unwritten(path: impl AsRef<Path>, cause: &Error) -> Failure {
    Failure::new(Code::FAILURE_WRITE, path, cause)
}

/// Nothing stands at the path.
pub(super) fn is_missing(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// A link on the path leads out of the folder whose handle was asked: `cap-std` says so without a number of the system.
pub(super) fn leaves(error: &Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied && error.raw_os_error().is_none()
}
