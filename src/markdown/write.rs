//! Events as HTML. Everything that reaches the page is written here, and every text of the merchant passes [`shown`].

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{
    BodyFault, BodyFaultKind, LinkFault, Options, PictureLinkFault, Resolve,
    destination::{self, Destination, decoded},
    footnotes::Body,
    headings::Headings,
    parse::{Placed, end_of, words},
    table::Table,
    text::{alert, number, shown, unbroken},
};

/// Writes one body.
pub(super) struct Writer<'w> {
    options: Options<'w>,
    resolve: &'w dyn Resolve,
    body: &'w Body<'w>,
    headings: Headings,
    faults: &'w mut Vec<BodyFault>,
    out: String,
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
        options: Options<'w>,
        resolve: &'w dyn Resolve,
        body: &'w Body<'w>,
        headings: Headings,
        faults: &'w mut Vec<BodyFault>,
    ) -> Self {
        Self {
            options,
            resolve,
            body,
            headings,
            faults,
            out: String::new(),
            links: Vec::new(),
            heading: 2,
            above: String::new(),
            table: None,
            task: Task::default(),
            named: BTreeSet::new(),
        }
    }

    /// The whole body with its footnotes.
    pub(super) fn write(mut self) -> String {
        let body = self.body;
        self.events(&body.main);
        if !body.notes.is_empty() {
            self.out.push_str("<ol class=\"footnotes\">\n");
            for (place, note) in body.notes.iter().enumerate() {
                self.footnote(place + 1, note);
            }
            self.out.push_str("</ol>\n");
        }
        self.out
    }

    fn events(&mut self, events: &[Placed<'_>]) {
        let mut place = 0;
        while let Some((event, span)) = events.get(place) {
            place = match event {
                Event::Start(tag) => self.start(tag, events, place),
                Event::End(tag) => {
                    self.end(tag);
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
        match tag {
            Tag::Heading { .. } => return self.start_heading(events, place),
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
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(*link_type, dest_url, title, &events[place].1),
            Tag::Table(alignments) => self.start_table(Table::at(events, place, alignments)),
            Tag::TableHead if is_blank(events, place) => return end_of(events, place) + 1,
            Tag::TableHead | Tag::TableRow => self.start_row(matches!(tag, Tag::TableHead)),
            Tag::TableCell => self.start_cell(matches!(events.get(place + 1), Some((Event::End(_), _)))),
            Tag::Item => self.out.push_str(if is_task(events, place) { "<li class=\"task\">" } else { "<li>" }),
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
                let start = format!("<div class=\"alert {class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n");
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

/// Headings.
impl Writer<'_> {
    /// A heading without words says nothing and is not written.
    fn start_heading(&mut self, events: &[Placed<'_>], place: usize) -> usize {
        let heading = self.headings.waiting.pop_front().filter(|heading| !heading.words.is_empty());
        let Some(heading) = heading else { return end_of(events, place) + 1 };
        let id = if heading.id.is_empty() { String::new() } else { format!(" id=\"{}\"", self.id(&heading.id)) };
        self.out.push_str(&format!("<h{}{id}>", heading.level));
        self.heading = heading.level;
        self.above = heading.words;
        place + 1
    }
}

/// Links and pictures.
impl Writer<'_> {
    fn start_link(&mut self, kind: LinkType, written: &str, title: &str, span: &Range<usize>) {
        if self.in_link() {
            return self.links.push(None);
        }
        let destination = if kind == LinkType::Email { format!("mailto:{written}") } else { written.to_owned() };
        let sorted = destination::sort(&destination);
        let rel = if matches!(sorted, Destination::Elsewhere(_)) { " rel=\"noopener\"" } else { "" };
        let call = matches!(sorted, Destination::Contact(_)) && destination.to_lowercase().starts_with("tel");
        match self.href(sorted, &destination) {
            Ok(href) => {
                let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", shown(title)) };
                self.out.push_str(&format!("<a href=\"{}\"{rel}{title}>", shown(&href)));
                self.links.push(Some(Open { start: self.out.len(), otherwise: written.to_owned(), call }));
            }
            Err(fault) => {
                self.fault(span, BodyFaultKind::Link(fault));
                self.links.push(None);
            }
        }
    }

    fn href(&self, sorted: Destination, written: &str) -> Result<String, LinkFault> {
        match sorted {
            Destination::Elsewhere(href) | Destination::Contact(href) => Ok(href),
            Destination::Malformed => Err(LinkFault::Broken { near: None }),
            Destination::Refused => Err(LinkFault::Scheme),
            Destination::Here => {
                let fragment = written.strip_prefix('#').map(decoded);
                if let Some(id) = fragment.and_then(|fragment| self.headings.find(&fragment)) {
                    return Ok(format!("#{}{id}", self.options.prefix));
                }
                let answer = self.resolve.link(written)?;
                if destination::is_safe(&answer) { Ok(answer) } else { Err(LinkFault::Scheme) }
            }
        }
    }

    fn end_link(&mut self) {
        let Some(Some(link)) = self.links.pop() else { return };
        if self.out[link.start..].trim().is_empty() {
            self.out.push_str(&shown(&link.otherwise));
        }
        self.out.push_str("</a>");
    }

    fn in_link(&self) -> bool {
        self.links.iter().any(Option::is_some)
    }

    /// A picture, or its words when it is not there.
    fn picture(&mut self, written: &str, alt: &str, span: &Range<usize>) {
        if alt.is_empty() {
            self.fault(span, BodyFaultKind::NoAlt);
        }
        let picture = match destination::sort(written) {
            Destination::Here => self.resolve.picture(written, alt),
            _ => Err(PictureLinkFault::Elsewhere),
        };
        match picture {
            Ok(html) => self.out.push_str(html.as_str()),
            Err(fault) => {
                self.fault(span, BodyFaultKind::Picture(fault));
                self.out.push_str(&shown(alt));
            }
        }
    }

    /// A paragraph that is one picture with a title is a figure; the place after it.
    fn figure(&mut self, events: &[Placed<'_>], place: usize) -> Option<usize> {
        let (Event::Start(Tag::Image { dest_url, title, .. }), span) = events.get(place + 1)? else { return None };
        let end = end_of(events, place + 1);
        let alone = matches!(events.get(end + 1), Some((Event::End(TagEnd::Paragraph), _)));
        if title.trim().is_empty() || !alone || self.task.waiting.is_some() {
            return None;
        }
        self.out.push_str("<figure>");
        self.picture(dest_url, &words(&events[place + 1..=end]), span);
        self.out.push_str(&format!("<figcaption>{}</figcaption></figure>\n", shown(title)));
        Some(end + 2)
    }
}

/// Tables.
impl Writer<'_> {
    /// The part that scrolls is reached by keyboard, so it has a name: its columns, or the heading above it.
    fn start_table(&mut self, table: Table) {
        let name = if table.name.is_empty() { &self.above } else { &table.name };
        let label = if name.is_empty() { String::new() } else { format!(" aria-label=\"{}\"", shown(name)) };
        self.out.push_str(&format!("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"{label}>\n<table>\n"));
        self.table = Some(table);
    }

    fn start_row(&mut self, head: bool) {
        let Some(table) = &mut self.table else { return };
        if head {
            self.out.push_str("<thead>\n");
        } else if !table.in_body {
            self.out.push_str("<tbody>\n");
            table.in_body = true;
        }
        table.row(head);
        self.out.push_str("<tr>");
    }

    fn start_cell(&mut self, empty: bool) {
        if let Some(table) = &mut self.table {
            let start = table.cell(empty);
            self.out.push_str(&start);
        }
    }

    fn end_table(&mut self) {
        if self.table.take().is_some_and(|table| table.in_body) {
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</div>\n");
    }
}

/// Task lists: the words of an item are the label of its box.
impl Writer<'_> {
    fn open_label(&mut self) {
        if let Some(done) = self.task.waiting.take() {
            let checked = if done { " checked" } else { "" };
            self.out.push_str(&format!("<label><input type=\"checkbox\" disabled{checked}> "));
            self.task.label_open = true;
        }
    }

    fn close_label(&mut self) {
        if std::mem::take(&mut self.task.label_open) {
            self.out.push_str("</label>");
        }
    }
}

/// Footnotes.
impl Writer<'_> {
    fn reference(&mut self, label: &str) {
        let Some(value) = self.body.numbers.get(&label.to_lowercase()).copied() else { return };
        let text = number(value, self.options.digits);
        let id = if self.named.insert(value) { format!(" id=\"{}\"", self.id(&format!("fnref_{value}"))) } else { String::new() };
        let to = self.id(&format!("fn_{value}"));
        let words = if self.in_link() { text } else { format!("<a href=\"#{to}\">{text}</a>") };
        self.out.push_str(&format!("<sup{id}>{words}</sup>"));
    }

    fn footnote(&mut self, value: usize, note: &[Placed<'_>]) {
        let id = self.id(&format!("fn_{value}"));
        self.out.push_str(&format!("<li id=\"{id}\">"));
        self.events(note);
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

/// Whether the item that begins at `place` has a box.
fn is_task(events: &[Placed<'_>], place: usize) -> bool {
    let mut next = events.iter().skip(place + 1).map(|(event, _)| event);
    match next.next() {
        Some(Event::Start(Tag::Paragraph)) => matches!(next.next(), Some(Event::TaskListMarker(_))),
        event => matches!(event, Some(Event::TaskListMarker(_))),
    }
}

/// Whether a head of a table has nothing in any cell.
fn is_blank(events: &[Placed<'_>], place: usize) -> bool {
    let inside = events.iter().skip(place + 1).take(end_of(events, place) - place - 1);
    inside.into_iter().all(|(event, _)| matches!(event, Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell)))
}
