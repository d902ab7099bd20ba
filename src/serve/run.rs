//! One run of the river, on a thread of its own: what comes of it is told as soon as it is known, and when it is a
//! good site the thread stays to answer for it.

use std::{
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread,
};

use super::{
    Listener,
    live::{self, Live},
};
use crate::{
    base::hash::Digest,
    diag::{Code, Diagnostics, Failure},
    disk::ShopFolder,
    pipeline::{self, Memory, Report, Settings, Site},
};

/// As much as the main thread has.
const STACK: usize = 8 << 20;

/// What a run is given.
#[derive(Clone)]
pub(super) struct Task {
    pub(super) settings: Settings,
    pub(super) listener: Arc<dyn Listener>,
    /// What the last run knew.
    pub(super) memory: Arc<Memory>,
    /// What the site that is shown was made of.
    pub(super) shown: Option<Digest>,
}

/// What came of a run.
pub(super) enum Outcome {
    /// The site that is shown is the right one.
    Same,
    /// A good site, its warnings, and what the next run may believe.
    Good(Live, Report, Memory),
    /// There are errors.
    Faulty(Report, Option<Memory>),
    /// The machine is wrong.
    Failed(Failure),
}

/// Runs the river once.
pub(super) fn run(task: Task) -> Outcome {
    let (tell, told) = channel();
    let thread = thread::Builder::new().name("site".into()).stack_size(STACK);
    let begun = thread.spawn(move || {
        if let Some(outcome) = river(&task, &tell) {
            // The keeper waits for exactly one outcome.
            let _ = tell.send(outcome);
        }
    });
    match begun {
        Ok(_) => told.recv().unwrap_or_else(|_| Outcome::Failed(internal("it ended without a result"))),
        Err(cause) => Outcome::Failed(internal(cause)),
    }
}

/// `None` when the outcome was told on the way, and the site has been answered for since.
fn river(task: &Task, tell: &Sender<Outcome>) -> Option<Outcome> {
    let folder = match ShopFolder::open(&task.settings.root) {
        Ok(folder) => folder,
        Err(failure) => return Some(Outcome::Failed(failure)),
    };
    let mut course = Course::default();
    let report =
        pipeline::with_memory(&task.settings, &folder, &*task.listener, &task.memory, &mut |site, found| {
            Ok((site.figures(), course.follow(task, tell, site, found)))
        });
    match (report, course) {
        (_, Course { answered: true, .. }) => None,
        (_, Course { same: true, .. }) => Some(Outcome::Same),
        (Ok(report), Course { memory, .. }) => Some(Outcome::Faulty(report, memory)),
        (Err(failure), _) => Some(Outcome::Failed(failure)),
    }
}

/// How far a run came.
#[derive(Default)]
struct Course {
    same: bool,
    answered: bool,
    memory: Option<Memory>,
}

impl Course {
    /// Tries the site that is laid out. What is wrong with its pages comes back.
    fn follow(
        &mut self,
        task: &Task,
        tell: &Sender<Outcome>,
        site: &Site<'_>,
        found: &Diagnostics,
    ) -> Diagnostics {
        if !found.has_errors() && task.shown == Some(site.digest()) {
            self.same = true;
            return Diagnostics::new();
        }
        let (faults, memory) = site.rehearse_changed(&task.memory, &*task.listener);
        if found.has_errors() || faults.has_errors() {
            self.memory = Some(memory);
            return faults;
        }
        let mut all = found.clone();
        all.append(faults);
        let (live, questions) = Live::to(site);
        self.answered = tell.send(Outcome::Good(live, site.report(all), memory)).is_ok();
        live::tell(site, &questions);
        Diagnostics::new()
    }
}

fn internal(cause: impl std::fmt::Display) -> Failure {
    Failure::new(Code::FAILURE_INTERNAL, "serve", cause)
}
