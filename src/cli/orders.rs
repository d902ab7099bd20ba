//! `posra orders`.

use std::path::{Path, PathBuf};

use super::{
    Surroundings,
    args::{Args, Form, OrdersCommand, OrdersFiles, Place},
    code,
    desk::{json, text},
    report::Printer,
    settings,
};
use crate::{
    catalog::Catalog,
    diag::{Code, Diagnostics, Failure},
    disk,
    orders::{self, Desk, Posted},
    pipeline::{self, Settings},
    sheet::Kind,
    ticket::Seal,
};

/// Folder of the shop in which what comes of orders stands; git never sees it.
const FOLDER: &str = "orders";

/// Checks exports, makes a key, or prints the script for a sheet.
pub(super) fn run(
    args: &Args,
    place: &Place,
    files: &OrdersFiles,
    command: Option<&OrdersCommand>,
    printer: &Printer,
    around: &Surroundings,
) -> Result<u8, Failure> {
    match command {
        None => desk(args, place, files, printer, around),
        Some(OrdersCommand::Key) => {
            printer.key(&Seal::from_bytes(disk::chance()?));
            Ok(0)
        }
        Some(OrdersCommand::Script { place }) => {
            let mut script = String::new();
            let report = pipeline::with_catalog(&settings(place, around)?, &mut |catalog, _| {
                script = orders::script(catalog.config);
                Ok(())
            })?;
            printer.desk(&report, &script, &[]);
            Ok(code(&report))
        }
    }
}

/// Checks exports, and writes what is asked for.
fn desk(
    args: &Args,
    place: &Place,
    files: &OrdersFiles,
    printer: &Printer,
    around: &Surroundings,
) -> Result<u8, Failure> {
    let settings = settings(place, around)?;
    let mut found = Diagnostics::new();
    let posted = read(&files.exports, &mut found)?;
    let mut said = String::new();
    let mut written = Vec::new();
    let mut report = pipeline::with_catalog(&settings, &mut |catalog, _| {
        let desk = orders::check(catalog, &posted);
        written = write(&settings, files, catalog, &desk, printer)?;
        said = match args.format {
            Form::Json => json(catalog, &desk),
            Form::Text => text(catalog, &desk, printer.speech()),
        };
        Ok(())
    })?;
    report.diagnostics.append(found);
    printer.desk(&report, &said, &written);
    Ok(code(&report))
}

fn read(exports: &[PathBuf], found: &mut Diagnostics) -> Result<Vec<Posted>, Failure> {
    let mut posted = Vec::new();
    for path in exports {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        posted.extend(orders::read(&name, &disk::read_given(path)?, found));
    }
    Ok(posted)
}

/// Writes what is asked for; gives the paths.
fn write(
    settings: &Settings,
    files: &OrdersFiles,
    catalog: &Catalog<'_>,
    desk: &Desk,
    printer: &Printer,
) -> Result<Vec<PathBuf>, Failure> {
    let mut all: Vec<(Option<&PathBuf>, &str, Vec<u8>)> = Vec::new();
    if let Some(path) = &files.sheet {
        all.push((path.as_ref(), "orders.csv", orders::sheet(catalog, desk, kind(path.as_ref()))?));
    }
    if let Some(path) = &files.slips {
        let slips = orders::slips(catalog, desk, printer.speech());
        all.push((path.as_ref(), "slips.html", slips.into_bytes()));
    }
    if let Some(path) = &files.stock {
        all.push((path.as_ref(), "stock.csv", orders::stock(catalog, desk, kind(path.as_ref()))?));
    }
    if let Some(courier) = files.courier {
        let path = files.parcels.as_ref();
        all.push((path, "parcels.csv", orders::courier(catalog, desk, courier.into(), kind(path))?));
    }
    let mut written = Vec::new();
    for (path, default, bytes) in all {
        let path = path.cloned().unwrap_or_else(|| settings.root.join(FOLDER).join(default));
        private(settings, &path)?;
        disk::write_given(&path, &bytes)?;
        written.push(path);
    }
    if !written.is_empty() {
        disk::hide_from_git(&settings.root.join(FOLDER))?;
    }
    Ok(written)
}

/// How a sheet is written: as its file is called, else as CSV.
fn kind(path: Option<&PathBuf>) -> Kind {
    path.map_or(Kind::Csv, |path| Kind::of(path))
}

/// What buyers trusted the shop with stands outside of the shop, or in its folder for orders: nothing there is published.
fn private(settings: &Settings, path: &Path) -> Result<(), Failure> {
    let inside = |folder: &Path| disk::is_inside(path, folder);
    if (inside(&settings.root)? && !inside(&settings.root.join(FOLDER))?) || inside(&settings.output)? {
        let cause = format!("orders are private: write them into `{FOLDER}/` or outside of the shop");
        return Err(Failure::new(Code::FAILURE_ARGUMENTS, path.display().to_string(), cause));
    }
    Ok(())
}
