//! `posra stock`.

use std::path::Path;

use super::{
    Surroundings,
    args::{Args, Form, Place, StockCommand},
    code,
    progress::Bars,
    report::Printer,
    settings,
};
use crate::{
    diag::{Failure, Speech},
    disk, stock,
};

/// Lists, or sets.
pub(super) fn run(
    args: &Args,
    place: &Place,
    (all, csv): (bool, bool),
    command: Option<&StockCommand>,
    printer: &Printer,
    around: &Surroundings,
) -> Result<u8, Failure> {
    if let Some(StockCommand::Set { sheet, keep_date, place }) = command {
        let bars = Bars::new(printer.speech(), args.format == Form::Text);
        let (name, sheet) = read(sheet)?;
        let (report, counted) = stock::set(&settings(place, around)?, &bars, &name, &sheet, *keep_date)?;
        bars.done();
        printer.counted(&report, counted);
        return Ok(code(&report));
    }
    let tag = match printer.speech() {
        Speech::Bengali => "bn",
        Speech::English => "en",
    };
    let (report, rows) = stock::list(&settings(place, around)?, tag, all)?;
    match csv {
        true => printer.sheet(&report, &stock::csv(&rows)?),
        false => printer.stock(&report, &rows),
    }
    Ok(code(&report))
}

/// The sheet, by its name as it is told, and its bytes.
fn read(sheet: &Path) -> Result<(String, Vec<u8>), Failure> {
    let name = sheet.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, disk::read_given(sheet)?))
}
