//! Promises that buyers, payment services and the law look for.

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    pipeline::Site,
};

/// The four policies every shop needs.
const NEEDED: [&str; 4] = ["delivery", "returns", "privacy", "terms"];

/// Policies that are not there, or are broken.
pub(super) fn missing(site: &Site<'_>, found: &mut Diagnostics) {
    for slug in NEEDED {
        let known = site.catalog.policies.iter().any(|policy| policy.slug.as_str() == slug);
        let broken =
            site.catalog.broken.iter().any(|(folder, one)| *folder == "policies" && one.as_str() == slug);
        if !known && !broken {
            let place = Place::file(format!("content/policies/{slug}.md"));
            found.push(Diagnostic::warning(Code::POLICY_MISSING).at(place).with("value", slug));
        }
    }
}
