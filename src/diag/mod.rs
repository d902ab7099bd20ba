//! How trouble travels.
//!
//! * A [`Diagnostic`] says what is wrong in the shop's files: a stable code, a
//!   severity, typed arguments, places, a repair, and a fix where that leaves nothing to
//!   decide. It is collected, never thrown.
//! * A [`Failure`] says what is wrong with the machine (disk full, port taken). It
//!   stops the run.
//!
//! The words live in `words/<language>.toml`, one table per language; nothing in
//! the rest of the program holds a sentence for a shopkeeper. This room makes
//! text of them ([`show`]) and never prints.

mod code;
mod diagnostic;
mod failure;
mod near;
mod show;
mod words;

pub use code::{ALL, Code};
pub use diagnostic::{Diagnostic, Diagnostics, Fix, Place, Repair, Severity};
pub use failure::Failure;
pub use near::nearest;
pub use show::{Shown, Style, as_json, show};
pub use words::{Speech, say};
