//! How the shop looks: contract, templates, assets, locales, picture roles.
//!
//! 1. In: the files of the chosen theme and of the one it extends, from the [`SourceTree`](crate::source::SourceTree).
//! 2. `theme.toml` is checked against the program's contract; templates are compiled
//!    once for each language, in a closed environment: `t`, `asset` and `trusted`, no
//!    clock, file, page or random number.
//! 3. Out: [`Theme`], with one hash of all of it.
//!
//! This room knows no product and never sees the catalogue.

mod assemble;
mod assets;
mod engine;
mod fault;
mod files;
mod words;

pub use assemble::{PLAN_WORDS, ROLES, Role, SHARE, SQUARE, Shape, Theme, assemble};
pub use assets::Asset;
pub use engine::Engine;
pub use fault::template_fault;
pub use words::WordTable;
