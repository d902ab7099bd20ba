//! One more text in a list.

use crate::edit::{Change, Table, Value, set};

#[rustfmt::skip]
const FORMS: &[(&str, &str)] = &[
    ("sku = 'A'\n", "sku = 'A'\naliases = [\"/old/\"]\n"),
    ("sku = 'A'\n\n[delivery]\n", "sku = 'A'\naliases = [\"/old/\"]\n\n[delivery]\n"),
    ("aliases = []\n", "aliases = [\"/old/\"]\n"),
    ("aliases = [ ] # none\n", "aliases = [\"/old/\"] # none\n"),
    ("aliases = ['/a/'] # one\n", "aliases = ['/a/', \"/old/\"] # one\n"),
    ("aliases = [ '/a/', '/b/', ]\n", "aliases = [ '/a/', '/b/', \"/old/\", ]\n"),
    ("aliases = [\n  '/a/', # first\n  '/b/', # second\n]\n", "aliases = [\n  '/a/', # first\n  '/b/', # second\n  \"/old/\",\n]\n"),
    ("aliases = [\n  '/a/',\n  '/b/' # second\n  # end\n]\n", "aliases = [\n  '/a/',\n  '/b/', # second\n  \"/old/\"\n  # end\n]\n"),
    ("aliases = [\n\t'/a/',\n\t'/b/']\n", "aliases = [\n\t'/a/',\n\t'/b/',\n\t\"/old/\"]\n"),
    ("aliases = [\n\t'/a/',\n\t'/b/', ]\n", "aliases = [\n\t'/a/',\n\t'/b/',\n\t\"/old/\", ]\n"),
    ("aliases = [\n  '/a/', '/b/',\n  '/c/', '/d/',\n]\n", "aliases = [\n  '/a/', '/b/',\n  '/c/', '/d/', \"/old/\",\n]\n"),
    ("aliases = [\n  '/a/'\n  , '/b/'\n]\n", "aliases = [\n  '/a/'\n  , '/b/', \"/old/\"\n]\n"),
    ("aliases = [\n]\n", "aliases = [\n  \"/old/\",\n]\n"),
    ("  aliases = [ # why\n    # none yet\n  ]\n", "  aliases = [ # why\n    # none yet\n    \"/old/\",\n  ]\n"),
    ("aliases = [\n  '/a/', # [\n  # '/b/', ]\n]", "aliases = [\n  '/a/', # [\n  \"/old/\",\n  # '/b/', ]\n]"),
    ("aliases = ['/old/', '/a/']\n", "aliases = ['/old/', '/a/']\n"),
];

fn old() -> Change {
    Change { table: Table::Top, key: "aliases", value: Value::Item("/old/".into()), after: &["sku"] }
}

#[test]
fn a_list_keeps_its_form() {
    for (before, after) in FORMS {
        assert_eq!(set("a.toml", before, &[old(), old()]).unwrap(), *after, "{before}");
        let [before, after] =
            [before, after].map(|text| format!("+++\r\n{}\r\n+++\r\n", text.replace('\n', "\r\n")));
        assert_eq!(set("a.md", &before, &[old()]).unwrap(), after, "{before}");
    }
}

#[test]
fn a_list_in_a_variant() {
    let change =
        Change { table: Table::Variant(0), key: "pictures", value: Value::Item("a.jpg".into()), after: &[] };
    for (before, after) in [
        ("variants = [{ sku = 'A' }]\n", "variants = [{ sku = 'A', pictures = [\"a.jpg\"] }]\n"),
        ("[[variants]]\nsku = 'A'\n", "[[variants]]\nsku = 'A'\npictures = [\"a.jpg\"]\n"),
    ] {
        assert_eq!(set("a.toml", before, std::slice::from_ref(&change)).unwrap(), after);
    }
}
