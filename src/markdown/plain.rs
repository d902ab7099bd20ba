//! Bodies without their form: the pictures they show, the words they say.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    block::{Block, Fence, RowPicture, charts, is_fence, rows},
    destination::{Destination, sort},
    parse::parser,
};
use crate::base::character::{is_joiner, is_mark};

/// A picture inside the shop that a body shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPicture {
    /// The picture.
    pub picture: RowPicture,
    /// Whether it stands in a row of pictures.
    pub in_row: bool,
}

/// What a block names, for those who know its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// A product, by the name of its folder.
    Product(&'a str),
    /// A size chart, by the name of its file.
    SizeChart(&'a str),
}

/// The pictures inside the shop that a body shows: those between its words, then those of its rows.
pub fn pictures(text: &str) -> Vec<ShownPicture> {
    let between = inline(text).into_iter().map(|picture| ShownPicture { picture, in_row: false });
    let rows = rows(text).into_iter().map(|picture| ShownPicture { picture, in_row: true });
    between.chain(rows).collect()
}

/// Names of the size charts that a body shows.
pub fn size_charts(text: &str) -> Vec<String> {
    charts(text).into_iter().map(|item| item.name).collect()
}

/// Pictures between words.
fn inline(text: &str) -> Vec<RowPicture> {
    let mut found: Vec<RowPicture> = Vec::new();
    if !text.contains("![") {
        return found;
    }
    let mut depth = 0_usize;
    for (event, span) in parser(text) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                if depth == 0 {
                    let destination = dest_url.into_string();
                    found.push(RowPicture { span, destination, alt: String::new() });
                }
                depth += 1;
            }
            Event::End(TagEnd::Image) => depth = depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if depth > 0 => {
                if let Some(last) = found.last_mut() {
                    last.alt.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak if depth > 0 => {
                if let Some(last) = found.last_mut() {
                    last.alt.push(' ');
                }
            }
            _ => {}
        }
    }
    found.retain(|one| sort(&one.destination) == Destination::Here);
    found
}

/// The sentences of a body as one line of at most `most_chars` characters, cut after a
/// word with `…`. Headings, tables, code and pictures say nothing without their form; they
/// are left out, unless there is nothing else. What blocks name is said as `title` says it.
pub fn plain_text(text: &str, most_chars: usize, title: &dyn Fn(Named<'_>) -> Option<String>) -> String {
    let sentences = line(text, most_chars, true, title);
    let line = if sentences.is_empty() { line(text, most_chars, false, title) } else { sentences };
    cut(&line, most_chars)
}

/// The words of a body, one space between them; stops soon after enough are there.
fn line(
    text: &str,
    most_chars: usize,
    sentences_only: bool,
    title: &dyn Fn(Named<'_>) -> Option<String>,
) -> String {
    let mut out = Line::default();
    let mut silent = 0_usize;
    let mut in_fence = false;
    for (event, span) in parser(text) {
        match event {
            Event::Start(tag) if is_fence(&tag) => {
                // Its lines are names and addresses, which nobody reads.
                in_fence = true;
                out.space = true;
                let block = Fence::at(text, &span).and_then(|fence| fence.block()).filter(|_| silent == 0);
                out.push(&block.map(|(block, _)| said(block, sentences_only, title)).unwrap_or_default());
                out.space = true;
            }
            _ if in_fence => in_fence = !matches!(event, Event::End(TagEnd::CodeBlock)),
            Event::Start(tag) => {
                silent += usize::from(says_nothing(&tag, sentences_only));
                out.space |= !is_inline(&tag);
            }
            Event::End(tag) => silent -= usize::from(end_says_nothing(tag, sentences_only)).min(silent),
            Event::Text(text) | Event::Code(text) if silent == 0 => out.push(&text),
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.space = true,
            _ => {}
        }
        if out.count > most_chars {
            break;
        }
    }
    out.text
}

/// What a block says in words.
fn said(block: Block, sentences_only: bool, title: &dyn Fn(Named<'_>) -> Option<String>) -> String {
    let words: Vec<String> = match &block {
        Block::Products(items) => items.iter().filter_map(|one| title(Named::Product(&one.name))).collect(),
        Block::SizeCharts(items) => {
            items.iter().filter_map(|one| title(Named::SizeChart(&one.name))).collect()
        }
        Block::Pictures(_) if sentences_only => Vec::new(),
        Block::Pictures(row) => row.iter().map(|one| one.alt.clone()).collect(),
    };
    words.join(", ")
}

#[derive(Default)]
struct Line {
    text: String,
    count: usize,
    space: bool,
}

impl Line {
    fn push(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() || character.is_control() {
                self.space = true;
                continue;
            }
            if self.space && !self.text.is_empty() {
                self.text.push(' ');
                self.count += 1;
            }
            self.space = false;
            self.text.push(character);
            self.count += 1;
        }
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn says_nothing(tag: &Tag<'_>, sentences_only: bool) -> bool {
    end_says_nothing(tag.to_end(), sentences_only)
}

fn end_says_nothing(tag: TagEnd, sentences_only: bool) -> bool {
    match tag {
        TagEnd::HtmlBlock | TagEnd::FootnoteDefinition => true,
        TagEnd::Heading(_) | TagEnd::Table | TagEnd::CodeBlock | TagEnd::Image => sentences_only,
        _ => false,
    }
}

/// `line` cut to `most_chars` characters: after a word, or inside one that alone is too long.
fn cut(line: &str, most_chars: usize) -> String {
    if line.chars().count() <= most_chars {
        return line.to_owned();
    }
    let room = most_chars.saturating_sub(1);
    let end = line.char_indices().nth(room).map_or(line.len(), |(place, _)| place);
    let ends = line[end..].starts_with(|c: char| !c.is_alphanumeric() && !is_mark(c) && !is_joiner(c));
    let word = if ends { Some(end) } else { line[..end].rfind(' ') };
    let end = word.unwrap_or_else(|| whole_letter(line, end));
    let kept = line[..end].trim_end_matches([' ', ',', ';', ':', '-', '–', '—']);
    if most_chars == 0 { String::new() } else { format!("{kept}…") }
}

/// The nearest place not after `end` where no conjunct or mark is torn; `end` when there is none.
fn whole_letter(line: &str, end: usize) -> usize {
    let clings = |c: Option<char>| c.is_some_and(|c| is_mark(c) || is_joiner(c));
    let whole =
        |place: &usize| !clings(line[*place..].chars().next()) && !clings(line[..*place].chars().next_back());
    let places = line[..end].char_indices().map(|(place, _)| place).skip(1);
    std::iter::once(end).chain(places.collect::<Vec<_>>().into_iter().rev()).find(whole).unwrap_or(end)
}
