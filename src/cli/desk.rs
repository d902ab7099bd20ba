//! What the desk says of orders: for people, and for programs.

use serde_json::{Value, json};

use crate::{
    base::{language::Lang, money::Money},
    catalog::Catalog,
    diag::{Speech, say},
    orders::{Desk, Line, Order, Weight, verdict},
};

/// One paragraph for each order, then the figures.
pub(super) fn text(catalog: &Catalog<'_>, desk: &Desk, speech: Speech) -> String {
    let tag = if speech == Speech::Bengali { "bn" } else { "en" };
    let lang = catalog.config.lang(tag).unwrap_or(Lang::FIRST);
    let mut out: String = desk.orders.iter().map(|order| paragraph(catalog, order, lang, speech)).collect();
    let good = desk.count(None);
    let args = [
        ("orders", desk.orders.len().to_string()),
        ("came", desk.came.to_string()),
        ("good", good.to_string()),
        ("look", desk.count(Some(Weight::Look)).to_string()),
        ("stop", desk.count(Some(Weight::Stop)).to_string()),
    ];
    out.push_str(&say(speech, "orders.summary", &args));
    out
}

fn paragraph(catalog: &Catalog<'_>, order: &Order, lang: Lang, speech: Speech) -> String {
    let locale = &catalog.config.locales[lang];
    let word = |key: &str| say(speech, key, &[]);
    let came = order.at.map(|at| at.to_zoned(catalog.config.time_zone.clone()));
    let came = came.map(|at| speech.digits(&at.strftime("%Y-%m-%d %H:%M").to_string()));
    let head = [
        Some(word(&format!("orders.verdict.{}", verdict(order.weight())))),
        Some(order.number.clone()),
        came,
        Some(word(&format!("orders.kind.{}", order.kind.name()))),
    ];
    let zone = order.zone(catalog).map(|zone| zone.name[lang].text.clone());
    let phone = order.phone.clone().unwrap_or_else(|| order.typed_phone.clone());
    let address = order.address.split_whitespace().collect::<Vec<_>>().join(" ");
    let whom = [Some(order.name.clone()), Some(phone), Some(address), zone];
    let goods = order
        .lines
        .iter()
        .map(|line| format!("{} × {}", locale.integer(i64::from(line.quantity)), line.title(catalog, lang)));
    let about = Some(&order.about).filter(|about| !about.is_empty());
    let pay = [
        about.map(|number| say(speech, "orders.about", &[("number", number.clone())])),
        Some(goods.collect::<Vec<_>>().join(", ")),
        order.sum_in_words(locale),
        order.payment_in_words(catalog, lang, speech),
        order.transaction.clone(),
        order.due.map(|due| say(speech, "slip.due", &[("day", locale.date(due))])),
    ];
    let mut out = format!("{}\n", joined(head));
    for line in [joined(whom), joined(pay)].iter().filter(|line| !line.is_empty()) {
        out.push_str(&format!("  {line}\n"));
    }
    if !order.note.is_empty() {
        out.push_str(&format!("  “{}”\n", order.note.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    for finding in &order.findings {
        out.push_str(&format!("  {} {}\n", finding.mark(), finding.in_words(locale, speech)));
    }
    out.push('\n');
    out
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The orders as one JSON value.
pub(super) fn json(catalog: &Catalog<'_>, desk: &Desk) -> String {
    let orders: Vec<Value> = desk.orders.iter().map(|order| value(catalog, order)).collect();
    format!("{:#}\n", json!({ "came": desk.came, "orders": orders }))
}

fn value(catalog: &Catalog<'_>, order: &Order) -> Value {
    let currency = catalog.config.currency;
    let amount = |money: Option<Money>| money.map(|money| money.machine(currency));
    let findings: Vec<Value> = order
        .findings
        .iter()
        .map(|finding| {
            let args = finding.arguments(&|money| money.machine(currency));
            let args: serde_json::Map<String, Value> =
                args.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
            json!({ "name": finding.name(), "weight": verdict(Some(finding.weight())), "with": args })
        })
        .collect();
    let line = |line: &Line| json!({ "sku": line.sku, "quantity": line.quantity, "unit": amount(line.unit), "sum": amount(line.sum()) });
    json!({
        "number": order.number,
        "id": order.id,
        "verdict": verdict(order.weight()),
        "findings": findings,
        "came": order.at.map(|at| at.to_string()),
        "kind": order.kind.name(),
        "about": order.about,
        "name": order.name,
        "phone": order.phone,
        "typed_phone": order.typed_phone,
        "address": order.address,
        "district": order.district,
        "zone": order.zone(catalog).map(|zone| zone.id.to_string()),
        "lines": order.lines.iter().map(line).collect::<Vec<_>>(),
        "goods": amount(order.goods),
        "delivery": amount(order.charge),
        "total": amount(order.total()),
        "currency": currency.code(),
        "payment": order.payment(catalog).map(|one| one.id.to_string()),
        "transaction": order.transaction,
        "due": order.due.map(|due| due.to_string()),
        "note": order.note,
    })
}
