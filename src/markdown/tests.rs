#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

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

fn html(text: &str) -> String {
    to_html(text, OPTIONS, &Site).0.as_str().to_owned()
}

fn faults(text: &str) -> Vec<(&str, BodyFaultKind)> {
    to_html(text, OPTIONS, &Site).1.into_iter().map(|fault| (&text[fault.span], fault.kind)).collect()
}
