//! A site made of what a test says, and folders as values.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{
    base::{address::Address, hash::Digest, stat::Stat},
    diag::{Code, Diagnostic, Diagnostics, Failure},
    disk::{Fuse, OutputFolder},
    emit::{Written, emit},
    ledger::Ledger,
    render::{Content, Made, Make, Rendered, Wave},
};

/// Addresses (as output paths) and their bytes.
#[derive(Default)]
pub(super) struct Site {
    pub(super) pages: Vec<(Address, Wave, String)>,
    /// Paths that fail.
    pub(super) broken: Vec<&'static str>,
    /// Paths of which nothing is made, and nothing is wrong with that.
    pub(super) absent: Vec<&'static str>,
    /// Paths that warn.
    pub(super) warned: Vec<&'static str>,
    /// How many were really made.
    pub(super) made: AtomicUsize,
}

/// A site of `(path, text)`: `x/index.html` is a page, `*.xml` a list, anything else a file.
pub(super) fn site(files: &[(&str, &str)]) -> Site {
    let one = |(path, text): &(&str, &str)| {
        let wave = match path {
            path if path.ends_with("index.html") => Wave::Pages,
            path if path.ends_with(".xml") => Wave::Lists,
            _ => Wave::Files,
        };
        let address = path.strip_suffix("index.html").unwrap_or(path);
        (Address::read(&format!("/{address}")).unwrap(), wave, (*text).to_owned())
    };
    let mut pages: Vec<_> = files.iter().map(one).collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    Site { pages, ..Site::default() }
}

impl Make for Site {
    fn make(&self, place: usize, last: Option<Digest>) -> Made {
        let (address, _, text) = &self.pages[place];
        let path = address.output_path();
        let fingerprint = Digest::of_parts([path.as_bytes(), text.as_bytes()]);
        let mut diagnostics = Diagnostics::new();
        if self.warned.contains(&path.as_str()) {
            diagnostics.push(Diagnostic::warning(Code::LINK_BROKEN).with("path", &path));
        }
        let content = if self.broken.contains(&path.as_str()) {
            diagnostics.push(Diagnostic::error(Code::THEME_TEMPLATE).with("path", &path));
            Content::Nothing
        } else if self.absent.contains(&path.as_str()) {
            Content::Nothing
        } else if last == Some(fingerprint) {
            diagnostics = Diagnostics::new();
            Content::Same
        } else {
            self.made.fetch_add(1, Ordering::Relaxed);
            Content::Bytes(text.as_bytes().to_vec())
        };
        Made { fingerprint, content, diagnostics }
    }
}

impl Site {
    pub(super) fn rendered(&self) -> Rendered<'_> {
        Rendered {
            items: self.pages.iter().map(|(address, wave, _)| (address, *wave)).collect(),
            maker: self,
        }
    }

    pub(super) fn made(&self) -> usize {
        self.made.load(Ordering::Relaxed)
    }

    /// Its files, by path.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.pages
            .iter()
            .map(|(address, _, text)| (address.output_path(), text.as_bytes().to_vec()))
            .collect()
    }
}

/// A shop's folder with an output beside `content`, and what is remembered between runs.
pub(super) struct Place {
    folder: tempfile::TempDir,
    pub(super) ledger: Ledger,
}

impl Place {
    pub(super) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), ledger: Ledger::default() }
    }

    pub(super) fn shop(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn output(&self) -> std::path::PathBuf {
        self.folder.path().join("public")
    }

    pub(super) fn open(&self) -> OutputFolder {
        OutputFolder::open(&self.output(), self.shop()).unwrap()
    }

    /// Builds and remembers, as a whole run does.
    pub(super) fn build(&mut self, site: &Site) -> Written {
        let written = emit(&site.rendered(), &self.open(), &self.ledger, &|| ()).unwrap();
        self.ledger = Ledger { ended: i128::MAX, ..written.ledger.clone() };
        written
    }

    /// Builds with a fuse; tells whether it blew. Nothing is remembered, as after a kill.
    pub(super) fn try_build(&self, site: &Site, fuse: Fuse) -> (Result<Written, Failure>, bool) {
        let output = self.open().with_fuse(fuse);
        let result = emit(&site.rendered(), &output, &self.ledger, &|| ());
        (result, output.is_blown())
    }

    pub(super) fn put(&self, path: &str, text: &str) {
        let path = self.output().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn tree(&self) -> BTreeMap<String, Option<Vec<u8>>> {
        tree(&self.output())
    }

    /// Only files.
    pub(super) fn stats(&self) -> BTreeMap<String, Stat> {
        let output = self.open();
        let files = self.tree().into_iter().filter(|(_, bytes)| bytes.is_some());
        let stat = |path: String| match output.entry(&path).unwrap() {
            crate::disk::Entry::File(stat) => (path, stat),
            other => panic!("{path}: {other:?}"),
        };
        files.map(|(path, _)| stat(path)).collect()
    }
}

/// Everything below a folder: files with their bytes, folders without.
pub(super) fn tree(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().flatten();
    let one = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let bytes = (!entry.file_type().is_dir()).then(|| fs::read(entry.path()).unwrap_or_default());
        (path, bytes)
    };
    entries.map(one).collect()
}

/// What a build into an empty folder gives.
pub(super) fn clean(site: &Site) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut place = Place::new();
    assert!(place.build(site).committed);
    place.tree()
}
