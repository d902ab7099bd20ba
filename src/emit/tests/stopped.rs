//! A run stopped at every one of its steps.

use std::{collections::BTreeMap, sync::LazyLock};

use super::support::{Place, Site, clean, site};
use crate::{
    disk::{Fuse, JOURNAL, MANIFEST, STAGE},
    emit::{Recovered, recover},
    ledger::Ledger,
};

type Tree = BTreeMap<String, Option<Vec<u8>>>;

fn old() -> Site {
    site(&[
        ("index.html", "home"),
        ("products/a/index.html", "a"),
        ("products/b/index.html", "b"),
        ("gone/deep/index.html", "gone"),
        ("clash", "a file"),
        ("turn/index.html", "a page"),
        ("pictures/1.webp", "one"),
        ("sitemap.xml", "old list"),
    ])
}

fn new() -> Site {
    site(&[
        ("index.html", "new home"),
        ("products/a/index.html", "a"),
        ("products/b/index.html", "new b"),
        ("new/page/index.html", "new page"),
        ("clash/index.html", "a page now"),
        ("turn", "a file now"),
        ("pictures/2.webp", "two"),
        ("sitemap.xml", "new list"),
    ])
}

static BEFORE: LazyLock<Tree> = LazyLock::new(|| expected(&old()));
static AFTER: LazyLock<Tree> = LazyLock::new(|| expected(&new()));

/// The old site with files of a person beside it.
fn place_with_old() -> Place {
    let mut place = Place::new();
    place.build(&old());
    place.put("CNAME", "shop.example");
    place.put(".git/config", "[core]");
    place
}

fn expected(site: &Site) -> Tree {
    let mut tree = clean(site);
    tree.insert("CNAME".into(), Some(b"shop.example".to_vec()));
    tree.insert(".git".into(), None);
    tree.insert(".git/config".into(), Some(b"[core]".to_vec()));
    tree
}

/// What a visitor and the next run find when everything stopped here.
fn check_stopped(tree: &Tree, at: usize) {
    let (before, after) = (&*BEFORE, &*AFTER);
    let visible: Tree = tree
        .iter()
        .filter(|(path, _)| !path.starts_with(STAGE))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    for (path, bytes) in visible.iter().filter(|(_, bytes)| bytes.is_some()) {
        let known = [before.get(path), after.get(path)];
        assert!(known.contains(&Some(bytes)), "step {at}: {path} is torn: {bytes:?}");
    }
    for path in
        before.keys().filter(|path| before[*path].is_some() && after.get(*path).is_some_and(Option::is_some))
    {
        assert!(visible.contains_key(path), "step {at}: {path} is missing");
    }
    if !tree.contains_key(&format!("{STAGE}/{JOURNAL}")) {
        assert!(visible == *before || visible == *after, "step {at}: mixed without a journal");
    }
    check_waves(&visible, after, at);
}

/// A page stands before its pictures never, a list before its pages never, the manifest before anything never.
fn check_waves(visible: &Tree, after: &Tree, at: usize) {
    let waves = [
        vec!["pictures/2.webp", "turn"],
        vec!["index.html", "products/b/index.html", "new/page/index.html", "clash/index.html"],
        vec!["sitemap.xml"],
        vec![MANIFEST],
    ];
    let moved = |path: &&str| visible.get(*path) == after.get(*path);
    let mut earlier: Vec<&str> = Vec::new();
    for wave in waves {
        if wave.iter().any(moved) {
            assert!(earlier.iter().all(moved), "step {at}: {wave:?} before {earlier:?}");
        }
        earlier.extend(wave);
    }
}

#[test]
fn killed_at_every_step_the_next_run_ends_like_a_clean_build() {
    let (mut steps, mut undone, mut finished) = (0, 0, 0);
    for at in 0.. {
        let mut place = place_with_old();
        let (result, blown) = place.try_build(&new(), Fuse::kill(at));
        if !blown {
            assert!(result.unwrap().committed);
            assert_eq!(place.tree(), *AFTER);
            break;
        }
        assert!(result.is_err(), "step {at}");
        check_stopped(&place.tree(), at);
        match recover(&place.open()).unwrap() {
            Recovered::Nothing => assert_eq!(place.tree(), *BEFORE, "step {at}"),
            Recovered::Undone => undone += 1,
            Recovered::Finished => {
                finished += 1;
                assert_eq!(place.tree(), *AFTER, "step {at}");
            }
        }
        assert!(place.build(&new()).committed);
        assert_eq!(place.tree(), *AFTER, "step {at}");
        steps = at;
    }
    assert!(steps > 30 && undone > 10 && finished > 10, "{steps} {undone} {finished}");
}

#[test]
fn killed_again_while_taking_up_the_work() {
    for first in (0..).step_by(5) {
        let (_, blown) = place_with_old().try_build(&new(), Fuse::kill(first));
        if !blown {
            break;
        }
        for second in (0..).step_by(4) {
            let mut place = place_with_old();
            assert!(place.try_build(&new(), Fuse::kill(first)).1);
            let output = place.open().with_fuse(Fuse::kill(second));
            let again = recover(&output);
            check_stopped(&place.tree(), first);
            place.build(&new());
            assert_eq!(place.tree(), *AFTER, "{first}, then {second}");
            if again.is_ok() {
                break;
            }
        }
    }
}

#[test]
fn one_fault_at_every_step_leaves_the_old_site_or_an_open_journal() {
    for at in 0.. {
        let mut place = place_with_old();
        let (result, blown) = place.try_build(&new(), Fuse::fault(at));
        if !blown {
            break;
        }
        if result.is_err() {
            check_stopped(&place.tree(), at);
            let journal = place.output().join(STAGE).join(JOURNAL).exists();
            let tree = place.tree();
            assert!(journal || tree == *BEFORE || tree.contains_key(STAGE), "step {at}");
        }
        place.build(&new());
        assert_eq!(place.tree(), *AFTER, "step {at}");
    }
}

#[test]
fn first_build_killed_at_every_step() {
    for at in 0.. {
        let mut place = Place::new();
        let (_, blown) = place.try_build(&new(), Fuse::kill(at));
        if !blown {
            break;
        }
        let full = new().files();
        for (path, bytes) in
            place.tree().into_iter().filter(|(path, bytes)| !path.starts_with('.') && bytes.is_some())
        {
            assert_eq!(bytes.as_ref(), full.get(&path), "step {at}: {path}");
        }
        place.build(&new());
        assert_eq!(place.tree(), clean(&new()), "step {at}");
    }
}

#[test]
fn cut_journal_undoes_and_the_next_build_is_whole() {
    let mut place = place_with_old();
    let before = place.tree();
    place.put(&format!("{STAGE}/0"), "half a pa");
    place.put(&format!("{STAGE}/{JOURNAL}"), "posra journal 1\n and then nothing");
    assert_eq!(recover(&place.open()).unwrap(), Recovered::Undone);
    assert_eq!(place.tree(), before);
    place.ledger = Ledger::default();
    place.build(&new());
    assert_eq!(place.tree(), *AFTER);
}

#[test]
fn killed_while_clearing_up_after_a_fault() {
    for at in 0.. {
        for later in [1, 2, 4] {
            let place = place_with_old();
            let (_, blown) = place.try_build(&new(), Fuse::fault_and_kill(at, later));
            if !blown {
                return;
            }
            recover(&place.open()).unwrap();
            let tree = place.tree();
            assert!(tree == *BEFORE || tree == *AFTER, "step {at}, then {later}: {:?}", tree.keys());
        }
    }
}

#[test]
fn finished_work_is_not_done_again() {
    let gone = "pictures/1.webp";
    let mut seen = 0;
    for at in 0.. {
        let place = place_with_old();
        let (_, blown) = place.try_build(&new(), Fuse::kill(at));
        if !blown {
            break;
        }
        let stage = place.output().join(STAGE);
        if stage.join(JOURNAL).exists() && !stage.join("manifest").exists() {
            place.put(gone, "mine now");
            assert_eq!(recover(&place.open()).unwrap(), Recovered::Finished);
            assert_eq!(place.tree()[gone].as_deref(), Some(&b"mine now"[..]));
            seen += 1;
        }
    }
    assert!(seen > 0);
}
