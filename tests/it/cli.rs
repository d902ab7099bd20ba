//! The command line from outside.

use std::process::{Command, Output};

use crate::support::Shop;

fn posra(shop: &Shop, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(args)
        .current_dir(shop.path())
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_new_shop_builds_and_is_clean() {
    let shop = Shop::empty();
    let made = posra(&shop, &["init", "mine"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let built = posra(&shop, &["build", "--root", "mine"]);
    assert_eq!((built.status.code(), text(&built.stderr)), (Some(0), String::new()));
    assert!(shop.path().join("mine/public/products/first/index.html").exists());
    let checked = posra(&shop, &["check", "--root", "mine"]);
    assert_eq!(checked.status.code(), Some(0));
    assert!(text(&checked.stderr).contains("check.no-picture"), "{}", text(&checked.stderr));
    let again = posra(&shop, &["init", "mine"]);
    assert_eq!(again.status.code(), Some(2), "init writes into a shop");
}

#[test]
fn faults_are_shown_with_file_line_caret_and_repair() {
    let shop = Shop::base();
    shop.write(
        "content/products/cup/index.md",
        "+++\nsku = \"cup\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprcie = 100\n+++\n",
    );
    let english = text(&posra(&shop, &["build"]).stderr);
    let expected = "error[key.unknown]: there is no key `prcie` here\n --> content/products/cup/index.md:5:1\n  |\n5 | prcie = 100\n  | ^^^^^\n";
    assert!(english.contains(expected), "{english}");
    assert!(english.contains("help: did you mean `price`?"), "{english}");
    let bengali = text(&posra(&shop, &["build", "--speak", "bn"]).stderr);
    assert!(bengali.contains("ত্রুটি[key.unknown]: এখানে `prcie` নামে কোনো ঘর নেই"), "{bengali}");
    assert!(bengali.contains("উপায়: `price` লিখতে চেয়েছিলেন?"), "{bengali}");
}

#[test]
fn the_same_as_data() {
    let shop = Shop::base();
    shop.write(
        "content/products/cup/index.md",
        "+++\nsku = \"cup\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = \"1,25\"\n+++\n",
    );
    let output = posra(&shop, &["build", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let fault = &report["diagnostics"][0];
    assert_eq!(fault["code"], "price.doubtful");
    assert_eq!(
        (&fault["place"]["file"], &fault["place"]["line"], &fault["place"]["column"]),
        (&"content/products/cup/index.md".into(), &5.into(), &9.into())
    );
    assert!(!shop.path().join("public").exists());
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn exit_codes_tell_the_shop_from_the_machine() {
    let shop = Shop::empty();
    assert_eq!(posra(&shop, &["build"]).status.code(), Some(1), "no shop");
    assert_eq!(posra(&shop, &["bulid"]).status.code(), Some(2), "wrong usage");
    let shop = Shop::base();
    assert_eq!(posra(&shop, &["build", "--now", "yesterday"]).status.code(), Some(2), "wrong value");
    shop.write("else/where.txt", "mine");
    let output = posra(&shop, &["build", "--out", "else"]);
    assert_eq!(output.status.code(), Some(2), "a folder of somebody else");
    assert!(text(&output.stderr).contains("failure.output"), "{}", text(&output.stderr));
    assert_eq!(shop.read("else/where.txt"), "mine");
    assert_eq!(posra(&shop, &["--help"]).status.code(), Some(0));
}

#[test]
fn check_writes_nothing() {
    let shop = Shop::base();
    let output = posra(&shop, &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(!shop.path().join("public").exists());
    assert!(text(&output.stderr).contains("policy.missing"));
}
