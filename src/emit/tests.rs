//! The promises of the room, each against a folder on the disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod foreign;
mod gate;
mod rebuild;
mod stopped;
mod support;
