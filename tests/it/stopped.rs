//! `posra stock set` when the machine stops it: a disk that is full, a folder that takes nothing, a kill.

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::{CommandExt, ExitStatusExt},
    },
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use crate::{
    stock::{set, texts},
    support::{Shop, tell},
};

/// A shop with so many products, each with a stock of 4, and a sheet that gives them 9. The last text is a long one.
fn shop(products: usize) -> (Shop, PathBuf) {
    let shop = Shop::base();
    let mut sheet = "sku,stock\n".to_owned();
    for number in 0..products {
        let words = if number + 1 == products { "Long. ".repeat(500) } else { String::new() };
        let front =
            format!("sku = \"P-{number}\"\ntitle = \"Cup {number}\"\nsummary = \"A cup.\"\nprice = 1\n");
        shop.write(&text(number), &format!("+++\n{front}stock = 4\n+++\n{words}\n"));
        sheet.push_str(&format!("P-{number},9\n"));
    }
    shop.write("sheet.csv", &sheet);
    let sheet = shop.path().join("sheet.csv");
    (shop, sheet)
}

fn text(number: usize) -> String {
    format!("content/products/p-{number:03}/index.md")
}

/// `posra stock set --keep-date` by a shell that first does something.
fn after(first: &str, program: &Path, shop: &Shop, sheet: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{first} exec \"$0\" \"$@\"")]).arg(program);
    command.args(["--speak", "en", "stock", "set", "--keep-date", "--now", "2026-11-24"]);
    command.arg(sheet).args(["--root".as_ref(), shop.path().as_os_str()]);
    command
}

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_posra"))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_disk_that_takes_no_more_leaves_every_byte() {
    let (shop, sheet) = shop(3);
    let before = texts(shop.path());
    let output = after("ulimit -f 1; trap '' XFSZ;", &program(), &shop, &sheet).output().unwrap();
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("error[failure.edit]") && said.contains(&text(2)), "{said}");
    assert!(said.contains("Nothing was changed"), "{said}");
    assert!(texts(shop.path()) == before, "a byte changed, or something was left beside");
}

#[test]
fn what_a_run_left_that_was_killed_early_goes_with_the_next() {
    let (shop, sheet) = shop(3);
    let before = texts(shop.path());
    let output = after("ulimit -f 1;", &program(), &shop, &sheet).output().unwrap();
    assert!(output.status.signal().is_some(), "{}", said(&output));
    let left = texts(shop.path());
    assert!(left.len() > before.len(), "the run was killed too early for this test");
    assert!(before.iter().all(|(path, bytes)| left[path] == *bytes), "a byte changed");
    let (code, out, said) = set(&shop, "sku,stock\nP-0,5\n", &["--keep-date"]);
    assert_eq!((code, out.as_str(), said.as_str()), (0, "SKUs: 1. Files changed: 1.\n", ""));
    assert_eq!(texts(shop.path()).len(), before.len(), "something was left beside");
}

/// The first two texts are moved before the third one's folder refuses: they get their old bytes again.
#[test]
fn a_folder_that_takes_nothing_leaves_every_byte() {
    let (shop, sheet) = shop(3);
    let before = texts(shop.path());
    let folder = shop.path().join(text(2)).parent().unwrap().to_owned();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let output = as_a_person(&shop, &sheet).output().unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("error[failure.edit]") && said.contains(&text(2)), "{said}");
    assert!(texts(shop.path()) == before, "a byte changed, or something was left beside");
}

/// Nothing is refused to root: there somebody else runs the program, in a shop that is theirs.
fn as_a_person(shop: &Shop, sheet: &Path) -> Command {
    const SOMEBODY: u32 = 65534;
    if fs::metadata(sheet).unwrap().uid() != 0 {
        return after("", &program(), shop, sheet);
    }
    let copy = shop.path().join("posra");
    fs::copy(program(), &copy).unwrap();
    for entry in walkdir::WalkDir::new(shop.path()).into_iter().map(Result::unwrap) {
        chown(entry.path(), Some(SOMEBODY), Some(SOMEBODY)).unwrap();
    }
    let mut command = after("", &copy, shop, sheet);
    command.uid(SOMEBODY).gid(SOMEBODY).current_dir(shop.path());
    command
}

#[test]
fn killed_while_it_writes_the_next_run_finds_all_or_nothing() {
    const PRODUCTS: usize = 120;
    let (mut halves, new) = (0, |shop: &Shop, number| shop.read(&text(number)).contains("stock = 9"));
    let journal = |shop: &Shop| shop.path().join("content/.posra-edit/journal").exists();
    let moments: [&dyn Fn(&Shop) -> bool; 4] =
        [&journal, &|shop| new(shop, 0), &|shop| new(shop, PRODUCTS / 2), &|shop| new(shop, PRODUCTS - 1)];
    for is_now in moments {
        let (shop, sheet) = shop(PRODUCTS);
        let mut run =
            after("", &program(), &shop, &sheet).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while run.try_wait().unwrap().is_none() && !is_now(&shop) {
            std::hint::spin_loop();
        }
        let _ = run.kill();
        run.wait().unwrap();
        let count = || (0..PRODUCTS).filter(|number| new(&shop, *number)).count();
        let (moved, to_undo) = (count(), journal(&shop));
        let (code, _, said) = set(&shop, "sku,stock\n", &[]);
        assert_eq!(code, 0, "{said}");
        let undone = said.matches("note[edit.undone]").count();
        assert_eq!((undone, count()), if to_undo { (moved, 0) } else { (0, moved) }, "{said}");
        assert!([0, PRODUCTS].contains(&count()), "{} of {PRODUCTS}", count());
        assert!(!shop.path().join("content/.posra-edit").exists(), "something was left beside");
        halves += usize::from((1..PRODUCTS).contains(&moved));
    }
    tell(&format!("{halves} of {} runs were killed half way", moments.len()));
}
