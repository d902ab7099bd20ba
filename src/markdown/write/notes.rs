//! Footnotes: the numbers in the text, and the list below it.

use super::{Writer, shown};
use crate::markdown::{parse::Placed, text::number};

impl Writer<'_> {
    pub(super) fn reference(&mut self, label: &str) {
        let Some(value) = self.body.numbers.get(&label.to_lowercase()).copied() else { return };
        let text = number(value, self.options.digits);
        let id = if self.named.insert(value) {
            format!(" id=\"{}\"", self.id(&format!("fnref_{value}")))
        } else {
            String::new()
        };
        let to = self.id(&format!("fn_{value}"));
        let words = if self.in_link() { text } else { format!("<a href=\"#{to}\">{text}</a>") };
        self.out.push_str(&format!("<sup{id}>{words}</sup>"));
    }

    pub(super) fn footnote(&mut self, value: usize, note: &[Placed<'_>]) {
        let id = self.id(&format!("fn_{value}"));
        self.out.push_str(&format!("<li id=\"{id}\">"));
        self.depth += 1;
        self.events(note);
        self.depth = self.depth.saturating_sub(1);
        if self.named.contains(&value) {
            let to = self.id(&format!("fnref_{value}"));
            let label = shown(&format!("{} {}", self.options.words.back, number(value, self.options.digits)));
            let back = format!("<a href=\"#{to}\" aria-label=\"{label}\">↩\u{fe0e}</a>");
            match self.out.strip_suffix("</p>\n").map(str::len) {
                Some(end) => self.out.insert_str(end, &format!(" {back}")),
                None => self.out.push_str(&format!("<p>{back}</p>\n")),
            }
        }
        self.out.push_str("</li>\n");
    }
}
