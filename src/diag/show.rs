//! Diagnostics as text for a terminal, and as data.

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Failure, Place, Severity, Speech, words};

/// How the text is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Colours and weights of a terminal.
    pub colour: bool,
    /// Columns.
    pub width: usize,
}

/// Something that can be shown.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// A fault of the shop's files.
    Diagnostic(&'a Diagnostic),
    /// A fault of the machine.
    Failure(&'a Failure),
}

/// The text of one fault. `source` gives the text of a file by its path.
pub fn show<'s>(
    shown: Shown<'_>,
    speech: Speech,
    style: Style,
    source: impl Fn(&str) -> Option<&'s str>,
) -> String {
    match shown {
        Shown::Diagnostic(diagnostic) => diagnostic_text(diagnostic, speech, style, source),
        Shown::Failure(failure) => {
            let title = level(Severity::Error, speech)
                .primary_title(words::failure(speech, failure))
                .id(failure.code.as_str());
            renderer(style).render(&[Group::with_title(title)])
        }
    }
}

fn renderer(style: Style) -> Renderer {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width)
}

fn level(severity: Severity, speech: Speech) -> Level<'static> {
    let (level, key) = match severity {
        Severity::Error => (Level::ERROR, "error"),
        Severity::Warning => (Level::WARNING, "warning"),
        Severity::Note => (Level::NOTE, "note"),
    };
    level.with_name(super::say(speech, key, &[]))
}

fn diagnostic_text<'s>(
    diagnostic: &Diagnostic,
    speech: Speech,
    style: Style,
    source: impl Fn(&str) -> Option<&'s str>,
) -> String {
    let message = words::message(speech, diagnostic);
    let title = level(diagnostic.severity, speech).primary_title(message).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    for (place, kind) in diagnostic
        .place
        .iter()
        .map(|place| (place, AnnotationKind::Primary))
        .chain(diagnostic.also.iter().map(|place| (place, AnnotationKind::Context)))
    {
        group = match snippet_source(place, &source) {
            Some((text, span)) => {
                let annotation = kind.span(span);
                group.element(Snippet::source(text).path(place.file.to_string()).annotation(annotation))
            }
            None => group.element(annotate_snippets::Origin::path(place.file.to_string())),
        };
    }
    let mut report = vec![group];
    if let Some(help) = words::help(speech, diagnostic) {
        let help_level = Level::HELP.with_name(super::say(speech, "help", &[]));
        let repair = diagnostic.repair.as_ref().and_then(|repair| {
            let (text, span) = snippet_source(&repair.place, &source)?;
            Some((text, span, repair))
        });
        report.push(match repair {
            Some((text, span, repair)) => Group::with_title(help_level.secondary_title(help)).element(
                Snippet::source(text)
                    .path(repair.place.file.to_string())
                    .patch(Patch::new(span, repair.text.clone())),
            ),
            None => Group::with_title(help_level.secondary_title(help)),
        });
    }
    renderer(style).render(&report)
}

/// The text of the place's file and the span inside it, kept to whole characters.
fn snippet_source<'s>(
    place: &Place,
    source: &impl Fn(&str) -> Option<&'s str>,
) -> Option<(&'s str, std::ops::Range<usize>)> {
    let (start, end) = place.span?;
    let text = source(&place.file)?;
    let start = floor_boundary(text, start);
    let end = floor_boundary(text, end.max(start));
    Some((text, start..end))
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The same as data: one object per fault.
pub fn as_json<'s>(
    diagnostics: &Diagnostics,
    speech: Speech,
    source: impl Fn(&str) -> Option<&'s str>,
) -> Value {
    diagnostics.iter().map(|diagnostic| diagnostic_json(diagnostic, speech, &source)).collect()
}

fn diagnostic_json<'s>(
    diagnostic: &Diagnostic,
    speech: Speech,
    source: &impl Fn(&str) -> Option<&'s str>,
) -> Value {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    json!({
        "code": diagnostic.code.as_str(),
        "severity": severity,
        "message": words::message(speech, diagnostic),
        "help": words::help(speech, diagnostic),
        "place": diagnostic.place.as_ref().map(|place| place_json(place, source)),
        "also": diagnostic.also.iter().map(|place| place_json(place, source)).collect::<Vec<_>>(),
        "repair": diagnostic.repair.as_ref().map(|repair| json!({
            "place": place_json(&repair.place, source),
            "text": repair.text,
        })),
        "fixable": diagnostic.fix.is_some(),
    })
}

fn place_json<'s>(place: &Place, source: &impl Fn(&str) -> Option<&'s str>) -> Value {
    let position = place.span.and_then(|(start, _)| line_and_column(source(&place.file)?, start));
    json!({
        "file": &*place.file,
        "line": position.map(|(line, _)| line),
        "column": position.map(|(_, column)| column),
        "start": place.span.map(|(start, _)| start),
        "end": place.span.map(|(_, end)| end),
    })
}

/// Line and column from 1, columns in characters.
fn line_and_column(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text.get(..floor_boundary(text, at))?;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next()?.chars().count() + 1;
    Some((line, column))
}
