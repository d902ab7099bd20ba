//! A second build: what it writes, and what it must not touch.

use std::fs;

use super::support::{Place, clean, site};
use crate::{disk::MANIFEST, ledger::Ledger};

const FIRST: &[(&str, &str)] = &[
    ("index.html", "home"),
    ("products/vase/index.html", "vase"),
    ("products/bowl/index.html", "bowl"),
    ("pictures/vase.webp", "picture"),
    ("sitemap.xml", "list"),
];

#[test]
fn first_build_writes_everything_and_leaves_only_the_manifest_beside() {
    let mut place = Place::new();
    let first = site(FIRST);
    let written = place.build(&first);
    assert!(written.committed);
    assert_eq!((written.written.len(), written.kept, written.removed.len()), (5, 0, 0));
    let tree = place.tree();
    for (path, bytes) in first.files() {
        assert_eq!(tree[&path].as_ref(), Some(&bytes), "{path}");
    }
    assert!(tree.keys().filter(|path| path.starts_with('.')).eq([MANIFEST]));
}

#[test]
fn second_build_touches_nothing_with_the_ledger_and_without() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let before = place.stats();
    let again = site(FIRST);
    let written = place.build(&again);
    assert_eq!((written.written.len(), written.kept, again.made()), (0, 5, 0));
    place.ledger = Ledger::default();
    let forgetful = site(FIRST);
    let written = place.build(&forgetful);
    assert_eq!((written.written.len(), written.kept, forgetful.made()), (0, 5, 5));
    assert_eq!(place.stats(), before);
}

#[test]
fn changed_page_rewrites_only_itself_and_the_manifest() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let before = place.stats();
    let mut files = FIRST.to_vec();
    files[1].1 = "a better vase";
    let second = site(&files);
    let written = place.build(&second);
    assert_eq!(written.written.len(), 1);
    assert_eq!((written.kept, second.made()), (4, 1));
    let after = place.stats();
    let changed: Vec<&String> = after.keys().filter(|path| after[*path] != before[*path]).collect();
    assert_eq!(changed, [MANIFEST, "products/vase/index.html"]);
    assert_eq!(place.tree(), clean(&site(&files)));
}

#[test]
fn stale_page_goes_with_its_folder_and_its_neighbours_stay() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let rest: Vec<_> = FIRST.iter().copied().filter(|(path, _)| !path.contains("bowl")).collect();
    let written = place.build(&site(&rest));
    let removed: Vec<&str> = written.removed.iter().map(|address| address.as_str()).collect();
    assert_eq!(removed, ["products/bowl/"]);
    assert!(!place.output().join("products/bowl").exists());
    assert_eq!(place.tree(), clean(&site(&rest)));
    place.build(&site(&[]));
    assert!(place.tree().keys().eq([MANIFEST]));
}

#[test]
fn file_spoiled_by_hand_is_made_again() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    place.put("products/vase/index.html", "VASE");
    fs::remove_file(place.output().join("index.html")).unwrap();
    let written = place.build(&site(FIRST));
    assert_eq!(written.written.len(), 2);
    assert_eq!(place.tree(), clean(&site(FIRST)));
}

#[test]
fn record_is_not_believed_when_the_file_may_be_younger_than_the_ledger() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    place.ledger.ended = place.stats()["index.html"].modified;
    let again = site(&FIRST[..1]);
    place.build(&again);
    assert_eq!(again.made(), 1);
}

#[test]
fn warning_is_said_again() {
    let mut place = Place::new();
    let mut warned = site(FIRST);
    warned.warned = vec!["products/vase/index.html"];
    let first = place.build(&warned);
    let before = place.stats();
    let second = place.build(&warned);
    assert_eq!(first.diagnostics.iter().count(), 1);
    assert_eq!(second.diagnostics, first.diagnostics);
    assert_eq!(place.stats(), before);
}

#[test]
fn folder_becomes_a_file_and_a_file_becomes_a_folder() {
    let folder = [("turn/index.html", "page"), ("turn/deep/index.html", "page")];
    let file = [("turn", "file")];
    let mut place = Place::new();
    for files in [&folder[..], &file[..], &folder[..]] {
        assert!(place.build(&site(files)).committed);
        assert_eq!(place.tree(), clean(&site(files)));
    }
}

#[test]
fn manifest_and_tree_are_the_same_everywhere() {
    let files: Vec<(String, String)> =
        (0..200).map(|n| (format!("p{}/{n}/index.html", n % 7), format!("page {n}"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let trees: Vec<_> = [1, 2, 8]
        .map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| clean(&site(&files)))
        })
        .into();
    assert_eq!(trees[0], trees[1]);
    assert_eq!(trees[0], trees[2]);
    let manifest = String::from_utf8(trees[0][MANIFEST].clone().unwrap()).unwrap();
    let paths: Vec<&str> = manifest.lines().skip(1).map(|line| line.split_once(' ').unwrap().1).collect();
    assert!(paths.is_sorted());
    assert_eq!(paths.len(), 200);
}
