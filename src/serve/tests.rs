//! A real shop in a real folder, a real socket, real edits.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod client;
mod inbox;
mod parts;
mod shop;

mod refused;
mod reload;
mod served;
