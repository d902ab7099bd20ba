use std::{fs, path::Path};

use crate::{
    diag::Code,
    disk::{MANIFEST, OutputFolder, STAGE},
};

fn shop() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        "above/shop/content/products",
        "above/shop/themes",
        "above/shop/full",
        "above/shop/empty",
        "above/shop/ours",
    ] {
        fs::create_dir_all(folder.path().join(path)).unwrap();
    }
    let shop = folder.path().join("above/shop");
    fs::write(shop.join("file"), "x").unwrap();
    fs::write(shop.join("full/letter.txt"), "mine").unwrap();
    fs::write(shop.join("ours").join(MANIFEST), "").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("empty", shop.join("link")).unwrap();
        std::os::unix::fs::symlink("content", shop.join("way")).unwrap();
    }
    folder
}

#[test]
fn places_that_are_no_output_are_refused_without_a_trace() {
    let folder = shop();
    let shop = folder.path().join("above/shop");
    let before: Vec<_> =
        walkdir::WalkDir::new(folder.path()).into_iter().flatten().map(|e| e.into_path()).collect();
    let mut bad = vec![
        "file",
        "file/below",
        "full",
        ".",
        "..",
        "../..",
        "content",
        "content/new/deep",
        "themes",
        "content/../content",
    ];
    if cfg!(unix) {
        bad.extend(["link", "link/", "way/products", ".git/pages", "empty/../missing/../content"]);
    }
    for path in bad {
        let refused = OutputFolder::open(&shop.join(path), &shop);
        assert_eq!(refused.map(|_| ()).map_err(|failure| failure.code), Err(Code::FAILURE_OUTPUT), "{path}");
    }
    assert_eq!(OutputFolder::open(Path::new("/"), &shop).unwrap_err().code, Code::FAILURE_OUTPUT);
    for path in ["empty", "ours", "new", "new/deep/er", "../beside"] {
        assert!(OutputFolder::open(&shop.join(path), &shop).is_ok(), "{path}");
    }
    let after: Vec<_> =
        walkdir::WalkDir::new(folder.path()).into_iter().flatten().map(|e| e.into_path()).collect();
    assert_eq!(before.len(), after.len());
}

#[test]
fn stage_of_a_first_build_does_not_lock_the_next_one_out() {
    let folder = shop();
    let shop = folder.path().join("above/shop");
    fs::create_dir(shop.join("empty").join(STAGE)).unwrap();
    let output = OutputFolder::open(&shop.join("empty"), &shop).unwrap();
    assert!(!output.is_bare());
    fs::write(shop.join("empty/letter.txt"), "mine").unwrap();
    assert!(OutputFolder::open(&shop.join("empty"), &shop).is_err());
}
