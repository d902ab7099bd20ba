//! A hook for tests: makes a chosen change of the output fail, and those after it too (a kill) or not (a fault).
//! In the program itself it is nothing.

use std::path::Path;

use crate::diag::Failure;

/// Counts changes of the output in tests.
#[derive(Debug, Default)]
pub(crate) struct Fuse {
    #[cfg(test)]
    blows: Option<(usize, usize)>,
    #[cfg(test)]
    count: std::sync::atomic::AtomicUsize,
}

impl Fuse {
    /// Called before every change of the output.
    pub(super) fn step(&self, path: &Path) -> Result<(), Failure> {
        #[cfg(test)]
        if let Some((fault, killed)) = self.blows {
            let now = self.count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            if now == fault || now >= killed {
                return Err(Failure::new(crate::diag::Code::FAILURE_WRITE, path, "stopped by the test"));
            }
        }
        let _ = path;
        Ok(())
    }
}

#[cfg(test)]
impl Fuse {
    /// Everything from change `at` on fails: what a killed process leaves.
    pub(crate) fn kill(at: usize) -> Self {
        Self { blows: Some((at, at)), ..Self::default() }
    }

    /// Change `at` alone fails: what a faulty disk does.
    pub(crate) fn fault(at: usize) -> Self {
        Self { blows: Some((at, usize::MAX)), ..Self::default() }
    }

    /// Change `at` fails, and the run is killed `later` changes after that.
    pub(crate) fn fault_and_kill(at: usize, later: usize) -> Self {
        Self { blows: Some((at, at + later)), ..Self::default() }
    }

    /// Whether it has blown.
    pub(crate) fn is_blown(&self) -> bool {
        self.blows.is_some_and(|(at, _)| self.count.load(std::sync::atomic::Ordering::SeqCst) > at)
    }
}
