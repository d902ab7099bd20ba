//! Old addresses from the shop's git history, and `posra check --fix`. The histories are made by the tests themselves.

use std::{fs, path::Path, process::Command};

use git2::{IndexAddOption, Oid, Repository, Signature, Time};
use posra::{check, config::Now, pipeline::Settings};

use crate::support::{Quiet, Shop, said, tree};

/// A shop in a repository, at its root or below it.
struct Kept {
    shop: Shop,
    repository: Repository,
    commits: i64,
}

impl Kept {
    /// The base shop with a cup, committed.
    fn new() -> Self {
        let shop = Shop::base();
        let repository = Repository::init(shop.path()).unwrap();
        shop.write("content/products/cup/index.md", &product("CUP", "Cup"));
        let mut kept = Self { shop, repository, commits: 0 };
        kept.commit();
        kept
    }

    /// Everything as it is now.
    fn commit(&mut self) -> Oid {
        let mut index = self.repository.index().unwrap();
        index.add_all(["content", "posra.toml", "themes"], IndexAddOption::DEFAULT, None).unwrap();
        index.update_all(["*"], None).unwrap();
        index.write().unwrap();
        let tree = self.repository.find_tree(index.write_tree().unwrap()).unwrap();
        self.commits += 1;
        let when = Time::new(1_700_000_000 + self.commits * 60, 0);
        let who = Signature::new("A shop", "shop@example.com", &when).unwrap();
        let parent = self.repository.head().ok().map(|head| head.peel_to_commit().unwrap());
        let parents: Vec<_> = parent.iter().collect();
        self.repository.commit(Some("HEAD"), &who, &who, "A day's work", &tree, &parents).unwrap()
    }

    fn rename(&self, old: &str, new: &str) {
        let content = self.shop.path().join("content");
        fs::rename(content.join(old), content.join(new)).unwrap();
    }

    fn remove(&self, folder: &str) {
        fs::remove_dir_all(self.shop.path().join("content").join(folder)).unwrap();
    }

    /// What is told of old addresses.
    fn told(&self) -> Vec<String> {
        told(&self.shop)
    }

    /// Mends, and gives how many faults and files.
    fn fix(&self) -> (usize, usize) {
        let (_, fixed) = check::fix(&self.shop.settings(), &Quiet).unwrap();
        (fixed.faults, fixed.files)
    }
}

fn told(shop: &Shop) -> Vec<String> {
    looked(shop.path())
}

/// What is told of old addresses of the shop in a folder.
fn looked(root: &Path) -> Vec<String> {
    let settings = Settings::of(root, Now::read("2026-11-21").unwrap());
    let report = check::check(&settings, &Quiet).unwrap();
    let about =
        |line: &String| ["check.address", "check.history", "error"].iter().any(|one| line.contains(one));
    said(&report).into_iter().filter(about).collect()
}

fn product(sku: &str, title: &str) -> String {
    format!(
        "+++\nsku = \"{sku}\" # for ever\ntitle = \"{title}\"\nsummary = \"A good {title}.\"\nprice = 1\n+++\n\nBody of the {title}.\n"
    )
}

fn guide(title: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"How to.\"\ndate = 2026-01-02\n+++\n\nOne.\n\nTwo.\n\nThree.\n"
    )
}

#[test]
fn a_renamed_product_keeps_its_old_address() {
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    kept.commit();
    assert_eq!(kept.told(), ["warning check.address-moved content/products/mug/index.md:2:7"]);
    let before = tree(kept.shop.path());
    assert_eq!(kept.fix(), (1, 1));
    let text = kept.shop.read("content/products/mug/index.md");
    let line = "summary = \"A good Cup.\"\n";
    let wanted = product("CUP", "Cup").replace(line, &format!("{line}aliases = [\"/products/cup/\"]\n"));
    assert_eq!(text, wanted);
    assert_eq!(kept.told(), [""; 0]);
    let after = tree(kept.shop.path());
    let is_text = |path: &&String| path.starts_with("content") && before.get(*path) != after.get(*path);
    let changed: Vec<_> = after.keys().filter(is_text).collect();
    assert_eq!(changed, ["content/products/mug/index.md"]);
    assert_eq!(kept.fix(), (0, 0));
    assert!(tree(kept.shop.path()) == after, "a second run changed something");
    kept.shop.built();
    assert!(kept.shop.page("products/cup/").contains("url=/products/mug/"));
}

#[test]
fn every_address_of_a_chain_is_kept() {
    let mut kept = Kept::new();
    for (old, new) in [("cup", "mug"), ("mug", "beaker"), ("beaker", "tumbler")] {
        kept.rename(&format!("products/{old}"), &format!("products/{new}"));
        let text = product("CUP", &format!("{new} with other words")).replace("price = 1", "price = 2");
        kept.shop.write(&format!("content/products/{new}/index.md"), &text);
        // The last one is not committed.
        if new != "tumbler" {
            kept.commit();
        }
    }
    assert_eq!(kept.told(), ["warning check.address-moved content/products/tumbler/index.md:2:7"; 3]);
    assert_eq!(kept.fix(), (3, 1));
    let text = kept.shop.read("content/products/tumbler/index.md");
    for old in ["cup", "mug", "beaker"] {
        assert!(text.contains(&format!("\"/products/{old}/\"")), "{text}");
    }
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn a_name_that_came_back_is_no_fault() {
    let mut kept = Kept::new();
    for (old, new) in [("cup", "mug"), ("mug", "cup")] {
        kept.rename(&format!("products/{old}"), &format!("products/{new}"));
        kept.commit();
    }
    assert_eq!(kept.told(), ["warning check.address-moved content/products/cup/index.md:2:7"]);
    assert_eq!(kept.fix(), (1, 1));
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn what_has_no_sku_is_known_by_its_words() {
    let mut kept = Kept::new();
    let page = "+++\ntitle = \"About\"\nsummary = \"Who we are.\"\n+++\n\nOne.\n\nTwo.\n";
    let policy =
        "+++\ntitle = \"Sourcing\"\nsummary = \"Where from.\"\nupdated = 2026-01-02\n+++\n\nOne.\n\nTwo.\n";
    kept.shop.write("content/guides/brass.md", &guide("Brass"));
    kept.shop.write("content/pages/about.md", page);
    kept.shop.write("content/collections/metal.md", page);
    kept.shop.write("content/policies/sourcing.md", policy);
    kept.commit();
    kept.rename("guides/brass.md", "guides/copper.md");
    kept.shop.edit("content/guides/copper.md", "\"Brass\"", "\"Copper\"");
    kept.rename("pages/about.md", "pages/us.md");
    kept.rename("policies/sourcing.md", "policies/makers.md");
    kept.commit();
    kept.rename("guides/copper.md", "guides/bronze.md");
    kept.shop.edit("content/guides/bronze.md", "Two", "2");
    kept.rename("collections/metal.md", "collections/metals.md");
    let moved = ["collections/metals", "guides/bronze", "guides/bronze", "pages/us", "policies/makers"];
    assert_eq!(kept.told(), moved.map(|path| format!("warning check.address-moved content/{path}.md")));
    assert_eq!(kept.fix(), (5, 4));
    assert!(kept.shop.read("content/pages/us.md").contains("\naliases = [\"/about/\"]\n"));
    assert!(
        kept.shop
            .read("content/guides/bronze.md")
            .contains("aliases = [\"/guides/brass/\", \"/guides/copper/\"]")
    );
    assert_eq!((kept.told(), kept.fix()), (Vec::new(), (0, 0)));
}

#[test]
fn what_was_deleted_is_told_and_not_mended() {
    let mut kept = Kept::new();
    kept.shop.write("content/guides/brass.md", &guide("Brass"));
    kept.commit();
    kept.remove("products/cup");
    kept.shop.write("content/products/plate/index.md", &product("PLATE", "Plate"));
    kept.commit();
    kept.shop.remove("content/guides/brass.md");
    let gone = [
        "note check.address-gone content/guides/brass.md",
        "note check.address-gone content/products/cup/index.md",
    ];
    assert_eq!(kept.told(), gone);
    assert_eq!(kept.fix(), (0, 0));
    kept.shop.edit(
        "content/products/plate/index.md",
        "price",
        "aliases = ['/products/cup/', '/guides/brass/']\nprice",
    );
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn a_sku_that_changed_with_the_name_is_found_by_git() {
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    kept.shop.write("content/products/mug/index.md", &product("MUG-1", "Cup"));
    kept.commit();
    assert_eq!(kept.told(), ["warning check.address-moved content/products/mug/index.md:2:7"]);
}

#[test]
fn an_address_is_never_given_to_other_goods() {
    // At once, without a commit.
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/old-cup");
    kept.shop.write("content/products/cup/index.md", &product("CUP-2", "Better cup"));
    let reused = ["warning check.address-reused content/products/cup/index.md:2:7"];
    assert_eq!(kept.told(), reused);
    kept.commit();
    assert_eq!(kept.told(), reused);
    assert_eq!(kept.fix(), (0, 0));
    // Later, when the first has gone.
    let mut kept = Kept::new();
    kept.remove("products/cup");
    kept.commit();
    kept.shop.write("content/products/cup/index.md", &product("CUP-2", "Better cup"));
    kept.commit();
    assert_eq!(kept.told(), reused);
    // A SKU that was mended is no other product.
    let mut kept = Kept::new();
    kept.shop.edit("content/products/cup/index.md", "CUP", "CUP-1");
    kept.shop.write("content/products/plate/index.md", &product("PLATE", "Plate"));
    kept.commit();
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn what_nobody_saw_is_not_missed() {
    let mut kept = Kept::new();
    kept.shop.write(
        "content/products/jug/index.md",
        &product("JUG", "Jug").replace("price", "draft = true\nprice"),
    );
    kept.commit();
    kept.rename("products/jug", "products/ewer");
    kept.commit();
    kept.shop.edit("content/products/ewer/index.md", "draft = true\n", "");
    kept.commit();
    // Another form of the file is the same thing, and a draft waits.
    kept.remove("products/cup");
    let cup = "sku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\n";
    kept.shop.write("content/products/cup.toml", cup);
    assert_eq!(kept.told(), [""; 0]);
    kept.rename("products/cup.toml", "products/mug.toml");
    kept.shop.edit("content/products/mug.toml", "price", "draft = true\nprice");
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn aliases_are_looked_at_wherever_they_stand() {
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    kept.commit();
    kept.shop.edit(
        "content/products/mug/index.md",
        "price",
        "aliases = [\n  \"/products/CUP/\", # as it was\n]\nprice",
    );
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn with_an_error_nothing_is_looked_for_or_written() {
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    kept.commit();
    kept.shop.write(
        "content/products/plate/index.md",
        &product("PLATE", "Plate").replace("price = 1", "price = \"1,50\""),
    );
    assert_eq!(kept.told(), ["error price.doubtful content/products/plate/index.md:5:9"]);
    assert_eq!(kept.fix(), (0, 0));
}

#[test]
fn any_repository_is_read_as_far_as_it_goes() {
    let moved = ["warning check.address-moved content/products/mug/index.md:2:7"];
    // None, and one without a commit.
    let shop = Shop::base();
    assert_eq!(told(&shop), [""; 0]);
    Repository::init(shop.path()).unwrap();
    assert_eq!(told(&shop), [""; 0]);
    // A detached head.
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    let head = kept.commit();
    kept.repository.set_head_detached(head).unwrap();
    assert_eq!(kept.told(), moved);
    // Another work tree of the same repository.
    let beside = tempfile::tempdir().unwrap();
    let beside = beside.path().join("beside");
    kept.repository.worktree("beside", &beside, None).unwrap();
    assert_eq!(looked(&beside), moved);
    // A shallow copy: the newest commit alone, then one whose older half is lost.
    let first = kept.repository.find_commit(head).unwrap().parent_id(0).unwrap().to_string();
    let git = kept.shop.path().join(".git");
    fs::write(git.join("shallow"), format!("{head}\n")).unwrap();
    assert_eq!(kept.told(), [""; 0]);
    fs::remove_file(git.join("shallow")).unwrap();
    assert_eq!(kept.told(), moved);
    fs::remove_file(git.join("objects").join(&first[..2]).join(&first[2..])).unwrap();
    assert_eq!(kept.told(), [""; 0]);
}

#[test]
fn a_shop_below_the_root_of_its_repository_has_its_own_history() {
    let shop = Shop::empty();
    let repository = Repository::init(shop.path()).unwrap();
    let below = shop.path().join("দোকান [1]/shop");
    for (path, bytes) in tree(Shop::base().path()) {
        shop.write_bytes(&format!("দোকান [1]/shop/{path}"), &bytes);
    }
    shop.write("দোকান [1]/shop/content/products/cup/index.md", &product("CUP", "Cup"));
    shop.write("দোকান [1]/shop/content/guides/brass.md", &guide("Brass"));
    // Not of this shop.
    shop.write("content/products/other/index.md", &product("OTHER", "Other"));
    let commit = || {
        let mut index = repository.index().unwrap();
        index.add_all(["*"], IndexAddOption::DISABLE_PATHSPEC_MATCH, None).unwrap();
        index.add_all(["."], IndexAddOption::DEFAULT, None).unwrap();
        index.update_all(["*"], None).unwrap();
        let tree = repository.find_tree(index.write_tree().unwrap()).unwrap();
        index.write().unwrap();
        let who = Signature::new("A shop", "shop@example.com", &Time::new(1_700_000_000, 0)).unwrap();
        let parent = repository.head().ok().map(|head| head.peel_to_commit().unwrap());
        repository
            .commit(Some("HEAD"), &who, &who, "Work", &tree, &parent.iter().collect::<Vec<_>>())
            .unwrap();
    };
    commit();
    fs::rename(below.join("content/products/cup"), below.join("content/products/mug")).unwrap();
    fs::rename(below.join("content/guides/brass.md"), below.join("content/guides/copper.md")).unwrap();
    fs::remove_dir_all(shop.path().join("content")).unwrap();
    let moved = [
        "warning check.address-moved content/guides/copper.md",
        "warning check.address-moved content/products/mug/index.md:2:7",
    ];
    assert_eq!(looked(&below), moved);
    commit();
    assert_eq!(looked(&below), moved);
}

#[test]
fn a_repository_that_cannot_be_read_is_told_and_stops_nothing() {
    let kept = Kept::new();
    fs::write(kept.shop.path().join(".git/HEAD"), "nonsense").unwrap();
    let told = kept.told();
    assert!(told.is_empty() || told == ["note check.history posra.toml"], "{told:?}");
    kept.shop.built();
    fs::write(kept.shop.path().join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    fs::write(kept.shop.path().join(".git/config"), "[core\nbroken").unwrap();
    assert_eq!(kept.told(), ["note check.history posra.toml"]);
    kept.shop.built();
}

#[test]
fn the_command_says_what_it_does_in_both_languages() {
    let mut kept = Kept::new();
    kept.rename("products/cup", "products/mug");
    kept.commit();
    let (code, out, told) = posra(kept.shop.path(), &["--speak", "en", "check"]);
    assert_eq!(code, 0, "{told}");
    assert!(out.contains("Warnings:"), "{out}");
    assert!(told.contains("this was at `/products/cup/` once and is at `/products/mug/` now"), "{told}");
    assert!(told.contains("aliases = [\"/products/cup/\"]"), "the repair is shown: {told}");
    let (_, out, _) = posra(kept.shop.path(), &["--format", "json", "check"]);
    assert!(out.contains("\"fixable\": true"), "{out}");
    let (code, out, told) = posra(kept.shop.path(), &["--speak", "bn", "check", "--fix"]);
    assert_eq!(code, 0, "{told}");
    assert!(out.starts_with("ঠিক করা হয়েছে ১টি, ফাইল বদলেছে ১টি।\n"), "{out}");
    assert!(!told.contains("check.address"), "{told}");
    let (_, out, _) = posra(kept.shop.path(), &["--format", "json", "check", "--fix"]);
    assert!(out.contains("\"fixed\": {\n    \"faults\": 0,\n    \"files\": 0\n  }"), "{out}");
}

fn posra(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_posra"));
    let output =
        command.args(arguments).arg("--root").arg(root).args(["--now", "2026-11-24"]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
