//! Pictures sell, and must say what they show.

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    pipeline::Site,
};

/// Products without a picture.
pub(super) fn no_picture(site: &Site<'_>, found: &mut Diagnostics) {
    for product in site.catalog.products.iter().filter(|product| product.pictures.is_empty()) {
        found.push(Diagnostic::warning(Code::CHECK_NO_PICTURE).at(Place::file(product.path.shared())));
    }
}

/// Two pictures of a product with the same words.
pub(super) fn same_alt(site: &Site<'_>, found: &mut Diagnostics) {
    for product in &site.catalog.products {
        for (_, words) in product.words.iter() {
            for (place, alt) in words.alts.iter().enumerate() {
                if alt.text != words.title.text && words.alts[..place].contains(alt) {
                    let at = Place::file(words.body.path.shared());
                    found.push(Diagnostic::warning(Code::CHECK_SAME_ALT).at(at).with("value", &alt.text));
                }
            }
        }
    }
}
