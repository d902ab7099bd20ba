//! A strict reader of what this room writes, and the law that it can read everything.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const VOID: &[&str] = &["br", "hr", "input", "img"];
const INLINE: &[&str] = &["a", "em", "strong", "del", "code", "sup", "label", "br", "input", "img"];
const BLOCK: &[&str] = &[
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "div",
    "pre",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "figure",
    "figcaption",
];
const ATTRIBUTES: &[&str] = &[
    "id",
    "class",
    "href",
    "rel",
    "title",
    "role",
    "tabindex",
    "aria-label",
    "scope",
    "start",
    "type",
    "disabled",
    "checked",
    "src",
    "alt",
];
/// Elements that hold only text and inline elements.
const HOLDS_INLINE: &[&str] = &["p", "h2", "h3", "h4", "h5", "h6", "dt", "th", "figcaption", "pre"];

/// What is wrong with `html`: unbalanced or unknown tags, blocks in inline elements, nested links, two equal ids.
pub(super) fn check(html: &str) -> Result<(), String> {
    let (mut open, mut ids) = (Vec::<&str>::new(), BTreeSet::new());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if rest[..start].contains('>') {
            return Err(format!("bare > before {}", &rest[start..]));
        }
        let end = rest[start..].find('>').ok_or("open tag")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        placed(name, &open)?;
        for (key, value) in read_attributes(attributes)? {
            if !ATTRIBUTES.contains(&key) || (key == "id" && !ids.insert(value)) {
                return Err(format!("attribute {key}={value}"));
            }
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() && !rest.contains('>') { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

fn placed(name: &str, open: &[&str]) -> Result<(), String> {
    let inside = |element: &str| open.contains(&element);
    let parent = open.last().copied().unwrap_or("");
    let block = BLOCK.contains(&name);
    let right = match name {
        "a" => !inside("a"),
        "label" => !inside("label"),
        "li" => matches!(parent, "ul" | "ol"),
        "dt" | "dd" => parent == "dl",
        "tr" => matches!(parent, "thead" | "tbody"),
        "th" | "td" => parent == "tr",
        "thead" | "tbody" => parent == "table",
        "figcaption" => parent == "figure",
        _ => block || INLINE.contains(&name),
    };
    let parts_only = ["ul", "ol", "dl", "table", "thead", "tbody", "tr"].contains(&parent);
    let part = ["li", "dt", "dd", "thead", "tbody", "tr", "th", "td"].contains(&name);
    let holds =
        block && open.iter().any(|element| HOLDS_INLINE.contains(element) || INLINE.contains(element));
    if right && !holds && (!parts_only || part) { Ok(()) } else { Err(format!("<{name}> in {open:?}")) }
}

fn read_attributes(text: &str) -> Result<Vec<(&str, &str)>, String> {
    let (mut found, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').ok_or("open quote")?;
            value = &quoted[..close];
            rest = &quoted[close + 1..];
        }
        found.push((key, value));
        rest = rest.strip_prefix(' ').unwrap_or(rest);
    }
    Ok(found)
}

/// Pieces that mean something to a parser of Markdown or HTML.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "\n", "\n\n", "    ", "> ", "- ", "- [ ] ", "- [x] ", "1. ", "# ", "### ", "###### ", "{#a}", "{.b}", "*", "**", "_",
    "~~", "`", "```\n", "|a|b|\n|-|:-:|\n", "|c|d|\n", "| | |\n|-|-|\n", "|", "[", "]", "](", ")", "![", "[^1]", "[^1]: ",
    "[^2]", "[^2]: ", "<", ">", "</p>", "<script>", "<!-- ", " -->", "<b a=\"", "\"", "'", "&", "&lt;", "&#x6a;", "a", "ক্ষ",
    "\u{200d}", "\u{0}", "\r", "\t", ": ", "---\n", "> [!NOTE]\n", "[a](/products/vase/)", "[a](javascript:x)",
    "![v](vase.jpg)", "![v](vase.jpg \"t\")", "<https://e.example>", "[b](#a)", "[r]", "[r]: /products/vase/\n", "\\",
    "tel:", "[t](tel:01)", "```products\n", "```pictures\n", "~~~size-chart\n", "```", "~~~", "cup\n", "> [!NOT] ",
];

fn body() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_text_becomes_valid_html(text in body()) {
        let (parts, faults) = to_parts(&text, OPTIONS, &Site);
        let html = joined(&parts);
        prop_assert_eq!(check(&html), Ok(()), "{}", html);
        prop_assert!(!html.contains("<script"));
        for part in parts {
            // A theme puts something between them, so each is whole.
            if let Part::Html(html) = part {
                prop_assert_eq!(check(html.as_str()), Ok(()));
                prop_assert!(!html.is_empty());
            }
        }
        for fault in faults {
            prop_assert!(text.get(fault.span).is_some());
        }
    }

    #[test]
    fn every_text_has_pictures_and_words(text in body(), most in 0_usize..60) {
        for shown in pictures(&text) {
            prop_assert!(text[shown.picture.span].starts_with("!["));
        }
        let line = plain_text(&text, most, &|_| Some("Cup".to_owned()));
        prop_assert!(line.chars().count() <= most, "{}", line);
        prop_assert!(!line.contains(char::is_control));
    }
}
