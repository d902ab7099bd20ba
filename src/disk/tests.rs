//! The doors, against real folders.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod lock;
mod output;
#[cfg(unix)]
mod shop;
