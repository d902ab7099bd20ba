use std::path::{Component, Path};

use proptest::prelude::*;

use crate::base::path::{PathFault, ShopPath};

/// Parts that climb, begin elsewhere, or name no file on some system.
#[rustfmt::skip]
const BAD: &[&str] = &[
    "..", ".. ", "...", ". .", "..\\", "\\", "\\\\host\\share", "c:", "C:\\x", "c:/x", "a:b", "a\\b", "a\0", "\n", "\t", "\r", "\u{1}", "\u{1b}[31m", "\u{7f}", "\u{85}",
    "\u{202e}gpj.exe", "a\u{200e}", "\u{2066}a", "\u{feff}a", "a\u{200b}b", "a\u{2028}", "a\u{ffff}", "\u{fdd0}", "a?", "a*", "a\"", "<a>", "a|b", "a.", "a ", "con", "CON.md", "nul", "NUL.tar.gz",
    "aux .txt", "com1", "COM9.jpg", "lpt\u{b2}", "prn", "conin$", "a::$DATA", "file:///etc/passwd", "a\u{e0001}",
];

#[test]
fn hostile_paths_are_refused_wherever_they_stand() {
    let folder = ShopPath::read("products").unwrap();
    let mut tried = 0;
    for bad in BAD {
        for text in [
            (*bad).to_owned(),
            format!("a/{bad}"),
            format!("{bad}/a"),
            format!("a/{bad}/b"),
            format!("./{bad}"),
        ] {
            tried += 1;
            assert!(ShopPath::read(&text).is_err(), "{text:?}");
            assert!(folder.join(&text).is_err(), "{text:?}");
        }
    }
    assert!(tried > 200, "{tried}");
}

#[test]
#[rustfmt::skip]
fn faults_say_why() {
    for (text, fault) in [
        ("", PathFault::Empty), (".", PathFault::Empty), ("a//b", PathFault::Empty), ("a/", PathFault::Empty), ("/a", PathFault::Absolute), ("\\a", PathFault::Absolute),
        ("C:/a", PathFault::Absolute), ("../a", PathFault::Leaves), ("a/../b", PathFault::Leaves), ("a\\..\\b", PathFault::Leaves), ("a/.. /b", PathFault::Leaves),
        ("a:b", PathFault::Absolute), ("ab:c", PathFault::Character), ("a\0b", PathFault::Character), ("nul", PathFault::Character),
    ] {
        assert_eq!(ShopPath::read(text), Err(fault), "{text:?}");
    }
}

#[test]
#[rustfmt::skip]
fn ordinary_names_are_kept() {
    for text in [
        "shop.toml", "products/ফুলদানি/product.md", "100% cotton.jpg", "a/.hidden", "..a", "a..b", "photo (1).jpg", "rose ❤\u{fe0f}.jpg", "র\u{200d}্যাব.md", "console.md", "com10", "comma", "e\u{301}.md",
    ] {
        assert_eq!(ShopPath::read(text).unwrap().to_string(), text);
    }
    assert_eq!(ShopPath::read("./a/./b").unwrap().to_string(), "a/b");
    let path = ShopPath::read("products/vase/product.md").unwrap();
    assert_eq!(path.name(), "product.md");
    assert_eq!(path.below("products"), Some("vase/product.md"));
    let folder = path.parent().unwrap();
    assert_eq!(folder.join("a.jpg").unwrap().to_string(), "products/vase/a.jpg");
    assert_eq!(ShopPath::read("a").unwrap().parent(), None);
    assert!(serde_json::from_str::<ShopPath>("\"../a\"").is_err());
}

proptest! {
    #[test]
    fn no_path_leaves_the_shop(text in "(\\PC|[a-z./\\\\: ]){0,24}") {
        if let Ok(path) = ShopPath::read(&text) {
            let normal = Path::new(path.as_str()).components().all(|part| matches!(part, Component::Normal(_)));
            prop_assert!(normal);
            prop_assert_eq!(ShopPath::read(path.as_str()), Ok(path.clone()));
            let stored = postcard::to_stdvec(&path).unwrap();
            prop_assert_eq!(postcard::from_bytes::<ShopPath>(&stored).unwrap(), path);
        }
    }
}
