//! Old addresses that lead to a thing.

use super::reading::Reading;
use crate::{
    base::address::Address,
    diag::{Code, Place},
    schema::At,
};

/// An old address and where it was written.
pub(super) type Alias = (Address, Place);

/// Reads the aliases; a broken one is told and left out.
pub(super) fn read(reading: &mut Reading<'_, '_>, written: &[At<String>]) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for at in written {
        match Address::read(&at.value).filter(|address| address.is_page() && !address.as_str().is_empty()) {
            Some(address) => aliases.push((address, reading.place(at))),
            None => reading.wrong(Code::ALIAS_INVALID, at, &at.value),
        }
    }
    aliases
}
