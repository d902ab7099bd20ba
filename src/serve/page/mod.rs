//! What only a served page has: the reload script, the faults at its top; and pages that are no part of the shop.
//!
//! Script and style are files of their own on this server's origin, so the pages' own policy (`script-src 'self'`)
//! holds for them. All text is escaped.

use super::{inbox, shown::Shown};
use crate::{
    base::html::escape,
    diag::{Speech, say},
};

/// Where the script is.
pub(super) const SCRIPT: &str = "/__posra/reload.js";

/// Where the style is.
pub(super) const STYLE: &str = "/__posra/style.css";

/// Where the browser hears of changes. The script knows it too.
pub(super) const EVENTS: &str = "/__posra/events";

/// Where the style of the inbox is.
pub(super) const INBOX_STYLE: &str = "/__posra/inbox.css";

/// The script.
pub(super) const SCRIPT_TEXT: &str = include_str!("reload.js");

/// The style.
pub(super) const STYLE_TEXT: &str = include_str!("style.css");

/// The style of the inbox.
pub(super) const INBOX_STYLE_TEXT: &str = include_str!("inbox.css");

/// The policy of pages that are no part of the shop.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy of the inbox, which has a button of its own.
pub(super) const INBOX_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A page of the shop as it is served.
pub(super) fn dressed(html: &[u8], shown: &Shown, speech: Speech) -> Vec<u8> {
    let at = body_start(html);
    let mut added = shown.faults.as_deref().map(|faults| banner(faults, speech)).unwrap_or_default();
    added.push_str(&script(shown));
    [&html[..at], added.as_bytes(), &html[at..]].concat()
}

/// The page of the inbox: `title` and `body` are markup.
pub(super) fn inbox(title: &str, body: &str, version: &str, speech: Speech) -> String {
    let (tag, version) = (tag(speech), escape(version));
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{INBOX_STYLE}\">\n</head>\n\
         <body class=\"posra-inbox\">\n<main>\n{body}</main>\n\
         <script src=\"{SCRIPT}\" data-version=\"{version}\" data-events=\"{}\" defer></script>\n</body>\n</html>\n",
        inbox::EVENTS
    )
}

/// A page that says one thing, with the lines and the way back (a path of this server) that belong to it.
pub(super) fn saying(title: &str, lines: &[String], back: Option<(&str, String)>, speech: Speech) -> Vec<u8> {
    let lines = lines.iter().map(|line| format!("<p>{}</p>\n", escape(line)));
    let back =
        back.map(|(path, words)| format!("<p><a href=\"{}\">{}</a></p>\n", escape(path), escape(&words)));
    around(title, &lines.chain(back).collect::<String>(), "", speech)
}

/// A page that says one thing. `faults` and the reload script come with what is shown, when the page waits for that to change.
pub(super) fn plain(title: &str, waiting: Option<&Shown>, speech: Speech) -> Vec<u8> {
    let faults = waiting
        .and_then(|shown| shown.faults.as_deref())
        .map(|text| format!("<pre>{}</pre>\n", escape(text)));
    let faults = faults.unwrap_or_default();
    let script = waiting.map(script).unwrap_or_default();
    around(title, &faults, &script, speech)
}

/// A page with a title and more markup below it.
fn around(title: &str, more: &str, script: &str, speech: Speech) -> Vec<u8> {
    let title = escape(title);
    let (tag, policy) = (tag(speech), escape(POLICY));
    let page = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLE}\">\n</head>\n<body class=\"posra-plain\">\n<main>\n<h1>{title}</h1>\n\
         {more}</main>\n{script}</body>\n</html>\n"
    );
    page.into_bytes()
}

fn banner(faults: &str, speech: Speech) -> String {
    let (tag, says, faults) = (tag(speech), escape(&say(speech, "serve.kept", &[])), escape(faults));
    format!(
        "<link rel=\"stylesheet\" href=\"{STYLE}\">\
         <aside class=\"posra-faults\" role=\"alert\" lang=\"{tag}\" dir=\"ltr\"><p>{says} {}</p><pre>{faults}</pre></aside>",
        inbox::link(speech)
    )
}

fn script(shown: &Shown) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{}\" defer></script>", escape(&shown.version()))
}

fn tag(speech: Speech) -> &'static str {
    match speech {
        Speech::Bengali => "bn",
        Speech::English => "en",
    }
}

/// The place after `<body …>`; the end of a page that has none.
fn body_start(html: &[u8]) -> usize {
    let head = find(html, b"</head>", 0).unwrap_or(0);
    let Some(body) = find(html, b"<body", head) else { return html.len() };
    let mut quote = None;
    for (at, byte) in html.iter().enumerate().skip(body) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

fn find(html: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let found = html.get(from..)?.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what));
    found.map(|at| at + from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_body() {
        let place = |html: &str| body_start(html.as_bytes());
        assert_eq!(place("<head></head><BODY class=\"a>b\">x"), 31);
        assert_eq!(place("<!-- <body> --><head></head><body>x"), 34);
        assert_eq!(place("<p>no body"), 10);
        assert_eq!(place("<body class=\"open"), 17);
    }

    #[test]
    fn text_is_escaped() {
        let shown = Shown::default().next(None, Some("<script>alert(1)</script>\" '".into()));
        for page in [
            dressed(b"<body>", &shown, Speech::English),
            plain("</title><script>", Some(&shown), Speech::Bengali),
        ] {
            let page = String::from_utf8_lossy(&page).into_owned();
            assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; &#39;"), "{page}");
            assert_eq!(page.matches("<script").count(), 1, "{page}");
        }
    }
}
