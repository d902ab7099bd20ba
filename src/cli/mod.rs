//! The command line: arguments in, a report and an exit code out.
//!
//! Commands are thin: each makes its settings, calls one function of the library and
//! hands the report to [`report`], which alone prints. Exit codes: 0 fine, 1 the shop has
//! errors, 2 failure or wrong usage.

mod args;
mod desk;
mod orders;
mod progress;
mod report;
mod serve;
mod stock;

use std::{ffi::OsString, process::ExitCode};

use clap::Parser;
use jiff::Timestamp;

use crate::{
    check,
    config::{Now, Variables},
    diag::{Code, Failure, Severity, Speech},
    pipeline::{self, Report, Settings},
    scaffold, schema,
};
use args::{Args, Command, Form, Place};
use progress::Bars;
use report::Printer;

/// What the program is told by the machine that it runs on.
#[derive(Debug)]
pub struct Surroundings {
    /// The reader's locale, such as `bn_BD.UTF-8`.
    pub locale: String,
    /// The moment of the run.
    pub now: Timestamp,
    /// The environment variables whose names begin with [`VARIABLES`].
    pub variables: Variables,
}

/// Runs the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>, around: &Surroundings) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => return ExitCode::from(report::usage(&error)),
    };
    let speech = args.speak.map_or_else(|| Speech::from_locale(&around.locale), Speech::from);
    let printer = Printer::new(speech, args.format);
    match command(&args, &printer, around) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            printer.failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn command(args: &Args, printer: &Printer, around: &Surroundings) -> Result<u8, Failure> {
    match &args.command {
        Command::Build { place, pictures_only: true, .. } => {
            let bars = Bars::new(printer.speech(), args.format == Form::Text);
            let report = pipeline::pictures(&settings(place, around)?, &bars)?;
            bars.done();
            printer.developed(&report, bars.took());
            Ok(code(&report))
        }
        Command::Clean { place, pictures } => {
            let bars = Bars::new(printer.speech(), args.format == Form::Text);
            printer.cleaned(pipeline::clean(&settings(place, around)?, !pictures, &bars)?);
            Ok(0)
        }
        Command::Build { place, address, out, .. } => {
            let bars = Bars::new(printer.speech(), args.format == Form::Text);
            let mut settings = settings(place, around)?;
            settings.overrides.address = address.clone();
            if let Some(out) = out {
                settings.output = out.clone();
            }
            let report = pipeline::build(&settings, &bars)?;
            bars.done();
            printer.built(&report, &settings.output, bars.took());
            Ok(code(&report))
        }
        Command::Check { place, fix } => {
            let bars = Bars::new(printer.speech(), args.format == Form::Text);
            let settings = settings(place, around)?;
            let (report, fixed) = match fix {
                true => check::fix(&settings, &bars).map(|(report, fixed)| (report, Some(fixed)))?,
                false => (check::check(&settings, &bars)?, None),
            };
            bars.done();
            printer.checked(&report, fixed);
            Ok(code(&report))
        }
        Command::Serve { place, port } => {
            serve::run(settings(place, around)?, *port, printer, args.format == Form::Text)?;
            Ok(0)
        }
        Command::Stock { place, all, csv, set } => {
            stock::run(args, place, (*all, *csv), set.as_ref(), printer, around)
        }
        Command::Orders { place, files, command } => {
            orders::run(args, place, files, command.as_ref(), printer, around)
        }
        Command::Init { folder } => {
            scaffold::init(folder)?;
            printer.made(folder);
            Ok(0)
        }
        Command::Schema { name, reference } => schema_text(name.as_deref(), *reference, printer),
    }
}

/// 1 when the shop has errors.
fn code(report: &Report) -> u8 {
    u8::from(report.diagnostics.count(Severity::Error) > 0)
}

fn settings(place: &Place, around: &Surroundings) -> Result<Settings, Failure> {
    let now = match &place.now {
        None => Now::Moment(around.now),
        Some(text) => Now::read(text).ok_or_else(|| {
            Failure::new(Code::FAILURE_ARGUMENTS, "--now", format!("`{text}` is neither a day nor a moment"))
        })?,
    };
    Ok(Settings { variables: around.variables.clone(), ..Settings::of(&place.root, now) })
}

fn schema_text(name: Option<&str>, reference: bool, printer: &Printer) -> Result<u8, Failure> {
    if reference {
        printer.text(&schema::reference_page());
        return Ok(0);
    }
    let schemas = schema::json_schemas();
    let Some(name) = name else {
        let names: Vec<&str> = schemas.iter().map(|(name, _)| *name).collect();
        printer.text(&format!("{}\n", names.join("\n")));
        return Ok(0);
    };
    match schemas.iter().find(|(known, _)| *known == name) {
        Some((_, schema)) => {
            printer.text(&format!("{schema:#}\n"));
            Ok(0)
        }
        None => Err(Failure::new(
            Code::FAILURE_ARGUMENTS,
            name,
            "there is no such schema; `posra schema` lists them",
        )),
    }
}
