//! A shop that is being served.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use tempfile::TempDir;
use tokio::sync::oneshot;

use super::client::Events;
use crate::{
    config::Now,
    diag::{Failure, Speech},
    pipeline::{Settings, Stage, Watcher},
    scaffold::FILES,
    serve::{End, Listener, Server},
};

/// The product of a new shop.
pub(super) const PRODUCT: &str = "content/products/first/index.md";

/// Serves until it is dropped.
pub(super) struct Shop {
    folder: TempDir,
    pub(super) port: u16,
    pub(super) heard: Arc<Heard>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<Result<(), Failure>>>,
}

/// What the terminal would show.
#[derive(Default)]
pub(super) struct Heard(Mutex<Vec<String>>);

impl Heard {
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Watcher for Heard {
    fn step(&self, _: Stage) {}
    fn waiting(&self, _: &str) {}
}

impl Listener for Heard {
    fn serving(&self, address: &str, _: &str) {
        self.0.lock().unwrap().push(address.to_owned());
    }

    fn ended(&self, end: &End<'_>, _: Duration) {
        let line = match end {
            End::Nothing => "nothing".to_owned(),
            End::Made(_) => "made".to_owned(),
            End::Faulty(_, kept) => format!("faulty, kept: {kept}"),
            End::Failed(failure) => failure.to_string(),
        };
        self.0.lock().unwrap().push(line);
    }
}

impl Shop {
    /// The shop of `posra init`, once it can be seen.
    pub(super) fn open() -> (Self, Events) {
        Self::open_with(|_| ())
    }

    /// The same, after `change` has changed it.
    pub(super) fn open_with(change: impl Fn(&Path)) -> (Self, Events) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in FILES {
            write(&folder.path().join(path), text);
        }
        change(folder.path());
        let settings = Settings::of(
            folder.path(),
            Now::read("2026-11-21").or(Now::read("2026-11-21T00:00:00Z")).unwrap(),
        );
        let heard = Arc::new(Heard::default());
        let server =
            Server::bind(settings, 0, Speech::English, Arc::clone(&heard) as Arc<dyn Listener>).unwrap();
        let port = server.port;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            server.run(async {
                let _ = stopped.await;
            })
        });
        let shop = Self { folder, port, heard, stop: Some(stop), thread: Some(thread) };
        let mut events = Events::of(port);
        while events.next() == 0 {}
        (shop, events)
    }

    pub(super) fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    pub(super) fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap()
    }

    pub(super) fn write(&self, inside: &str, text: &str) {
        write(&self.path(inside), text);
    }

    pub(super) fn replace(&self, inside: &str, old: &str, new: &str) {
        let text = self.read(inside);
        assert!(text.contains(old), "{inside} holds no {old}");
        self.write(inside, &text.replace(old, new));
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().unwrap().join();
        if !thread::panicking() {
            ended.unwrap().unwrap();
        }
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
