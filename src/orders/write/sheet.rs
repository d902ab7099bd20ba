//! The order sheet: everything the desk needs, one order in each row.

use crate::{
    base::{language::Lang, money::Money},
    catalog::Catalog,
    diag::Failure,
    orders::{Desk, Order, Weight},
    sheet,
};

/// Columns of the sheet. Their names never change, so that what is made of a sheet goes on working.
const COLUMNS: [&str; 22] = [
    "number",
    "verdict",
    "findings",
    "came",
    "kind",
    "name",
    "phone",
    "address",
    "district",
    "zone",
    "goods",
    "skus",
    "pieces",
    "goods_total",
    "delivery",
    "total",
    "currency",
    "payment",
    "transaction",
    "due",
    "note",
    "about",
];

/// All orders as a comma-separated sheet. Amounts have a point, days are as in `2026-11-26`, times in the shop's zone.
pub fn sheet(catalog: &Catalog<'_>, desk: &Desk) -> Result<Vec<u8>, Failure> {
    sheet::write(COLUMNS, desk.orders.iter().map(|order| row(catalog, order)))
}

fn row(catalog: &Catalog<'_>, order: &Order) -> [String; COLUMNS.len()] {
    let amount =
        |money: Option<Money>| money.map_or_else(String::new, |money| money.machine(catalog.config.currency));
    let skus: Vec<String> =
        order.lines.iter().map(|line| format!("{}*{}", line.sku, line.quantity)).collect();
    let findings: Vec<&str> = order.findings.iter().map(super::super::Finding::name).collect();
    let came = order.at.map(|at| at.to_zoned(catalog.config.time_zone.clone()));
    [
        order.number.clone(),
        verdict(order.weight()).to_owned(),
        findings.join(" "),
        came.map_or_else(String::new, |at| at.strftime("%Y-%m-%d %H:%M").to_string()),
        order.kind.name().to_owned(),
        order.name.clone(),
        order.phone.clone().unwrap_or_else(|| order.typed_phone.clone()),
        order.address.clone(),
        order.district.unwrap_or_default().to_owned(),
        order.zone(catalog).map_or_else(String::new, |zone| zone.id.to_string()),
        order.goods_in_words(catalog, Lang::FIRST),
        skus.join(" "),
        order.pieces().to_string(),
        amount(order.goods),
        amount(order.charge),
        amount(order.total()),
        catalog.config.currency.code().to_owned(),
        order.payment(catalog).map_or_else(String::new, |payment| payment.id.to_string()),
        order.transaction.clone().unwrap_or_default(),
        order.due.map_or_else(String::new, |due| due.to_string()),
        order.note.clone(),
        order.about.clone(),
    ]
}

/// A word for the weightiest finding: `good`, `look` or `stop`.
pub fn verdict(weight: Option<Weight>) -> &'static str {
    match weight {
        None | Some(Weight::Note) => "good",
        Some(Weight::Look) => "look",
        Some(Weight::Stop) => "stop",
    }
}
