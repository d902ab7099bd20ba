//! An error leaves the output as it was.

use super::support::{Place, site};
use crate::{
    diag::Code,
    emit::{emit, rehearse},
    ledger::Ledger,
};

const FIRST: &[(&str, &str)] = &[("index.html", "home"), ("a/index.html", "a"), ("b/index.html", "b")];
const SECOND: &[(&str, &str)] = &[("index.html", "home 2"), ("a/index.html", "a 2"), ("c/index.html", "c")];

#[test]
fn failing_item_leaves_the_tree_unchanged() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let (tree, stats) = (place.tree(), place.stats());
    for broken in ["index.html", "a/index.html", "c/index.html"] {
        let mut second = site(SECOND);
        second.broken = vec![broken];
        let written = place.build(&second);
        assert!(!written.committed);
        assert!(written.written.is_empty() && written.removed.is_empty());
        assert_eq!(place.tree(), tree, "{broken}");
        assert_eq!(place.stats(), stats, "{broken}");
    }
    let again = site(FIRST);
    place.build(&again);
    assert_eq!(again.made(), 0, "the ledger of a refused run is still true of the output");
}

#[test]
fn refused_first_build_makes_no_folder() {
    let mut place = Place::new();
    let mut first = site(FIRST);
    first.broken = vec!["b/index.html"];
    assert!(!place.build(&first).committed);
    assert!(!place.output().exists());
}

#[test]
fn faults_come_in_the_order_of_the_items() {
    let paths: Vec<String> = (0..100).map(|n| format!("{n:03}/index.html")).collect();
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "x")).collect();
    let mut many = site(&files);
    many.broken = vec!["003/index.html", "050/index.html", "099/index.html"];
    many.warned = vec!["000/index.html", "051/index.html"];
    let mut place = Place::new();
    let told = place.build(&many).diagnostics;
    let order: Vec<&str> = told.iter().map(|fault| &fault.args[0].1[..3]).collect();
    assert_eq!(order, ["000", "003", "050", "051", "099"]);
    assert_eq!(rehearse(&many.rendered(), &|| ()), told);
}

#[test]
fn two_things_in_one_place_are_refused() {
    let mut place = Place::new();
    let inside = site(&[("a", "file"), ("a/b/index.html", "page")]);
    let twice = site(&[("a/index.html", "page"), ("a/index.html", "other")]);
    for clash in [inside, twice] {
        let written = place.build(&clash);
        assert!(!written.committed);
        assert!(written.diagnostics.iter().all(|fault| fault.code == Code::ADDRESS_COLLISION));
        assert_eq!(written.diagnostics.iter().count(), 1);
        assert!(!place.output().exists());
    }
}

#[test]
fn page_that_makes_nothing_without_an_error_is_not_there() {
    let mut place = Place::new();
    place.build(&site(FIRST));
    let mut second = site(FIRST);
    second.absent = vec!["b/index.html"];
    assert_eq!(place.build(&second).removed.len(), 1);
    assert!(!place.output().join("b").exists());
}

#[test]
fn progress_hears_of_every_item() {
    let place = Place::new();
    let count = std::sync::atomic::AtomicUsize::new(0);
    let hear = || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    };
    emit(&site(FIRST).rendered(), &place.open(), &Ledger::default(), &hear).unwrap();
    assert_eq!(count.into_inner(), FIRST.len());
}
