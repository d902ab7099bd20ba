//! What the room promises, on pictures that are made here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

mod broken;
mod colours;
mod frames;
mod make;
mod moves;
mod sizes;
mod surface;
mod turned;
