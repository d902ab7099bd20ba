//! What must be unique in the whole shop.

use std::collections::BTreeMap;

use super::Product;
use crate::{
    base::name::Sku,
    diag::{Code, Diagnostic, Diagnostics, Place},
};

/// Tells every SKU that stands twice, among products and variants together. Case is not told apart: sheets and channels do not.
pub(super) fn skus(products: &[Product<'_>], found: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let mut see = |sku: &Sku, place: &Place| {
        let key = sku.as_str().to_ascii_lowercase();
        match seen.get(&key) {
            Some(first) => found.push(
                Diagnostic::error(Code::SKU_TWICE).at(place.clone()).and(first.clone()).with("value", sku),
            ),
            None => {
                seen.insert(key, place.clone());
            }
        }
    };
    for product in products {
        see(&product.sku, &product.sku_place);
        for variant in &product.variants {
            see(&variant.sku, &variant.sku_place);
        }
    }
}
