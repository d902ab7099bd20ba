//! The contract between program and themes: its shape is pinned, and the theme that
//! comes with the program keeps it.

use std::{collections::BTreeSet, env, fs};

use posra::view;
use serde_json::Value;

use crate::support::{Quiet, Shop, repository};

/// Every key of a value with the kind of what it holds. A text of the merchant is one type wherever it stands.
fn shape(value: &Value, path: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) if object.contains_key("parts") && path != "body" => {
            out.insert(format!("{path} body"));
            shape(value, "body", out);
        }
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| shape(value, &format!("{path}.{key}"), out))
        }
        Value::Array(list) => {
            out.insert(format!("{path} list"));
            list.iter().for_each(|value| shape(value, &format!("{path}[]"), out));
        }
        Value::Null => drop(out.insert(format!("{path} or none"))),
        Value::Bool(_) => drop(out.insert(format!("{path} boolean"))),
        Value::Number(_) => drop(out.insert(format!("{path} number"))),
        Value::String(_) => drop(out.insert(format!("{path} text"))),
    }
}

fn shapes() -> String {
    let mut out = BTreeSet::new();
    for view in view::specimens() {
        shape(&serde_json::to_value(&view).unwrap(), view.template(), &mut out);
    }
    for full in [true, false] {
        shape(&serde_json::to_value(view::site_specimen(full)).unwrap(), "site", &mut out);
    }
    let lines: Vec<String> = out.into_iter().collect();
    format!("contract {}\n{}\n", view::CONTRACT, lines.join("\n"))
}

#[test]
fn the_shape_of_views_is_pinned() {
    let path = repository().join("tests/it/contract.txt");
    if env::var_os("POSRA_UPDATE").is_some() {
        fs::write(&path, shapes()).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        shapes(),
        "the shape of views has changed: raise CONTRACT when old themes would break, then run with POSRA_UPDATE=1"
    );
}

#[test]
fn views_hold_no_floats() {
    for view in view::specimens() {
        let text = serde_json::to_string(&view).unwrap();
        assert!(!regex_like_float(&text), "{text}");
    }
}

/// Whether a number outside of quotes has a point.
fn regex_like_float(json: &str) -> bool {
    let mut quoted = false;
    let mut previous = ' ';
    for character in json.chars() {
        match character {
            '"' if previous != '\\' => quoted = !quoted,
            '.' if !quoted => return true,
            _ => {}
        }
        previous = character;
    }
    false
}

#[test]
fn every_template_of_the_theme_renders_every_specimen() {
    let shop = Shop::empty();
    posra::scaffold::init(shop.path()).unwrap();
    let report = posra::check::check(&shop.settings(), &Quiet).unwrap();
    let faults: Vec<_> =
        report.diagnostics.iter().filter(|one| one.code.as_str().starts_with("theme.")).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(view::specimens().len(), 2 * view::TEMPLATES.len());
}

/// What law and orders need must be in the rendered specimens of the theme that comes with the program.
#[test]
fn the_theme_drops_nothing_that_an_order_needs() {
    let shop = Shop::at_the_root();
    shop.built();
    let page = shop.page("products/brass-bowl/");
    for needed in [
        "name=\"product\"",
        "name=\"variant\"",
        "name=\"quantity\"",
        "name=\"name\"",
        "name=\"mobile\"",
        "name=\"address\"",
        "name=\"zone\"",
        "name=\"note\"",
        "name=\"consent\"",
        "name=\"bot-field\"",
        "name=\"form-name\"",
        "action=\"/thanks/\"",
        "href=\"/policies/delivery/\"",
        "href=\"/policies/returns/\"",
        "href=\"/policies/privacy/\"",
        "href=\"/policies/terms/\"",
        "tel:+",
        "application/ld+json",
    ] {
        assert!(page.contains(needed), "the product page has no {needed}");
    }
    assert!(!page.contains("<script>") && !page.contains(" style=") && !page.contains(" onclick="));
}
