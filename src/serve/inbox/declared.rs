//! The fields that a form on a page declares: what Netlify reads from the pages of a site.

use std::collections::BTreeSet;

/// Names of the fields of the form `name` that Netlify would find on a page; `None` when there is no such form.
pub(super) fn fields(html: &str, name: &str) -> Option<BTreeSet<String>> {
    let mut found: Option<BTreeSet<String>> = None;
    let mut inside = false;
    for tag in tags(html) {
        match tag.name.to_ascii_lowercase().as_str() {
            "form" => {
                inside = tag.value("name") == Some(name)
                    && (tag.value("data-netlify") == Some("true") || tag.value("netlify").is_some());
                if inside {
                    found.get_or_insert_default();
                }
            }
            "/form" => inside = false,
            "input" | "select" | "textarea" if inside => {
                let field = tag.value("name").filter(|field| !field.is_empty());
                found.get_or_insert_default().extend(field.map(str::to_owned));
            }
            _ => {}
        }
    }
    found
}

/// A tag: its name, with `/` when it closes, and its attributes.
struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Tag<'h> {
    fn value(&self, name: &str) -> Option<&'h str> {
        self.attributes.iter().find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// The tags of a page, comments left out.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = rest.get(rest.find('<')? + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let (tag, after) = tag(rest);
            rest = after;
            return Some(tag);
        }
    })
}

/// The tag at the beginning of a text, and what follows it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = cut(text, |one| one.is_whitespace() || one == '>');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|one: char| one.is_whitespace() || one == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (Tag { name, attributes }, rest);
        }
        // The first sign may be anything, also `=`.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let ends = |one: char| one.is_whitespace() || matches!(one, '=' | '>' | '/');
        let end = rest[first..].find(ends).map_or(rest.len(), |end| end + first);
        let (attribute, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => value_of(value.trim_start()),
            None => ("", after),
        };
        attributes.push((attribute, value));
        rest = after;
    }
}

/// The value at the beginning of a text, and what follows it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    cut(text, |one| one.is_whitespace() || one == '>')
}

fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_of_the_form_are_declared() {
        let page = "<input name=out><!-- <form name=order data-netlify=true> --><form name='other' data-netlify=\"true\">\
            <input name=no></form><FORM method=post data-netlify=\"true\" name=\"order\"><input name=\"a>b\" required>\
            <select class=x name=zone><option name=q></select><textarea name='note'/></textarea><input></form><input name=after>";
        let found = fields(page, "order").unwrap_or_default();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a>b", "note", "zone"]);
        assert!(fields(page, "nothing").is_none());
        assert!(fields("<form name=order><input name=a></form>", "order").is_none());
    }

    proptest::proptest! {
        #[test]
        fn nothing_stops_it(text in "[<>=\"'/! a-cé-]{0,80}") {
            fields(&text, "a");
        }
    }
}
