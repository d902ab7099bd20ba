//! One flag between those who see changes and the one who makes the shop anew.
//!
//! In: any number of changes. Out: at most one run waiting. There is no queue that a flood could fill.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// Changes so close together are one.
const QUIET: Duration = Duration::from_millis(100);

/// A flood that never falls quiet is looked into after so many rounds of [`QUIET`].
const ROUNDS: usize = 10;

/// Something has changed; or it is time to stop.
#[derive(Debug, Default)]
pub(super) struct Signal {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Debug, Default)]
struct State {
    raised: bool,
    stopped: bool,
}

impl Signal {
    /// Something may have changed.
    pub(super) fn raise(&self) {
        self.set(|state| state.raised = true);
    }

    /// It is time to stop.
    pub(super) fn stop(&self) {
        self.set(|state| state.stopped = true);
    }

    /// Waits for a change and then for quiet. `false` when it is time to stop.
    pub(super) fn wait(&self) -> bool {
        let mut state = self.lock();
        while !state.raised && !state.stopped {
            state = self.bell.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        for _ in 0..ROUNDS {
            state.raised = false;
            let waited = self.bell.wait_timeout_while(state, QUIET, |state| !state.stopped);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            if !state.raised {
                break;
            }
        }
        state.raised = false;
        !state.stopped
    }

    fn set(&self, change: impl Fn(&mut State)) {
        let mut state = self.lock();
        change(&mut state);
        self.bell.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
