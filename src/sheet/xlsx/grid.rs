//! One sheet. In: its part, and what the book shares; out: text as CSV, a line for each row, so that places in it are
//! places of the sheet. Blank cells say nothing and cost nothing; formulas are passed over.

use std::io::BufRead;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    CELLS, TEXT,
    book::Book,
    look::Look,
    package::Package,
    strings::Strings,
    trouble::Trouble,
    xml::{attribute, next, text_of},
};

/// Most rows and columns of a sheet, by the format.
const MOST: (u32, u32) = (1_048_576, 16_384);

pub(super) fn read(
    package: &mut Package<'_>,
    path: &str,
    book: &Book,
    strings: &Strings,
    looks: &[Look],
) -> Result<String, Trouble> {
    let Some(mut xml) = package.part(path)? else { return Err(Trouble::damaged("a sheet is missing")) };
    let (mut buffer, mut table) = (Vec::new(), Table::default());
    // Where the next cell stands, when it does not say so.
    let (mut row, mut column) = (0, 0);
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "row" => {
                if let Some(number) = attribute(&element, "r") {
                    row = place(&number)?.0;
                }
                column = 0;
            }
            Event::End(element) if element.local_name().as_ref() == "row" => row += 1,
            Event::Start(element) if element.local_name().as_ref() == "c" => {
                let cell = Cell::of(&element);
                if let Some(place_in_words) = attribute(&element, "r") {
                    (row, column) = place(&place_in_words)?;
                }
                let written = cell.written(&mut xml, &mut buffer)?;
                table.put((row, column), &cell.meant(written, book, strings, looks)?)?;
                column += 1;
            }
            Event::End(element) if element.local_name().as_ref() == "sheetData" => return Ok(table.text),
            Event::Eof => return Err(Trouble::damaged("the sheet has no end")),
            _ => {}
        }
    }
}

/// What an element says of its cell.
struct Cell {
    kind: String,
    look: usize,
}

impl Cell {
    fn of(element: &BytesStart<'_>) -> Self {
        let look = attribute(element, "s").and_then(|look| look.parse().ok()).unwrap_or(0);
        Self { kind: attribute(element, "t").unwrap_or_default(), look }
    }

    /// What stands in it.
    fn written<R: BufRead>(&self, xml: &mut Reader<R>, buffer: &mut Vec<u8>) -> Result<String, Trouble> {
        let mut written = String::new();
        loop {
            match next(xml, buffer)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" if self.kind != "inlineStr" => written = text_of(xml, buffer, "v")?,
                    "is" => written = text_of(xml, buffer, "is")?,
                    "f" => drop(text_of(xml, buffer, "f")?),
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok(written),
                Event::Eof => return Err(Trouble::damaged("a cell has no end")),
                _ => {}
            }
        }
    }

    /// As the form sent it.
    fn meant(
        &self,
        written: String,
        book: &Book,
        strings: &Strings,
        looks: &[Look],
    ) -> Result<String, Trouble> {
        let trimmed = written.trim();
        Ok(match &*self.kind {
            _ if trimmed.is_empty() => String::new(),
            "s" => {
                let text = trimmed.parse().ok().and_then(|at| strings.get(at));
                text.ok_or_else(|| Trouble::damaged("a text is missing"))?.to_owned()
            }
            "b" => matches!(trimmed, "1" | "true").to_string(),
            "n" | "" => match trimmed.parse() {
                Ok(value) => looks.get(self.look).copied().unwrap_or_default().text(value, book.since_1904),
                Err(_) => written,
            },
            _ => written,
        })
    }
}

/// Row and column, from 0, of `B7`; `7` is the beginning of its row.
fn place(text: &str) -> Result<(u32, u32), Trouble> {
    let digits = text.trim_start_matches(|one: char| one.is_ascii_alphabetic());
    let letters = &text[..text.len() - digits.len()];
    let column = letters.bytes().try_fold(0u32, |sum, letter| {
        sum.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    let row = digits.parse::<u32>().ok().and_then(|row| row.checked_sub(1));
    let place = row.zip(column.map(|column| column.saturating_sub(1)));
    place.ok_or_else(|| {
        Trouble::damaged(format!("`{}` is no cell", text.chars().take(20).collect::<String>()))
    })
}

/// The text that comes out.
#[derive(Default)]
struct Table {
    text: String,
    cells: usize,
    /// Where the last cell stands.
    row: u32,
    column: Option<u32>,
}

impl Table {
    fn put(&mut self, (row, column): (u32, u32), value: &str) -> Result<(), Trouble> {
        if value.trim().is_empty() {
            return Ok(());
        }
        if row > self.row {
            self.within((row - self.row) as usize)?;
            self.text.extend((self.row..row).map(|_| '\n'));
            (self.row, self.column) = (row, None);
        }
        let is_next = row == self.row && self.column.is_none_or(|last| column > last);
        if !is_next || row >= MOST.0 || column >= MOST.1 {
            return Err(Trouble::damaged("its cells are out of order"));
        }
        let before = column - self.column.unwrap_or(0);
        self.cells += 1;
        // Quotation marks may be doubled.
        self.within(before as usize + 2 * value.len() + 2)?;
        self.text.extend((0..before).map(|_| ','));
        self.column = Some(column);
        match value.contains([',', ';', '\t', '"', '\n', '\r']) || value.trim() != value {
            true => self.text.extend(["\"", &value.replace('"', "\"\""), "\""]),
            false => self.text.push_str(value),
        }
        Ok(())
    }

    fn within(&self, more: usize) -> Result<(), Trouble> {
        match self.text.len().saturating_add(more) > TEXT || self.cells > CELLS {
            true => Err(Trouble::Large),
            false => Ok(()),
        }
    }
}
