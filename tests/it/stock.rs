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

fn set(shop: &Shop, sheet: &str, more: &[&str]) -> (i32, String, String) {
    let path = shop.path().join("sheet.csv");
    fs::write(&path, sheet).unwrap();
    let path = path.to_str().unwrap().to_owned();
    posra(shop, &[&["stock", "set", path.as_str()], more].concat())
}

/// Every text of the shop by its path.
fn texts(root: &Path) -> BTreeMap<String, Vec<u8>> {
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
    assert_eq!((code, said), (0, format!("SKUs: {lines}. Files changed: 0.\n")));
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
        ("", "error[sheet.columns]"),
    ] {
        let (code, out, said) = set(&shop, sheet, &[]);
        assert_eq!((code, out.as_str()), (1, ""), "{sheet}");
        assert!(said.contains(told), "{sheet}: {said}");
        assert!(said.contains("Nothing was written."), "{said}");
        assert!(texts(shop.path()) == before, "{sheet}: a byte changed");
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
