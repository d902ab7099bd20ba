//! What is not edited, and how that is told.

use super::forms::stock;
use crate::{
    diag::{Code, Place},
    edit::{Change, Table, Value, proof::is_the_change, set},
};

fn list(text: &str) -> Change {
    Change { table: Table::Top, key: "aliases", value: Value::Item(text.into()), after: &[] }
}

#[test]
fn what_cannot_be_is_told_at_its_place() {
    let nine = |table| stock(table, Value::Integer(9));
    for (file, text, change, place) in [
        ("a.toml", "sku = = 1\n", nine(Table::Top), Some((6, 7))),
        ("a.md", "+++\nsku = = 1\n+++\n", nine(Table::Top), Some((10, 11))),
        ("a.toml", "sku = 'A'\n", nine(Table::Variant(0)), None),
        ("a.toml", "variants = [{ sku = 'A' }]\n", nine(Table::Variant(1)), None),
        ("a.toml", "variants = 'none'\n", nine(Table::Variant(0)), None),
        ("a.toml", "variants = [1]\n", nine(Table::Variant(0)), None),
        ("a.toml", "aliases = '/a/'\n", list("/b/"), Some((10, 15))),
        ("a.toml", "aliases = ['/a/', 1]\n", list("/b/"), Some((10, 20))),
        ("a.toml", "aliases.a = 1\n", list("/b/"), Some((12, 13))),
        ("a.toml", "[aliases]\na = 1\n", list("/b/"), Some((0, 9))),
    ] {
        let fault = set(file, text, &[change]).expect_err(text);
        assert_eq!(fault.code, Code::EDIT_REFUSED, "{text}");
        let wanted = place.map_or(Place::file(file), |(start, end)| Place::span(file, start..end));
        assert_eq!(fault.place, Some(wanted), "{text}");
    }
    let fault = set("a.md", "no front matter", &[nine(Table::Top)]).unwrap_err();
    assert_eq!(fault.code, Code::FRONT_MATTER_MISSING);
}

#[test]
fn the_line_to_write_is_said() {
    let fault = set("a.toml", "aliases = 1", &[list("/b/")]).unwrap_err();
    assert_eq!(fault.args, [("key", "aliases".to_owned()), ("line", "aliases = [\"/b/\"]".to_owned())]);
}

/// Words that would end the front matter are not written into it.
#[test]
fn the_body_cannot_be_reached() {
    let change = stock(Table::Top, Value::Text("a\n+++\nb".into()));
    let fault = set("a.md", "+++\nsku = 'A'\n+++\nbody\n", std::slice::from_ref(&change)).unwrap_err();
    assert_eq!(fault.code, Code::EDIT_REFUSED);
    assert!(set("a.toml", "sku = 'A'\n", &[change]).is_ok());
}

#[test]
fn the_proof_sees_every_other_change() {
    let nine = stock(Table::Variant(0), Value::Integer(9));
    let old = "a = nan\n[[variants]]\nsku = 'A'\n[[variants]]\nsku = 'B'\n";
    let good = "a = nan\n[[variants]]\nsku = 'A'\nstock = 9\n[[variants]]\nsku = 'B'\n";
    assert!(is_the_change(old, good, &nine));
    for bad in [
        old.to_owned(),
        good.replace("'A'", "'C'"),
        good.replace("= 9", "= 8"),
        good.replace("= 9", "= '9'"),
        good.replace("nan", "1.0"),
        good.replace("sku = 'B'", "sku = 'B'\nstock = 9"),
        good.replace("a = nan\n", ""),
        format!("b = 1\n{good}"),
        good.replace("[[variants]]\nsku = 'A'\nstock = 9\n", ""),
        good.replace("= 9", "= = 9"),
    ] {
        assert!(!is_the_change(old, &bad, &nine), "{bad}");
    }
    assert!(!is_the_change("aliases = ['x']", "aliases = ['/b/', 'x']", &list("/b/")));
    assert!(!is_the_change("aliases = ['x']", "aliases = ['/b/']", &list("/b/")));
    assert!(is_the_change("aliases = ['x']", "aliases = ['x', '/b/']", &list("/b/")));
}
