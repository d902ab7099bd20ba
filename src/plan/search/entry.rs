//! A word of the index and its goods.

use serde_json::{Map, Value};

/// How much it says of a product that it has a word. The lesser number says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// In its title, or with the same meaning.
    Title,
    /// The name of its brand, tag, collection or choice, or its code.
    Label,
    /// In what is said of it.
    Text,
}

/// Numbers of the goods that have a word, by weight, rising.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Goods([Vec<u32>; 3]);

impl Goods {
    /// Adds a product; its number is higher than every one before.
    pub(super) fn push(&mut self, number: u32, weight: Weight) {
        self.0[weight as usize].push(number);
    }

    /// `0,3,1;2`: steps from number to number, weights parted by `;`.
    pub(super) fn text(&self) -> String {
        let texts: Vec<String> = self.0.iter().map(|numbers| steps(numbers)).collect();
        texts.join(";").trim_end_matches(';').to_owned()
    }
}

/// `3,1,1`: the first number, and from each to the next.
pub(super) fn steps(numbers: &[u32]) -> String {
    let mut last = 0;
    let step = |number: &u32| (number - std::mem::replace(&mut last, *number)).to_string();
    numbers.iter().map(step).collect::<Vec<_>>().join(",")
}

/// Words with their goods as a JSON object.
pub(super) fn text(goods: &[(String, String)]) -> String {
    let map: Map<String, Value> =
        goods.iter().map(|(word, goods)| (word.clone(), goods.as_str().into())).collect();
    format!("{}\n", Value::Object(map))
}
