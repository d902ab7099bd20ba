//! The only place that prints: faults and waiting to standard error, results to standard output.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::args::Form;
use crate::{
    check::Fixed,
    diag::{self, Failure, Severity, Shown, Speech, Style, say},
    pipeline::{Built, Cleaned, Report},
    stock::{Counted, Row},
    ticket::Seal,
};

/// A line of a result. A reader that has gone (`posra stock | head`) is no fault.
macro_rules! give {
    ($($part:tt)*) => { drop(writeln!(std::io::stdout(), $($part)*)) };
}

/// A line about the work, for whoever watches. A closed terminal is no fault.
macro_rules! tell {
    ($($part:tt)*) => { drop(writeln!(std::io::stderr(), $($part)*)) };
}

/// Prints in one language and one form.
#[derive(Clone, Copy)]
pub(super) struct Printer {
    speech: Speech,
    form: Form,
    style: Style,
}

/// Columns of a terminal that does not say how wide it is.
const WIDTH: usize = 100;

impl Printer {
    pub(super) fn new(speech: Speech, form: Form) -> Self {
        let colour = std::io::stderr().is_terminal();
        Self { speech, form, style: Style { colour, width: WIDTH } }
    }

    pub(super) fn speech(&self) -> Speech {
        self.speech
    }

    /// What came of a build.
    pub(super) fn built(&self, report: &Report, out: &Path, took: Duration) {
        match self.form {
            Form::Json => self.json(report),
            Form::Text => {
                self.faults(report);
                self.summary(report, out, took);
            }
        }
    }

    /// What came of developing pictures alone.
    pub(super) fn developed(&self, report: &Report, took: Duration) {
        if self.form == Form::Json {
            return self.json(report);
        }
        self.faults(report);
        if let Some(built) = &report.built {
            give!("{}", self.say("report.pictures", &self.timed(built, took)));
        }
        if !report.diagnostics.is_empty() {
            give!("{}", self.say("report.found", &self.counts(report)));
        }
    }

    /// What was taken out of the store.
    pub(super) fn cleaned(&self, cleaned: Cleaned) {
        match self.form {
            Form::Json => {
                give!("{:#}", json!({ "cleaned": { "files": cleaned.files, "bytes": cleaned.bytes } }))
            }
            Form::Text => {
                let args = [
                    ("files", cleaned.files.to_string()),
                    ("megabytes", megabytes(self.speech, cleaned.bytes)),
                ];
                give!("{}", self.say("report.cleaned", &args));
            }
        }
    }

    /// What came of a check.
    pub(super) fn checked(&self, report: &Report, fixed: Option<Fixed>) {
        if self.form == Form::Json {
            let mut value = self.value(report);
            if let Some(fixed) = fixed {
                value["fixed"] = json!({ "faults": fixed.faults, "files": fixed.files });
            }
            return give!("{value:#}");
        }
        self.faults(report);
        if let Some(fixed) = fixed {
            let args = [("faults", fixed.faults.to_string()), ("files", fixed.files.to_string())];
            give!("{}", self.say("report.fixed", &args));
        }
        if let Some(built) = &report.built {
            give!("{}", self.say("report.checked", &figures(self.speech, built)));
        }
        match report.diagnostics.is_empty() {
            true => give!("{}", self.say("report.clean", &[])),
            false => give!("{}", self.say("report.found", &self.counts(report))),
        }
    }

    /// The shop can be seen, and what is ordered in the preview.
    pub(super) fn serving(&self, address: &str, inbox: &str) {
        match self.form {
            Form::Text => {
                give!("{}", self.say("serve.at", &[("address", address.to_owned())]));
                give!("{}", self.say("serve.inbox", &[("address", inbox.to_owned())]));
            }
            Form::Json => give!("{:#}", json!({ "serving": address, "inbox": inbox })),
        }
    }

    /// New pages are shown, made in so much time.
    pub(super) fn made_anew(&self, report: &Report, took: Duration) {
        if self.form == Form::Json {
            return self.json(report);
        }
        self.faults(report);
        let seconds = self.speech.digits(&format!("{:.2}", took.as_secs_f64()));
        give!("{}", self.say("serve.rebuilt", &[("seconds", seconds)]));
    }

    /// A run had errors. Whether the pages of an earlier run stay.
    pub(super) fn faulty(&self, report: &Report, kept: bool) {
        if self.form == Form::Json {
            return self.json(report);
        }
        self.faults(report);
        tell!("{}", self.say("report.found", &self.counts(report)));
        if kept {
            tell!("{}", self.say("serve.kept", &[]));
        }
    }

    /// Goods and their stock, as a table.
    pub(super) fn stock(&self, report: &Report, rows: &[Row]) {
        if self.form == Form::Json {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    json!({ "sku": row.sku, "title": row.title, "state": row.state, "count": row.count, "as_of": row.as_of.map(|day| day.to_string()) })
                })
                .collect();
            return give!("{:#}", json!({ "stock": rows, "diagnostics": self.diagnostics(report) }));
        }
        self.errors_of(report);
        if rows.is_empty() {
            return give!("{}", self.say("stock.none", &[]));
        }
        let head = ["sku", "title", "stock", "as_of"].map(|key| self.say(&format!("stock.head.{key}"), &[]));
        let cells = rows.iter().map(|row| {
            let state = self.say(&format!("stock.state.{}", row.state), &[]);
            let count = row.count.filter(|count| *count > 0);
            let count = count.map(|count| self.say("stock.count", &[("count", count.to_string())]));
            let stock = count.map_or(state.clone(), |count| match row.state {
                "low" => format!("{count} ({state})"),
                _ => count,
            });
            [
                row.sku.clone(),
                row.title.clone(),
                stock,
                row.as_of.map(|day| self.speech.digits(&day.to_string())).unwrap_or_default(),
            ]
        });
        table(std::iter::once(head).chain(cells).collect());
    }

    /// A sheet for `stock set`.
    pub(super) fn sheet(&self, report: &Report, bytes: &[u8]) {
        self.errors_of(report);
        let _ = std::io::stdout().write_all(bytes);
    }

    /// Counts were written, or were not.
    pub(super) fn counted(&self, report: &Report, counted: Counted) {
        if self.form == Form::Json {
            let figures = json!({ "skus": counted.skus, "files": counted.files });
            return give!("{:#}", json!({ "counted": figures, "diagnostics": self.diagnostics(report) }));
        }
        self.errors_of(report);
        match report.diagnostics.has_errors() {
            true => tell!("{}", self.say("stock.kept", &self.counts(report))),
            false => {
                let args = [("skus", counted.skus.to_string()), ("files", counted.files.to_string())];
                let key = if counted.files == 0 { "stock.same" } else { "stock.set" };
                give!("{}", self.say(key, &args));
            }
        }
    }

    /// The orders, then what was written.
    pub(super) fn desk(&self, report: &Report, said: &str, written: &[PathBuf]) {
        self.errors_of(report);
        give!("{}", said.trim_end());
        if self.form == Form::Text {
            for path in written {
                give!("{}", self.say("orders.written", &[("path", path.display().to_string())]));
            }
        }
    }

    /// A new pair of keys. The only time that a private one is shown.
    pub(super) fn key(&self, seal: &Seal) {
        let (public, secret) = (seal.public().as_str().to_owned(), seal.secret());
        match self.form {
            Form::Json => give!("{:#}", json!({ "public": public, "private": secret })),
            Form::Text => {
                give!("{}", self.say("orders.key", &[("public", public), ("private", secret)]));
            }
        }
    }

    /// What stands in the way, and what was undone; warnings are for `build` and `check`.
    fn errors_of(&self, report: &Report) {
        let source = |file: &str| report.texts.get(file).map(String::as_str);
        for one in report.diagnostics.iter().filter(|one| one.severity != Severity::Warning) {
            tell!("{}\n", diag::show(Shown::Diagnostic(one), self.speech, self.style, source));
        }
    }

    fn diagnostics(&self, report: &Report) -> serde_json::Value {
        let source = |file: &str| report.texts.get(file).map(String::as_str);
        json!(diag::as_json(&report.diagnostics, self.speech, source))
    }

    /// A new shop was made.
    pub(super) fn made(&self, folder: &Path) {
        give!("{}", self.say("init.made", &[("path", folder.display().to_string())]));
    }

    /// Text as it is.
    pub(super) fn text(&self, text: &str) {
        // A reader that has gone (`posra schema | head`) is no fault.
        let _ = std::io::stdout().write_all(text.as_bytes());
    }

    /// The machine is wrong.
    pub(super) fn failure(&self, failure: &Failure) {
        match self.form {
            Form::Text => {
                tell!("{}", diag::show(Shown::Failure(failure), self.speech, self.style, |_| None))
            }
            Form::Json => give!(
                "{:#}",
                json!({ "failure": { "code": failure.code.as_str(), "path": failure.path, "cause": failure.cause } })
            ),
        }
    }

    fn faults(&self, report: &Report) {
        for diagnostic in &report.diagnostics {
            let source = |file: &str| report.texts.get(file).map(String::as_str);
            tell!("{}\n", diag::show(Shown::Diagnostic(diagnostic), self.speech, self.style, source));
        }
    }

    fn summary(&self, report: &Report, out: &Path, took: Duration) {
        if report.diagnostics.has_errors() {
            tell!("{}", self.say("report.errors", &self.counts(report)));
            return;
        }
        let Some(built) = &report.built else { return };
        let mut args = self.timed(built, took);
        args.push(("out", out.display().to_string()));
        if built.unchanged {
            give!("{}", self.say("report.nothing", &args));
            return self.next_change(built);
        }
        give!("{}", self.say("report.built", &args));
        let files = if built.most_files.is_some() { "report.files_of" } else { "report.files" };
        give!("  {}", self.say(files, &args));
        give!("  {}", self.say("report.pictures", &args));
        if !report.diagnostics.is_empty() {
            give!("  {}", self.say("report.warnings", &self.counts(report)));
        }
        if built.unsigned {
            give!("  {}", self.say("orders.unsigned", &[]));
        }
        self.next_change(built);
    }

    /// When to build again although nobody changed anything.
    fn next_change(&self, built: &Built) {
        if let Some(moment) = &built.next_change {
            let when = self.speech.digits(&moment.strftime("%Y-%m-%d %H:%M").to_string());
            let zone = moment.time_zone().iana_name().unwrap_or("UTC").to_owned();
            give!("  {}", self.say("report.next_change", &[("when", when), ("zone", zone)]));
        }
    }

    fn timed(&self, built: &Built, took: Duration) -> Vec<(&'static str, String)> {
        let mut args = figures(self.speech, built);
        args.push(("seconds", self.speech.digits(&format!("{:.1}", took.as_secs_f64()))));
        args
    }

    fn counts(&self, report: &Report) -> Vec<(&'static str, String)> {
        vec![
            ("errors", report.diagnostics.count(Severity::Error).to_string()),
            ("warnings", report.diagnostics.count(Severity::Warning).to_string()),
        ]
    }

    fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        say(self.speech, key, args)
    }

    fn json(&self, report: &Report) {
        give!("{:#}", self.value(report));
    }

    fn value(&self, report: &Report) -> serde_json::Value {
        let source = |file: &str| report.texts.get(file).map(String::as_str);
        let built = report.built.as_ref().map(|built| {
            json!({
                "products": built.products,
                "pages": built.pages,
                "languages": built.languages,
                "files": built.files,
                "most_files": built.most_files,
                "next_change": built.next_change.as_ref().map(|moment| moment.timestamp().to_string()),
                "pictures": {
                    "shown": built.pictures,
                    "developed": built.developed,
                    "developed_bytes": built.developed_bytes,
                    "stored": built.stored,
                    "pruned": built.pruned,
                },
                "written": built.written,
                "kept": built.kept,
                "removed": built.removed,
                "unchanged": built.unchanged,
                "committed": built.committed,
            })
        });
        let diagnostics = diag::as_json(&report.diagnostics, self.speech, source);
        json!({ "built": built, "diagnostics": diagnostics })
    }
}

/// Columns as wide as their widest cell on a terminal, two blanks between them.
fn table(rows: Vec<[String; 4]>) {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths = [0, 1, 2, 3].map(width);
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
        }
        give!("{}", line.trim_end());
    }
}

fn figures(speech: Speech, built: &Built) -> Vec<(&'static str, String)> {
    vec![
        ("products", built.products.to_string()),
        ("pages", built.pages.to_string()),
        ("languages", built.languages.to_string()),
        ("files", built.files.to_string()),
        ("most", built.most_files.unwrap_or_default().to_string()),
        ("written", built.written.to_string()),
        ("kept", built.kept.to_string()),
        ("removed", built.removed.to_string()),
        ("pictures", built.pictures.to_string()),
        ("picture_files", (built.developed + built.stored).to_string()),
        ("megabytes", megabytes(speech, built.developed_bytes)),
        ("developed", built.developed.to_string()),
        ("stored", built.stored.to_string()),
    ]
}

/// Megabytes with one decimal.
pub(super) fn megabytes(speech: Speech, bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    speech.digits(&format!("{}.{}", tenths / 10, tenths % 10))
}

/// Another run holds the shop.
pub(super) fn waiting(speech: Speech, holder: &str) {
    tell!("{}", say(speech, "lock.waiting", &[("holder", holder.to_owned())]));
}

/// Help, version, or wrong usage; returns the exit code.
pub(super) fn usage(error: &clap::Error) -> u8 {
    // A closed terminal is no fault.
    let _ = error.print();
    if error.use_stderr() { 2 } else { 0 }
}
