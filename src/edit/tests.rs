//! What becomes of texts and files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod forms;
mod laws;
mod lists;
mod refused;
mod stopped;
