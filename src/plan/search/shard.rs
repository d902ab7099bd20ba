//! Words that begin alike, in one file.
//!
//! A mistyped word is looked for among all words of its file, so a file is parted only when it grows too long.

use serde_json::{Map, Value};

use crate::base::sound::family;

/// Most bytes of a file of words before compression; about a third of it is fetched.
const MOST: usize = 24_000;

/// Files that are shorter than this take in what comes next.
const LEAST: usize = 8_000;

/// Deepest parting: by this many sounds.
const DEEPEST: usize = 4;

/// Words whose keys begin with one of `names`.
#[derive(Debug)]
pub(super) struct Shard {
    pub(super) names: Vec<String>,
    words: Vec<(String, Found)>,
}

/// Where the goods of a word stand.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// Here.
    Here(String),
    /// In the file of this number.
    In(usize),
}

impl Found {
    fn len(&self) -> usize {
        match self {
            Self::Here(text) => text.len() + 2,
            Self::In(_) => 3,
        }
    }
}

/// What a word is sorted by: the family of its first sound and those of the consonants after it.
pub(super) fn key(word: &str) -> String {
    let mut sounds = word.chars().map(family);
    let first = sounds.next();
    first.into_iter().chain(sounds.filter(|sound| *sound != 'a')).collect()
}

/// Words in files, each by as few sounds as keep it short.
pub(super) fn part(words: Vec<(String, Found)>) -> Vec<Shard> {
    let mut keyed: Vec<Keyed> = words.into_iter().map(|one| (key(&one.0), one)).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.0.cmp(&b.1.0)));
    let mut shards = Vec::new();
    split(keyed, 1, &mut shards);
    shards.into_iter().fold(Vec::new(), gathered)
}

/// Adds a file to the last one, when that is short.
fn gathered(mut shards: Vec<Shard>, next: Shard) -> Vec<Shard> {
    match shards.last_mut().filter(|last| length(&last.words) + length(&next.words) < LEAST) {
        Some(last) => {
            last.names.extend(next.names);
            last.words.extend(next.words);
        }
        None => shards.push(next),
    }
    shards
}

fn length<'w>(words: impl IntoIterator<Item = &'w (String, Found)>) -> usize {
    words.into_iter().map(|(word, found)| word.len() + found.len() + 4).sum()
}

/// A word with its key.
type Keyed = (String, (String, Found));

fn split(keyed: Vec<Keyed>, depth: usize, shards: &mut Vec<Shard>) {
    let name = |key: &str| key.chars().take(depth).collect::<String>();
    let mut rest = keyed.into_iter().peekable();
    while let Some(first) = rest.next() {
        let own = name(&first.0);
        let mut group = vec![first];
        while let Some(next) = rest.next_if(|(key, _)| name(key) == own) {
            group.push(next);
        }
        let long = length(group.iter().map(|(_, word)| word)) > MOST;
        if long && depth < DEEPEST && own.chars().count() == depth {
            split(group, depth + 1, shards);
        } else {
            shards.push(Shard { names: vec![own], words: group.into_iter().map(|(_, word)| word).collect() });
        }
    }
}

impl Shard {
    /// `{"Sari":"0,3;1","bati":2}`: goods, or the number of the file that has them.
    pub(super) fn text(&self) -> String {
        let value = |found: &Found| match found {
            Found::Here(text) => Value::from(text.as_str()),
            Found::In(file) => Value::from(*file),
        };
        let map: Map<String, Value> =
            self.words.iter().map(|(word, found)| (word.clone(), value(found))).collect();
        format!("{}\n", Value::Object(map))
    }
}
