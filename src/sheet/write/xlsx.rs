//! A sheet as XLSX. In: rows; out: a book with one sheet, whose header stays in sight. Text is written as text and
//! never looked into, so there is no formula in it. The same rows are the same bytes: no clock goes in.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, FORMULAS};

/// Most that a cell holds, in units of UTF-16, by the format.
const MOST: usize = 32_767;

/// Narrowest and widest column, in signs.
const WIDTHS: (usize, usize) = (8, 42);

/// Digits that no spreadsheet rounds.
const DIGITS: usize = 15;

pub(super) fn write<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [Cell; N]>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet();
    let mut widths = header.map(|name| name.chars().count());
    for (column, name) in (0u16..).zip(header) {
        sheet.write_string_with_format(0, column, name, &Format::new().set_bold())?;
    }
    for (row, cells) in (1u32..).zip(rows) {
        for ((column, cell), width) in (0u16..).zip(cells).zip(&mut widths) {
            *width = (*width).max(put(sheet, (row, column), cell)?);
        }
    }
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, (width + 2).clamp(WIDTHS.0, WIDTHS.1) as u16)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// Writes a cell; gives the signs of its longest line.
fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: Cell) -> Result<usize, XlsxError> {
    let text = match cell {
        Cell::Number(digits) => match number(&digits) {
            Some((value, format)) => {
                sheet.write_number_with_format(row, column, value, &format)?;
                return Ok(digits.len());
            }
            None => digits,
        },
        Cell::Text(text) => text,
    };
    if text.is_empty() {
        return Ok(0);
    }
    let text = cut(text);
    let width = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    match text.starts_with(FORMULAS) {
        // With the mark that it stays text when a person opens the cell and leaves it again.
        true => sheet.write_string_with_format(row, column, text, &Format::new().set_quote_prefix())?,
        false => sheet.write_string(row, column, text)?,
    };
    Ok(width)
}

/// A number with as many decimals as it is written with; `None` when it would not be the same one.
fn number(digits: &str) -> Option<(f64, Format)> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [whole.strip_prefix('-').unwrap_or(whole), decimals].concat();
    if all.is_empty() || all.len() > DIGITS || !all.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    let format = match decimals.len() {
        0 => "0".to_owned(),
        places => format!("0.{}", "0".repeat(places)),
    };
    Some((digits.parse().ok()?, Format::new().set_num_format(format)))
}

/// As much of a text as a cell holds.
fn cut(text: String) -> String {
    if text.encode_utf16().count() <= MOST {
        return text;
    }
    let mut units = 1;
    let fits = |one: &char| {
        units += one.len_utf16();
        units <= MOST
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
