//! Bars for long work. They hide themselves when nobody watches.

use std::{fmt::Write, sync::Mutex, time::Duration};

use indicatif::{FormattedDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::{
    diag::{Speech, say},
    pipeline::{Stage, Watcher},
};

use super::report::megabytes;

/// A bar for pictures, then one for pages.
pub(super) struct Bars {
    speech: Speech,
    shown: bool,
    bar: Mutex<Option<(&'static str, ProgressBar)>>,
    /// Never seen; it knows when the work began.
    whole: ProgressBar,
}

/// Work of fewer steps than this is over before a bar is read.
const LONG: usize = 20;

impl Bars {
    pub(super) fn new(speech: Speech, shown: bool) -> Self {
        Self { speech, shown, bar: Mutex::new(None), whole: ProgressBar::hidden() }
    }

    /// Takes the last bar away.
    pub(super) fn done(&self) {
        if let Some((_, bar)) = self.lock().take() {
            bar.finish_and_clear();
        }
    }

    /// How long the work has taken so far.
    pub(super) fn took(&self) -> Duration {
        self.whole.elapsed()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<(&'static str, ProgressBar)>> {
        self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// One step of `of`; `bytes` is what came of all so far, where that is told.
    fn advance(&self, key: &'static str, of: usize, bytes: Option<u64>) {
        if !self.shown || of < LONG {
            return;
        }
        let mut current = self.lock();
        if !matches!(&*current, Some((known, _)) if *known == key) {
            if let Some((_, old)) = current.take() {
                old.finish_and_clear();
            }
            *current = Some((key, self.bar(key, of)));
        }
        if let Some((_, bar)) = &*current {
            if let Some(bytes) = bytes {
                let size = megabytes(self.speech, bytes);
                bar.set_prefix(say(self.speech, "progress.megabytes", &[("megabytes", size)]));
            }
            bar.inc(1);
        }
    }

    fn bar(&self, key: &str, of: usize) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(of as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {figures}{prefix}") {
            let speech = self.speech;
            bar.set_style(style.with_key("figures", move |state: &ProgressState, out: &mut dyn Write| {
                let left = FormattedDuration(state.eta());
                let figures = format!("{}/{} {left}", state.pos(), state.len().unwrap_or_default());
                // A terminal that takes no figures is no fault.
                let _ = out.write_str(&speech.digits(&figures));
            }));
        }
        bar.with_message(say(self.speech, key, &[]))
    }
}

impl Watcher for Bars {
    fn step(&self, stage: Stage) {
        match stage {
            Stage::Pictures(step) => self.advance("progress.pictures", step.of, Some(step.bytes)),
            Stage::Text(of) => self.advance("progress.texts", of, None),
            Stage::Page(of) => self.advance("progress.pages", of, None),
        }
    }

    fn waiting(&self, holder: &str) {
        super::report::waiting(self.speech, holder);
    }
}
