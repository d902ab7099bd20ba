//! Whole shops: what goes in (`shop/`), what comes out (`out/`, texts alone) and what is said (`said.md`).
//! `POSRA_UPDATE=1` writes what came out: read the diff.

use std::{collections::BTreeMap, env, fs, path::Path, process::Command};

use crate::support::{Shop, repository, tree};

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let text = |(path, bytes): (String, Vec<u8>)| String::from_utf8(bytes).ok().map(|text| (path, text));
    tree(folder).into_iter().filter_map(text).collect()
}

/// The transcript of a build, from the built program itself.
fn transcript(shop: &Shop, speak: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["build", "--now", "2026-11-21", "--speak", speak])
        .current_dir(shop.path())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| {
        String::from_utf8(bytes.to_vec()).unwrap().replace(&shop.path().display().to_string(), "SHOP")
    };
    format!(
        "```console\n$ posra build --now 2026-11-21 --speak {speak}\n{}{}```\n\nExit code {}.\n",
        text(&output.stderr),
        text(&output.stdout),
        output.status.code().unwrap()
    )
}

#[test]
fn whole_shops_come_out_as_written() {
    let mut sites = 0;
    for entry in fs::read_dir(repository().join("tests/sites")).unwrap() {
        let site = entry.unwrap().path();
        let shop = Shop::copy_of(&site.join("shop"));
        let said = ["en", "bn"].map(|speak| {
            let said = transcript(&shop, speak);
            let _ = fs::remove_dir_all(shop.path().join(".posra"));
            if speak == "en" {
                let _ = fs::rename(shop.path().join("public"), shop.path().join("built"));
            }
            said
        });
        let said = said.join("\n");
        let out = texts(&shop.path().join("built"));
        if env::var_os("POSRA_UPDATE").is_some() {
            let _ = fs::remove_dir_all(site.join("out"));
            for (path, text) in &out {
                let path = site.join("out").join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            fs::write(site.join("said.md"), &said).unwrap();
        }
        assert_eq!(fs::read_to_string(site.join("said.md")).unwrap(), said, "{}", site.display());
        let expected = texts(&site.join("out"));
        let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&expected), names(&out), "{}", site.display());
        for (path, text) in &expected {
            assert_eq!(*text, out[path], "{} {path}", site.display());
        }
        sites += 1;
    }
    assert!(sites > 0);
}
