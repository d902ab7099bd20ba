//! Links that would run something: none is kept, not even with a resolver that believes everything.

use super::*;
use url::Url;

/// Says yes to everything.
struct Believer;

impl Resolve for Believer {
    fn link(&self, destination: &str) -> Result<String, LinkFault> {
        Ok(destination.to_owned())
    }

    fn picture(&self, destination: &str, alt: &str) -> Result<Html, PictureLinkFault> {
        Ok(Html::made(format!("<img src=\"{}\" alt=\"{}\">", escape(destination), escape(alt))))
    }
}

#[rustfmt::skip]
const SCHEMES: &[&str] = &[
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)", "livescript:x", "mocha:x", "file:///etc/passwd", "blob:https://e.example/1",
    "view-source:https://e.example", "feed:javascript:alert(1)", "jar:https://e.example!/x", "filesystem:https://e.example/x",
    "intent://e.example#Intent;end", "ms-word:x", "about:blank", "ws://e.example", "ftp://e.example", "javascript://%0aalert(1)",
];

type Disguise = fn(&str) -> String;

const DISGUISES: &[Disguise] = &[
    str::to_owned,
    str::to_uppercase,
    |text| {
        text.chars()
            .enumerate()
            .map(|(place, c)| if place % 2 == 0 { c.to_ascii_uppercase() } else { c })
            .collect()
    },
    |text| each(text, |c| format!("&#{};", c as u32)),
    |text| each(text, |c| format!("&#x{:x};", c as u32)),
    |text| each(text, |c| format!("&#0000{}", c as u32)),
    |text| each(text, |c| format!("&amp;#{};", c as u32)),
    |text| each(text, |c| format!("%{:02x}", c as u32)),
    |text| each(text, |c| format!("%25{:02x}", c as u32)),
    |text| text.replacen(':', "&colon;", 1),
    |text| text.replacen(':', "%3a", 1),
    |text| text.replacen(':', "\\:", 1),
    |text| text.replacen('a', "a&Tab;", 1),
    |text| text.replacen('a', "a&NewLine;", 1),
    |text| text.replacen('a', "a&#x0A;", 1),
    |text| text.replacen('a', "a\u{0}", 1),
    |text| text.replacen('s', "\u{1}s", 1),
    |text| text.replacen('a', "a\u{ad}", 1),
    |text| text.replacen('a', "a\u{200b}", 1),
    |text| format!("\u{1}{text}"),
    |text| format!("&#x20;{text}"),
    |text| format!("&#14;{text}"),
    |text| format!("\u{feff}{text}"),
    |text| format!("\u{a0}{text}"),
    |text| format!("&nbsp;{text}"),
    |text| format!("\\{text}"),
];

const FORMS: &[fn(&str) -> String] = &[
    |text| format!("[x]({text})"),
    |text| format!("[x](<{text}>)"),
    |text| format!("[x]({text} \"t\")"),
    |text| format!("[x][r]\n\n[r]: {text}"),
    |text| format!("[x][r]\n\n[r]: <{text}>"),
    |text| format!("<{text}>"),
    |text| format!("![x]({text})"),
    |text| format!("[![x]({text})]({text})"),
    |text| format!("> - # [x]({text})"),
];

fn each(text: &str, change: impl Fn(char) -> String) -> String {
    text.chars().map(change).collect()
}

/// Values of `href` and `src` as a browser takes them.
fn targets(html: &str) -> Vec<String> {
    let values = html.split(" href=\"").skip(1).chain(html.split(" src=\"").skip(1));
    values
        .map(|rest| {
            rest.split('"')
                .next()
                .unwrap_or("")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
        })
        .collect()
}

#[test]
fn no_hostile_link_is_kept() {
    let page = Url::parse("https://shop.example/products/vase/").unwrap();
    let mut tried = 0;
    for scheme in SCHEMES {
        for disguise in DISGUISES {
            for form in FORMS {
                let text = form(&disguise(scheme));
                let html = joined(&to_parts(&text, OPTIONS, &Believer).0);
                tried += 1;
                for target in targets(&html) {
                    let there = page.join(&target).map(|url| url.to_string());
                    let inside = there.as_ref().is_ok_and(|url| url.starts_with("https://shop.example/"));
                    assert!(inside, "{text} leads to {there:?} by {target}");
                }
                assert_eq!(super::valid::check(&html), Ok(()), "{text}");
            }
        }
    }
    assert!(tried > 3_000, "{tried}");
}

#[test]
#[rustfmt::skip]
fn hosts_are_not_hidden() {
    for text in ["//e.example", "/\\e.example", "\\\\e.example", "https:e.example", "https:/e.example", "https://a@e.example", "ht\ttps://e.example", "http://", "tel:", "tel:<b>", "mailto:x", "/%2f/e.example\u{0}"] {
        let html = joined(&to_parts(&format!("[x](<{text}>)"), OPTIONS, &Believer).0);
        let page = Url::parse("https://shop.example/").unwrap();
        for target in targets(&html) {
            assert_eq!(page.join(&target).unwrap().host_str(), Some("shop.example"), "{text}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn raw_html_is_text() {
    for text in [
        "<script>alert(1)</script>", "<ScRiPt src=//e.example>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>'>", "a<style>*{}</style>", "<!--><script>-->", "<!-- --><b>", "<?php x ?>", "<!DOCTYPE x>",
        "<![CDATA[<b>]]>", "</p></div>", "<details open ontoggle=x>", "<a href=\"javascript:x\">x</a>", "<math><mi//xlink:href=\"data:x\">",
        "- <div>\n\n  </div>", "| <b> |\n|-|\n| </td> |", "# <i>", "[<b>](https://e.example)", "![<b>](vase.jpg)",
        "[x](https://e.example \"<b>\")", "> [!NOTE]\n> <b>", "`<b>`", "```\n</code><b>\n```", "[^1]\n\n[^1]: <b>",
    ] {
        let html = html(text);
        assert_eq!(super::valid::check(&html), Ok(()), "{text}");
        assert!(!["<script", "<b>", "<svg", "<i>", "<style", "<iframe", "<div>"].iter().any(|tag| html.to_lowercase().contains(tag)), "{html}");
    }
}
