//! `posra check`: the build without writing, and one registry of rules.
//!
//! In: settings. The river runs down to the plan, every page is made for its faults, and
//! each rule of [`RULES`] looks at the site,
//! and every template is rendered with every specimen of its view. Out: the report. Nothing is written,
//! unless [`fix`] is asked: it makes the changes that the faults carry.

mod fix;
mod rules;

pub use fix::{Fixed, fix};

use crate::{
    diag::{Diagnostic, Diagnostics, Failure},
    pipeline::{self, Report, Settings, Site, Watcher},
};

/// A rule: what it looks for, and the look.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Code of what it finds.
    pub code: crate::diag::Code,
    /// Looks at the whole site.
    pub look: fn(&Site<'_>, &mut Diagnostics),
}

/// Every rule, in the order of their codes.
pub const RULES: &[Rule] = rules::ALL;

/// Makes everything, writes nothing, and looks with every rule.
pub fn check(settings: &Settings, watcher: &dyn Watcher) -> Result<Report, Failure> {
    pipeline::check(settings, watcher, &|site| {
        let mut found = Diagnostics::new();
        for rule in RULES {
            (rule.look)(site, &mut found);
        }
        found.append(site.renderer.specimens());
        let text = |one: &Diagnostic| one.fix.as_ref().and_then(|fix| site.tree.text(&fix.file));
        found.iter().map(|one| fix::shown(one.clone(), text(one))).collect()
    })
}
