//! Changing one value in a text that a person wrote, and not a byte more.
//!
//! In: the text of a `.toml` file, or of a `.md` file with its front matter, and the values to set.
//! Out: the text with those values in it. The places come from the spans of the TOML, so comments,
//! order, blank lines, line endings and the Markdown below stay as they are. A value that says the
//! same already is left alone. Nothing is read or written here, and no value is judged. What a change is
//! says `base::change`: a diagnostic carries changes too.

mod splice;
#[cfg(test)]
mod tests;

pub use crate::base::change::{Change, Table, Value};
pub use splice::set;
