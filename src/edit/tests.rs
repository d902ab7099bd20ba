use super::{Change, Table, Value, set};

fn stock(table: Table, value: Value) -> Change {
    Change { table, key: "stock", value, after: &["price", "options", "sku"] }
}

/// Every form in which a stock may stand, and what becomes of it.
const FORMS: [(&str, &str, &str); 8] = [
    (
        "a.toml",
        "sku = \"A\" # mine\nstock  =  4   # counted\n",
        "sku = \"A\" # mine\nstock  =  9   # counted\n",
    ),
    (
        "a.toml",
        "sku = \"A\"\nprice = 5 # cheap\n\n[delivery]\nnote = \"x\"\n",
        "sku = \"A\"\nprice = 5 # cheap\nstock = 9\n\n[delivery]\nnote = \"x\"\n",
    ),
    ("a.toml", "sku = \"A\"", "sku = \"A\"\nstock = 9"),
    (
        "a.md",
        "\u{feff}+++\r\nsku = \"A\"\r\nstock = \"out\"\r\n+++\r\nstock = 4\r\n",
        "\u{feff}+++\r\nsku = \"A\"\r\nstock = 9\r\n+++\r\nstock = 4\r\n",
    ),
    ("a.md", "+++\r\nsku = \"A\"\r\n\r\n+++\r\n", "+++\r\nsku = \"A\"\r\nstock = 9\r\n\r\n+++\r\n"),
    (
        "a.toml",
        "sku = \"A\"\nstock = { made_to_order = [\n  1, 2 ] } # slow\n",
        "sku = \"A\"\nstock = 9 # slow\n",
    ),
    (
        "a.toml",
        "tags = [\n  \"a\", # b\n]\nsku = \"A\"\n",
        "tags = [\n  \"a\", # b\n]\nsku = \"A\"\nstock = 9\n",
    ),
    ("a.toml", "stock = 9\n# stock = 4\n", "stock = 9\n# stock = 4\n"),
];

#[test]
fn nothing_but_the_value_changes() {
    for (file, before, after) in FORMS {
        let found = set(file, before, &[stock(Table::Top, Value::Integer(9))]);
        assert_eq!(found.as_deref(), Some(after), "{before}");
    }
}

#[test]
fn variants_in_both_forms() {
    let blocks =
        "sku = \"A\"\n\n[[variants]]\nsku = \"A-1\"\nstock = 1\n\n[[variants]]\n  sku = \"A-2\" # two\n";
    let found = set(
        "a.toml",
        blocks,
        &[stock(Table::Variant(1), Value::Integer(9)), stock(Table::Variant(0), Value::Text("out".into()))],
    );
    let wanted = "sku = \"A\"\n\n[[variants]]\nsku = \"A-1\"\nstock = \"out\"\n\n[[variants]]\n  sku = \"A-2\" # two\n  stock = 9\n";
    assert_eq!(found.as_deref(), Some(wanted));
    let inline =
        "variants = [{ sku = \"A-1\", options = { a = \"b\" } }, { sku = \"A-2\", stock = 4 }] # all\n";
    let found = set(
        "a.toml",
        inline,
        &[stock(Table::Variant(0), Value::Integer(7)), stock(Table::Variant(1), Value::Integer(4))],
    );
    let wanted = "variants = [{ sku = \"A-1\", options = { a = \"b\" }, stock = 7 }, { sku = \"A-2\", stock = 4 }] # all\n";
    assert_eq!(found.as_deref(), Some(wanted));
}

#[test]
fn what_is_not_there_is_not_set() {
    assert_eq!(set("a.toml", "sku = \"A\"\n", &[stock(Table::Variant(0), Value::Integer(1))]), None);
    assert_eq!(set("a.toml", "sku = = \n", &[stock(Table::Top, Value::Integer(1))]), None);
    assert_eq!(set("a.md", "no front matter", &[stock(Table::Top, Value::Integer(1))]), None);
}

#[test]
fn days_and_words() {
    let day = jiff::civil::date(2026, 11, 24);
    let change = |value| [Change { table: Table::Top, key: "stock_as_of", value, after: &["stock"] }];
    let found = set("a.toml", "sku = \"A\"\nstock = 4\nprice = 1\n", &change(Value::Day(day)));
    assert_eq!(found.as_deref(), Some("sku = \"A\"\nstock = 4\nstock_as_of = 2026-11-24\nprice = 1\n"));
    let found = set("a.toml", "stock_as_of = 2026-11-24\n", &change(Value::Day(day)));
    assert_eq!(found.as_deref(), Some("stock_as_of = 2026-11-24\n"));
}
