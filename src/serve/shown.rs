//! What is shown now: one value, replaced as a whole.

use std::sync::Arc;

use super::live::Live;
use crate::{
    diag::{self, Diagnostic, Failure, Severity, Shown as Fault, Speech, Style, say},
    pipeline::Report,
};

/// Faults beyond this are counted: nobody reads more in a page.
const MOST: usize = 100;

/// The last good site and what is wrong since.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// How many there were before it.
    number: u64,
    /// The last good site; `None` when there never was one.
    pub(super) site: Option<Arc<Live>>,
    /// What is wrong with the shop since, in words.
    pub(super) faults: Option<Arc<str>>,
}

impl Shown {
    /// What comes after this.
    pub(super) fn next(&self, site: Option<Arc<Live>>, faults: Option<Arc<str>>) -> Self {
        Self { number: self.number + 1, site, faults }
    }

    /// Names this value, also among those of other processes that had the port before.
    pub(super) fn version(&self) -> String {
        format!("{}-{}", std::process::id(), self.number)
    }
}

/// The faults of a report in words, errors first.
pub(super) fn faults(report: &Report, speech: Speech) -> String {
    let source = |file: &str| report.texts.get(file).map(String::as_str);
    let show = |one: &Diagnostic| diag::show(Fault::Diagnostic(one), speech, STYLE, source);
    let mut sorted: Vec<&Diagnostic> = report.diagnostics.iter().collect();
    sorted.sort_by_key(|one| one.severity);
    let mut texts: Vec<String> = sorted.into_iter().take(MOST).map(show).collect();
    let count = |severity| report.diagnostics.count(severity).to_string();
    let counts = [("errors", count(Severity::Error)), ("warnings", count(Severity::Warning))];
    texts.push(say(speech, "report.found", &counts));
    texts.join("\n\n")
}

/// A failure in words.
pub(super) fn failure(failure: &Failure, speech: Speech) -> String {
    diag::show(Fault::Failure(failure), speech, STYLE, |_| None)
}

const STYLE: Style = Style { colour: false, width: 100 };
