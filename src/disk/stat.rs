//! The system's metadata as a [`Stat`].

use std::{fs, io, time::UNIX_EPOCH};

use crate::base::stat::Stat;

/// From what the standard library read.
pub(super) fn of(metadata: &fs::Metadata) -> io::Result<Stat> {
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    let inode = 0;
    Ok(Stat { len: metadata.len(), modified: nanoseconds(metadata.modified()?), inode })
}

/// From what was read below a folder's handle.
pub(super) fn of_inside(metadata: &cap_std::fs::Metadata) -> io::Result<Stat> {
    #[cfg(unix)]
    let inode = cap_std::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    let inode = 0;
    Ok(Stat { len: metadata.len(), modified: nanoseconds(metadata.modified()?.into_std()), inode })
}

fn nanoseconds(time: std::time::SystemTime) -> i128 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos().cast_signed(),
        Err(before) => -before.duration().as_nanos().cast_signed(),
    }
}
