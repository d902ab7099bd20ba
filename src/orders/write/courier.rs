//! Files that couriers take.
//!
//! Columns as each courier publishes them, read 2026-11-26: Steadfast "Create order" (API v1), Pathao's template for
//! bulk orders, RedX "Create parcel" (API 1.0.0-beta), Paperfly "Order placement" (merchant API).

use crate::{
    base::language::Lang,
    catalog::Catalog,
    diag::Failure,
    orders::{Desk, Order},
    sheet::{self, Cell, Kind},
};

/// A courier whose columns are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Courier {
    Steadfast,
    Pathao,
    Redx,
    Paperfly,
}

const STEADFAST: [&str; 6] =
    ["invoice", "recipient_name", "recipient_phone", "recipient_address", "cod_amount", "note"];

const PATHAO: [&str; 14] = [
    "ItemType",
    "StoreName",
    "MerchantOrderId",
    "RecipientName(*)",
    "RecipientPhone(*)",
    "RecipientAddress(*)",
    "RecipientCity(*)",
    "RecipientZone(*)",
    "RecipientArea",
    "AmountToCollect(*)",
    "ItemQuantity",
    "ItemWeight",
    "ItemDesc",
    "SpecialInstruction",
];

const REDX: [&str; 8] = [
    "merchant_invoice_id",
    "customer_name",
    "customer_phone",
    "customer_address",
    "delivery_area",
    "cash_collection_amount",
    "parcel_weight",
    "instruction",
];

const PAPERFLY: [&str; 10] = [
    "merOrderRef",
    "productBrief",
    "packagePrice",
    "deliveryOption",
    "custname",
    "custaddress",
    "customerThana",
    "customerDistrict",
    "custPhone",
    "max_weight",
];

/// The orders for which goods may be sent, as a sheet for a courier.
pub fn courier(catalog: &Catalog<'_>, desk: &Desk, courier: Courier, kind: Kind) -> Result<Vec<u8>, Failure> {
    let parcels: Vec<Parcel> = desk.sendable().map(|order| Parcel::of(catalog, order)).collect();
    let parcels = parcels.into_iter();
    match courier {
        Courier::Steadfast => sheet::write(
            kind,
            STEADFAST,
            parcels.map(|one| [one.number, one.name, one.phone, one.address, one.collect, one.note]),
        ),
        Courier::Pathao => {
            let shop = &catalog.config.name[Lang::FIRST];
            sheet::write(
                kind,
                PATHAO,
                parcels.map(|one| {
                    [
                        "Parcel".into(),
                        shop.as_str().into(),
                        one.number,
                        one.name,
                        one.phone,
                        one.address,
                        one.district,
                        one.zone,
                        "".into(),
                        one.collect,
                        one.pieces,
                        one.kilograms,
                        one.goods,
                        one.note,
                    ]
                }),
            )
        }
        Courier::Redx => sheet::write(
            kind,
            REDX,
            parcels.map(|one| {
                let (area, weight) = (one.district, one.grams);
                [one.number, one.name, one.phone, one.address, area, one.collect, weight, one.note]
            }),
        ),
        Courier::Paperfly => sheet::write(
            kind,
            PAPERFLY,
            parcels.map(|one| {
                [
                    one.number,
                    one.goods,
                    one.collect,
                    "regular".into(),
                    one.name,
                    one.address,
                    "".into(),
                    one.district,
                    one.phone,
                    one.kilograms,
                ]
            }),
        ),
    }
}

/// What couriers ask for.
struct Parcel {
    number: Cell,
    name: Cell,
    /// As it is dialled in the country: `01712345678`.
    phone: Cell,
    /// In one line.
    address: Cell,
    district: Cell,
    zone: Cell,
    /// Whole units where there are no parts of one.
    collect: Cell,
    pieces: Cell,
    kilograms: Cell,
    grams: Cell,
    goods: Cell,
    note: Cell,
}

impl Parcel {
    fn of(catalog: &Catalog<'_>, order: &Order) -> Self {
        let grams = grams(catalog, order);
        let weight = |write: &dyn Fn(u64) -> String| Cell::Number(grams.map_or_else(String::new, write));
        let district = order.district.unwrap_or_default();
        let named = catalog.config.scheme.district(district);
        Self {
            number: order.number.as_str().into(),
            name: order.name.as_str().into(),
            phone: order.phone.as_deref().map_or_else(|| order.typed_phone.clone(), dialled).into(),
            address: one_line(&order.address).into(),
            district: named.map_or(district, crate::postal::Named::id).into(),
            zone: order.zone(catalog).map_or("", |zone| zone.id.as_str()).into(),
            collect: Cell::Number(collect(catalog, order)),
            pieces: Cell::Number(order.pieces().to_string()),
            kilograms: weight(&|grams| format!("{}.{:03}", grams / 1000, grams % 1000)),
            grams: weight(&|grams| grams.to_string()),
            goods: order.goods_in_words(catalog, Lang::FIRST).into(),
            note: one_line(&order.note).into(),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the courier takes from the buyer, without empty decimals.
fn collect(catalog: &Catalog<'_>, order: &Order) -> String {
    let machine = order.to_collect(catalog).machine(catalog.config.currency);
    match machine.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|one| one == b'0') => whole.to_owned(),
        _ => machine,
    }
}

/// Weight of all pieces; `None` when one is not known.
fn grams(catalog: &Catalog<'_>, order: &Order) -> Option<u64> {
    order.lines.iter().try_fold(0u64, |sum, line| {
        let product = catalog.products.get(line.product?)?;
        let weight = match line.variant.and_then(|at| product.variants.get(at)) {
            Some(variant) => product.weight_of(variant)?,
            None => product.weight.as_ref()?,
        };
        sum.checked_add(weight.grams()?.checked_mul(u64::from(line.quantity))?)
    })
}

/// A number of Bangladesh with eleven digits, as couriers there ask for it; others stay in E.164.
fn dialled(phone: &str) -> String {
    phone.strip_prefix("+880").map_or_else(|| phone.to_owned(), |rest| format!("0{rest}"))
}
