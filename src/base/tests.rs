#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod address;
mod colour;
mod count;
mod html;
mod letters;
mod money;
mod name;
mod path;
