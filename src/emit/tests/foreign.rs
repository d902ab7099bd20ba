//! What posra did not write.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::symlink;

use super::support::{Place, site};
use crate::{
    diag::Code,
    disk::{MANIFEST, OutputFolder},
    emit::{Written, emit},
};

const FIRST: &[(&str, &str)] = &[("index.html", "home"), ("a/index.html", "a"), ("a/b/index.html", "b")];

fn refused(written: &Written, path: &str) {
    assert!(!written.committed);
    let told: Vec<_> =
        written.diagnostics.iter().map(|fault| (fault.code, fault.args[0].1.as_str())).collect();
    assert_eq!(told, [(Code::OUTPUT_FOREIGN, path)]);
}

#[test]
fn foreign_files_stay() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    place.put("CNAME", "shop.example");
    place.put(".git/config", "[core]");
    place.put("a/notes.txt", "mine");
    place.build(&site(&[("index.html", "new home")]));
    let tree = place.tree();
    let kept = [".git", ".git/config", MANIFEST, "CNAME", "a", "a/notes.txt", "index.html"];
    assert!(tree.keys().eq(kept), "{:?}", tree.keys());
    assert_eq!(tree["a/notes.txt"].as_deref(), Some(&b"mine"[..]));
}

#[test]
fn foreign_file_in_the_way_is_named_and_kept() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    place.put("robots.txt", "mine");
    let (tree, stats) = (place.tree(), place.stats());
    refused(&place.build(&site(&[("index.html", "2"), ("robots.txt", "yours")])), "robots.txt");
    assert_eq!((place.tree(), place.stats()), (tree, stats));
    let written = place.build(&site(&[("index.html", "2"), ("robots.txt", "mine")]));
    assert!(written.committed, "equal bytes are no loss");
    assert_eq!(written.kept, 1);
}

#[test]
fn foreign_folder_or_file_in_the_way_of_the_other_is_named() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    place.put("a/notes.txt", "mine");
    refused(&place.build(&site(&[("a", "file")])), "a/notes.txt");
    place.put("c", "mine");
    refused(&place.build(&site(&[("c/index.html", "page")])), "c");
    assert_eq!(place.tree()["a/b/index.html"].as_deref(), Some(&b"b"[..]));
}

#[cfg(unix)]
#[test]
fn links_in_the_output_are_foreign_and_never_followed() {
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("index.html"), "outside").unwrap();
    for end in [elsewhere.path().to_owned(), "c".into()] {
        let mut place = Place::new();
        place.build(&site(&[FIRST, &[("c/index.html", "c")]].concat()));
        fs::remove_dir_all(place.output().join("a")).unwrap();
        symlink(&end, place.output().join("a")).unwrap();
        let tree = place.tree();
        refused(&place.build(&site(&[("a/index.html", "new"), ("c/index.html", "c")])), "a");
        assert_eq!(place.tree(), tree);
        let written = place.build(&site(&[("c/index.html", "c")]));
        assert!(written.committed, "a stale page behind a link is left");
        assert!(place.output().join("a").is_symlink());
        assert_eq!(fs::read(place.output().join("c/index.html")).unwrap(), b"c");
    }
    assert_eq!(fs::read(elsewhere.path().join("index.html")).unwrap(), b"outside");
}

#[cfg(unix)]
#[test]
fn link_in_place_of_a_file_is_foreign() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let outside = place.shop().join("secret");
    fs::write(&outside, "secret").unwrap();
    fs::remove_file(place.output().join("index.html")).unwrap();
    symlink(&outside, place.output().join("index.html")).unwrap();
    refused(&place.build(&site(&[("index.html", "new")])), "index.html");
    assert!(place.build(&site(&[("other.txt", "x")])).committed);
    assert!(place.output().join("index.html").is_symlink());
    assert_eq!(fs::read(&outside).unwrap(), b"secret");
}

#[test]
fn damaged_manifest_removes_nothing() {
    let damaged = [
        "posra manifest 1\nzz index.html\n".to_owned(),
        format!("posra manifest 1\n{} ../secret\n", "0".repeat(64)),
        format!("posra manifest 1\n{} /etc/passwd\n", "0".repeat(64)),
        "<<<<<<< HEAD\n".to_owned(),
    ];
    let mut place = Place::new();
    place.build(&site(FIRST));
    fs::write(place.shop().join("secret"), "secret").unwrap();
    for text in damaged {
        place.put(MANIFEST, &text);
        let tree = place.tree();
        let output = OutputFolder::open(&place.output(), place.shop()).unwrap();
        let failure = emit(&site(&[]).rendered(), &output, &place.ledger, &|| ()).unwrap_err();
        assert_eq!(failure.code, Code::FAILURE_OUTPUT);
        assert_eq!(place.tree(), tree);
    }
    assert!(place.shop().join("secret").exists());
}

#[test]
fn empty_manifest_lets_posra_in_beside_what_is_there() {
    let mut place = Place::new();
    place.put("CNAME", "shop.example");
    assert!(OutputFolder::open(&place.output(), place.shop()).is_err());
    place.put(MANIFEST, "");
    assert!(place.build(&site(FIRST)).committed);
    assert_eq!(place.tree()["CNAME"].as_deref(), Some(&b"shop.example"[..]));
}
