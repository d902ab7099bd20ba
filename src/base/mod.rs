//! The smallest words of the house: money, names, addresses, changes, colours, HTML, hashes, languages.
//!
//! In: text as written. Out: values that cannot be wrong, or the reason why not.
//! Nothing here reads a file, knows a shop or speaks to a person.

pub mod address;
pub mod change;
pub(crate) mod character;
pub mod colour;
pub mod count;
pub mod hash;
pub mod html;
pub mod language;
pub mod letters;
pub mod money;
pub mod name;
pub mod path;
pub mod sealed;
pub mod sound;
pub mod stat;

#[cfg(test)]
mod tests;
