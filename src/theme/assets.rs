//! Files that pages refer to. Each gets an address with a hash, and scripts and styles may name what stands beside them.
//!
//! In: `assets/` of a theme. Out: addresses and bytes, with every `./name` of a known file made the name that it has in
//! the shop. Must not: follow names out of `assets/`, or understand the languages that files are written in.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use crate::base::{address::Address, hash::Digest};

/// How a style sheet asks for the look, as its first words: as people write it, and as a tool shortens it.
const LOOK: [&[u8]; 2] = [b"@import \"look\";", b"@import\"look\";"];

/// A file that pages refer to.
#[derive(Debug)]
pub struct Asset {
    /// Its address; the hash of its bytes is part of it.
    pub address: Address,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their hash.
    pub digest: Digest,
}

impl Asset {
    /// `bytes` as `assets/<name>`, with their hash before the ending.
    pub(super) fn named(name: &str, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        Self { address: address(&with_hash(name, &digest)), bytes, digest }
    }
}

/// Assets by their name below `assets/`; `look` is put where a style sheet asks for it.
pub(super) fn assets(files: &Files<'_>, look: &str) -> Vec<(String, Asset)> {
    let begun: BTreeMap<&str, Vec<u8>> =
        sheets(files).map(|(name, rest)| (name, [look.as_bytes(), rest].concat())).collect();
    let sources = files
        .below("assets")
        .filter_map(|(path, _, bytes)| Some((path.strip_prefix("assets/")?, bytes)))
        .map(|(name, bytes)| (name, begun.get(name).map_or(bytes, Vec::as_slice)))
        .collect();
    named(&sources)
}

/// Style sheets that ask for the look, each with what stands after that.
pub(super) fn sheets<'a>(files: &'a Files<'_>) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    files.below("assets").filter_map(|(path, _, bytes)| {
        let name = path.strip_prefix("assets/").filter(|name| name.ends_with(".css"))?;
        Some((name, LOOK.iter().find_map(|words| bytes.strip_prefix(*words))?))
    })
}

fn address(name: &str) -> Address {
    Address::file(std::iter::once("assets").chain(name.split('/')))
}

fn named(sources: &Sources<'_>) -> Vec<(String, Asset)> {
    let hashed: BTreeMap<&str, String> =
        sources.keys().map(|name| (*name, with_hash(name, &whole(sources, name)))).collect();
    sources
        .iter()
        .map(|(name, bytes)| {
            let bytes = rewritten(sources, &hashed, name, bytes);
            let address = address(hashed.get(name).map_or(*name, String::as_str));
            ((*name).to_owned(), Asset { address, digest: Digest::of(&bytes), bytes })
        })
        .collect()
}

type Sources<'s> = BTreeMap<&'s str, &'s [u8]>;

fn with_hash(name: &str, digest: &Digest) -> String {
    let hash = &digest.short()[..10];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
        None => format!("{name}.{hash}"),
    }
}

/// Hash of a file and of all that it names, near or far: a file gets another address when any of them changes. Files
/// that name each other are no riddle, since what is hashed is what the theme holds.
fn whole(sources: &Sources<'_>, name: &str) -> Digest {
    let mut seen = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(one) = open.pop() {
        let bytes = sources.get(one).copied().unwrap_or_default();
        open.extend(
            mentions(sources, one, bytes)
                .into_iter()
                .map(|found| found.name)
                .filter(|name| seen.insert(name)),
        );
    }
    if seen.len() == 1 {
        return Digest::of(sources.get(name).copied().unwrap_or_default());
    }
    let parts: Vec<&[u8]> =
        seen.iter().flat_map(|one| [one.as_bytes(), sources.get(one).copied().unwrap_or_default()]).collect();
    Digest::of_parts(parts.into_iter().chain([name.as_bytes()]))
}

/// Where a file names another: the place of the last part of that name.
struct Mention<'s> {
    name: &'s str,
    from: usize,
    to: usize,
}

/// Every `./name` between quotes or brackets that is a file in the same folder of `assets/`.
fn mentions<'s>(sources: &Sources<'s>, name: &str, bytes: &[u8]) -> Vec<Mention<'s>> {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let readable = [".js", ".mjs", ".css"].iter().any(|ending| file.ends_with(ending));
    let Some(text) = readable.then(|| std::str::from_utf8(bytes).ok()).flatten() else { return Vec::new() };
    text.match_indices("./")
        .filter_map(|(at, mark)| {
            let close = match text[..at].chars().next_back()? {
                '(' => ')',
                quote @ ('"' | '\'' | '`') => quote,
                _ => return None,
            };
            let from = at + mark.len();
            let to = from + text[from..].find(close)?;
            let beside = if folder.is_empty() {
                text[from..to].to_owned()
            } else {
                format!("{folder}/{}", &text[from..to])
            };
            let (known, _) = sources.get_key_value(beside.as_str())?;
            Some(Mention { name: known, from, to })
        })
        .collect()
}

fn rewritten(sources: &Sources<'_>, hashed: &BTreeMap<&str, String>, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for mention in mentions(sources, name, bytes) {
        let full = hashed.get(mention.name).map_or(mention.name, String::as_str);
        out.extend_from_slice(&bytes[done..mention.from]);
        out.extend_from_slice(full.rsplit('/').next().unwrap_or(full).as_bytes());
        done = mention.to;
    }
    out.extend_from_slice(&bytes[done..]);
    out
}

#[cfg(test)]
#[path = "tests/assets.rs"]
mod tests;
