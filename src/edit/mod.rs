//! Changing single values in texts that people wrote, and not a byte more.
//!
//! [`set`] takes the text of a `.toml` file, or of a `.md` file with its front matter, and the values to set; it
//! gives the text with those values in it. `toml_edit` says where everything stands, in every form that TOML
//! allows; the cutting is done here, since its writer ends lines its own way and groups dotted keys. So comments,
//! order, blank lines, line endings and the Markdown below stay as they are, and a value that says the same
//! already is left alone. The result is read again: an edit that would change anything else is refused.
//!
//! [`write`] puts such texts into the shop's files, all of them or none; [`recover`] undoes what a stopped run
//! left. No value is judged here.

mod entry;
mod find;
mod journal;
mod lines;
mod list;
mod proof;
mod set;
#[cfg(test)]
mod tests;
mod value;
mod write;

pub use crate::base::change::{Change, Table, Value};
pub use set::set;
pub use write::{Rewrite, recover, write};
