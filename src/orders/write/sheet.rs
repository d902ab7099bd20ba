//! The order sheet: everything the desk needs, one order in each row.

use crate::{
    base::{language::Lang, money::Money},
    catalog::Catalog,
    diag::Failure,
    orders::{Desk, Order, Weight},
    sheet::{self, Cell, Kind},
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

/// All orders as a sheet. Amounts have a point, days are as in `2026-11-26`, times in the shop's zone.
pub fn sheet(catalog: &Catalog<'_>, desk: &Desk, kind: Kind) -> Result<Vec<u8>, Failure> {
    sheet::write(kind, COLUMNS, desk.orders.iter().map(|order| row(catalog, order)))
}

fn row(catalog: &Catalog<'_>, order: &Order) -> [Cell; COLUMNS.len()] {
    let amount = |money: Option<Money>| {
        Cell::Number(money.map_or_else(String::new, |money| money.machine(catalog.config.currency)))
    };
    let skus: Vec<String> =
        order.lines.iter().map(|line| format!("{}*{}", line.sku, line.quantity)).collect();
    let findings: Vec<&str> = order.findings.iter().map(super::super::Finding::name).collect();
    let came = order.at.map(|at| at.to_zoned(catalog.config.time_zone.clone()));
    [
        order.number.as_str().into(),
        verdict(order.weight()).into(),
        findings.join(" ").into(),
        came.map_or_else(String::new, |at| at.strftime("%Y-%m-%d %H:%M").to_string()).into(),
        order.kind.name().into(),
        order.name.as_str().into(),
        order.phone.clone().unwrap_or_else(|| order.typed_phone.clone()).into(),
        order.address.as_str().into(),
        order.district.unwrap_or_default().into(),
        order.zone(catalog).map_or_else(String::new, |zone| zone.id.to_string()).into(),
        order.goods_in_words(catalog, Lang::FIRST).into(),
        skus.join(" ").into(),
        Cell::Number(order.pieces().to_string()),
        amount(order.goods),
        amount(order.charge),
        amount(order.total()),
        catalog.config.currency.code().into(),
        order.payment(catalog).map_or_else(String::new, |payment| payment.id.to_string()).into(),
        order.transaction.clone().unwrap_or_default().into(),
        order.due.map_or_else(String::new, |due| due.to_string()).into(),
        order.note.as_str().into(),
        order.about.as_str().into(),
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
