//! Every form in which a value may stand, and what becomes of it.

use crate::edit::{Change, Table, Value, set};

pub(super) fn stock(table: Table, value: Value) -> Change {
    Change { table, key: "stock", value, after: &["price", "options", "sku"] }
}

fn nine(table: Table) -> Change {
    stock(table, Value::Integer(9))
}

fn is(file: &str, before: &str, change: Change, after: &str) {
    let found = set(file, before, std::slice::from_ref(&change))
        .unwrap_or_else(|fault| panic!("{before}: {fault:?}"));
    assert_eq!(found, after, "{before}");
    assert_eq!(set(file, after, &[change]).unwrap(), after, "a second time");
}

#[test]
#[rustfmt::skip]
fn a_value_at_the_top() {
    for (before, after) in [
        ("sku = \"A\" # mine\nstock  =  4   # counted\n", "sku = \"A\" # mine\nstock  =  9   # counted\n"),
        ("sku = \"A\"\nprice = 5 # cheap\n\n[delivery]\nnote = \"x\"\n", "sku = \"A\"\nprice = 5 # cheap\nstock = 9\n\n[delivery]\nnote = \"x\"\n"),
        ("sku = \"A\"", "sku = \"A\"\nstock = 9"),
        ("sku = \"A\" # c", "sku = \"A\" # c\nstock = 9"),
        ("\tsku = \"A\"\r\n# next\r\ntitle = \"x\"\r\n", "\tsku = \"A\"\r\n\tstock = 9\r\n# next\r\ntitle = \"x\"\r\n"),
        ("title = \"x\"\r\nsku = \"A\"", "title = \"x\"\r\nsku = \"A\"\r\nstock = 9"),
        ("\u{feff}\"stock\"=[ 1,\n 2 ]", "\u{feff}\"stock\"=9"),
        ("sku = \"A\"\nstock = { made_to_order = [\n  1, 2 ] } # slow\n", "sku = \"A\"\nstock = 9 # slow\n"),
        ("tags = [\n  \"a\", # b\n]\nsku = \"A\"\n", "tags = [\n  \"a\", # b\n]\nsku = \"A\"\nstock = 9\n"),
        ("care = \"\"\"\nstock = 1\r\n\"\"\"\nsku = 'A'\n", "care = \"\"\"\nstock = 1\r\n\"\"\"\nsku = 'A'\nstock = 9\n"),
        ("", "stock = 9\n"),
        ("# only words\n", "stock = 9\n# only words\n"),
        ("[delivery]\nnote = \"x\"\n", "stock = 9\n[delivery]\nnote = \"x\"\n"),
        // A dotted key gives way in its line, a table below a header to a line at the top.
        ("price = 1\nstock.made_to_order = [5, 7] # slow\n", "price = 1\nstock = 9 # slow\n"),
        ("price = 1\n stock . \"made_to_order\"= [\n5, 7]\n# after\n", "price = 1\n stock= 9\n# after\n"),
        ("stock.made_to_order = [5, 7] # a\nsku = 'A'\n  stock.pre_order = 2026-12-15 # b\n", "stock = 9 # a\nsku = 'A'\n  # b\n"),
        ("price = 1\n\n# why\n[stock] # head\n# so\nmade_to_order = [5, 7] # days\n\n[delivery]\nnote = 'x'\n", "price = 1\nstock = 9\n\n# why\n# head\n# so\n# days\n\n[delivery]\nnote = 'x'\n"),
        ("price = 1\n[stock]\nmade_to_order = [5, 7]", "price = 1\nstock = 9"),
        ("price = 1\r\n\r\n [ stock ]\r\nmade_to_order = [5,\r\n 7]\r\n", "price = 1\r\nstock = 9\r\n\r\n"),
        ("sku = 'A'\n[stock.deep]\nx.y = 1\n[[stock.more]]\nz = 1\n[delivery]\n", "sku = 'A'\nstock = 9\n[delivery]\n"),
        ("stock.a = 1\n[stock.b]\nc = 1\n", "stock = 9\n"),
        ("sku = 'A'\n[[stock]]\nx = 1\n[[stock]]\nx = 2\n", "sku = 'A'\nstock = 9\n"),
    ] {
        is("a.toml", before, nine(Table::Top), after);
    }
}

#[test]
#[rustfmt::skip]
fn a_value_in_a_front_matter() {
    for (before, after) in [
        ("\u{feff}+++\r\nsku = \"A\"\r\nstock = \"out\"\r\n+++\r\nstock = 4\r\n", "\u{feff}+++\r\nsku = \"A\"\r\nstock = 9\r\n+++\r\nstock = 4\r\n"),
        ("+++\r\nsku = \"A\"\r\n\r\n+++\r\n", "+++\r\nsku = \"A\"\r\nstock = 9\r\n\r\n+++\r\n"),
        ("+++\nsku = \"A\"\n+++", "+++\nsku = \"A\"\nstock = 9\n+++"),
        ("+++\r\n+++\r\nbody", "+++\r\nstock = 9\r\n+++\r\nbody"),
        ("+++\nsku = 'A'\n[stock]\npre_order = 2026-12-15\n+++\n[stock]\n", "+++\nsku = 'A'\nstock = 9\n+++\n[stock]\n"),
        ("+++\nsku = 'A'\n[[variants]]\n[variants.stock]\n+++\n", "+++\nsku = 'A'\nstock = 9\n[[variants]]\n[variants.stock]\n+++\n"),
    ] {
        is("a.md", before, nine(Table::Top), after);
    }
}

#[test]
#[rustfmt::skip]
fn a_value_in_a_block_of_a_variant() {
    for (before, after) in [
        ("[[variants]]\nsku = 'A'\n[[variants]]\n  sku = 'B' # two\n  # end\n", "[[variants]]\nsku = 'A'\n[[variants]]\n  sku = 'B' # two\n  stock = 9\n  # end\n"),
        ("[[variants]]\n[[variants]]\nsku = 'B'\noptions.size = 's'\noptions.colour = 'red' # c\ngtin = '1'\n", "[[variants]]\n[[variants]]\nsku = 'B'\noptions.size = 's'\noptions.colour = 'red' # c\nstock = 9\ngtin = '1'\n"),
        // Never into the table of another header.
        ("[[variants]]\n[[variants]]\nsku = 'B'\n\n[variants.options] # o\nsize = 's'\n", "[[variants]]\n[[variants]]\nsku = 'B'\nstock = 9\n\n[variants.options] # o\nsize = 's'\n"),
        ("[[variants]]\n  [[variants]] # b\n[variants.options]\nsize = 's'\n", "[[variants]]\n  [[variants]] # b\n  stock = 9\n[variants.options]\nsize = 's'\n"),
        ("[[variants]]\n[variants.stock]\nmade_to_order = [1, 2]\n[[variants]]\nsku = 'B'\n[variants.stock]\nmade_to_order = [1, 2]\n[variants.options]\nsize = 's'", "[[variants]]\n[variants.stock]\nmade_to_order = [1, 2]\n[[variants]]\nsku = 'B'\nstock = 9\n[variants.options]\nsize = 's'"),
        ("[[variants]]\nstock = 1\n[other]\nstock = 2\n[[ variants ]]\nsku = 'B'\nstock.made_to_order = [1, 2]\n", "[[variants]]\nstock = 1\n[other]\nstock = 2\n[[ variants ]]\nsku = 'B'\nstock = 9\n"),
        ("[[variants]]\n[[variants]]", "[[variants]]\n[[variants]]\nstock = 9"),
    ] {
        is("a.toml", before, nine(Table::Variant(1)), after);
    }
}

#[test]
#[rustfmt::skip]
fn a_value_between_braces() {
    for (before, after) in [
        ("{ sku = 'B' }", "{ sku = 'B', stock = 9 }"),
        ("{sku='B'}", "{sku='B', stock = 9}"),
        ("{ sku = 'B', stock = 4 }", "{ sku = 'B', stock = 9 }"),
        ("{ sku = 'B', options.size = 's', gtin = '1' }", "{ sku = 'B', options.size = 's', stock = 9, gtin = '1' }"),
        ("{ sku = 'B', options = { size = 's' } , }", "{ sku = 'B', options = { size = 's' }, stock = 9 , }"),
        ("{ stock.made_to_order = [1, 2], sku = 'B' }", "{ stock = 9, sku = 'B' }"),
        ("{stock.a=1,sku='B',stock.b=2}", "{stock=9,sku='B'}"),
        ("{ sku = 'B', stock.a = 1, stock.b = 2, }", "{ sku = 'B', stock = 9, }"),
        ("{ sku = 'B', stock = { pre_order = 2026-12-15 } }", "{ sku = 'B', stock = 9 }"),
        ("{}", "{ stock = 9 }"),
        ("{ }", "{ stock = 9 }"),
        // A key a line, as TOML 1.1 allows.
        ("{\n  sku = 'B', # b\n  gtin = '1' # last\n}", "{\n  sku = 'B', # b\n  stock = 9,\n  gtin = '1' # last\n}"),
        ("{\n  gtin = '1',\n  sku = 'B' # last\n}", "{\n  gtin = '1',\n  sku = 'B', # last\n  stock = 9\n}"),
        ("{\n\tgtin = '1',\n\tsku = 'B', # last\n}", "{\n\tgtin = '1',\n\tsku = 'B', # last\n\tstock = 9,\n}"),
        ("{ gtin = '1',\n  sku = 'B' }", "{ gtin = '1',\n  sku = 'B',\n  stock = 9 }"),
        ("{ # none\n}", "{ # none\n  stock = 9,\n}"),
    ] {
        let whole = |variant: &str| format!("variants = [{{ sku = 'A', stock = 1 }}, {variant}] # all\nsku = 'X'\n");
        is("a.toml", &whole(before), nine(Table::Variant(1)), &whole(after));
        let (before, after) = (whole(before).replace('\n', "\r\n"), whole(after).replace('\n', "\r\n"));
        is("a.toml", &before, nine(Table::Variant(1)), &after);
    }
}

#[test]
fn what_says_the_same_already_stays_as_it_is_spelled() {
    let day = || Value::Day(jiff::civil::date(2026, 11, 24));
    for (written, value) in [
        ("0x10", Value::Integer(16)),
        ("1_000", Value::Integer(1000)),
        ("+9", Value::Integer(9)),
        ("0b1001", Value::Integer(9)),
        ("'out'", Value::Text("out".into())),
        ("\"\"\"\nout\"\"\"", Value::Text("out".into())),
        ("\"o\\u0075t\"", Value::Text("out".into())),
        ("2026-11-24", day()),
        ("[ 'x','y' ]", Value::Item("y".into())),
    ] {
        let text = format!("stock={written}\n");
        assert_eq!(set("a.toml", &text, &[stock(Table::Top, value)]).unwrap(), text);
    }
    let change = stock(Table::Top, day());
    is("a.toml", "stock = 2026-11-24T00:00:00\n", change, "stock = 2026-11-24\n");
    is("a.toml", "stock = 9.0\n", nine(Table::Top), "stock = 9\n");
    is("a.toml", "stock = '9'\n", nine(Table::Top), "stock = 9\n");
}

#[test]
fn words_are_quoted_as_they_need() {
    for (text, written) in
        [("out", "\"out\""), ("it's", "\"it's\""), ("7\" pot", "'7\" pot'"), ("a\\b", "'a\\b'")]
    {
        let change = stock(Table::Top, Value::Text(text.to_owned()));
        is("a.toml", "sku = 'A'\n", change, &format!("sku = 'A'\nstock = {written}\n"));
    }
}

#[test]
fn several_changes_follow_each_other() {
    let day = Value::Day(jiff::civil::date(2026, 11, 24));
    let as_of = Change { table: Table::Top, key: "stock_as_of", value: day, after: &["stock", "price"] };
    let text = "sku = 'A'\nprice = 1\n\n[stock]\nmade_to_order = [5, 7]\n";
    let found = set("a.toml", text, &[nine(Table::Top), as_of]).unwrap();
    assert_eq!(found, "sku = 'A'\nprice = 1\nstock = 9\nstock_as_of = 2026-11-24\n\n");
}
