//! The only door to the file system.
//!
//! Comes in: paths. Goes out: bytes, [`Stat`](crate::base::stat::Stat)s, and what a folder holds. Behind it:
//! * [`ShopFolder`]: the shop; no path and no link leads out of it, and only an edit that a person asked for is written.
//! * [`OutputFolder`]: the site that is published; checked before it is touched.
//! * [`Stage`]: where new files of either wait until all of them are there, with a journal.
//! * [`Lock`]: one run at a time, kept by the system.
//!
//! A [`Failure`](crate::diag::Failure) names the path and the system's own reason. This room must not
//! know what any file means: no parsing, no decoding, no decision about what is written when.

#![allow(clippy::disallowed_methods, reason = "this is the door that the rule sends everybody to")]

mod cache;
mod checks;
mod fresh;
mod fuse;
mod given;
mod listing;
mod lock;
mod output;
mod rewrite;
mod shop;
mod stage;
mod stat;
#[cfg(test)]
mod tests;
mod trouble;

pub use cache::CacheFolder;
pub use fresh::fill_new_folder;
#[cfg(test)]
pub(crate) use fuse::Fuse;
pub use given::{chance, hide_from_git, is_inside, read_given, read_given_if_there, write_given};
pub use listing::{Found, Listing};
pub use lock::Lock;
pub use output::{Entry, MANIFEST, OutputFolder, STAGE};
pub use rewrite::EDIT;
pub use shop::{ReadFault, ShopFolder};
pub use stage::{JOURNAL, Stage};
