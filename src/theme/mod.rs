//! How the shop looks: contract, templates, looks, assets, locales, picture roles.
//!
//! 1. In: the files of the chosen theme and of the one it extends, from the [`SourceTree`](crate::source::SourceTree).
//! 2. `theme.toml` is checked against the program's contract; templates are compiled
//!    once for each language, in a closed environment: `t`, `asset` and `trusted`, no
//!    clock, file, page or random number.
//! 3. The look that the shop chose, with its own changes, becomes custom properties where a style sheet says `@import "look";`; its colours
//!    are held to the theme's rules of contrast.
//! 4. Out: [`Theme`], with one hash of all of it.
//!
//! This room knows no product and never sees the catalogue.

mod assemble;
mod assets;
mod contrast;
mod engine;
mod fault;
mod files;
mod look;
mod own;
mod pictures;
mod properties;
mod tokens;
mod words;

pub use assemble::{PLAN_WORDS, Theme, assemble};
pub use assets::Asset;
pub use engine::Engine;
pub use fault::template_fault;
pub use own::Logo;
pub use pictures::{ROLES, Role, SHARE, SQUARE, Shape};
pub use words::WordTable;
