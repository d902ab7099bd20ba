//! Links and pictures.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Open, Writer, shown};
use crate::markdown::{
    BodyFaultKind, LinkFault, PictureLinkFault,
    destination::{self, Destination, decoded},
    parse::{Placed, end_of, words},
};

impl Writer<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, written: &str, title: &str, span: &Range<usize>) {
        if self.in_link() {
            return self.links.push(None);
        }
        let destination =
            if kind == LinkType::Email { format!("mailto:{written}") } else { written.to_owned() };
        let sorted = destination::sort(&destination);
        let rel = if matches!(sorted, Destination::Elsewhere(_)) { " rel=\"noopener\"" } else { "" };
        let call = matches!(sorted, Destination::Contact(_)) && destination.to_lowercase().starts_with("tel");
        match self.href(sorted, &destination) {
            Ok(href) => {
                let title =
                    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", shown(title)) };
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

    pub(super) fn end_link(&mut self) {
        let Some(Some(link)) = self.links.pop() else { return };
        if self.out[link.start..].trim().is_empty() {
            self.out.push_str(&shown(&link.otherwise));
        }
        self.out.push_str("</a>");
    }

    pub(super) fn in_link(&self) -> bool {
        self.links.iter().any(Option::is_some)
    }

    /// A picture, or its words when it is not there.
    pub(super) fn picture(&mut self, written: &str, alt: &str, span: &Range<usize>) {
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
    pub(super) fn figure(&mut self, events: &[Placed<'_>], place: usize) -> Option<usize> {
        let (Event::Start(Tag::Image { dest_url, title, .. }), span) = events.get(place + 1)? else {
            return None;
        };
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
