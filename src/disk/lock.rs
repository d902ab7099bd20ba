//! One run at a time on one shop.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
};

use super::{stat, trouble};
use crate::diag::{Code, Failure};

/// The lock of a shop, held until it is dropped. The system keeps it: it ends with the process that
/// holds it, however that ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
    holder: String,
    began: i128,
}

impl Lock {
    /// Takes the lock in `folder`, the shop's cache. When another run holds it, `waiting` hears who, once,
    /// and this waits. `command` is what the next one to wait hears.
    pub fn take(folder: &Path, command: &str, waiting: &mut dyn FnMut(&str)) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|cause| trouble::unwritten(folder, &cause))?;
        let path = folder.join("lock");
        let failed = |cause: &io::Error| Failure::new(Code::FAILURE_LOCK, &path, cause);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = file.map_err(|cause| failed(&cause))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                waiting(&holder(&mut file));
                file.lock().map_err(|cause| failed(&cause))?;
            }
            Err(TryLockError::Error(cause)) => return Err(failed(&cause)),
        }
        let holder = format!("{} (process {})", command.trim(), std::process::id());
        let mut lock = Self { file, path, holder, began: 0 };
        lock.began = lock.now()?;
        Ok(lock)
    }

    /// When it was taken, by the file system's own clock: a file changed since then may change again
    /// without its time showing it.
    pub fn began(&self) -> i128 {
        self.began
    }

    /// The time now, by the file system's own clock.
    pub fn now(&self) -> Result<i128, Failure> {
        self.sign().map_err(|cause| Failure::new(Code::FAILURE_LOCK, &self.path, cause))
    }

    /// Writes who holds it, and gives the time the file system put on that.
    fn sign(&self) -> io::Result<i128> {
        let mut file = &self.file;
        file.rewind()?;
        file.set_len(0)?;
        file.write_all(self.holder.as_bytes())?;
        Ok(stat::of(&file.metadata()?)?.modified)
    }
}

/// Who holds it, as far as it can be read.
fn holder(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let read = file.take(1000).read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let text: String = text.chars().filter(|c| !c.is_control()).take(200).collect();
    if read.is_err() || text.is_empty() { "?".to_owned() } else { text }
}
