//! Laws of an edit, for products in every form that TOML allows.

use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*, sample::select};

use super::forms::stock;
use crate::edit::{Change, Table, Value, set};

/// How a stock is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Form {
    Missing,
    /// `stock = …`
    Plain(&'static str),
    /// `stock.made_to_order = …`
    Dotted,
    /// `[stock]`
    Header,
}

#[derive(Debug, Clone)]
struct Variant {
    stock: Form,
    /// `options = { … }`, `options.size = …` or `[variants.options]`.
    options: u8,
    is_stock_first: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Variants {
    Blocks,
    /// In one line.
    Braces,
    /// A variant a line, with or without a comma at the end.
    BracesInLines(bool),
    /// A key a line.
    KeysInLines(bool),
}

#[derive(Debug, Clone)]
struct Product {
    stock: Form,
    aliases: u8,
    form: Variants,
    variants: Vec<Variant>,
    is_markdown: bool,
    has_mark: bool,
    is_cut: bool,
    ending: &'static str,
    /// What stands between and behind the lines.
    noise: Vec<u8>,
}

/// A line of the file, and the tables whose stock or aliases it may hold.
type Line = (String, Option<Owner>);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Owner {
    Stock,
    Aliases,
    Variant(usize),
}

/// Writes lines, with blanks and comments between and behind them.
struct Pen<'p> {
    lines: Vec<Line>,
    noise: std::iter::Cycle<std::slice::Iter<'p, u8>>,
    comments: usize,
}

impl Pen<'_> {
    fn noise(&mut self) -> u8 {
        self.noise.next().copied().unwrap_or_default()
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        format!("# {} = [\"{{'", self.comments)
    }

    /// A line that may be indented and commented, after what may stand between.
    fn line(&mut self, text: &str, owner: Option<Owner>) {
        match self.noise() % 6 {
            0 => self.lines.push((String::new(), None)),
            1 => {
                let comment = self.comment();
                self.lines.push((format!("  {comment}"), None));
            }
            _ => {}
        }
        let indent = ["", "", "  ", "\t"][usize::from(self.noise() % 4)];
        let behind = match self.noise() % 4 {
            0 => format!("  {}", self.comment()),
            1 => "  ".to_owned(),
            _ => String::new(),
        };
        self.lines.push((format!("{indent}{text}{behind}"), owner));
    }
}

impl Product {
    fn lines(&self) -> Vec<Line> {
        let mut pen = Pen { lines: Vec::new(), noise: self.noise.iter().cycle(), comments: 0 };
        pen.line("sku = \"A\"", None);
        self.stock(&mut pen, 0);
        pen.line("title=\"\"\"", None);
        pen.lines.pop();
        for text in ["title = \"\"\"", "stock = 1", "# no comment", "[stock]\"\"\""] {
            pen.lines.push((text.to_owned(), None));
        }
        self.stock(&mut pen, 1);
        self.aliases(&mut pen);
        pen.line("price = '5'", None);
        if self.form != Variants::Blocks && !self.variants.is_empty() {
            self.braces(&mut pen);
            self.stock(&mut pen, 2);
        }
        if self.form == Variants::Blocks {
            for (place, variant) in self.variants.iter().enumerate() {
                block(&mut pen, place, variant);
            }
        }
        if self.stock == Form::Header {
            pen.line("[ stock ]", Some(Owner::Stock));
            pen.line("made_to_order = [5, 7]", Some(Owner::Stock));
        }
        pen.line("[delivery]", None);
        pen.line("handling_days = [1, 2]", None);
        pen.lines
    }

    /// The stock, if this is where it stands.
    fn stock(&self, pen: &mut Pen<'_>, place: u8) {
        let last = if self.form == Variants::Blocks || self.variants.is_empty() { 2 } else { 3 };
        if self.noise.first().copied().unwrap_or_default() % last == place {
            match self.stock {
                Form::Plain(value) => pen.line(&format!("stock = {value}"), Some(Owner::Stock)),
                Form::Dotted => pen.line("stock . made_to_order=[5, 7]", Some(Owner::Stock)),
                Form::Missing | Form::Header => {}
            }
        }
    }

    fn aliases(&self, pen: &mut Pen<'_>) {
        let owner = Some(Owner::Aliases);
        match self.aliases {
            0 => {}
            1 => pen.line("aliases = []", owner),
            2 => pen.line("aliases = ['/a/', '/b/' ]", owner),
            many => {
                pen.line("aliases = [", owner);
                pen.line("'/a/',", owner);
                pen.line(if many == 3 { "'/b/'" } else { "'/b/'," }, owner);
                pen.line("]", owner);
            }
        }
    }

    fn braces(&self, pen: &mut Pen<'_>) {
        let (lines, keys, comma) = match self.form {
            Variants::BracesInLines(comma) => (true, false, comma),
            Variants::KeysInLines(comma) => (true, true, comma),
            _ => (false, false, false),
        };
        let mut whole = Vec::new();
        for (place, variant) in self.variants.iter().enumerate() {
            let mut entries = vec![format!("sku = 'A-{place}'")];
            entries.push(match variant.options {
                0 => "options.size='s'".to_owned(),
                _ => "options = { size = 's' }".to_owned(),
            });
            let stock = match variant.stock {
                Form::Missing => None,
                Form::Plain(value) => Some(format!("stock = {value}")),
                Form::Dotted | Form::Header => Some("stock.made_to_order = [5, 7]".to_owned()),
            };
            let at = if variant.is_stock_first { 0 } else { entries.len() };
            entries.splice(at..at, stock);
            whole.push(entries);
        }
        if !lines {
            let all: Vec<String> = whole.iter().map(|one| format!("{{ {} }}", one.join(", "))).collect();
            // Every variant stands in this line.
            return pen.line(&format!("variants = [{}]", all.join(", ")), Some(Owner::Variant(usize::MAX)));
        }
        pen.line("variants = [", None);
        let last = whole.len() - 1;
        for (place, entries) in whole.iter().enumerate() {
            let owner = Some(Owner::Variant(place));
            let end = if place < last || comma { "," } else { "" };
            if !keys {
                pen.line(
                    &format!("{{ {}{} }}{end}", entries.join(", "), if comma { "," } else { "" }),
                    owner,
                );
                continue;
            }
            pen.line("{", owner);
            for (at, entry) in entries.iter().enumerate() {
                pen.line(
                    &format!("{entry}{}", if at + 1 < entries.len() || comma { "," } else { "" }),
                    owner,
                );
            }
            pen.line(&format!("}}{end}"), owner);
        }
        pen.line("]", None);
    }

    fn file(&self) -> (&'static str, String) {
        let lines: Vec<String> = self.lines().into_iter().map(|(line, _)| line).collect();
        let toml = lines.join(self.ending);
        let (mark, ending) = (if self.has_mark { "\u{feff}" } else { "" }, self.ending);
        match (self.is_markdown, self.is_cut) {
            (true, _) => {
                ("a.md", format!("{mark}+++{ending}{toml}{ending}+++{ending}stock = 1\n\r\n[stock]\n+++"))
            }
            (false, true) => ("a.toml", format!("{mark}{toml}")),
            (false, false) => ("a.toml", format!("{mark}{toml}{ending}")),
        }
    }

    fn facts(&self) -> toml::Table {
        let text: String = self.lines().into_iter().map(|(line, _)| line + self.ending).collect();
        toml::from_str(&text).unwrap_or_else(|fault| panic!("{text}\n{fault}"))
    }
}

fn block(pen: &mut Pen<'_>, place: usize, variant: &Variant) {
    let owner = Some(Owner::Variant(place));
    pen.line("[[variants]]", None);
    let stock = |pen: &mut Pen<'_>| match variant.stock {
        Form::Plain(value) => pen.line(&format!("stock = {value}"), owner),
        Form::Dotted => pen.line("stock.made_to_order = [5, 7]", owner),
        Form::Missing | Form::Header => {}
    };
    if variant.is_stock_first {
        stock(pen);
    }
    pen.line(&format!("sku = 'A-{place}'"), None);
    if variant.options == 0 {
        pen.line("options.size = 's'", None);
    }
    if variant.options == 1 {
        pen.line("options = { size = 's' }", None);
    }
    if !variant.is_stock_first {
        stock(pen);
    }
    if variant.options == 2 {
        pen.line("[variants.options]", None);
        pen.line("size = 's'", None);
    }
    if variant.stock == Form::Header {
        pen.line("[variants.stock]", owner);
        pen.line("made_to_order = [5, 7]", owner);
    }
}

const VALUES: [&str; 7] =
    ["4", "0x10", "1_000", "'out'", "\"low\"", "{ pre_order = 2026-12-15 }", "{made_to_order=[5,7]}"];

const FORMS: [Variants; 6] = [
    Variants::Blocks,
    Variants::Braces,
    Variants::BracesInLines(true),
    Variants::BracesInLines(false),
    Variants::KeysInLines(true),
    Variants::KeysInLines(false),
];

fn a_form() -> impl Strategy<Value = Form> {
    prop_oneof![
        Just(Form::Missing),
        select(&VALUES[..]).prop_map(Form::Plain),
        Just(Form::Dotted),
        Just(Form::Header)
    ]
}

fn a_product() -> impl Strategy<Value = Product> {
    let variant = (a_form(), 0..3_u8, any::<bool>()).prop_map(|(stock, options, is_stock_first)| Variant {
        stock,
        options,
        is_stock_first,
    });
    let file = (any::<bool>(), any::<bool>(), any::<bool>(), select(&["\n", "\r\n"][..]));
    (a_form(), 0..5_u8, select(&FORMS[..]), vec(variant, 0..4), file, vec(any::<u8>(), 1..40)).prop_map(
        |(stock, aliases, form, variants, (is_markdown, has_mark, is_cut, ending), noise)| Product {
            stock,
            aliases,
            form,
            variants,
            is_markdown,
            has_mark,
            is_cut,
            ending,
            noise,
        },
    )
}

fn a_change() -> impl Strategy<Value = (Value, usize)> {
    let day = Value::Day(jiff::civil::date(2026, 11, 24));
    let value = prop_oneof![
        (0..2000_i64).prop_map(Value::Integer),
        select(&["out", "low", "it's", "a \"b\""][..]).prop_map(|text| Value::Text(text.to_owned())),
        Just(day),
        select(&["/b/", "/old/"][..]).prop_map(|text| Value::Item(text.to_owned())),
    ];
    (value, any::<usize>())
}

/// The change for this product: an item goes into the aliases, anything else into a stock.
fn change(product: &Product, value: Value, which: usize) -> (Change, Owner) {
    if let Value::Item(_) = value {
        return (Change { table: Table::Top, key: "aliases", value, after: &["sku"] }, Owner::Aliases);
    }
    match which % (product.variants.len() + 1) {
        0 => (stock(Table::Top, value), Owner::Stock),
        one => (stock(Table::Variant(one - 1), value), Owner::Variant(one - 1)),
    }
}

/// What the facts are after the change, told without the editor.
fn meant(mut facts: toml::Table, change: &Change) -> toml::Table {
    let table = match change.table {
        Table::Top => &mut facts,
        Table::Variant(which) => facts["variants"][which].as_table_mut().unwrap(),
    };
    let value = match &change.value {
        Value::Integer(number) => toml::Value::Integer(*number),
        Value::Text(text) => toml::Value::String(text.clone()),
        Value::Day(day) => toml::Value::Datetime(day.to_string().parse().unwrap()),
        Value::Item(text) => {
            let mut all = table.get(change.key).map_or(Vec::new(), |all| all.as_array().unwrap().clone());
            if !all.iter().any(|one| one.as_str() == Some(text)) {
                all.push(toml::Value::String(text.clone()));
            }
            toml::Value::Array(all)
        }
    };
    table.insert(change.key.to_owned(), value);
    facts
}

fn toml_of<'t>(file: &str, text: &'t str) -> &'t str {
    &text[crate::schema::toml_range(file, text).unwrap()]
}

fn comments(text: &str) -> Vec<&str> {
    text.match_indices("# ")
        .map(|(at, _)| text[at..].split(['\r', '\n']).next().unwrap().trim_end())
        .collect()
}

fn counted<'l>(lines: impl Iterator<Item = &'l str>) -> BTreeMap<&'l str, isize> {
    lines.fold(BTreeMap::new(), |mut all, line| {
        *all.entry(line).or_default() += 1;
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn exactly_the_value_changes((product, (value, which)) in (a_product(), a_change())) {
        let (file, old) = product.file();
        let (change, owner) = change(&product, value, which);
        let new = set(file, &old, std::slice::from_ref(&change)).map_err(|fault| TestCaseError::fail(format!("{old}\n{fault:?}")))?;
        // The facts are those that were meant.
        let facts: toml::Table = toml::from_str(toml_of(file, &new)).unwrap();
        let wanted = meant(product.facts(), &change);
        prop_assert_eq!(&facts, &wanted, "{}\n->\n{}", old, new);
        // What says so already is not touched, and nothing is after the first time.
        prop_assert_eq!(old == new, product.facts() == wanted);
        prop_assert_eq!(&set(file, &new, std::slice::from_ref(&change)).unwrap(), &new);
        // All comments stay, in their order.
        prop_assert_eq!(comments(&old), comments(&new), "{}\n->\n{}", old, new);
        // So do all lines that hold nothing of the value, and what comes to them is its own or a comment.
        let text = |line: &str| line.trim_start().to_owned();
        let kept: Vec<String> = product.lines().into_iter().filter(|(_, of)| !owns(*of, owner)).map(|(line, _)| line).collect();
        let mut lines = toml_of(file, &new).split(product.ending);
        for line in &kept {
            prop_assert!(lines.any(|one| one == line), "{:?} is gone from\n{}", line, new);
        }
        let mut more = counted(toml_of(file, &new).split(product.ending));
        kept.iter().for_each(|line| *more.entry(line).or_default() -= 1);
        for line in more.into_iter().filter(|(_, times)| *times > 0).map(|(line, _)| text(line)) {
            let own = line.contains(change.key) || line.starts_with('#') || line.is_empty();
            prop_assert!(own || matches!(owner, Owner::Variant(_) | Owner::Aliases), "{:?} has come to\n{}", line, new);
        }
        // The file around it is the same.
        let (before, after) = (toml_of(file, &old), toml_of(file, &new));
        prop_assert_eq!(old.replacen(before, "", 1), new.replacen(after, "", 1));
        prop_assert_eq!(before.ends_with('\n'), after.ends_with('\n'), "{:?} {:?}", before, after);
        let alone = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
        prop_assert_eq!(alone(before), if product.ending == "\n" { before.matches('\n').count() } else { 0 });
        prop_assert_eq!(alone(after), if product.ending == "\n" { after.matches('\n').count() } else { 0 });
    }

    /// Whatever stands in a file, an edit is made or refused, and one that is made changes the TOML alone.
    #[test]
    fn no_text_is_too_strange(toml in "[a-z0-9 =\"\\[\\]{}',.#\n\r\t-]{0,60}", which in 0..3_usize) {
        let table = if which == 0 { Table::Top } else { Table::Variant(which - 1) };
        for text in [toml.clone(), format!("+++\n{toml}\n+++\nbody"), format!("variants = [{{{toml}}}]"), format!("[[variants]]\n{toml}")] {
            for file in ["a.toml", "a.md"] {
                let change = stock(table, Value::Integer(9));
                if let Ok(new) = set(file, &text, std::slice::from_ref(&change)) {
                    prop_assert_eq!(set(file, &new, &[change]).unwrap(), new);
                }
            }
        }
    }
}

fn owns(line: Option<Owner>, owner: Owner) -> bool {
    line == Some(owner) || (matches!(owner, Owner::Variant(_)) && line == Some(Owner::Variant(usize::MAX)))
}
