//! A buyer must be able to see who sells, and to ask.

use crate::{
    config::FILE,
    diag::{Code, Diagnostic, Diagnostics, Place},
    pipeline::Site,
};

/// Nobody is named as the seller.
pub(super) fn no_identity(site: &Site<'_>, found: &mut Diagnostics) {
    if !site.catalog.config.business.is_known() {
        found.push(Diagnostic::warning(Code::CHECK_NO_IDENTITY).at(Place::file(FILE)));
    }
}

/// There is no way to ask.
pub(super) fn no_support(site: &Site<'_>, found: &mut Diagnostics) {
    if site.catalog.config.support.channels.is_empty() {
        found.push(Diagnostic::warning(Code::CHECK_NO_SUPPORT).at(Place::file(FILE)));
    }
}
