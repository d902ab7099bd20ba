use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, os::unix::fs::symlink, path::PathBuf};

use crate::{
    base::path::ShopPath,
    diag::Code,
    disk::{Listing, ReadFault, ShopFolder},
};

/// A shop in `shop`, and a secret beside it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(place.folder.path().join("secret.md"), "secret").unwrap();
        fs::create_dir_all(place.shop().join("content")).unwrap();
        place
    }

    fn shop(&self) -> PathBuf {
        self.folder.path().join("shop")
    }

    fn put(&self, path: &str) {
        let path = self.shop().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "text").unwrap();
    }

    fn link(&self, path: &str, end: impl AsRef<std::path::Path>) {
        symlink(end, self.shop().join(path)).unwrap();
    }

    fn list(&self, folder: &str) -> Listing {
        ShopFolder::open(&self.shop()).unwrap().list(folder).unwrap()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        ShopFolder::open(&self.shop()).unwrap().read(&ShopPath::read(path).unwrap())
    }
}

fn paths(listing: &Listing) -> Vec<&str> {
    listing.files.iter().map(|found| found.path.as_str()).collect()
}

fn faults(listing: &Listing) -> Vec<(Code, &str)> {
    listing.diagnostics.iter().map(|fault| (fault.code, fault.args[0].1.as_str())).collect()
}

#[test]
fn lists_files_in_order_without_what_tools_leave() {
    let place = Place::new();
    for path in
        ["b.md", "a/x.md", "a-b.md", "কাপ/কাপ.md", ".hidden", ".git/config", "b.md~", "#b.md#", ".b.md.swp"]
    {
        place.put(&format!("content/{path}"));
    }
    let listing = place.list("content");
    assert_eq!(paths(&listing), ["content/a-b.md", "content/a/x.md", "content/b.md", "content/কাপ/কাপ.md"]);
    assert_eq!(listing.files[0].stat.len, 4);
    assert!(listing.diagnostics.is_empty());
    assert!(paths(&place.list("missing")).is_empty());
    assert!(ShopFolder::open(&place.shop()).unwrap().list("../").is_err());
}

#[test]
fn follows_links_whose_end_is_inside() {
    let place = Place::new();
    place.put("content/real/one.md");
    place.link("content/near.md", "real/one.md");
    place.link("content/folder", "real");
    place.link("content/absolute.md", place.shop().join("content/real/one.md"));
    let listing = place.list("content");
    let all = ["content/absolute.md", "content/folder/one.md", "content/near.md", "content/real/one.md"];
    assert_eq!(paths(&listing), all);
    assert!(listing.diagnostics.is_empty());
    for path in all {
        assert_eq!(place.read(path).unwrap(), b"text", "{path}");
    }
}

#[test]
fn names_links_that_leave_the_shop_or_lead_nowhere() {
    let place = Place::new();
    place.put("content/ok.md");
    place.link("content/up.md", "../../secret.md");
    place.link("content/out", place.folder.path());
    place.link("content/broken.md", "nothing.md");
    place.link("content/self", "self");
    place.link("content/round", "../content");
    place.link("other", "..");
    let listing = place.list("content");
    assert_eq!(paths(&listing), ["content/ok.md"]);
    let named = ["content/broken.md", "content/out", "content/round", "content/self", "content/up.md"];
    assert_eq!(faults(&listing), named.map(|path| (Code::PATH_SYMLINK, path)));
    assert_eq!(faults(&place.list("other")), [(Code::PATH_SYMLINK, "other")]);
    assert!(matches!(place.read("content/up.md"), Err(ReadFault::Leaves)));
    assert!(matches!(place.read("content/out/secret.md"), Err(ReadFault::Leaves)));
    assert!(matches!(place.read("content/none.md"), Err(ReadFault::Missing)));
    assert!(matches!(place.read("content"), Err(ReadFault::NotAFile)));
}

#[test]
fn circles_through_two_links_end() {
    let place = Place::new();
    place.put("content/a/x.md");
    place.put("content/b/y.md");
    place.link("content/a/to-b", "../b");
    place.link("content/b/to-a", "../a");
    let listing = place.list("content");
    assert_eq!(
        paths(&listing),
        ["content/a/to-b/y.md", "content/a/x.md", "content/b/to-a/x.md", "content/b/y.md"]
    );
    assert_eq!(
        faults(&listing),
        [(Code::PATH_SYMLINK, "content/a/to-b/to-a"), (Code::PATH_SYMLINK, "content/b/to-a/to-b")]
    );
}

#[test]
fn names_that_are_not_text_are_told() {
    let place = Place::new();
    place.put("content/ok.md");
    fs::write(place.shop().join("content").join(OsStr::from_bytes(b"bad\xff.md")), "x").unwrap();
    place.put("content/a:b/inside.md");
    place.put("content/line\nbreak.md");
    let listing = place.list("content");
    assert_eq!(paths(&listing), ["content/ok.md"]);
    let told = faults(&listing);
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|(code, _)| *code == Code::PATH_NAME));
    assert_eq!(told[0].1, "content/a:b");
}
