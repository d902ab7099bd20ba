//! The orders of this run, in memory alone: so many of them, and the oldest go first.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::watch::{self, Receiver, Sender};

/// Most orders that are kept.
const MOST: usize = 200;

/// An order as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::serve) struct Kept {
    /// Which one of this run it is, from 1.
    pub(super) number: u64,
    /// How long after the beginning of the preview it came.
    pub(super) after: Duration,
    /// How often it came.
    pub(super) times: u32,
    pub(super) fields: Arc<[(String, String)]>,
}

/// The orders, the earliest first.
#[derive(Debug)]
pub(super) struct Store {
    kept: Mutex<VecDeque<Kept>>,
    changes: Sender<u64>,
}

impl Store {
    pub(super) fn new() -> Self {
        Self { kept: Mutex::default(), changes: watch::channel(0).0 }
    }

    /// Keeps an order.
    pub(super) fn keep(&self, fields: Vec<(String, String)>, after: Duration) {
        self.change(|kept| {
            while kept.len() >= MOST {
                kept.pop_front();
            }
            // Every change is another number, so none is given twice.
            let number = *self.changes.borrow() + 1;
            kept.push_back(Kept { number, after, times: 1, fields: fields.into() });
        });
    }

    /// Counts another coming of the order with this id; whether there is one.
    pub(super) fn repeat(&self, id: &str) -> bool {
        let is_it = |one: &Kept| one.fields.iter().any(|(name, value)| name == "id" && value.trim() == id);
        if id.is_empty() || !self.lock().iter().any(is_it) {
            return false;
        }
        self.change(|kept| {
            if let Some(one) = kept.iter_mut().find(|one| is_it(one)) {
                one.times = one.times.saturating_add(1);
            }
        });
        true
    }

    pub(super) fn empty(&self) {
        self.change(VecDeque::clear);
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<Kept> {
        self.lock().iter().cloned().collect()
    }

    /// Counts the changes.
    pub(super) fn changes(&self) -> Receiver<u64> {
        self.changes.subscribe()
    }

    fn change(&self, change: impl FnOnce(&mut VecDeque<Kept>)) {
        change(&mut self.lock());
        self.changes.send_modify(|count| *count += 1);
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(id: &str) -> Vec<(String, String)> {
        vec![("id".to_owned(), id.to_owned())]
    }

    #[test]
    fn the_oldest_go_first_and_numbers_are_not_given_again() {
        let store = Store::new();
        (0..300).for_each(|_| store.keep(fields(""), Duration::ZERO));
        let all = store.all();
        assert_eq!((all.len(), all[0].number, all[199].number), (MOST, 101, 300));
        store.empty();
        assert!(store.all().is_empty());
        store.keep(fields(""), Duration::ZERO);
        assert!(store.all()[0].number > 300);
    }

    #[test]
    fn only_what_has_an_id_is_repeated() {
        let store = Store::new();
        store.keep(fields("a"), Duration::ZERO);
        store.keep(fields(""), Duration::ZERO);
        assert!(store.repeat("a") && !store.repeat("") && !store.repeat("b"));
        assert_eq!(store.all().iter().map(|one| one.times).collect::<Vec<_>>(), [2, 1]);
    }
}
