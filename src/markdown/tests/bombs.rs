//! Texts made to be slow or deep.

use std::time::{Duration, Instant};

use super::{valid::check, *};

const SIZE: usize = 100_000;

fn filled(piece: &str) -> String {
    piece.repeat(SIZE / piece.len())
}

fn nested_lists() -> String {
    (0..440).map(|depth| format!("{}- a\n", " ".repeat(depth))).collect()
}

fn wide_and_long_table() -> String {
    let columns = 4_000;
    format!("{}|\n{}|\n{}", "|a".repeat(columns), "|-".repeat(columns), "|b\n".repeat(20_000))
}

fn long_row() -> String {
    let lines: String = (0..SIZE / 12).map(|number| format!("![a]({number})\n")).collect();
    format!("```pictures\n{lines}```\n")
}

#[test]
#[rustfmt::skip]
#[allow(clippy::disallowed_methods)] // a test of time looks at a clock
fn bombs_are_quick_and_flat() {
    let pieces = [
        "> ", "- ", "1. ", "> - ", "*a_ ", "*a **b ", "~~a ", "[", "![", "[a](", "[a](b)", "![a](b)", "[![a](b)](c)", "<", "<b>", "<!-- ",
        "<!--x-->", "`", "`` ` ", "&#", "&amp;", "\\", "# a\n", "# \n", "|", "|a|\n|-|\n|b|\n\n", "[^1]", "[^1]: [^1]\n\n", "a\n: b\n\n",
        "- [ ] a\n", "> [!NOTE]\n> ", "[a]: /b\n", "<https://e.example>", "***", "_a", "\n", "\t", "a  \n", "{#a}", "```\n", "```products\n", "> [!NO] ", "</p>", "ক্ষ",
    ];
    let texts = pieces.iter().map(|piece| filled(piece)).chain([nested_lists(), wide_and_long_table(), long_row()]);
    for text in texts {
        let name: String = text.chars().take(12).collect();
        let start = Instant::now();
        let html = html(&text);
        plain_text(&text, 160, &untitled);
        pictures(&text);
        size_charts(&text);
        // One second is the promise for a released program on a free machine; this is neither.
        assert!(start.elapsed() < Duration::from_secs(10), "{name:?} took {:?}", start.elapsed());
        assert_eq!(check(&html), Ok(()), "{name:?}");
        assert!(html.len() < 60 * SIZE, "{name:?} became {} bytes", html.len());
    }
}

#[test]
fn nothing_is_lost_by_flattening() {
    let text = format!("{}end", "> ".repeat(100));
    assert!(html(&text).contains("end"));
    assert_eq!(html(&text).matches("<blockquote>").count(), 22);
    let lists = nested_lists();
    assert_eq!(html(&lists).matches('a').count(), lists.matches('a').count());
}
