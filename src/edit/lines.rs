//! The lines of a text around a place, and cutting it.

use std::ops::Range;

/// A piece of a text, and what comes in its place.
pub(super) type Splice = (Range<usize>, String);

/// The TOML of a file, seen as lines. A line ends with `\n` or `\r\n`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'t> {
    /// The TOML.
    pub(super) toml: &'t str,
    /// How the file ends its lines.
    ending: &'static str,
}

impl<'t> Lines<'t> {
    /// `toml` is a part of `file`.
    pub(super) fn new(toml: &'t str, file: &str) -> Self {
        let first = file.split_once('\n').map(|(line, _)| line);
        let ending = if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" };
        Self { toml, ending }
    }

    /// The text of a piece.
    pub(super) fn text(&self, piece: Range<usize>) -> &'t str {
        self.toml.get(piece).unwrap_or_default()
    }

    /// Where the line of `at` begins.
    pub(super) fn start(&self, at: usize) -> usize {
        self.text(0..at).rfind('\n').map_or(0, |before| before + 1)
    }

    /// Where the line of `at` ends, its ending not counted.
    pub(super) fn end(&self, at: usize) -> usize {
        let rest = self.text(at..self.toml.len());
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line.strip_suffix('\r').unwrap_or(line));
        at + line.len()
    }

    /// Where the line after that of `at` begins; `None` when there is none.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        self.text(at..self.toml.len()).find('\n').map(|newline| at + newline + 1)
    }

    /// Blanks at the beginning of the line of `at`.
    pub(super) fn indent(&self, at: usize) -> &'t str {
        let start = self.start(at);
        let line = self.text(start..self.end(start));
        &line[..line.len() - line.trim_start_matches(BLANKS).len()]
    }

    /// How the line of `at` ends; the last one of a file as the others do.
    pub(super) fn ending(&self, at: usize) -> &'t str {
        match self.next(at) {
            Some(next) => self.text(self.end(at)..next),
            None => self.ending,
        }
    }

    /// Whether nothing but blanks stands before `at` in its line.
    pub(super) fn is_first(&self, at: usize) -> bool {
        is_blank(self.text(self.start(at)..at))
    }

    /// What stands between `at` and the end of its line.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        self.text(at..self.end(at))
    }

    /// A line of its own for `written`, below the line of `at` and indented as `like` is.
    pub(super) fn below(&self, at: usize, like: usize, written: &str) -> Splice {
        let line = format!("{}{written}", self.indent(like));
        match self.next(at) {
            Some(next) => (next..next, format!("{line}{}", self.ending(at))),
            None => (self.toml.len()..self.toml.len(), format!("{}{line}", self.ending)),
        }
    }

    /// A first line.
    pub(super) fn on_top(&self, written: &str) -> Splice {
        (0..0, format!("{written}{}", self.ending))
    }

    /// Takes a piece away, and its line when nothing is left in it. A comment behind it stays where it is a comment.
    pub(super) fn without(&self, piece: Range<usize>) -> Splice {
        let rest = self.rest(piece.end);
        let alone = self.is_first(piece.start) && is_blank(rest);
        let piece = match (alone, self.next(piece.end)) {
            (true, next) => self.start(piece.start)..next.unwrap_or(self.toml.len()),
            (false, _) => piece.start..piece.end + (rest.len() - rest.trim_start_matches(BLANKS).len()),
        };
        (piece, String::new())
    }

    /// The text with all splices made. They do not overlap. A text without a newline at its end gets none.
    pub(super) fn spliced(&self, mut splices: Vec<Splice>) -> String {
        splices.sort_by_key(|(piece, _)| (piece.start, piece.end));
        let (mut out, mut done) = (String::with_capacity(self.toml.len() + 64), 0);
        for (piece, written) in &splices {
            out.push_str(self.text(done..piece.start));
            out.push_str(written);
            done = piece.end;
        }
        out.push_str(self.text(done..self.toml.len()));
        if !self.toml.is_empty() && !self.toml.ends_with('\n') && out.ends_with('\n') {
            out.truncate(out.len() - if out.ends_with("\r\n") { 2 } else { 1 });
        }
        out
    }
}

/// What TOML allows between two things in a line.
const BLANKS: [char; 2] = [' ', '\t'];

/// Whether a text is nothing but blanks.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim_matches(BLANKS).is_empty()
}
