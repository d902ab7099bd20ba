//! Shops in temporary folders, built by the library, and what stands in folders.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use posra::{
    config::Now,
    diag::{Diagnostics, Severity},
    pipeline::{self, Report, Settings, Stage, Watcher},
};
use tempfile::TempDir;

pub(crate) struct Quiet;

impl Watcher for Quiet {
    fn step(&self, _: Stage) {}
    fn waiting(&self, _: &str) {}
}

/// The repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A shop in a folder of its own that a test may change.
pub(crate) struct Shop {
    folder: TempDir,
    cache: Option<PathBuf>,
}

impl Shop {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), cache: None }
    }

    /// The base of all cases: `tests/cases/base`.
    pub(crate) fn base() -> Self {
        Self::written(&repository().join("tests/cases/base"))
    }

    /// A shop as it is written below `tests`: one that asks for the theme `plain`, which writes down what it is given,
    /// gets it from `tests/themes`.
    pub(crate) fn written(source: &Path) -> Self {
        let shop = Self::copy_of(source);
        if shop.read("posra.toml").contains("theme = \"plain\"") {
            shop.lay(&repository().join("tests/themes/plain"), "themes/plain/");
        }
        shop
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(source: &Path) -> Self {
        let shop = Self::empty();
        shop.lay(source, "");
        shop
    }

    /// Copies what is below `source`; `at` stands before every path.
    fn lay(&self, source: &Path, at: &str) {
        for (path, bytes) in tree(source) {
            self.write_bytes(&format!("{at}{path}"), &bytes);
        }
    }

    /// A copy of the shop at the root of the repository. Its developed pictures are kept from test to test.
    pub(crate) fn at_the_root() -> Self {
        let mut shop = Self::empty();
        shop.cache = Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("root-shop"));
        shop.write("posra.toml", &fs::read_to_string(repository().join("posra.toml")).unwrap());
        for (path, bytes) in tree(&repository().join("content")) {
            shop.write_bytes(&format!("content/{path}"), &bytes);
        }
        shop
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Replaces `old`, which must be there, in a file.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} holds no {old:?}");
        self.write(path, &text.replacen(old, new, 1));
    }

    pub(crate) fn settings(&self) -> Settings {
        let mut settings = Settings::of(self.path(), Now::read("2026-11-21").unwrap());
        settings.cache = self.cache.clone().unwrap_or(settings.cache);
        settings
    }

    pub(crate) fn build(&self) -> Report {
        pipeline::build(&self.settings(), &Quiet).unwrap()
    }

    /// Builds, and wants no error.
    pub(crate) fn built(&self) -> Report {
        let report = self.build();
        assert_eq!(said(&report), Vec::<String>::new(), "in {}", self.path().display());
        report
    }

    /// Everything below `public`.
    pub(crate) fn output(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path().join("public"))
    }

    /// A page or file of the site as text.
    pub(crate) fn page(&self, path: &str) -> String {
        let path = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        self.read(&format!("public/{path}"))
    }
}

/// Every file below a folder, by its path with `/`.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// Every fault as `severity code file:line:column`.
pub(crate) fn said(report: &Report) -> Vec<String> {
    lines(&report.diagnostics, &report.texts)
}

pub(crate) fn lines(diagnostics: &Diagnostics, texts: &BTreeMap<String, String>) -> Vec<String> {
    diagnostics
        .iter()
        .map(|one| {
            let severity = match one.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let place = one.place.as_ref().map(|place| match place.span {
                Some((start, _)) => {
                    let before = &texts[&*place.file][..start];
                    let line = before.matches('\n').count() + 1;
                    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
                    format!(" {}:{line}:{column}", place.file)
                }
                None => format!(" {}", place.file),
            });
            let near = one.args.iter().find(|(name, _)| *name == "near").map(|(_, near)| format!(" ~{near}"));
            format!(
                "{severity} {}{}{}",
                one.code.as_str(),
                place.unwrap_or_default(),
                near.unwrap_or_default()
            )
        })
        .collect()
}

/// Says a figure where whoever runs the tests sees it, also when they pass.
pub(crate) fn tell(figure: &str) {
    use std::io::Write;
    std::io::stderr().write_all(format!("{figure}\n").as_bytes()).unwrap();
}
