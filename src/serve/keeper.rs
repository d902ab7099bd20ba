//! Keeps what is shown: one run at a time, and the last good site until there is a better one.

use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use tokio::sync::watch;

use super::{
    End, Listener,
    folders::Folders,
    inbox,
    live::Live,
    run::{self, Outcome, Task},
    shown::{self, Shown},
    signal::Signal,
};
use crate::{
    base::hash::Digest,
    diag::{Code, Failure, Speech},
    pipeline::{Report, Settings},
};

/// Makes the shop anew whenever the flag is raised.
pub(super) struct Keeper {
    task: Task,
    speech: Speech,
    folders: Folders,
    signal: Arc<Signal>,
    shown: watch::Sender<Arc<Shown>>,
}

impl Keeper {
    pub(super) fn new(
        settings: Settings,
        speech: Speech,
        listener: Arc<dyn Listener>,
        folders: Folders,
        signal: Arc<Signal>,
        shown: watch::Sender<Arc<Shown>>,
    ) -> Self {
        let task = Task { settings, listener, memory: Arc::default(), shown: None };
        Self { task, speech, folders, signal, shown }
    }

    /// Keeps the shop on a thread of its own until the signal stops it.
    pub(super) fn start(mut self) -> Result<(), Failure> {
        let begun = thread::Builder::new().name("keeper".into()).spawn(move || {
            self.make();
            self.task.listener.serving(&self.address(), &self.inbox());
            while self.signal.wait() {
                self.watch_anew();
                self.make();
            }
        });
        begun.map(|_| ()).map_err(|cause| Failure::new(Code::FAILURE_INTERNAL, "serve", cause))
    }

    /// Before the run, so that whatever changes after the run's reading is told.
    fn watch_anew(&mut self) {
        if let Err(failure) = self.folders.renew() {
            self.task.listener.ended(&End::Failed(&failure), Duration::ZERO);
        }
    }

    /// One run.
    fn make(&mut self) {
        let began = Began::now();
        let outcome = run::run(Task { shown: self.digest(), ..self.task.clone() });
        self.judge(outcome, &|| began.elapsed());
    }

    fn judge(&mut self, outcome: Outcome, took: &dyn Fn() -> Duration) {
        let now = self.now();
        match outcome {
            Outcome::Same if now.faults.is_some() => self.show(now.site.clone(), &Report::default(), took()),
            Outcome::Same => self.task.listener.ended(&End::Nothing, took()),
            Outcome::Good(live, report, memory) => {
                self.task.memory = Arc::new(memory);
                self.show(Some(Arc::new(live)), &report, took());
            }
            Outcome::Faulty(report, memory) => {
                if let Some(memory) = memory {
                    self.task.memory = Arc::new(memory);
                }
                let end = End::Faulty(&report, now.site.is_some());
                self.keep(&now, shown::faults(&report, self.speech), &end, took());
            }
            Outcome::Failed(failure) => {
                self.keep(&now, shown::failure(&failure, self.speech), &End::Failed(&failure), took());
            }
        }
    }

    /// A good site is shown from now on.
    fn show(&self, site: Option<Arc<Live>>, report: &Report, took: Duration) {
        self.shown.send_replace(Arc::new(self.now().next(site, None)));
        self.task.listener.ended(&End::Made(report), took);
    }

    /// The site stays, with what is wrong since. The same faults as before are no news.
    fn keep(&self, now: &Shown, faults: String, end: &End<'_>, took: Duration) {
        if now.faults.as_deref() == Some(&faults) {
            return self.task.listener.ended(&End::Nothing, took);
        }
        self.shown.send_replace(Arc::new(now.next(now.site.clone(), Some(faults.into()))));
        self.task.listener.ended(end, took);
    }

    fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.borrow())
    }

    fn digest(&self) -> Option<Digest> {
        self.now().site.as_ref().and_then(|site| site.digest())
    }

    /// Where its orders are seen.
    fn inbox(&self) -> String {
        format!("{}{}", self.task.settings.overrides.origin.as_deref().unwrap_or_default(), inbox::ADDRESS)
    }

    /// Where the shop is seen.
    fn address(&self) -> String {
        let origin = self.task.settings.overrides.origin.clone().unwrap_or_default();
        let base = self.now().site.as_ref().map_or_else(|| "/".to_owned(), |site| site.base.clone());
        format!("{origin}{base}")
    }
}

/// A moment from which on time is counted: for the line in the terminal, and for when an order came. Nothing that is
/// made depends on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Began(Instant);

impl Began {
    #[allow(clippy::disallowed_methods)]
    pub(super) fn now() -> Self {
        Self(Instant::now())
    }

    /// How long ago it was.
    #[allow(clippy::disallowed_methods)]
    pub(super) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
