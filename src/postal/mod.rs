//! Postal addresses: their parts, the places that parts are chosen from, and how they are written on paper.
//!
//! 1. In: `bd.toml`, `generic.toml` and `countries.toml`, parts of the program, each read once.
//! 2. A [`Scheme`] holds the parts in the order a form asks for them: which are required, which are
//!    chosen from a list, and which narrows which. The scheme `bd` also holds the divisions of
//!    Bangladesh with their [`District`]s and [`Thana`]s, found by any of their names.
//! 3. Out: lists to choose from, names in the reader's language, the lines of an address.
//!
//! Nothing here knows a shop: what an address is for is said in `config` and `catalog`.

mod country;
mod fold;
mod form;
mod place;
mod scheme;
#[cfg(test)]
mod tests;

pub use country::{COUNTRIES, Country, country};
pub use place::{District, Division, Named, Thana};
pub use scheme::{Part, PartId, Scheme};
