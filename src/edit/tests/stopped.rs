//! An edit of several files that fails or is killed at every one of its steps.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    base::path::ShopPath,
    diag::{Code, Diagnostics, Failure},
    disk::{EDIT, Fuse, JOURNAL, ShopFolder},
    edit::{Rewrite, recover, write},
};

const FILES: [&str; 3] =
    ["content/products/a/index.md", "content/products/b.toml", "content/products/c.toml"];

/// A shop with three texts, one of them behind a link and one that only its owner may read.
struct Place {
    folder: tempfile::TempDir,
}

type Tree = BTreeMap<PathBuf, Vec<u8>>;

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.put("content/products/a/index.md", "old a");
        place.put("content/shared/b.toml", "old b");
        place.put("content/products/c.toml", "old c");
        #[cfg(unix)]
        {
            use std::os::unix::fs::{PermissionsExt, symlink};
            symlink("../shared/b.toml", place.path("content/products/b.toml")).unwrap();
            fs::set_permissions(place.path(FILES[2]), fs::Permissions::from_mode(0o440)).unwrap();
        }
        #[cfg(not(unix))]
        fs::copy(place.path("content/shared/b.toml"), place.path(FILES[1])).unwrap();
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn open(&self) -> ShopFolder {
        ShopFolder::open(self.folder.path()).unwrap()
    }

    /// Every file with its bytes, links followed, and what its rights are.
    fn tree(&self) -> Tree {
        let files = walkdir::WalkDir::new(self.folder.path()).into_iter().map(Result::unwrap);
        files
            .filter(|entry| entry.path().is_file() || entry.path().ends_with(EDIT))
            .map(|entry| {
                let mut bytes = fs::read(entry.path()).unwrap_or_default();
                bytes.extend(rights(entry.path()).bytes());
                (entry.path().strip_prefix(self.folder.path()).unwrap().to_owned(), bytes)
            })
            .collect()
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }
}

fn rights(path: &Path) -> String {
    #[cfg(unix)]
    return format!(
        " {:o}",
        std::os::unix::fs::PermissionsExt::mode(&fs::symlink_metadata(path).unwrap().permissions())
    );
    #[cfg(not(unix))]
    format!(" {}", path.symlink_metadata().unwrap().permissions().readonly())
}

fn rewrites() -> Vec<Rewrite> {
    let one = |(file, name): (&str, &str)| Rewrite {
        path: ShopPath::read(file).unwrap(),
        old: format!("old {name}"),
        new: format!("new {name}"),
    };
    FILES.into_iter().zip(["a", "b", "c"]).map(one).collect()
}

fn before() -> Tree {
    Place::new().tree()
}

fn after() -> Tree {
    let new = |(path, bytes): (PathBuf, Vec<u8>)| (path, [b"new", &bytes[3..]].concat());
    before().into_iter().map(new).collect()
}

fn codes(found: &Diagnostics) -> Vec<(Code, String)> {
    found.iter().map(|one| (one.code, one.place.as_ref().unwrap().file.to_string())).collect()
}

#[test]
fn all_texts_are_written_and_nothing_stays_beside() {
    let place = Place::new();
    let heard = RefCell::new(0);
    assert!(write(&place.open(), &rewrites(), &|| *heard.borrow_mut() += 1).unwrap().is_empty());
    assert_eq!((place.tree(), heard.into_inner()), (after(), 3));
    #[cfg(unix)]
    assert!(place.path(FILES[1]).is_symlink(), "the link stays, its end is written");
    assert!(write(&place.open(), &[], &|| ()).unwrap().is_empty());
    assert!(recover(&place.open()).unwrap().is_empty());
}

#[test]
fn killed_at_every_step_the_next_run_finds_all_old_or_all_new() {
    let (mut undone, mut done, mut steps) = (0, 0, 0);
    for at in 0.. {
        let place = Place::new();
        let folder = place.open().with_fuse(Fuse::kill(at));
        let result = write(&folder, &rewrites(), &|| ());
        if !folder.is_blown() {
            assert!(result.unwrap().is_empty());
            break;
        }
        for (file, name) in FILES.into_iter().zip(["a", "b", "c"]) {
            let text = place.text(file);
            assert!([format!("old {name}"), format!("new {name}")].contains(&text), "step {at}: {text}");
        }
        let told = recover(&place.open()).unwrap();
        assert!(told.iter().all(|one| one.code == Code::EDIT_UNDONE), "step {at}");
        match place.tree() {
            tree if tree == before() => undone += told.iter().count(),
            tree => {
                assert_eq!(tree, after(), "step {at}");
                assert!(told.is_empty(), "step {at}");
                done += 1;
            }
        }
        steps = at;
    }
    // One file, two files, three files, three files, and the removal of the journal.
    assert!(undone >= 9 && done > 2 && steps > 20, "{undone} {done} {steps}");
}

#[test]
fn killed_again_while_undoing() {
    for first in 0.. {
        let place = Place::new();
        let folder = place.open().with_fuse(Fuse::kill(first));
        let _ = write(&folder, &rewrites(), &|| ());
        if !folder.is_blown() {
            return;
        }
        for second in 0.. {
            let folder = place.open().with_fuse(Fuse::kill(second));
            let again = recover(&folder);
            assert!(again.is_ok() || folder.is_blown(), "{first}, then {second}: {again:?}");
            if !folder.is_blown() {
                break;
            }
        }
        assert!([before(), after()].contains(&place.tree()), "step {first}");
    }
}

#[test]
fn one_fault_at_every_step_leaves_everything_as_it_was_and_says_so() {
    let mut failed = 0;
    for at in 0.. {
        let place = Place::new();
        let folder = place.open().with_fuse(Fuse::fault(at));
        let result = write(&folder, &rewrites(), &|| ());
        if !folder.is_blown() {
            break;
        }
        let tidy: Tree = place.tree().into_iter().filter(|(path, _)| !path.starts_with(EDIT)).collect();
        match result {
            Err(failure) => {
                assert_eq!(failure.code, Code::FAILURE_EDIT, "step {at}: {failure}");
                assert_eq!(tidy, before(), "step {at}");
                assert_eq!(place.tree(), before(), "step {at}: something stays beside");
                failed += 1;
            }
            // Only clearing up had failed.
            Ok(told) => {
                assert!(told.is_empty() && tidy == after(), "step {at}");
                assert!(recover(&place.open()).unwrap().is_empty());
                assert_eq!(place.tree(), after(), "step {at}");
            }
        }
    }
    assert!(failed > 15, "{failed}");
}

#[test]
fn a_fault_that_stays_is_told_as_what_it_is() {
    let mut open = 0;
    for at in 0.. {
        let place = Place::new();
        let folder = place.open().with_fuse(Fuse::kill(at));
        let result = write(&folder, &rewrites(), &|| ());
        if !folder.is_blown() {
            break;
        }
        let as_it_was = FILES.iter().all(|file| place.text(file).starts_with("old"));
        match result.map_err(|failure| failure.code) {
            Ok(_) => assert!(FILES.iter().all(|file| place.text(file).starts_with("new")), "step {at}"),
            Err(Code::FAILURE_EDIT) => assert!(as_it_was, "step {at}"),
            Err(code) => {
                assert_eq!(code, Code::FAILURE_EDIT_OPEN, "step {at}");
                assert!(!as_it_was, "step {at}");
                open += 1;
            }
        }
    }
    assert!(open > 2, "{open}");
}

fn killed_when_all_is_moved() -> Place {
    let killed = |at: usize| {
        let place = Place::new();
        let _ = write(&place.open().with_fuse(Fuse::kill(at)), &rewrites(), &|| ());
        place
    };
    let is_wanted = |place: &Place| {
        let moved = FILES.iter().all(|file| place.text(file).starts_with("new"));
        moved && place.path(EDIT).join(JOURNAL).exists()
    };
    (0..100).map(killed).find(is_wanted).unwrap()
}

#[test]
fn what_somebody_else_wrote_is_noticed_and_stays() {
    let theirs = |place: &Place, path: &str| place.put(path, "theirs");
    // Before anything is moved: all that have changed are named.
    let place = Place::new();
    theirs(&place, "content/shared/b.toml");
    fs::remove_file(place.path(FILES[2])).unwrap();
    fs::create_dir(place.path(FILES[2])).unwrap();
    let tree = place.tree();
    let told = write(&place.open(), &rewrites(), &|| ()).unwrap();
    assert_eq!(codes(&told), [FILES[1], FILES[2]].map(|file| (Code::EDIT_CHANGED, file.to_owned())));
    assert_eq!(place.tree(), tree);
    // When the first one is written already.
    for (path, named) in [("content/shared/b.toml", FILES[1]), (FILES[2], FILES[2])] {
        let place = Place::new();
        let meanwhile = || {
            let path = place.path(path);
            let _ = fs::remove_file(&path);
            fs::write(path, "theirs").unwrap();
        };
        let told = write(&place.open(), &rewrites(), &meanwhile).unwrap();
        assert_eq!(codes(&told), [(Code::EDIT_CHANGED, named.to_owned())]);
        assert_eq!((place.text(named), place.text(FILES[0])), ("theirs".into(), "old a".into()));
        assert!(!place.path(EDIT).exists());
    }
    // After a kill: a person's text is not undone.
    let place = killed_when_all_is_moved();
    fs::remove_file(place.path(FILES[0])).unwrap();
    theirs(&place, FILES[0]);
    let told = recover(&place.open()).unwrap();
    assert_eq!(codes(&told), [FILES[1], FILES[2]].map(|file| (Code::EDIT_UNDONE, file.to_owned())));
    assert_eq!(place.text(FILES[0]), "theirs");
}

/// Nothing of the program, and no root, can do this move: the new text is gone.
#[test]
fn a_move_that_cannot_be_done_puts_the_others_back() {
    let place = Place::new();
    let steal = || {
        let _ = fs::remove_file(place.path(EDIT).join("1.new"));
    };
    let failure: Failure = write(&place.open(), &rewrites(), &steal).unwrap_err();
    assert_eq!(failure.code, Code::FAILURE_EDIT, "{failure}");
    assert!(failure.path.ends_with("b.toml"), "{failure}");
    assert_eq!(place.tree(), before());
}

#[test]
fn something_else_in_the_place_of_the_stage_is_left_alone() {
    let place = Place::new();
    place.put(EDIT, "mine");
    for failure in
        [write(&place.open(), &rewrites(), &|| ()).unwrap_err(), recover(&place.open()).unwrap_err()]
    {
        assert_eq!(failure.code, Code::FAILURE_EDIT, "{failure}");
    }
    assert_eq!(place.text(EDIT), "mine");
    assert_eq!(place.text(FILES[0]), "old a");
}
