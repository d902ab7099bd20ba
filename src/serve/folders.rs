//! Watches the shop's folder.
//!
//! In: the events of the system. Out: the flag of [`Signal`], raised when a file that a page could be made of may
//! have changed. Nothing is believed of an event but that it happened: the run reads everything. Before each run
//! the folders are watched anew, so what the system missed (folders made meanwhile, a queue that ran over) is
//! either seen by the run or told after it.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use notify::{
    Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};

use super::signal::Signal;
use crate::{
    diag::{Code, Failure},
    disk::ShopFolder,
    pipeline::Settings,
};

/// Folders in the shop's folder that other tools fill.
const OTHERS: [&str; 2] = ["node_modules", "target"];

/// Folders that pages are made of. The others are watched because links may lead into them.
const OURS: [&str; 2] = ["content", "themes"];

/// Watches until it is dropped.
pub(super) struct Folders {
    watcher: RecommendedWatcher,
    folder: ShopFolder,
    sieve: Sieve,
}

/// Which paths can matter.
#[derive(Debug, Clone)]
pub(super) struct Sieve {
    root: PathBuf,
    without: Vec<PathBuf>,
}

impl Folders {
    /// Begins to watch.
    pub(super) fn watch(settings: &Settings, signal: &Arc<Signal>) -> Result<Self, Failure> {
        let folder = ShopFolder::open(&settings.root)?;
        let sieve = Sieve::new(folder.root(), settings);
        let (passing, signal) = (sieve.clone(), Arc::clone(signal));
        let hear = move |event: notify::Result<Event>| {
            if event.map_or(true, |event| passing.lets(&event)) {
                signal.raise();
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        let watcher =
            RecommendedWatcher::new(hear, config).map_err(|fault| failure(folder.root(), &fault))?;
        let mut folders = Self { watcher, folder, sieve };
        folders.renew()?;
        Ok(folders)
    }

    /// Watches what there is now.
    pub(super) fn renew(&mut self) -> Result<(), Failure> {
        let root = self.folder.root();
        self.watcher.watch(root, RecursiveMode::NonRecursive).map_err(|fault| failure(root, &fault))?;
        for name in self.folder.folders()? {
            let path = root.join(&name);
            if !self.sieve.lets_path(&path) {
                continue;
            }
            match self.watcher.watch(&path, RecursiveMode::Recursive) {
                Err(fault) if OURS.contains(&name.as_str()) && !is_gone(&fault) => {
                    return Err(failure(&path, &fault));
                }
                // It has gone meanwhile, which the folder above tells; or no page is made of it.
                _ => {}
            }
        }
        Ok(())
    }
}

impl Sieve {
    /// For the shop at `root`, a path without links.
    pub(super) fn new(root: &Path, settings: &Settings) -> Self {
        let made = [&settings.output, &settings.cache];
        let made =
            made.into_iter().filter_map(|path| path.strip_prefix(&settings.root).ok()).map(Path::to_owned);
        let without =
            OTHERS.iter().map(PathBuf::from).chain(made).filter(|path| path.as_os_str() != "").collect();
        Self { root: root.to_owned(), without }
    }

    /// Whether a page may be another after this event. Reading a file is one too, and this program reads.
    pub(super) fn lets(&self, event: &Event) -> bool {
        let read = match event.kind {
            EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
            _ => false,
        };
        event.need_rescan()
            || (!read && (event.paths.is_empty() || event.paths.iter().any(|path| self.lets_path(path))))
    }

    fn lets_path(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return true };
        let hidden = inside.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
        !hidden && !self.without.iter().any(|folder| inside.starts_with(folder))
    }
}

fn is_gone(fault: &notify::Error) -> bool {
    match &fault.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(cause) => cause.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn failure(path: &Path, fault: &notify::Error) -> Failure {
    Failure::new(Code::FAILURE_WATCH, path, fault)
}
