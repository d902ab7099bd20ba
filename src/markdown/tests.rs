#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod blocks;
mod bombs;
mod hostile;
mod valid;
mod written;

use super::*;
use crate::base::html::escape;

const WORDS: Words<'_> = Words {
    note: "জেনে রাখুন",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    back: "লেখায় ফিরে যান",
};

const OPTIONS: Options<'_> = Options {
    first_heading: 2,
    prefix: "",
    taken: &[],
    words: WORDS,
    digits: ['০', '১', '২', '৩', '৪', '৫', '৬', '৭', '৮', '৯'],
};

/// A site with one page and one picture.
struct Site;

impl Resolve for Site {
    fn link(&self, destination: &str) -> Result<String, LinkFault> {
        match destination {
            "/products/vase/" => Ok("/shop/products/vase/".to_owned()),
            _ => Err(LinkFault::Broken { near: Some("/products/vase/".to_owned()) }),
        }
    }

    fn picture(&self, destination: &str, alt: &str) -> Result<Html, PictureLinkFault> {
        match destination {
            "vase.jpg" => Ok(Html::made(format!("<img src=\"/vase.webp\" alt=\"{}\">", escape(alt)))),
            _ => Err(PictureLinkFault::Broken { near: None }),
        }
    }
}

/// The words of all parts; a block says its name between them.
fn joined(parts: &[Part]) -> String {
    let said = |part: &Part| match part {
        Part::Html(html) => html.as_str().to_owned(),
        Part::Block { block: Block::Products(items), level } => {
            format!("<hr>{} products h{level}", items.len())
        }
        Part::Block { block: Block::Pictures(row), .. } => format!("<hr>{} pictures", row.len()),
        Part::Block { block: Block::SizeCharts(items), .. } => format!("<hr>{} charts", items.len()),
    };
    parts.iter().map(said).collect()
}

fn html(text: &str) -> String {
    joined(&to_parts(text, OPTIONS, &Site).0)
}

/// No block has a title.
fn untitled(_: Named<'_>) -> Option<String> {
    None
}

fn faults(text: &str) -> Vec<(&str, BodyFaultKind)> {
    to_parts(text, OPTIONS, &Site).1.into_iter().map(|fault| (&text[fault.span], fault.kind)).collect()
}
