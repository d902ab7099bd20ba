//! A fault in the shop's files.

use std::{ops::Range, sync::Arc};

use super::Code;
use crate::base::change::Change;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The shop is built; a buyer may be let down.
    Warning,
    /// Good to know.
    Note,
}

/// A place in a file of the shop.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the shop's folder.
    pub file: Arc<str>,
    /// Bytes of the whole file; `None` means the file as such.
    pub span: Option<(usize, usize)>,
}

impl Place {
    /// The file as such.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), span: None }
    }

    /// Bytes of the file.
    pub fn span(file: impl Into<Arc<str>>, span: Range<usize>) -> Self {
        Self { file: file.into(), span: Some((span.start, span.end)) }
    }
}

/// What to write instead, at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What is replaced.
    pub place: Place,
    /// By what.
    pub text: String,
}

/// Changes of one file that mend a fault and leave nothing for a person to decide: `posra check --fix` makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Path from the shop's folder.
    pub file: Arc<str>,
    /// What is changed.
    pub changes: Vec<Change>,
}

/// One fault: what, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, such as `price.missing`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Values for the `{name}` places of the sentence.
    pub args: Vec<(&'static str, String)>,
    /// Where it is.
    pub place: Option<Place>,
    /// Other places that belong to it, such as the first of two equal SKUs.
    pub also: Vec<Place>,
    /// What to write instead.
    pub repair: Option<Repair>,
    /// What mends it, where that is sure.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: Code) -> Self {
        Self {
            code,
            severity: Severity::Error,
            args: Vec::new(),
            place: None,
            also: Vec::new(),
            repair: None,
            fix: None,
        }
    }

    /// A warning.
    pub fn warning(code: Code) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    /// A note.
    pub fn note(code: Code) -> Self {
        Self { severity: Severity::Note, ..Self::error(code) }
    }

    /// Where it is.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Another place that belongs to it.
    pub fn and(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }

    /// A value of the sentence. Long values are cut, so that no file can flood a terminal.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        let cut: String = value.chars().take(120).collect();
        let cut = if cut.len() < value.len() { format!("{cut}…") } else { cut };
        self.args.push((name, cut.replace(['\n', '\r'], " ")));
        self
    }

    /// What to write instead of the primary span.
    pub fn repair(mut self, text: impl Into<String>) -> Self {
        if let Some(place) = self.place.clone().filter(|place| place.span.is_some()) {
            self.repair = Some(Repair { place, text: text.into() });
        }
        self
    }

    /// What mends it. Only for what is sure: it is written without asking.
    pub fn fix(mut self, file: impl Into<Arc<str>>, changes: Vec<Change>) -> Self {
        self.fix = Some(Fix { file: file.into(), changes });
        self
    }

    /// The nearest of `known` to `written`, as an argument `near` and a repair; nothing when none is near.
    pub fn did_you_mean<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match super::nearest(written, known) {
            Some(near) => self.with("near", near).repair(near),
            None => self,
        }
    }

    /// The same where a whole string is replaced, its quotes included.
    pub fn did_you_mean_text<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match super::nearest(written, known) {
            Some(near) => self.with("near", near).repair(format!("\"{near}\"")),
            None => self,
        }
    }
}

/// Faults in the order they are told: by file, then place, then code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// All of another list.
    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// In the order they are told, each once.
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| {
            (&a.place, a.severity, a.code, &a.args).cmp(&(&b.place, b.severity, b.code, &b.args))
        });
        self.0.dedup();
        self
    }

    /// One by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, iter: I) {
        self.0.extend(iter);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
