//! Whole shops: what goes in (`shop/`), what is said (`said.md`), and what comes out: either every
//! text (`out/`), or only which files there are (`out.txt`), where other tests look at the pages.
//! `POSRA_UPDATE=1` writes what came out: read the diff.

use std::{collections::BTreeMap, env, fs, path::Path, process::Command};

use crate::support::{Shop, repository, tree};

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let text = |(path, bytes): (String, Vec<u8>)| String::from_utf8(bytes).ok().map(|text| (path, text));
    tree(folder).into_iter().filter_map(text).collect()
}

/// The files below a folder, one a line. A hash of content in a name is a star, and files that then
/// have one name are counted: which pictures there are is in the shop's own files.
fn paths(folder: &Path) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for path in tree(folder).into_keys() {
        *counts.entry(without_hash(&path)).or_default() += 1;
    }
    let line = |(path, count): (&String, &usize)| match count {
        1 => format!("{path}\n"),
        _ => format!("{path} ({count})\n"),
    };
    counts.iter().map(line).collect()
}

/// Parts of a file's name that are ten and more hex digits, as stars.
fn without_hash(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let is_hash = |part: &str| part.len() >= 10 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let part = |part: &str| {
        if is_hash(part.trim_end_matches(['.', '-'])) {
            format!("*{}", &part[part.len() - 1..])
        } else {
            part.to_owned()
        }
    };
    let name: String = name.split_inclusive(['.', '-']).map(part).collect();
    if folder.is_empty() { name } else { format!("{folder}/{name}") }
}

/// How long it took is the machine's: a star.
fn without_time(text: &str) -> String {
    let mut text = text.to_owned();
    for (before, after) in [("Time: ", " s."), ("সময় ", " সেকেন্ড")] {
        if let Some((start, rest)) = text.split_once(before)
            && let Some((_, end)) = rest.split_once(after)
        {
            text = format!("{start}{before}*{after}{end}");
        }
    }
    text
}

/// The transcript of a build, from the built program itself.
fn transcript(shop: &Shop, speak: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["build", "--now", "2026-11-21", "--speak", speak])
        .current_dir(shop.path())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        without_time(&text.replace(&shop.path().display().to_string(), "SHOP"))
    };
    format!(
        "```console\n$ posra build --now 2026-11-21 --speak {speak}\n{}{}```\n\nExit code {}.\n",
        text(&output.stderr),
        text(&output.stdout),
        output.status.code().unwrap()
    )
}

/// Builds a shop from nothing in both tongues; the first output is then in `built`.
fn said(shop: &Shop) -> String {
    let said = ["en", "bn"].map(|speak| {
        let said = transcript(shop, speak);
        let _ = fs::remove_dir_all(shop.path().join(".posra"));
        if speak == "en" {
            let _ = fs::rename(shop.path().join("public"), shop.path().join("built"));
        }
        said
    });
    said.join("\n")
}

/// Writes what came out, in the way that the site has chosen.
fn update(site: &Path, built: &Path, said: &str) {
    if site.join("out.txt").exists() {
        fs::write(site.join("out.txt"), paths(built)).unwrap();
    } else {
        let _ = fs::remove_dir_all(site.join("out"));
        for (path, text) in texts(built) {
            let path = site.join("out").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    fs::write(site.join("said.md"), said).unwrap();
}

/// Compares what came out with what the site has.
fn compare(site: &Path, built: &Path) {
    let place = site.display();
    if site.join("out.txt").exists() {
        assert!(!site.join("out").exists(), "{place} has both out/ and out.txt");
        assert_eq!(fs::read_to_string(site.join("out.txt")).unwrap(), paths(built), "{place}");
        return;
    }
    let (expected, out) = (texts(&site.join("out")), texts(built));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&expected), names(&out), "{place}");
    for (path, text) in &expected {
        assert_eq!(*text, out[path], "{place} {path}");
    }
}

#[test]
fn whole_shops_come_out_as_written() {
    let mut sites = 0;
    for entry in fs::read_dir(repository().join("tests/sites")).unwrap() {
        let site = entry.unwrap().path();
        let shop = Shop::written(&site.join("shop"));
        let said = said(&shop);
        let built = shop.path().join("built");
        if env::var_os("POSRA_UPDATE").is_some() {
            update(&site, &built, &said);
        }
        assert_eq!(fs::read_to_string(site.join("said.md")).unwrap(), said, "{}", site.display());
        compare(&site, &built);
        sites += 1;
    }
    assert!(sites > 1);
}

#[test]
fn a_hash_in_a_name_is_a_star() {
    for (path, plain) in [
        ("pictures/0683bade9852f963-1200.webp", "pictures/*-1200.webp"),
        ("assets/style.7d769e117e.css", "assets/style.*.css"),
        ("products/decade/index.html", "products/decade/index.html"),
        ("deadbeef00/deadbeef.css", "deadbeef00/deadbeef.css"),
    ] {
        assert_eq!(without_hash(path), plain);
    }
}
