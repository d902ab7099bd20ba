//! The life of a product: not yet, now, no more.

use jiff::civil::Date;

use super::{Product, policy::day, reading::Reading};
use crate::{
    base::name::Slug,
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema,
};

/// Where a product stands in its life today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Not to be seen yet.
    Later,
    /// For sale.
    Live,
    /// No longer sold; its page stays.
    Archived,
}

/// The life of a product, and the days on which it changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lived {
    pub(super) life: Life,
    pub(super) published: Option<Date>,
    pub(super) changes: [Option<Date>; 2],
}

/// Reads the life; a product that expires before it is published is refused.
pub(super) fn read(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Lived {
    let today = reading.config().today;
    let published = day(reading, written.published.as_ref());
    let expires = day(reading, written.expires.as_ref());
    if let (Some(published), Some(expires), Some(at)) = (published, expires, &written.expires)
        && expires < published
    {
        reading.wrong(Code::LIFE_ORDER, at, published);
    }
    let life = if written.draft || published.is_some_and(|published| published > today) {
        Life::Later
    } else if written.archived || expires.is_some_and(|expires| expires < today) {
        Life::Archived
    } else {
        Life::Live
    };
    let changes = match (written.draft, written.archived) {
        (true, _) => [None, None],
        (false, true) => [published, None],
        (false, false) => [published, expires.and_then(|expires| expires.tomorrow().ok())],
    };
    Lived { life, published, changes }
}

/// A product that another one names, and where.
pub(super) type Named = (Slug, Place);

/// Tells replacements that are no longer sold themselves, and products that are their own.
pub(super) fn check(products: &[Product<'_>], found: &mut Diagnostics) {
    let archived: Vec<&Slug> =
        products.iter().filter(|one| one.life == Life::Archived).map(|one| &one.slug).collect();
    for product in products {
        for (slug, place) in &product.replaced_by {
            if *slug == product.slug || archived.binary_search(&slug).is_ok() {
                let told = Diagnostic::error(Code::REPLACEMENT_ARCHIVED).at(place.clone());
                found.push(told.with("value", slug));
            }
        }
    }
}
