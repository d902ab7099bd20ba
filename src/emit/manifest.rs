//! What posra wrote into the output: the only files it may change or remove.
//!
//! A line for every file, sorted by path: the hash of its content, a space, the path. No time, no
//! number of the file system: the same site has the same manifest everywhere.

use std::{collections::BTreeMap, str::FromStr};

use super::making::{Fate, Item};
use crate::{
    base::{address::Address, hash::Digest},
    diag::{Code, Failure},
    disk::{MANIFEST, OutputFolder},
};

/// The first line, which says what the file is.
const HEAD: &str = "posra manifest 1\n";

/// The files of a site, and the bytes in which that is written.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    bytes: Vec<u8>,
    files: BTreeMap<String, Digest>,
}

impl Manifest {
    /// That of the output: empty when there is none, or an empty file put there by hand.
    pub(super) fn read(output: &OutputFolder) -> Result<Self, Failure> {
        let bytes = output.read(MANIFEST)?.unwrap_or_default();
        match std::str::from_utf8(&bytes).ok().and_then(|text| text.parse().ok()) {
            Some(Files(files)) => Ok(Self { bytes, files }),
            None => {
                let cause = "it is damaged; put it back as it was, or empty the folder";
                Err(Failure::new(Code::FAILURE_OUTPUT, output.path().join(MANIFEST), cause))
            }
        }
    }

    /// That of the site which the items make.
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let files = items.iter().filter_map(|item| match &item.fate {
            Fate::Kept { content, .. } | Fate::New { content, .. } => Some((item.path.clone(), *content)),
            Fate::Nothing => None,
        });
        let files: BTreeMap<String, Digest> = files.collect();
        let mut text = String::with_capacity(HEAD.len() + files.len() * 100);
        text.push_str(HEAD);
        for (path, content) in &files {
            text.push_str(&content.hex());
            text.push(' ');
            text.push_str(path);
            text.push('\n');
        }
        Self { bytes: text.into_bytes(), files }
    }

    /// The file itself.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether posra wrote the file at `path`.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Every path, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

impl PartialEq for Manifest {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// The address whose file stands at `path`; `None` when no address can have it.
pub(super) fn address(path: &str) -> Option<Address> {
    let page = if path == "index.html" { Some("") } else { path.strip_suffix("index.html") };
    let page = page.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    Address::read(&format!("/{}", page.unwrap_or(path)))
}

struct Files(BTreeMap<String, Digest>);

impl FromStr for Files {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.is_empty() {
            return Ok(Self(BTreeMap::new()));
        }
        let mut lines = text.lines();
        if lines.next() != Some(HEAD.trim_end()) {
            return Err(());
        }
        lines.map(|line| read_line(line).ok_or(())).collect::<Result<_, ()>>().map(Self)
    }
}

fn read_line(line: &str) -> Option<(String, Digest)> {
    let (content, path) = line.split_once(' ')?;
    address(path)?;
    Some((path.to_owned(), Digest::from_hex(content)?))
}
