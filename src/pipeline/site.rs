//! A site that is laid out, and what is done with it.

use std::path::Path;

use super::{Built, LEDGER, Report, Settings, Stage, Watcher, program};
use crate::{
    base::hash::Digest,
    catalog::Catalog,
    darkroom::{Cleaned, Darkroom, Developed},
    diag::{Code, Diagnostics, Failure},
    disk::{CacheFolder, Lock, OutputFolder},
    emit::{self, Fingerprints, Written},
    ledger::Ledger,
    plan::{ItemKind, SitePlan},
    render::Renderer,
    source::SourceTree,
};

/// A site that is laid out, while its values live.
#[derive(Debug)]
pub struct Site<'a> {
    /// What is true.
    pub catalog: &'a Catalog<'a>,
    /// What stands where.
    pub plan: &'a SitePlan<'a>,
    /// Renders it.
    pub renderer: &'a Renderer<'a>,
    /// Texts and pictures.
    pub tree: &'a SourceTree<'a>,
    /// The shop's folder, without links.
    pub root: &'a Path,
    /// Whether no error has been found on the way here.
    pub is_sound: bool,
    /// What the last run remembers.
    pub(super) ledger: &'a Ledger,
    /// When the run began, by the clock of the file system; 0 when nobody asked.
    pub(super) began: i128,
    /// Hash of all that the run is given.
    pub(super) run: Digest,
    /// What became of the pictures.
    pub(super) developed: Developed,
    /// Where they are kept.
    pub(super) darkroom: &'a Darkroom,
}

/// What a run of `serve` leaves to the next one, in place of a ledger and an output. Losing it costs time.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// What is known of the pictures; `None` before the first run.
    pub(super) pictures: Option<Ledger>,
    /// Of everything that was made without fault.
    pub(super) fingerprints: Fingerprints,
}

impl Site<'_> {
    /// Figures that do not depend on what is written.
    pub fn figures(&self) -> Built {
        let items = self.plan.items();
        Built {
            products: self.catalog.products.len(),
            pages: items.iter().filter(|item| matches!(item.kind, ItemKind::Page(..))).count(),
            languages: self.catalog.config.languages.len(),
            files: items.len(),
            most_files: self.plan.most_files(),
            next_change: self
                .catalog
                .next_change
                .and_then(|day| day.to_zoned(self.catalog.config.time_zone.clone()).ok()),
            unsigned: self.catalog.config.orders.as_ref().is_some_and(|orders| orders.tickets.seal.is_none()),
            pictures: self.plan.jobs().len(),
            developed: self.developed.made,
            developed_bytes: self.developed.bytes,
            stored: self.developed.kept,
            ..Built::default()
        }
    }

    pub(super) fn unchanged(&self) -> Built {
        Built { unchanged: true, committed: true, kept: self.plan.items().len(), ..self.figures() }
    }

    /// Whether nothing that decides the site has changed, and every file of the output is as it was left.
    pub(super) fn is_unchanged(&self, output: &OutputFolder) -> Result<bool, Failure> {
        if self.ledger.run != Some(self.run) {
            return Ok(false);
        }
        emit::is_as_left(output, self.ledger)
    }

    /// Makes everything, for its faults alone.
    pub fn rehearse(&self, watcher: &dyn Watcher) -> Diagnostics {
        let pages = self.plan.items().len();
        // A picture that could not be developed has been told; that its copies are not in the store is no news.
        let found = emit::rehearse(&self.renderer.rendered(), &|| watcher.step(Stage::Page(pages)));
        found.iter().filter(|one| one.code != Code::PICTURE_LOST).cloned().collect()
    }

    /// Makes what has changed since the run of `memory`, for its faults alone. Also gives what the next run may believe.
    pub fn rehearse_changed(&self, memory: &Memory, watcher: &dyn Watcher) -> (Diagnostics, Memory) {
        let pages = self.plan.items().len();
        let progress = || watcher.step(Stage::Page(pages));
        let (found, fingerprints) =
            emit::rehearse_changed(&self.renderer.rendered(), &memory.fingerprints, &progress);
        let pictures = Ledger { began: self.began, sources: self.tree.records.clone(), ..Ledger::default() };
        (found, Memory { pictures: Some(pictures), fingerprints })
    }

    /// Hash of all that decides what this site is.
    pub fn digest(&self) -> Digest {
        self.run
    }

    /// The report of a run that is not over: the site is still used.
    pub fn report(&self, found: Diagnostics) -> Report {
        Report::of(found, Some(self.tree), Some(self.figures()))
    }

    /// Keeps house among the developed pictures. A store that cannot be tidied is larger than it
    /// need be: no reason to call a site that stands a failure.
    pub(super) fn tidy(&self) -> Cleaned {
        self.darkroom.tidy(self.plan.jobs()).unwrap_or_default()
    }

    /// Remembers this run for the next one.
    pub(super) fn keep(
        &self,
        settings: &Settings,
        lock: &Lock,
        written: &Written,
        found: &Diagnostics,
    ) -> Result<(), Failure> {
        if !written.committed {
            return Ok(());
        }
        let silent = found.is_empty() && written.diagnostics.is_empty();
        let ledger = Ledger {
            program: Some(program()),
            run: silent.then_some(self.run),
            began: lock.began(),
            ended: lock.now()?,
            outputs: written.ledger.outputs.clone(),
            sources: self.tree.records.clone(),
        };
        CacheFolder::open(&settings.cache)?.write(LEDGER, &ledger.to_bytes())
    }
}
