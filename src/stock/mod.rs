//! `posra stock`: what is low or sold out, and counts from a sheet written into the products' files.
//!
//! [`list`] takes the settings of a shop and gives its goods with their stock. [`set`] takes a sheet as
//! well, checks all of it, and has `edit` write all of it or nothing: into the files of the products, changing
//! no byte but the counts and the day of the count. Nothing is built and nothing is printed here.

mod list;
mod set;
mod sheet;
mod shelf;

pub use list::{Row, csv, list};
pub use set::{Counted, set};
