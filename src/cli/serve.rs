//! `posra serve`: what is heard of each run goes to the printer.

use std::{sync::Arc, time::Duration};

use super::{progress::Bars, report::Printer};
use crate::{
    diag::Failure,
    pipeline::{Settings, Stage, Watcher},
    serve::{self, End, Listener},
};

/// Serves until Ctrl-C.
pub(super) fn run(settings: Settings, port: u16, printer: &Printer, bars: bool) -> Result<(), Failure> {
    let speech = printer.speech();
    let front = Front { bars: Bars::new(speech, bars), printer: *printer };
    serve::serve(settings, port, speech, Arc::new(front))
}

struct Front {
    bars: Bars,
    printer: Printer,
}

impl Watcher for Front {
    fn step(&self, stage: Stage) {
        self.bars.step(stage);
    }

    fn waiting(&self, holder: &str) {
        self.bars.waiting(holder);
    }
}

impl Listener for Front {
    fn serving(&self, address: &str, inbox: &str) {
        self.printer.serving(address, inbox);
    }

    fn ended(&self, end: &End<'_>, took: Duration) {
        self.bars.done();
        match end {
            End::Nothing => {}
            End::Made(report) => self.printer.made_anew(report, took),
            End::Faulty(report, kept) => self.printer.faulty(report, *kept),
            End::Failed(failure) => self.printer.failure(failure),
        }
    }
}
