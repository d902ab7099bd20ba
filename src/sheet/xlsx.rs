//! XLSX in, as the CSV that a spreadsheet would save of it.
//!
//! In: bytes that anybody may have made; out: text, a line for each row, or the one trouble that stops it. Numbers and
//! days become what a form sent; of a formula only the value that was kept. Whatever the file says of itself, no more
//! is unpacked, counted or held than the limits here, and nothing is set aside because it says so: a reader that
//! believes `uniqueCount` is brought down by a file of one kilobyte.

mod book;
mod grid;
mod look;
mod package;
mod strings;
mod trouble;
mod xml;

use book::Book;
use package::Package;
use strings::Strings;
use trouble::Trouble;

/// Most bytes of a file: a hundred thousand orders need less.
const FILE: usize = 16 << 20;

/// Most bytes that are unpacked of it, all parts together.
const UNPACKED: u64 = 64 << 20;

/// Most cells that say something.
const CELLS: usize = 1_000_000;

/// Most bytes of text, of one sheet and of what its cells share.
const TEXT: usize = 32 << 20;

/// How a ZIP begins, with and without anything in it.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// How a compound file begins: old spreadsheets, and new ones behind a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes are a file of a spreadsheet and not text.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    ZIP.iter().any(|magic| bytes.starts_with(magic)) || bytes.starts_with(COMPOUND)
}

/// The first sheet that is `wanted`, else the first that says anything.
pub(super) fn text(bytes: &[u8], wanted: &dyn Fn(&str) -> bool) -> Result<String, Trouble> {
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if bytes.len() > FILE {
        return Err(Trouble::Large);
    }
    let mut package = Package::open(bytes)?;
    let text = chosen(&mut package, wanted);
    // A part that is cut off by the limit looks damaged.
    text.map_err(|trouble| if package.is_spent() { Trouble::Large } else { trouble })
}

fn chosen(package: &mut Package<'_>, wanted: &dyn Fn(&str) -> bool) -> Result<String, Trouble> {
    let book = Book::read(package)?;
    let looks = match &book.styles {
        Some(path) => look::read(package, path)?,
        None => Vec::new(),
    };
    let strings = match &book.strings {
        Some(path) => Strings::read(package, path)?,
        None => Strings::default(),
    };
    let mut first = String::new();
    for path in &book.sheets {
        let text = grid::read(package, path, &book, &strings, &looks)?;
        if wanted(&text) {
            return Ok(text);
        }
        if first.is_empty() {
            first = text;
        }
    }
    Ok(first)
}

/// What a compound file is: its names stand in it in UTF-16.
fn compound(bytes: &[u8]) -> Trouble {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match bytes.windows(name.len()).any(|window| window == name) {
        true => Trouble::Locked,
        false => Trouble::Foreign,
    }
}
