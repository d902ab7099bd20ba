//! The Rust tests: one binary, one module for each way of looking at the program from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, missing_docs)]

#[cfg(target_os = "linux")] // elsewhere peak memory has other units
mod bombs;
mod cases;
mod cli;
mod contract;
mod docs;
mod history;
mod house;
mod intl;
mod kills;
mod look;
mod orders;
mod promises;
mod properties;
mod rebuild;
mod sites;
mod stock;
#[cfg(unix)]
mod stopped;
mod support;
mod xlsx;
