//! Markdown of a merchant as the parts of a page.
//!
//! In: the text of a body, and a [`Resolve`] that knows which pages and pictures
//! there are. Out: [`Part`]s, and the faults with their places. A part is [`Html`]
//! that is valid and holds nothing but what this room writes, or a [`Block`]: what
//! Markdown cannot say is said by one of a closed set of them, and a theme draws it.
//! Raw HTML is shown as text; a link whose scheme is not known, or whose target is
//! not there, loses its link and keeps its words. Must not read files, know a shop,
//! or call templates.
//!
//! Ids: headings have the slug of their words, so that a merchant can link to
//! them; every other id has a `_`, which no heading's has.

mod block;
mod destination;
mod footnotes;
mod headings;
mod parse;
mod plain;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod write;

use std::ops::Range;

use crate::base::html::Html;

pub use block::{BLOCKS, Block, Item, NOTICES, RowPicture};
pub use plain::{Named, ShownPicture, pictures, plain_text, size_charts};

/// One part of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Html(Html),
    /// A block at its top level.
    Block {
        /// What it holds.
        block: Block,
        /// Level of the headings that stand in it.
        level: u8,
    },
}

/// What knows the site. Asked only for destinations inside it.
pub trait Resolve {
    /// Address for `href` of a destination as written: relative, below the site's root, or a `#fragment`
    /// that is no heading of this body.
    fn link(&self, destination: &str) -> Result<String, LinkFault>;

    /// The picture of a destination as written: phrasing content without links, `alt` already in it.
    fn picture(&self, destination: &str, alt: &str) -> Result<Html, PictureLinkFault>;
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Nothing is there; `near` is what was probably meant.
    Broken {
        /// A destination that exists.
        near: Option<String>,
    },
    /// Its scheme is none of http, https, mailto and tel.
    Scheme,
}

/// Why a picture is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureLinkFault {
    /// Nothing is there; `near` is what was probably meant.
    Broken {
        /// A destination that exists.
        near: Option<String>,
    },
    /// It is on another site. A shop's pictures are its own: no visitor is told to anybody else.
    Elsewhere,
}

/// What is wrong at one place of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyFaultKind {
    /// A link.
    Link(LinkFault),
    /// A picture.
    Picture(PictureLinkFault),
    /// A picture without words for those who do not see it.
    NoAlt,
    /// HTML, which is shown as text.
    RawHtml,
    /// Nested deeper than is shown; the inner levels are shown flat.
    Deep,
    /// A block or a notice that is none of `known`.
    BlockUnknown {
        /// What there is.
        known: &'static [&'static str],
    },
    /// A block that is not at the top level.
    BlockInside,
    /// A block whose fence is never closed.
    BlockOpen,
    /// A block without items.
    BlockEmpty,
    /// A line among pictures that is not one picture.
    BlockPicture,
    /// What stood in the same block before.
    BlockTwice,
    /// Words beside the mark of a notice.
    NoticeWords,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyFault {
    /// Bytes of the body's text.
    pub span: Range<usize>,
    /// What is wrong.
    pub kind: BodyFaultKind,
}

/// How a body is written.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Level of the body's highest headings, 2 to 6: the page itself has the `h1`.
    pub first_heading: u8,
    /// Put before every id, so that several bodies can stand on one page; empty when there is one.
    pub prefix: &'a str,
    /// Ids that the page has already; no heading gets one of them.
    pub taken: &'a [&'a str],
    /// The words that no merchant writes.
    pub words: Words<'a>,
    /// The ten digits of the reader, for the numbers of footnotes.
    pub digits: [char; 10],
}

/// Words of the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Title of `> [!NOTE]`.
    pub note: &'a str,
    /// Title of `> [!TIP]`.
    pub tip: &'a str,
    /// Title of `> [!IMPORTANT]`.
    pub important: &'a str,
    /// Title of `> [!WARNING]`.
    pub warning: &'a str,
    /// Title of `> [!CAUTION]`.
    pub caution: &'a str,
    /// Name of the link from a footnote back to the text, such as `Back to text`.
    pub back: &'a str,
}

/// The parts of a body, and its faults in the order of their places.
pub fn to_parts(text: &str, options: Options<'_>, resolve: &dyn Resolve) -> (Vec<Part>, Vec<BodyFault>) {
    let mut faults = Vec::new();
    let body = footnotes::gather(parse::events(text, &mut faults));
    let headings = headings::outline(&body, options);
    let parts = write::Writer::new(text, options, resolve, &body, headings, &mut faults).write();
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    (parts, faults)
}
