//! What the theme's search finds goods by: files below `search/`, fetched as a buyer types and narrows.
//!
//! In: the catalogue. Out: small files, so that one question costs the buyer a few of them and never a whole catalogue:
//!
//! | file | holds |
//! |---|---|
//! | `search/index.json` | how spellings sound, which files there are, what may be narrowed by |
//! | `search/words-<n>.json` | words by their sounds, each with its goods, or with the file that has them |
//! | `search/goods-<n>.json` | goods of the words that many goods have |
//! | `search/narrow-<name>.json` | goods of each collection, brand and choice; prices and days |
//! | `<language>/search/words.json` | words of the theme, and names of what may be narrowed by |
//! | `<language>/search/cards-<n>.json` | what is shown of goods |
//!
//! Goods are numbered: what can be bought first, then in the order of their files. It must not hold anything that the
//! pages do not show, but for the merchant's synonyms.

mod cards;
mod entry;
mod head;
mod index;
mod narrow;
mod page;
mod shard;
mod words;

use super::{Item, ItemKind, ListKind, SitePlan, Subject};
use crate::{
    base::{address::Address, language::Lang},
    catalog::Catalog,
};

pub(super) use index::Index;

/// One of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How spellings sound, and which files there are.
    Index,
    /// Words by their sounds.
    Words(usize),
    /// Goods of words that many have.
    Goods(usize),
    /// Goods by something that may be narrowed by, or a figure of each.
    Narrow(usize),
    /// Words and names in a language.
    Head(Lang),
    /// What is shown of goods in a language.
    Cards(Lang, usize),
}

/// Every file of the index.
pub(super) fn items(catalog: &Catalog<'_>, index: &Index) -> Vec<Item> {
    let shared = |name: String| Address::file(["search", name.as_str()]);
    let mut parts = vec![(shared("index.json".into()), Part::Index)];
    let mut each = |stem: &str, count: usize, part: fn(usize) -> Part| {
        parts.extend((0..count).map(|n| (shared(format!("{stem}-{n}.json")), part(n))));
    };
    each("words", index.shards.len(), Part::Words);
    each("goods", index.goods.len(), Part::Goods);
    let narrow = index.narrow.names().enumerate();
    parts.extend(narrow.map(|(n, name)| (shared(format!("narrow-{name}.json")), Part::Narrow(n))));
    for lang in catalog.config.langs() {
        parts.push((beside(catalog, lang, "words.json"), Part::Head(lang)));
        let cards = (0..index.order.len().div_ceil(cards::EACH)).map(|n| (n, format!("cards-{n}.json")));
        parts.extend(cards.map(|(n, name)| (beside(catalog, lang, &name), Part::Cards(lang, n))));
    }
    let item = |(address, part)| Item { address, kind: ItemKind::List(ListKind::Search(part)) };
    parts.into_iter().map(item).collect()
}

/// A file beside the page of the search in a language.
fn beside(catalog: &Catalog<'_>, lang: Lang, name: &str) -> Address {
    let tag = (lang != Lang::FIRST).then(|| catalog.config.tag(lang).as_str());
    Address::file(tag.into_iter().chain(["search", name]))
}

impl SitePlan<'_> {
    /// The bytes of a file of the index.
    pub(super) fn search_part(&self, part: Part) -> String {
        let index = &self.search;
        match part {
            Part::Index => self.search_index(),
            Part::Words(n) => index.shards.get(n).map(shard::Shard::text).unwrap_or_default(),
            Part::Goods(n) => index.goods.get(n).map(|goods| entry::text(goods)).unwrap_or_default(),
            Part::Narrow(n) => index.narrow.text(n),
            Part::Head(lang) => self.search_head(lang),
            Part::Cards(lang, n) => self.search_cards(lang, n),
        }
    }

    /// The link of the page of the search.
    pub(super) fn search_link(&self, lang: Lang) -> String {
        self.link(Subject::Search, lang)
    }
}
