//! XLSX in and out: what `posra orders` and `posra stock set` make of books that other programs saved, and of those
//! that were made to hurt; and that no spreadsheet finds a formula in what posra writes.

use std::{
    io::{Cursor, Read, Write},
    path::PathBuf,
    process::Command,
};

use posra::sheet::{self, Cell, Kind};
use proptest::prelude::*;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::support::{Shop, repository, tell};

fn shop() -> Shop {
    Shop::copy_of(&repository().join("tests/desk/shop"))
}

fn posra(arguments: &[&str], shop: &Shop, speech: &str) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["--speak", speech])
        .args(arguments)
        .args(["--root".as_ref(), shop.path().as_os_str()])
        .args(["--now", "2026-11-26"])
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A book whose sheets, shared texts and looks are these.
fn book(sheets: &[&str], strings: &str, styles: &str) -> Vec<u8> {
    let numbers = 1..=sheets.len();
    let link = |id: String, kind: &str, target: String| {
        format!("<Relationship Id=\"{id}\" Type=\"{LINK}/{kind}\" Target=\"{target}\"/>")
    };
    let links: String =
        numbers.clone().map(|at| link(format!("r{at}"), "worksheet", format!("s{at}.xml"))).collect();
    let shared = link("t".to_owned(), "sharedStrings", "/xl/texts.xml".to_owned());
    let looks = link("l".to_owned(), "styles", "../xl/./looks.xml".to_owned());
    let links = format!("<Relationships>{links}{shared}{looks}</Relationships>");
    let names: String =
        numbers.map(|at| format!("<sheet name=\"{at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>")).collect();
    let main = format!("<x:workbook><x:workbookPr/><sheets>{names}</sheets></x:workbook>");
    let root = link("m".to_owned(), "officeDocument", "xl/workbook.xml".to_owned());
    let root = format!("<Relationships>{root}</Relationships>");
    let paths: Vec<String> = (1..=sheets.len()).map(|at| format!("xl/s{at}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("XL/Workbook.xml", main.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/texts.xml", strings.as_bytes()),
        ("xl/looks.xml", styles.as_bytes()),
    ];
    parts.extend(paths.iter().zip(sheets).map(|(path, sheet)| (&**path, sheet.as_bytes())));
    packed(&parts)
}

fn grid(rows: &str) -> String {
    format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>")
}

fn text(bytes: &[u8]) -> Result<String, String> {
    sheet::text("x.xlsx", bytes, &|text| text.contains("kind"))
        .map_err(|fault| fault.code.as_str().to_owned())
}

/// The rows of a book, as everything behind `sheet` reads them.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = text(bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn cells_are_what_the_form_sent() {
    let strings = "<sst uniqueCount=\"99999999999999999999\"><si><t>kind</t></si>\
        <si><r><t xml:space=\"preserve\">Rahima </t></r><r><t>Kha&amp;tun&#x9be;</t></r><rPh><t>x</t></rPh></si><si/></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yyyy h:mm\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf/></cellXfs></styleSheet>";
    let first = grid("<row r=\"3\"><c r=\"B3\" t=\"str\"><v>Notes, mine</v></c></row>");
    let second = grid(
        "<row r=\"2\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>\
         <row r=\"4\"><c r=\"A4\"><v>1.712345678E9</v></c><c r=\"C4\" s=\"2\"><v>46352.425</v></c>\
         <c r=\"D4\" s=\"1\"><v>46352</v></c><c r=\"E4\" t=\"b\"><v>0</v></c><c r=\"F4\" t=\"e\"><v>#NAME?</v></c>\
         <c r=\"G4\" t=\"inlineStr\"><is><t>a_x000D_\u{9}b</t></is><v>no</v></c><c r=\"H4\" t=\"d\"><v>2026-11-26</v></c>\
         <c r=\"I4\" t=\"str\"><f>1+1</f><v>two</v></c><c r=\"J4\"><f>1+1</f></c><c r=\"K4\" s=\"9\"/>\
         <c r=\"L4\" s=\"3\"><v>3</v></c></row>",
    );
    let bytes = book(&[&first, &second], strings, styles);
    assert_eq!(
        text(&bytes).unwrap(),
        "\nkind,Rahima Kha&tunা\n\n1712345678,,2026-11-26T10:12:00,2026-11-26,false,#NAME?,\"a\r\tb\",2026-11-26,two,,,3"
    );
    // No sheet is wanted: the first that says anything.
    assert_eq!(text(&book(&[&grid(""), &first], strings, styles)).unwrap(), "\n\n,\"Notes, mine\"");
}

/// Texts that some spreadsheet somewhere would act upon.
const PAYLOADS: [&str; 16] = [
    "=HYPERLINK(\"https://evil.example\")",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\u{0}=1",
    "\u{1}\u{b}\u{1f}",
    "\u{fffe}\u{ffff}",
    "＝1+1",
    "'=1+1",
    "_x003D_1+1",
    "</t></si><f>1+1</f>",
    "]]>&lt;&#61;1",
    "01712345678",
    "1E5",
];

#[test]
fn payloads_stay_texts_and_no_formula_is_written() {
    let rows_of = || PAYLOADS.iter().map(|text| [Cell::from(*text), Cell::Number("960.00".to_owned())]);
    let bytes = sheet::write(Kind::Xlsx, ["kind", "sum"], rows_of()).unwrap();
    assert_eq!(
        bytes,
        sheet::write(Kind::Xlsx, ["kind", "sum"], rows_of()).unwrap(),
        "the same rows, the same bytes"
    );
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    assert_eq!(sheet.matches("t=\"s\"").count(), PAYLOADS.len() + 2);
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<cols>"));
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("<b/>") && styles.contains("quotePrefix=\"1\""));
    for (row, text) in rows(&bytes).into_iter().skip(1).zip(PAYLOADS) {
        assert_eq!(row, [text, "960"]);
    }
}

#[test]
fn numbers_that_would_be_other_ones_stay_texts_and_long_texts_are_cut() {
    let long = "📷".repeat(20_000);
    let cells =
        ["1234567890123456", "-5", "1e5", "NaN", "", ".5"].map(|digits| Cell::Number(digits.to_owned()));
    let bytes =
        sheet::write(Kind::Xlsx, ["kind"], cells.into_iter().chain([long.into()]).map(|one| [one])).unwrap();
    let read: Vec<String> = rows(&bytes).into_iter().flatten().collect();
    assert_eq!(read[..5], ["kind", "1234567890123456", "-5", "1e5", "NaN"]);
    assert_eq!(part(&bytes, "xl/worksheets/sheet1.xml").matches("t=\"s\"").count(), 5);
    assert_eq!(read.last().unwrap().encode_utf16().count(), 32_767);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_written_is_read_back(table in prop::collection::vec(["\\PC*", "(?s).{0,12}", "[=+@_x0-9A-F,;\"\r\n\t ]{0,24}"], 1..8)) {
        let wanted: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(|cell| match cell.trim() {
            "" => String::new(),
            _ => cell.clone(),
        }).collect()).collect();
        let cells = table.into_iter().map(|row| row.map(Cell::Text));
        let bytes = sheet::write(Kind::Xlsx, ["kind", "b", "c"], cells).unwrap();
        let read = rows(&bytes);
        // Rows without a word are no rows of a CSV.
        let full = wanted.iter().filter(|row| row.iter().any(|cell| !cell.is_empty()));
        let mut count = 1;
        for (row, wanted) in read.iter().skip(1).zip(full) {
            for (at, cell) in wanted.iter().enumerate() {
                prop_assert_eq!(row.get(at).map_or("", |cell| cell), cell);
            }
            count += 1;
        }
        prop_assert_eq!(count, read.len());
    }
}

/// Books made to hurt, and what is said of each.
fn bombs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let header = "<row r=\"1\"><c t=\"inlineStr\"><is><t>kind</t></is></c></row>";
    let sheet = |rows: &str| book(&[&grid(rows)], "<sst/>", "<styleSheet/>");
    let fine = sheet(header);
    let all_rows: String =
        (2..=1_048_576).map(|row| format!("<row r=\"{row}\"><c><v>1</v></c></row>")).collect();
    let wide: String =
        (1..=4_000).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let repeated = "<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000);
    let name = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "a".repeat(1 << 20));
    let styles =
        format!("<styleSheet>{name}<cellXfs>{}</cellXfs></styleSheet>", "<xf fontId=\"0\"/>".repeat(100_000));
    let attributes: String = (0..100_000).map(|at| format!(" a{at}=\"\"")).collect();
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 504], &name].concat()
    };
    let names: Vec<String> = (0..60_000).map(|at| at.to_string()).collect();
    let ods =
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    let root = format!(
        "<Relationships><Relationship Type=\"{LINK}/officeDocument\" Target=\"word/d.xml\"/></Relationships>"
    );
    let word = packed(&[("_rels/.rels", root.as_bytes()), ("word/d.xml", b"<document/>")]);
    let mut locked = fine.clone();
    // The sign of an encrypted part, in all headers.
    for at in 0..locked.len() - 10 {
        if locked[at..].starts_with(b"PK\x03\x04") {
            locked[at + 6] |= 1;
        } else if locked[at..].starts_with(b"PK\x01\x02") {
            locked[at + 8] |= 1;
        }
    }
    vec![
        ("fine", fine.clone(), ""),
        ("a million rows", sheet(&format!("{header}{all_rows}")), "sheet.large"),
        ("rows to the last column", sheet(&wide), "sheet.large"),
        ("one text a thousand times", book(&[&grid(&repeated)], &shared, "<styleSheet/>"), "sheet.large"),
        ("much nothing", sheet(&" ".repeat(1 << 27)), "sheet.large"),
        (
            "looks that multiply",
            book(&[&grid(header)], "<sst uniqueCount=\"100000000000000\"/>", &styles),
            "",
        ),
        (
            "one long text",
            book(&[&grid(header)], &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(63 << 20)), ""),
            "sheet.large",
        ),
        (
            "a million shared nothings",
            book(&[&grid(header)], &format!("<sst>{}</sst>", "<si/>".repeat(12 << 20)), ""),
            "sheet.large",
        ),
        (
            "many parts",
            packed(&names.iter().map(|name| (&**name, b"".as_slice())).collect::<Vec<_>>()),
            "sheet.foreign",
        ),
        ("attributes without end", sheet(&format!("<row{attributes}></row>{header}")), ""),
        ("more than sixteen megabytes", [fine.clone(), vec![0; 16 << 20]].concat(), "sheet.large"),
        ("cut short", fine[..fine.len() / 2].to_vec(), "sheet.damaged"),
        ("a sheet without end", book(&["<worksheet><sheetData><row>"], "<sst/>", ""), "sheet.damaged"),
        ("no sheet", book(&[], "<sst/>", ""), "sheet.damaged"),
        (
            "a cell before the last",
            sheet("<row r=\"9\"><c><v>1</v></c></row><row r=\"3\"><c><v>1</v></c></row>"),
            "sheet.damaged",
        ),
        ("a cell beyond the last", sheet("<row r=\"1048577\"><c><v>1</v></c></row>"), "sheet.damaged"),
        ("no cell", sheet("<row><c r=\"ZZZZZZZZZZZZ99999999999\"><v>1</v></c></row>"), "sheet.damaged"),
        ("a text that is missing", sheet("<row><c t=\"s\"><v>7</v></c></row>"), "sheet.damaged"),
        ("entities within entities", sheet("<row><c><v>&lol;</v></c></row>"), "sheet.damaged"),
        ("an empty zip", packed(&[]), "sheet.foreign"),
        ("OpenDocument", ods, "sheet.foreign"),
        ("a letter", word, "sheet.foreign"),
        ("an old sheet", compound("Workbook"), "sheet.foreign"),
        ("a password", compound("EncryptedPackage"), "sheet.locked"),
        ("a zip with a password", locked, "sheet.locked"),
    ]
}

#[test]
fn books_that_hurt_give_one_fault_with_its_repair_in_bounded_memory() {
    let (shop, folder) = (shop(), tempfile::tempdir().unwrap());
    for (name, bytes, wanted) in bombs() {
        assert_eq!(text(&bytes).err().unwrap_or_default(), wanted, "{name}");
        let path = folder.path().join("bomb.xlsx");
        std::fs::write(&path, &bytes).unwrap();
        let path = path.to_str().unwrap();
        #[cfg(target_os = "linux")]
        {
            let run = crate::bombs::posra(&["orders", path], shop.path());
            tell(&format!("book: {name}: {:.0} ms, {:.0} MB", run.cpu, run.peak / 1024.0));
            assert!(
                run.peak < 256.0 * 1024.0 && run.cpu < 20_000.0,
                "{name}: {} KiB, {} ms",
                run.peak,
                run.cpu
            );
        }
        let wanted = if wanted.is_empty() { "export.empty" } else { wanted };
        for (arguments, wanted) in [
            (["orders", path].as_slice(), wanted),
            (&["stock", "set", path], if wanted == "export.empty" { "sheet.columns" } else { wanted }),
        ] {
            for (speech, error, help) in [("en", "error[", "help: "), ("bn", "ত্রুটি[", "উপায়: ")]
            {
                let (code, _, said) = posra(arguments, &shop, speech);
                assert_eq!(code, 1, "{name}: {said}");
                assert_eq!(said.matches(error).count(), 1, "{name}: {said}");
                assert!(said.contains(&format!("{error}{wanted}]")) && said.contains(help), "{name}: {said}");
            }
        }
    }
}

#[test]
fn a_book_cut_or_changed_anywhere_stops_nothing() {
    let whole = std::fs::read(repository().join("tests/desk/libreoffice/orders.xlsx")).unwrap();
    let (mut read, mut refused) = (0, 0);
    let mut count = |bytes: &[u8]| match text(bytes) {
        Ok(_) => read += 1,
        Err(_) => refused += 1,
    };
    for at in 4..whole.len() {
        if at % 7 == 0 {
            count(&whole[..at]);
        }
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        count(&changed);
    }
    tell(&format!("books: {refused} refused, {read} read all the same"));
    assert!(refused > 4_000, "{refused}");
}

#[test]
fn xml_changed_anywhere_stops_nothing() {
    let whole = std::fs::read(repository().join("tests/desk/libreoffice/orders.xlsx")).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(&*whole)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut parts: Vec<(&str, Vec<u8>)> = Vec::new();
    for name in &names {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        parts.push((name, bytes));
    }
    let (mut read, mut refused) = (0, 0);
    for part in 0..parts.len() {
        if !parts[part].0.starts_with("xl/") || parts[part].0.contains("theme") {
            continue;
        }
        for at in (0..parts[part].1.len()).step_by(23) {
            let old = std::mem::replace(&mut parts[part].1[at], b"<>\"&_9Z\xe0"[at % 8]);
            let bytes = packed(&parts.iter().map(|(name, bytes)| (*name, &**bytes)).collect::<Vec<_>>());
            match text(&bytes) {
                Ok(_) => read += 1,
                Err(_) => refused += 1,
            }
            parts[part].1[at] = old;
        }
    }
    tell(&format!("books of changed XML: {refused} refused, {read} read all the same"));
    assert!(refused > 10 && read > 100, "{refused} {read}");
}

#[test]
fn orders_are_written_as_books_where_the_file_is_called_so() {
    let shop = shop();
    let export = repository().join("tests/desk/libreoffice/orders.xlsx");
    let file = |name: &str| shop.path().join("orders").join(name);
    let run = |ending: &str| {
        let [sheet, stock, parcels] =
            ["orders", "stock", "parcels"].map(|name| file(&format!("{name}.{ending}")));
        let asked = [("--sheet", &sheet), ("--stock", &stock), ("--parcels", &parcels)];
        let asked = asked.map(|(name, path)| format!("{name}={}", path.display()));
        let mut arguments = vec!["orders", export.to_str().unwrap(), "--courier", "steadfast"];
        arguments.extend(asked.iter().map(String::as_str));
        assert_eq!(posra(&arguments, &shop, "en").0, 0);
        [sheet, stock, parcels].map(|path| std::fs::read(path).unwrap())
    };
    let (plain, books) = (run("csv"), run("XLSX"));
    for (plain, book) in plain.iter().zip(&books) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&**plain);
        let wanted: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(same_number).collect()).collect();
        let mut read = rows(book);
        read.iter_mut().for_each(|row| row.resize(wanted[0].len(), String::new()));
        assert_eq!(read, wanted);
    }
    let (code, said, _) = posra(&["stock", "set", file("stock.XLSX").to_str().unwrap()], &shop, "en");
    assert_eq!(code, 0, "{said}");
    assert!(shop.read("content/products/pot/index.md").contains("stock = 1\n"));
}

/// A cell of a CSV as a book holds it: without the apostrophe, and numbers without empty decimals.
fn same_number(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').unwrap_or(cell);
    cell.strip_suffix(".00").unwrap_or(cell).to_owned()
}

#[test]
fn an_export_is_known_by_what_stands_in_it() {
    let (shop, folder) = (shop(), tempfile::tempdir().unwrap());
    let desk = repository().join("tests/desk");
    let said = |from: PathBuf, name: &str| {
        let to = folder.path().join(name);
        std::fs::copy(from, &to).unwrap();
        posra(&["orders", to.to_str().unwrap()], &shop, "en")
    };
    let book = said(desk.join("libreoffice/orders.xlsx"), "orders.csv");
    assert_eq!((book.0, book), (0, said(desk.join("libreoffice/orders.xlsx"), "orders.xlsx")));
    let text = said(desk.join("google-sheet/Orders - Sheet1.csv"), "text.xlsx");
    assert_eq!(text, said(desk.join("google-sheet/Orders - Sheet1.csv"), "text.csv"));
}
