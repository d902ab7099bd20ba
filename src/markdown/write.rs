//! Events as parts. Everything that reaches the page is written here, and every text of the merchant passes [`shown`].

mod blocks;
mod links;
mod notes;
mod tables;
mod tasks;

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{
    BodyFault, BodyFaultKind, Options, Part, Resolve,
    block::is_fence,
    footnotes::Body,
    headings::Headings,
    parse::{Placed, end_of, words},
    table::Table,
    text::{alert, shown},
};
use crate::base::html::unbroken;
use tables::is_blank;
use tasks::is_task;

/// Writes one body.
pub(super) struct Writer<'w> {
    text: &'w str,
    options: Options<'w>,
    resolve: &'w dyn Resolve,
    body: &'w Body<'w>,
    headings: Headings,
    faults: &'w mut Vec<BodyFault>,
    parts: Vec<Part>,
    /// The part being written.
    out: String,
    /// How many elements are open.
    depth: usize,
    /// The links that are open; `None` for one that lost its `a`.
    links: Vec<Option<Open>>,
    /// The level of the open heading.
    heading: u8,
    /// Words of the heading above.
    above: String,
    table: Option<Table>,
    task: Task,
    /// Numbers of the footnotes that are named in what is written.
    named: BTreeSet<usize>,
}

/// A link being written.
struct Open {
    /// Where its words begin.
    start: usize,
    /// What it says when it has no words.
    otherwise: String,
    /// Whether it calls somebody.
    call: bool,
}

/// A box of a task list: read, but not written before its words are there.
#[derive(Default)]
struct Task {
    waiting: Option<bool>,
    label_open: bool,
}

impl<'w> Writer<'w> {
    pub(super) fn new(
        text: &'w str,
        options: Options<'w>,
        resolve: &'w dyn Resolve,
        body: &'w Body<'w>,
        headings: Headings,
        faults: &'w mut Vec<BodyFault>,
    ) -> Self {
        Self {
            text,
            options,
            resolve,
            body,
            headings,
            faults,
            parts: Vec::new(),
            out: String::new(),
            depth: 0,
            links: Vec::new(),
            heading: 2,
            above: String::new(),
            table: None,
            task: Task::default(),
            named: BTreeSet::new(),
        }
    }

    /// The whole body with its footnotes.
    pub(super) fn write(mut self) -> Vec<Part> {
        let body = self.body;
        self.events(&body.main);
        if !body.notes.is_empty() {
            self.out.push_str("<ol class=\"footnotes\">\n");
            for (place, note) in body.notes.iter().enumerate() {
                self.footnote(place + 1, note);
            }
            self.out.push_str("</ol>\n");
        }
        self.end_part();
        self.parts
    }

    fn events(&mut self, events: &[Placed<'_>]) {
        let mut place = 0;
        while let Some((event, span)) = events.get(place) {
            place = match event {
                Event::Start(tag) => {
                    let next = self.start(tag, events, place);
                    // What was written whole is closed again.
                    self.depth += usize::from(next == place + 1);
                    next
                }
                Event::End(tag) => {
                    self.end(tag);
                    self.depth = self.depth.saturating_sub(1);
                    place + 1
                }
                _ => {
                    self.inline(event, span);
                    place + 1
                }
            };
        }
        self.close_label();
    }

    /// Writes the start of an element; the place of the next event.
    fn start(&mut self, tag: &Tag<'_>, events: &[Placed<'_>], place: usize) -> usize {
        if is_block(tag) {
            self.close_label();
        } else {
            self.open_label();
        }
        if is_block(tag) && !matches!(tag, Tag::TableHead | Tag::TableRow | Tag::TableCell) {
            // The parser gives up filling rows of a table that is far too wide, and writes paragraphs inside it.
            self.end_table();
        }
        match tag {
            Tag::Heading { .. } => return self.start_heading(events, place),
            fence if is_fence(fence) && self.block(&events[place].1) => return end_of(events, place) + 1,
            Tag::BlockQuote(None) => {
                self.check_mark(events, place);
                self.start_plain(tag);
            }
            Tag::Image { dest_url, .. } => {
                let end = end_of(events, place);
                self.picture(dest_url, &words(&events[place..=end]), &events[place].1);
                return end + 1;
            }
            Tag::Paragraph => {
                if let Some(end) = self.figure(events, place) {
                    return end;
                }
                self.out.push_str("<p>");
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(*link_type, dest_url, title, &events[place].1)
            }
            Tag::Table(alignments) => self.start_table(Table::at(events, place, alignments)),
            Tag::TableHead | Tag::TableRow if self.table.is_none() => return end_of(events, place) + 1,
            Tag::TableHead if is_blank(events, place) => return end_of(events, place) + 1,
            Tag::TableHead | Tag::TableRow => self.start_row(matches!(tag, Tag::TableHead)),
            Tag::TableCell => self.start_cell(matches!(events.get(place + 1), Some((Event::End(_), _)))),
            Tag::Item => {
                self.out.push_str(if is_task(events, place) { "<li class=\"task\">" } else { "<li>" })
            }
            other => self.start_plain(other),
        }
        place + 1
    }

    /// Elements that need nothing but their tags.
    fn start_plain(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::BlockQuote(None) => self.out.push_str("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(*kind, &self.options.words);
                let title = shown(title);
                let start = format!(
                    "<div class=\"alert {class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n"
                );
                self.out.push_str(&start);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        if is_block_end(tag) {
            self.close_label();
        }
        match tag {
            TagEnd::Heading(_) => self.out.push_str(&format!("</h{}>\n", self.heading)),
            TagEnd::Link => self.end_link(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.out.push_str("</tr>\n</thead>\n"),
            TagEnd::TableCell => {
                let element = self.table.as_ref().map_or("td", |table| table.element);
                self.out.push_str(&format!("</{element}>"));
            }
            TagEnd::Item => {
                self.task.waiting = None;
                self.out.push_str("</li>\n");
            }
            other => self.out.push_str(end_tag(other)),
        }
    }

    /// A heading without words says nothing and is not written.
    fn start_heading(&mut self, events: &[Placed<'_>], place: usize) -> usize {
        let Some(heading) = self.headings.waiting.pop_front().flatten() else {
            return end_of(events, place) + 1;
        };
        let id =
            if heading.id.is_empty() { String::new() } else { format!(" id=\"{}\"", self.id(&heading.id)) };
        self.out.push_str(&format!("<h{}{id}>", heading.level));
        self.heading = heading.level;
        self.above = heading.words;
        place + 1
    }

    fn inline(&mut self, event: &Event<'_>, span: &Range<usize>) {
        match event {
            Event::TaskListMarker(done) => {
                self.close_label();
                self.task.waiting = Some(*done);
                return;
            }
            Event::Rule => self.close_label(),
            Event::SoftBreak if self.task.waiting.is_some() => return,
            _ => self.open_label(),
        }
        match event {
            Event::Text(text) => self.text(text),
            Event::Code(text) => self.out.push_str(&format!("<code>{}</code>", shown(text))),
            Event::Html(text) => {
                self.fault(span, BodyFaultKind::RawHtml);
                self.out.push_str(&format!("<p>{}</p>\n", shown(text.trim())));
            }
            Event::InlineHtml(text) => {
                self.fault(span, BodyFaultKind::RawHtml);
                self.out.push_str(&shown(text));
            }
            Event::FootnoteReference(label) => self.reference(label),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let call = self.links.iter().flatten().any(|link| link.call);
        let text = if call { shown(&unbroken(text)) } else { shown(text) };
        self.out.push_str(&text);
    }

    fn fault(&mut self, span: &Range<usize>, kind: BodyFaultKind) {
        self.faults.push(BodyFault { span: span.clone(), kind });
    }

    fn id(&self, id: &str) -> String {
        shown(&format!("{}{id}", self.options.prefix))
    }
}

fn end_tag(tag: &TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::BlockQuote(None) => "</blockquote>\n",
        TagEnd::BlockQuote(Some(_)) => "</div>\n",
        TagEnd::CodeBlock => "</code></pre>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::DefinitionList => "</dl>\n",
        TagEnd::DefinitionListTitle => "</dt>\n",
        TagEnd::DefinitionListDefinition => "</dd>\n",
        TagEnd::TableRow => "</tr>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        _ => "",
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn is_block_end(tag: &TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
