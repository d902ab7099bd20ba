//! A folder of things that can be made again.
//!
//! In: names of `a-z 0-9 . _ -` in folders set off by `/`. Out: their bytes as they
//! were written, whole or not at all: a name appears by a rename, so a process that
//! dies leaves the old bytes or the new. Whether bytes are still good after a power
//! cut or a failing disk, the reader must find out from the bytes.

use std::{
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, SystemTime},
};

use cap_std::{
    ambient_authority,
    fs::{Dir, OpenOptions},
};

use super::stat;
use crate::diag::{Code, Failure};

/// Where files are written before they get their names. No name begins with a dot.
const BESIDE: &str = ".writing";
/// A file there so old belongs to a process that died.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// When bytes must be on the disk.
#[derive(Debug, Clone, Copy)]
enum Care {
    /// Before they get their name.
    Now,
    /// When the system finds time.
    Soon,
}

static WRITES: AtomicU64 = AtomicU64::new(0);

/// An open cache folder. Several threads and processes may use one at once.
#[derive(Debug)]
pub struct CacheFolder {
    root: PathBuf,
    folder: Dir,
}

impl CacheFolder {
    /// Opens the folder at `root`, makes it if there is none, and clears away what
    /// dead processes left half written.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let open = || -> io::Result<Dir> {
            Dir::create_ambient_dir_all(root, ambient_authority())?;
            let folder = Dir::open_ambient_dir(root, ambient_authority())?;
            folder.create_dir_all(BESIDE)?;
            sweep(&folder)?;
            Ok(folder)
        };
        let folder = open().map_err(|cause| Failure::new(Code::FAILURE_WRITE, root, cause))?;
        Ok(Self { root: root.to_owned(), folder })
    }

    /// The bytes under `name`; `None` when there are none.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.check(name)?;
        match self.folder.read(name) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if absent(&cause) => Ok(None),
            Err(cause) => Err(self.failure(Code::FAILURE_READ, name, cause)),
        }
    }

    /// Puts `bytes` under `name`, in place of what was there. They reach the disk first.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.check(name)?;
        self.put(name, bytes, Care::Now).map_err(|cause| self.failure(Code::FAILURE_WRITE, name, cause))
    }

    /// The same for bytes that prove themselves: a power cut may leave any bytes under the name, but nobody waits
    /// for the disk.
    pub fn write_soon(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.check(name)?;
        self.put(name, bytes, Care::Soon).map_err(|cause| self.failure(Code::FAILURE_WRITE, name, cause))
    }

    /// How long ago `name` was written or touched; `None` when it is not there.
    pub fn age(&self, name: &str) -> Result<Option<Duration>, Failure> {
        self.check(name)?;
        match self.folder.metadata(name).and_then(|found| found.modified()) {
            // What comes from the future was written just now.
            Ok(time) => Ok(Some(time.into_std().elapsed().unwrap_or_default())),
            Err(cause) if absent(&cause) => Ok(None),
            Err(cause) => Err(self.failure(Code::FAILURE_READ, name, cause)),
        }
    }

    /// Makes `name` look as if it were written at `time`, which [`Self::now`] gave, if it is there.
    pub fn touch(&self, name: &str, time: i128) -> Result<(), Failure> {
        self.check(name)?;
        let time = SystemTime::UNIX_EPOCH + Duration::from_nanos(u64::try_from(time).unwrap_or_default());
        let touched = self
            .folder
            .open_with(name, OpenOptions::new().write(true))
            .and_then(|file| file.into_std().set_modified(time));
        match touched {
            Err(cause) if !absent(&cause) => Err(self.failure(Code::FAILURE_WRITE, name, cause)),
            _ => Ok(()),
        }
    }

    /// How many bytes are under `name`; `None` when there are none.
    pub fn exists_len(&self, name: &str) -> Option<u64> {
        self.check(name).ok()?;
        self.folder.metadata(name).ok().filter(|found| found.is_file()).map(|found| found.len())
    }

    /// Takes `name` away, if it is there.
    pub fn remove(&self, name: &str) -> Result<(), Failure> {
        self.check(name)?;
        match self.folder.remove_file(name) {
            Err(cause) if !absent(&cause) => Err(self.failure(Code::FAILURE_WRITE, name, cause)),
            _ => Ok(()),
        }
    }

    /// Every name that begins with `prefix`, in order. An empty prefix asks for all.
    pub fn list(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        let folder = prefix.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !folder.is_empty() {
            self.check(folder)?;
        }
        let mut names = Vec::new();
        self.walk(folder, &mut names).map_err(|cause| self.failure(Code::FAILURE_READ, prefix, cause))?;
        names.retain(|name| name.starts_with(prefix));
        names.sort_unstable();
        Ok(names)
    }

    /// The time now, by the file system's own clock.
    pub fn now(&self) -> Result<i128, Failure> {
        let tick = || {
            let beside = self.beside(b"", Care::Soon)?;
            let stat = self.folder.metadata(&beside).and_then(|metadata| stat::of_inside(&metadata));
            self.folder.remove_file(&beside)?;
            stat
        };
        tick().map(|stat| stat.modified).map_err(|cause| self.failure(Code::FAILURE_WRITE, BESIDE, cause))
    }

    fn put(&self, name: &str, bytes: &[u8], care: Care) -> io::Result<()> {
        let beside = self.beside(bytes, care)?;
        let moved =
            self.folder.rename(&beside, &self.folder, name).or_else(|cause| match name.rsplit_once('/') {
                Some((folder, _)) if absent(&cause) => {
                    self.folder.create_dir_all(folder)?;
                    self.folder.rename(&beside, &self.folder, name)
                }
                _ => Err(cause),
            });
        if moved.is_err() {
            let _ = self.folder.remove_file(&beside);
        }
        moved
    }

    /// Writes `bytes` under a name that nobody else has.
    fn beside(&self, bytes: &[u8], care: Care) -> io::Result<String> {
        loop {
            let count = WRITES.fetch_add(1, Ordering::Relaxed);
            let name = format!("{BESIDE}/{}-{count}", std::process::id());
            match self.folder.open_with(&name, OpenOptions::new().write(true).create_new(true)) {
                Ok(mut file) => {
                    let written = file.write_all(bytes).and_then(|()| match care {
                        Care::Now => file.sync_all(),
                        Care::Soon => Ok(()),
                    });
                    drop(file);
                    return match written {
                        Ok(()) => Ok(name),
                        Err(cause) => {
                            let _ = self.folder.remove_file(&name);
                            Err(cause)
                        }
                    };
                }
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
                Err(cause) => return Err(cause),
            }
        }
    }

    fn walk(&self, folder: &str, names: &mut Vec<String>) -> io::Result<()> {
        let entries = match self.folder.read_dir(if folder.is_empty() { "." } else { folder }) {
            Err(cause) if absent(&cause) => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let Some(part) = entry.file_name().to_str().filter(|part| is_part(part)).map(str::to_owned)
            else {
                continue;
            };
            let name = if folder.is_empty() { part } else { format!("{folder}/{part}") };
            if entry.file_type()?.is_dir() {
                self.walk(&name, names)?;
            } else {
                names.push(name);
            }
        }
        Ok(())
    }

    fn check(&self, name: &str) -> Result<(), Failure> {
        if name.split('/').all(is_part) {
            Ok(())
        } else {
            Err(self.failure(Code::FAILURE_INTERNAL, name, "not a name in a cache"))
        }
    }

    fn failure(&self, code: Code, name: &str, cause: impl std::fmt::Display) -> Failure {
        Failure::new(code, self.root.join(name), cause)
    }
}

/// Not empty, no hidden file, no way up, nothing that a file system may read otherwise.
fn is_part(part: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(allowed)
}

fn absent(cause: &io::Error) -> bool {
    matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn sweep(folder: &Dir) -> io::Result<()> {
    for entry in folder.read_dir(BESIDE)? {
        let entry = entry?;
        let written = entry.metadata().and_then(|found| found.modified()).map(|time| time.into_std());
        let old = written.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LEFT_BEHIND));
        if old {
            let _ = entry.remove_file();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]

    use super::*;

    #[test]
    fn gives_back_what_was_put_in() {
        let root = tempfile::tempdir().unwrap();
        let cache = CacheFolder::open(&root.path().join("a/b")).unwrap();
        assert_eq!(cache.read("x/1").unwrap(), None);
        cache.write("x/1", b"one").unwrap();
        cache.write("x/1", b"three").unwrap();
        cache.write("x/y/2", b"two").unwrap();
        cache.write("xz", b"").unwrap();
        assert_eq!(cache.read("x/1").unwrap().as_deref(), Some(&b"three"[..]));
        assert_eq!(cache.exists_len("x/1"), Some(5));
        assert_eq!(cache.exists_len("x"), None, "a folder is no entry");
        assert_eq!(cache.read("x/1/2").unwrap(), None, "an entry is no folder");
        assert_eq!(cache.list("").unwrap(), ["x/1", "x/y/2", "xz"]);
        assert_eq!(cache.list("x/").unwrap(), ["x/1", "x/y/2"]);
        assert_eq!(cache.list("x/y").unwrap(), ["x/y/2"]);
        assert_eq!(cache.list("nothing/").unwrap(), [""; 0]);
        cache.remove("x/1").unwrap();
        cache.remove("x/1").unwrap();
        assert_eq!(cache.exists_len("x/1"), None);
        assert_eq!(cache.folder.read_dir(BESIDE).unwrap().count(), 0, "nothing is left beside");
    }

    #[test]
    fn refuses_other_names() {
        let root = tempfile::tempdir().unwrap();
        let cache = CacheFolder::open(root.path()).unwrap();
        for name in
            ["", "/", "/etc", "a//b", "a/", "..", "a/../b", ".writing/1", "A", "a b", "a\\b", "c:d", "ঘ"]
        {
            assert!(cache.write(name, b"1").is_err(), "{name}");
            assert!(cache.read(name).is_err(), "{name}");
            assert!(cache.remove(name).is_err(), "{name}");
            assert_eq!(cache.exists_len(name), None, "{name}");
        }
        assert!(cache.list("../").is_err());
    }

    #[test]
    fn clears_away_only_what_is_old() {
        let root = tempfile::tempdir().unwrap();
        drop(CacheFolder::open(root.path()).unwrap());
        let (old, new) = (root.path().join(".writing/1-1"), root.path().join(".writing/1-2"));
        for path in [&old, &new] {
            std::fs::write(path, b"half").unwrap();
        }
        let before = std::time::SystemTime::now() - 2 * LEFT_BEHIND;
        std::fs::File::options().write(true).open(&old).unwrap().set_modified(before).unwrap();
        CacheFolder::open(root.path()).unwrap();
        assert!(!old.exists() && new.exists());
    }
}
