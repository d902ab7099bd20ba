//! Blocks: fences whose word names one, and whose lines are its items.
//!
//! In: the source of a fence that stands at the top level of a body. Out: the block, and what is
//! wrong with its form. The set is closed; what an item means (is there such a product?) is asked elsewhere.

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::{
    BodyFault, BodyFaultKind, PictureLinkFault,
    destination::{Destination, sort},
    parse::{Placed, end_of, parser, words},
};
use crate::base::name::nfc;

/// Every block, by the word of its fence.
pub const BLOCKS: [&str; 3] = [PRODUCTS, PICTURES, SIZE_CHART];

/// Every notice, as in `> [!NOTE]`.
pub const NOTICES: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

const PRODUCTS: &str = "products";
const PICTURES: &str = "pictures";
const SIZE_CHART: &str = "size-chart";

/// A block as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Cards of goods, by the names of their folders.
    Products(Vec<Item>),
    /// Pictures beside each other.
    Pictures(Vec<RowPicture>),
    /// Size charts, by the names of their files.
    SizeCharts(Vec<Item>),
}

/// One line of a block that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the body's text.
    pub span: Range<usize>,
    /// The name, in NFC.
    pub name: String,
}

/// One picture of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPicture {
    /// Bytes of the body's text.
    pub span: Range<usize>,
    /// Its destination as written; inside the shop.
    pub destination: String,
    /// What it shows.
    pub alt: String,
}

/// A fence with a word, taken apart.
pub(super) struct Fence<'t> {
    /// The word, whatever stands on its line.
    pub(super) word: &'t str,
    /// Where the word stands.
    pub(super) span: Range<usize>,
    /// The lines that are not blank, trimmed.
    lines: Vec<(Range<usize>, &'t str)>,
    closed: bool,
}

impl<'t> Fence<'t> {
    /// The fence at `span` of `text`; `None` when it has no word.
    pub(super) fn at(text: &'t str, span: &Range<usize>) -> Option<Self> {
        let source = text.get(span.clone())?;
        let mark = source.trim_start();
        let sign = mark.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let count = mark.chars().take_while(|one| *one == sign).count();
        let mut lines = lines(source, span.start);
        let (first, line) = lines.first().cloned()?;
        let word = line.trim_start_matches(sign).trim();
        if word.is_empty() {
            return None;
        }
        let start = first.end - line.trim_start_matches(sign).trim_start().len();
        let ends = |line: &str| line.chars().all(|one| one == sign) && line.chars().count() >= count;
        let closed = lines.len() > 1 && lines.last().is_some_and(|(_, line)| ends(line));
        if closed {
            lines.pop();
        }
        lines.remove(0);
        Some(Self { word, span: start..start + word.len(), lines, closed })
    }

    /// The block that it is, and what is wrong with its form; `None` when there is no such block.
    pub(super) fn block(&self) -> Option<(Block, Vec<BodyFault>)> {
        let mut faults = Vec::new();
        let mut tell = |span: &Range<usize>, kind| faults.push(BodyFault { span: span.clone(), kind });
        let mut lines: Vec<(Range<usize>, &str)> = Vec::new();
        match (self.closed, self.lines.is_empty()) {
            // What follows an open fence was meant as text.
            (false, _) => tell(&self.span, BodyFaultKind::BlockOpen),
            (true, true) => tell(&self.span, BodyFaultKind::BlockEmpty),
            (true, false) => lines.clone_from(&self.lines),
        }
        let block = match self.word {
            PRODUCTS => Block::Products(items(lines, &mut tell)),
            SIZE_CHART => Block::SizeCharts(items(lines, &mut tell)),
            PICTURES => Block::Pictures(row(lines, &mut tell)),
            _ => return None,
        };
        Some((block, faults))
    }
}

/// The rows of pictures at the top level of a body, without their faults.
pub(super) fn rows(text: &str) -> Vec<RowPicture> {
    let rows = blocks(text, PICTURES).into_iter();
    rows.flat_map(|block| if let Block::Pictures(row) = block { row } else { Vec::new() }).collect()
}

/// The size charts at the top level of a body, without their faults.
pub(super) fn charts(text: &str) -> Vec<Item> {
    let charts = blocks(text, SIZE_CHART).into_iter();
    charts.flat_map(|block| if let Block::SizeCharts(items) = block { items } else { Vec::new() }).collect()
}

/// The blocks with this word at the top level of a body.
fn blocks(text: &str, word: &str) -> Vec<Block> {
    let mut found = Vec::new();
    if !text.contains(word) {
        return found;
    }
    let mut depth = 0_usize;
    for (event, span) in parser(text) {
        match event {
            Event::Start(tag) => {
                if depth == 0 && is_fence(&tag) {
                    let fence = Fence::at(text, &span).filter(|fence| fence.word == word);
                    found.extend(fence.and_then(|fence| fence.block()).map(|(block, _)| block));
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// Whether an element is a fence with a word.
pub(super) fn is_fence(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(CodeBlockKind::Fenced(info)) if !info.trim().is_empty())
}

/// The mark of a notice at the beginning of a quotation's words: where it stands, what it says, and whether nothing
/// stands beside it. A link that begins so is none.
pub(super) fn mark(words: &str) -> Option<(Range<usize>, &str)> {
    let inner = words.lines().next()?.strip_prefix("[!")?;
    let (word, after) = inner.split_once(']')?;
    let says = word.chars().any(char::is_alphanumeric) && !word.contains('[');
    (says && !after.starts_with(['(', '['])).then_some((2..2 + word.len(), word))
}

/// The lines of `source`, which begins at `start`, trimmed and with their places; the first one, and those that are not blank.
fn lines(source: &str, start: usize) -> Vec<(Range<usize>, &str)> {
    let mut at = start;
    let mut lines = Vec::new();
    for line in source.split_inclusive('\n') {
        let words = line.trim();
        let begin = at + (line.len() - line.trim_start().len());
        at += line.len();
        if !words.is_empty() {
            lines.push((begin..begin + words.len(), words));
        }
    }
    lines
}

/// Names, each once.
fn items(lines: Vec<(Range<usize>, &str)>, tell: &mut impl FnMut(&Range<usize>, BodyFaultKind)) -> Vec<Item> {
    let (mut items, mut seen) = (Vec::new(), BTreeSet::new());
    for (span, line) in lines {
        let name = nfc(line);
        match seen.insert(name.clone()) {
            true => items.push(Item { span, name }),
            false => tell(&span, BodyFaultKind::BlockTwice),
        }
    }
    items
}

/// Pictures of this shop, each once.
fn row(
    lines: Vec<(Range<usize>, &str)>,
    tell: &mut impl FnMut(&Range<usize>, BodyFaultKind),
) -> Vec<RowPicture> {
    let (mut row, mut seen) = (Vec::new(), BTreeSet::new());
    for (span, line) in lines {
        let Some((destination, alt)) = picture(line) else {
            tell(&span, BodyFaultKind::BlockPicture);
            continue;
        };
        if alt.is_empty() {
            tell(&span, BodyFaultKind::NoAlt);
        }
        if sort(&destination) != Destination::Here {
            tell(&span, BodyFaultKind::Picture(PictureLinkFault::Elsewhere));
        } else if seen.insert(destination.clone()) {
            row.push(RowPicture { span, destination, alt });
        } else {
            tell(&span, BodyFaultKind::BlockTwice);
        }
    }
    row
}

/// Destination and words of a line that is one picture and nothing else.
fn picture(line: &str) -> Option<(String, String)> {
    let events: Vec<Placed<'_>> = parser(line).collect();
    let (Event::Start(Tag::Paragraph), _) = events.first()? else { return None };
    let (Event::Start(Tag::Image { dest_url, title, .. }), _) = events.get(1)? else { return None };
    let end = end_of(&events, 1);
    let alone = title.trim().is_empty() && events.len() == end + 2;
    alone.then(|| (dest_url.to_string(), words(&events[1..=end])))
}
