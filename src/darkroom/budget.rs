//! Memory that threads share.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes to be lent, and who waits for them.
#[derive(Debug)]
pub(super) struct Budget {
    limit: u64,
    lent: Mutex<u64>,
    returned: Condvar,
}

/// Bytes lent until this is dropped.
#[derive(Debug)]
pub(super) struct Lent<'a> {
    budget: &'a Budget,
    bytes: u64,
}

impl Budget {
    pub(super) fn new(limit: u64) -> Self {
        Self { limit, lent: Mutex::new(0), returned: Condvar::new() }
    }

    /// Waits until `bytes` fit beside what is lent, or until nothing is lent.
    /// Who holds a loan must not wait for another.
    pub(super) fn lend(&self, bytes: u64) -> Lent<'_> {
        let lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |lent: &mut u64| *lent > 0 && lent.saturating_add(bytes) > self.limit;
        let mut lent = self.returned.wait_while(lent, full).unwrap_or_else(PoisonError::into_inner);
        *lent = lent.saturating_add(bytes);
        Lent { budget: self, bytes }
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut lent = self.budget.lent.lock().unwrap_or_else(PoisonError::into_inner);
        *lent = lent.saturating_sub(self.bytes);
        self.budget.returned.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicU64, Ordering},
        thread,
    };

    use super::*;

    #[test]
    fn never_lends_more_than_it_has_but_to_one_alone() {
        let budget = Budget::new(10);
        let (now, most, large) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        thread::scope(|scope| {
            for thread in 0..4_u64 {
                let (budget, now, most, large) = (&budget, &now, &most, &large);
                scope.spawn(move || {
                    for turn in 0..200 {
                        let bytes = if thread == 0 && turn % 10 == 0 { 25 } else { 4 };
                        let _lent = budget.lend(bytes);
                        let sum = now.fetch_add(bytes, Ordering::SeqCst) + bytes;
                        if bytes == 25 {
                            large.fetch_max(sum, Ordering::SeqCst);
                        } else {
                            most.fetch_max(sum, Ordering::SeqCst);
                        }
                        thread::yield_now();
                        now.fetch_sub(bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(large.into_inner(), 25, "a large one is alone");
        assert!(most.into_inner() <= 10);
    }
}
