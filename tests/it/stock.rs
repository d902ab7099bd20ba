//! `posra stock`, as a shopkeeper runs it.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use crate::support::{Shop, repository, tell};

fn posra(shop: &Shop, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["--speak", "en"])
        .args(arguments)
        .args(["--root".as_ref(), shop.path().as_os_str()])
        .args(["--now", "2026-11-24"])
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

pub(crate) fn set(shop: &Shop, sheet: impl AsRef<[u8]>, more: &[&str]) -> (i32, String, String) {
    let path = shop.path().join("sheet.csv");
    fs::write(&path, sheet).unwrap();
    let path = path.to_str().unwrap().to_owned();
    posra(shop, &[&["stock", "set", path.as_str()], more].concat())
}

/// Every text of the shop by its path.
pub(crate) fn texts(root: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(root.join("content"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap()))
        .collect()
}

/// A copy of the root shop's words, without pictures: they are not counted.
fn root_words() -> Shop {
    let shop = Shop::base();
    for entry in walkdir::WalkDir::new(repository().join("content")).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(repository()).unwrap();
            let to = shop.path().join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(entry.path(), to).unwrap();
        }
    }
    fs::copy(repository().join("posra.toml"), shop.path().join("posra.toml")).unwrap();
    shop
}

#[test]
fn a_sheet_of_what_is_written_changes_no_byte() {
    let shop = root_words();
    let (code, sheet, said) = posra(&shop, &["stock", "--all", "--csv"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(sheet.lines().count() > 30, "{sheet}");
    let before = texts(shop.path());
    let (code, said, _) = set(&shop, &sheet, &["--keep-date"]);
    let lines = sheet.lines().count() - 1;
    assert_eq!(
        (code, said),
        (0, format!("SKUs: {lines}. Your files say all of it already; nothing was written.\n"))
    );
    assert!(texts(shop.path()) == before, "a byte changed");
    tell(&format!("{lines} SKUs of {} files came back byte for byte", before.len()));
}

#[test]
fn one_count_changes_its_line_and_the_day() {
    let shop = root_words();
    let before = texts(shop.path());
    let (code, said, _) = set(&shop, "SKU;Name;Quantity\r\nKK-CUP-BLK;Cups;১২\r\n", &[]);
    assert_eq!((code, said.as_str()), (0, "SKUs: 1. Files changed: 1.\n"));
    let after = texts(shop.path());
    let changed: Vec<_> = before.iter().filter(|(path, bytes)| after[*path] != **bytes).collect();
    let [(path, old)] = changed.as_slice() else { panic!("{changed:?}") };
    let lines =
        |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect();
    let (old, new): (Vec<String>, Vec<String>) = (lines(old), lines(&after[*path]));
    let differ: Vec<_> = new.iter().filter(|line| !old.contains(line)).collect();
    assert_eq!(differ, ["stock_as_of = 2026-11-24", "stock = 12"]);
    assert_eq!(new.len(), old.len() + usize::from(!old.iter().any(|line| line.starts_with("stock_as_of"))));
    assert_eq!(
        fs::read_dir(shop.path().join("content/products/clay-cups")).unwrap().count(),
        5,
        "something was left beside"
    );
}

#[test]
fn with_any_fault_nothing_is_written() {
    let shop = root_words();
    let before = texts(shop.path());
    for (sheet, told) in [
        ("sku,stock\nKK-CUP-BLK,3\nKK-CUP-BLU,4\n", "error[sheet.sku]"),
        ("sku,stock\nKK-CUP-BLK,3\nkk-cup-blk,4\n", "error[sheet.twice]"),
        ("sku,stock\nKK-CUP-BLK,-3\n", "error[sheet.count]"),
        ("sku,stock\nKK-CUP-BLK,many\n", "error[sheet.count]"),
        ("sku,stock\nKK-CUP,3\n", "error[sheet.variants]"),
        ("name,stock\nCups,3\n", "error[sheet.columns]"),
        ("sku,stock\nKK-CUP-BLK,\n", "error[sheet.blank]"),
        ("sku,stock\n,3\n", "error[sheet.blank]"),
        ("sku,name,stock\nKK-CUP-BLK,\"Cups,3\nKK-CUP-RED,4\n", "error[sheet.quote]"),
        ("", "error[sheet.columns]"),
    ] {
        let (code, out, said) = set(&shop, sheet, &[]);
        assert_eq!((code, out.as_str()), (1, ""), "{sheet}");
        assert!(said.contains(told), "{sheet}: {said}");
        assert!(said.contains("Nothing was written."), "{said}");
        assert!(texts(shop.path()) == before, "{sheet}: a byte changed");
    }
}

/// What spreadsheets write when a shopkeeper saves "as CSV".
#[test]
fn sheets_of_every_make_are_read() {
    let utf16: Vec<u8> =
        "\u{feff}SKU\tStock\r\nKK-CUP-BLK\t17\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms: [&[u8]; 7] = [
        b"sku,stock\nKK-CUP-BLK,17\n",
        b"\xEF\xBB\xBF\"SKU\";\"Stock\"\r\n\"KK-CUP-BLK\";\"17\"\r\n;\r\n",
        b"Name\tQuantity\tSKU\nCups, black\t17\tkk-cup-blk",
        b",,\n\nSKU,Note,Count\n,,\nKK-CUP-BLK,\"two\nlines\",17\n",
        "sku,stock\nKK-CUP-BLK,১৭\n".as_bytes(),
        b"sku,stock\n'KK-CUP-BLK, 17 \n",
        &utf16,
    ];
    let shop = root_words();
    for sheet in forms {
        set(&shop, "sku,stock\nKK-CUP-BLK,4\n", &[]);
        let (code, said, faults) = set(&shop, sheet, &[]);
        assert_eq!((code, said.as_str()), (0, "SKUs: 1. Files changed: 1.\n"), "{faults}");
        let text = fs::read_to_string(shop.path().join("content/products/clay-cups/index.md")).unwrap();
        assert!(text.contains("\nstock = 17\n"), "{text}");
    }
}

#[test]
fn a_sheet_that_is_no_text_is_refused_at_its_line() {
    let shop = root_words();
    let (code, _, said) = set(&shop, b"sku,stock\nKK-CUP-BLK,3\n\xA6\xBE,4\n", &[]);
    assert_eq!(code, 1);
    assert!(said.contains("error[text.encoding]") && said.contains("line 3"), "{said}");
}

/// A product that cannot be read is there all the same: "no such SKU" would send its writer looking elsewhere.
#[test]
fn the_sku_of_a_broken_product_is_known() {
    let path = "content/products/clay-cups/index.md";
    let breaks: [(&str, &str, Option<&str>); 4] = [
        ("\nprice = ", "\nprise = ", Some("error[sheet.broken]")),
        ("\nsku = \"KK-CUP-RED\"", "\nsku = \"KK-CUP-RED", Some("error[sheet.broken]")),
        ("\nsku = \"KK-CUP-RED\"", "\nsku = \"KK-CUP-BLK\"", None),
        // Nobody can know what is in it.
        ("+++\n", "+++\n\u{0}", None),
    ];
    for (old, new, told) in breaks {
        let shop = root_words();
        let text = shop.read(path).replacen(old, new, 1);
        let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 0 { 0xFF } else { byte }).collect();
        shop.write_bytes(path, &bytes);
        let (code, _, said) = set(&shop, "sku,stock\nKK-LOTA,8\nKK-CUP-BLK,3\n", &[]);
        assert_eq!(code, 1, "{new}: {said}");
        assert!(!said.contains("sheet.sku") && said.contains(path), "{new}: {said}");
        assert!(told.is_none_or(|told| said.contains(told)), "{new}: {said}");
        assert!(fs::read(shop.path().join(path)).unwrap() == bytes, "{new}: a byte changed");
    }
}

#[test]
fn faults_of_a_sheet_are_told_in_its_order() {
    let shop = root_words();
    let (_, _, said) = set(&shop, "sku,stock\nKK-CUP-BLU,12\nKK-CUP-RED,-3\nKK-CUP,4\nKK-CUP-BLK,\n", &[]);
    let codes: Vec<&str> =
        said.lines().filter_map(|line| line.strip_prefix("error[sheet.")?.split(']').next()).collect();
    assert_eq!(codes, ["sku", "count", "variants", "blank"], "{said}");
}

/// They wait for one another: the last one's counts stand, whole, and nothing lies about.
#[test]
fn many_at_once_leave_the_counts_of_one() {
    let shop = root_words();
    let files = texts(shop.path()).len();
    let runs: Vec<_> = (1..=6)
        .map(|count| {
            let sheet = shop.path().join(format!("sheet-{count}.csv"));
            fs::write(&sheet, format!("sku,stock\nKK-CUP-BLK,{count}\nKK-CUP-RED,{count}\n")).unwrap();
            Command::new(env!("CARGO_BIN_EXE_posra"))
                .args(["--speak", "en", "stock", "set", "--now", "2026-11-24"])
                .arg(&sheet)
                .args(["--root".as_ref(), shop.path().as_os_str()])
                .spawn()
                .unwrap()
        })
        .collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    let (_, sheet, _) = posra(&shop, &["stock", "--all", "--csv"]);
    let counts: Vec<&str> = sheet
        .lines()
        .filter(|line| line.starts_with("KK-CUP-"))
        .filter_map(|line| line.split(',').nth(1))
        .collect();
    assert!(counts.len() >= 2 && counts.iter().all(|count| *count == counts[0]), "{sheet}");
    assert_eq!(texts(shop.path()).len(), files, "something was left beside");
}

#[test]
fn bengali_speaks_bengali_digits() {
    let shop = root_words();
    let path = shop.path().join("sheet.csv");
    fs::write(&path, "sku,stock\nKK-CUP-BLK,5\n").unwrap();
    for said in ["SKU ১টি, ফাইল বদলেছে ১টি।\n", "SKU ১টি। ফাইলে আগে থেকেই এই মজুত লেখা আছে, তাই কিছুই বদলায়নি।\n"]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_posra"))
            .args(["--speak", "bn", "stock", "set", "--now", "2026-11-24"])
            .arg(&path)
            .args(["--root".as_ref(), shop.path().as_os_str()])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), said);
    }
}

#[test]
fn what_is_low_or_sold_out_is_listed() {
    let shop = Shop::base();
    let product = |sku: &str, title: &str, stock: &str| {
        format!(
            "+++\nsku = \"{sku}\"\ntitle = \"{title}\"\nsummary = \"A thing.\"\nprice = 1\nstock = {stock}\n+++\n"
        )
    };
    shop.write("content/products/a/index.md", &product("A", "=Cup", "2\nstock_as_of = 2026-11-20"));
    shop.write("content/products/b/index.md", &product("B", "কাঁসার থালা", "\"out\""));
    shop.write("content/products/c/index.md", &product("C", "Jug", "40"));
    let (code, table, _) = posra(&shop, &["stock"]);
    assert_eq!(code, 0);
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.contains("2 (low)") && table.contains("sold out") && !table.contains("Jug"), "{table}");
    let (_, sheet, _) = posra(&shop, &["stock", "--csv", "--all"]);
    assert_eq!(sheet, "sku,title,stock,as_of\nA,'=Cup,2,2026-11-20\nB,কাঁসার থালা,out,\nC,Jug,40,\n");
    let (_, json, _) = posra(&shop, &["stock", "--format", "json"]);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["stock"].as_array().unwrap().len(),
        2
    );
}
