//! The flag and the sieve by themselves.

use std::{path::Path, sync::Arc, thread};

use notify::{
    Event, EventKind,
    event::{AccessKind, AccessMode, Flag, ModifyKind},
};

use crate::{
    config::Now,
    pipeline::Settings,
    serve::{folders::Sieve, signal::Signal},
};

#[test]
fn a_flood_is_one_flag() {
    let signal = Arc::new(Signal::default());
    (0..100_000).for_each(|_| signal.raise());
    assert!(signal.wait());
    let waiting = Arc::clone(&signal);
    let second = thread::spawn(move || waiting.wait());
    signal.stop();
    assert!(!second.join().unwrap(), "there was a second change");
}

#[test]
fn the_sieve_lets_through_what_pages_are_made_of() {
    let settings = Settings::of(Path::new("/shop"), Now::read("2026-11-21T00:00:00Z").unwrap());
    let sieve = Sieve::new(Path::new("/shop"), &settings);
    let changed = EventKind::Modify(ModifyKind::Any);
    let lets = |kind, path: &str| sieve.lets(&Event::new(kind).add_path(path.into()));
    for path in [
        "/shop/posra.toml",
        "/shop/content/a/target/index.md",
        "/shop/themes/x/y.html",
        "/shop/photos/1.jpg",
        "/shop",
    ] {
        assert!(lets(changed, path), "{path}");
    }
    for path in [
        "/shop/public/index.html",
        "/shop/.posra/ledger",
        "/shop/target/x",
        "/shop/node_modules/x",
        "/shop/content/.a.swp",
    ] {
        assert!(!lets(changed, path), "{path}");
    }
    assert!(
        !lets(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/shop/posra.toml"),
        "reading is no change"
    );
    assert!(lets(EventKind::Access(AccessKind::Close(AccessMode::Write)), "/shop/posra.toml"));
    assert!(sieve.lets(&Event::new(EventKind::Other).set_flag(Flag::Rescan)));
}
