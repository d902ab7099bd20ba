//! What a template engine says is wrong, as a diagnostic.

use tera::{Error, ErrorKind};

use crate::diag::{Code, Diagnostic, Place};

/// The diagnostic of a template's error. `locate` gives the shop's path of a template's path inside the theme.
pub fn template_fault(error: &Error, locate: impl Fn(&str) -> String) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = Place::span(locate(report.filename()), report.span().range.clone());
            Diagnostic::error(Code::THEME_TEMPLATE).at(place).with("detail", report.message())
        }
        ErrorKind::MissingParent { current, parent } => Diagnostic::error(Code::THEME_TEMPLATE)
            .at(Place::file(locate(current)))
            .with("detail", format!("there is no template `{parent}` to extend")),
        _ => from_text(&error.to_string(), locate),
    }
}

/// Tera gives some faults as drawn text only: `error: …`, then `--> file:line:column`.
fn from_text(text: &str, locate: impl Fn(&str) -> String) -> Diagnostic {
    let message = text.lines().next().unwrap_or(text).trim_start_matches("error: ");
    let fault = Diagnostic::error(Code::THEME_TEMPLATE).with("detail", message);
    let file = text
        .lines()
        .find_map(|line| line.split_once("--> "))
        .and_then(|(_, at)| at.trim().split(':').next().map(str::to_owned));
    match file {
        Some(file) => fault.at(Place::file(locate(&file))),
        None => fault,
    }
}
