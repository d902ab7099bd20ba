//! What a file system says of a file without its being read: a plain value, which `disk` fills in.

use serde::{Deserialize, Serialize};

/// Length, time of change and identity of a file. Equal values mean the same bytes only where a
/// rule about the clock says so (see `ledger`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    /// Bytes.
    pub len: u64,
    /// Nanoseconds since 1970 by the file system's clock.
    pub modified: i128,
    /// The file's number on its file system; 0 where there is none.
    pub inode: u64,
}
