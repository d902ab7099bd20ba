//! The index: every word of every product that stands in lists, and where it stands.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    entry::Goods,
    narrow::Narrow,
    shard::{Found, Shard, part},
    words,
};
use crate::catalog::Catalog;

/// Longest text of a word's goods that stands beside the word; longer ones are fetched for the word that is meant.
const BESIDE: usize = 64;

/// Words with their goods, in one file.
pub(super) type GoodsFile = Vec<(String, String)>;

/// Most bytes of a file of goods before compression, unless one word alone has more.
const MOST: usize = 8_000;

/// The index of a shop.
#[derive(Debug)]
pub(in crate::plan) struct Index {
    /// Places of the products; a product's number is its place here.
    pub(super) order: Vec<usize>,
    /// Words, in files.
    pub(super) shards: Vec<Shard>,
    /// Words that many goods have, with them, in files.
    pub(super) goods: Vec<GoodsFile>,
    /// What may be narrowed by.
    pub(super) narrow: Narrow,
}

impl Index {
    pub(in crate::plan) fn new(catalog: &Catalog<'_>) -> Self {
        let mut order: Vec<usize> = catalog.listed().collect();
        order.sort_by_key(|place| !catalog.products[*place].is_available());
        let found: Vec<_> =
            order.par_iter().map(|place| words::of(catalog, &catalog.products[*place])).collect();
        let mut by_word: BTreeMap<String, Goods> = BTreeMap::new();
        for (number, words) in found.into_iter().enumerate() {
            for (word, weight) in words {
                by_word.entry(word).or_default().push(number as u32, weight);
            }
        }
        let (words, goods) = stand(by_word);
        Self { narrow: Narrow::new(catalog, &order), shards: part(words), goods, order }
    }
}

/// Words with where their goods stand, and the files of those that stand apart.
fn stand(by_word: BTreeMap<String, Goods>) -> (Vec<(String, Found)>, Vec<GoodsFile>) {
    let mut files: Vec<GoodsFile> = Vec::new();
    let mut length = MOST;
    let mut words = Vec::new();
    for (word, goods) in by_word {
        let text = goods.text();
        if text.len() <= BESIDE {
            words.push((word, Found::Here(text)));
            continue;
        }
        if length + text.len() > MOST {
            files.push(Vec::new());
            length = 0;
        }
        length += text.len();
        words.push((word.clone(), Found::In(files.len().saturating_sub(1))));
        if let Some(last) = files.last_mut() {
            last.push((word, text));
        }
    }
    (words, files)
}
