//! Raw bodies of forms, one on each line: `kind=order&product=…`.

use url::form_urlencoded;

use crate::{diag::Place, orders::Posted};

/// Whether a text begins with the body of a form: names and values, and no space.
pub(super) fn is_form(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default().trim();
    first.contains('=') && first.contains('&') && !first.contains([' ', ',', ';', '\t', '"'])
}

pub(super) fn read(file: &str, text: &str) -> Vec<Posted> {
    let mut start = 0;
    let mut posted = Vec::new();
    for line in text.split_inclusive('\n') {
        let body = line.trim().trim_start_matches('\u{feff}');
        if !body.is_empty() {
            let place = Place::span(file, start..start + line.trim_end().len());
            posted.push(Posted::new(form_urlencoded::parse(body.as_bytes()).into_owned(), place));
        }
        start += line.len();
    }
    posted
}
