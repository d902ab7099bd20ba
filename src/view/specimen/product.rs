//! Specimens of the product page.

use super::parts::{amount, card, delivery, head, html, link, list, picture, price, returns, some, stock};
use crate::view::{
    Attribute, Choice, Hidden, OptionValueView, OptionView, OrderForm, PaymentChoice, ProductDetail,
    ProductView, QuestionView, SpecificationGroup, SpecificationRow, VariantView, ZoneChoice,
};

pub(super) fn product(full: bool) -> ProductView {
    ProductView {
        page: head("product", full),
        product: detail(full),
        delivery: some(full, delivery(full)),
        returns: some(full, returns(full)),
        order: some(full, order(full)),
        related: list(full, card(full)),
    }
}

fn detail(full: bool) -> ProductDetail {
    ProductDetail {
        sku: "CUP".into(),
        title: "Cup".into(),
        summary: "A cup.".into(),
        words_lang: some(full, "bn".into()),
        brand: some(full, "Corner".into()),
        price: price(full),
        stock: stock(full),
        gallery: list(full, picture()),
        options: list(full, option()),
        variants: list(full, variant(full)),
        specifications: list(full, specifications(full)),
        description: html(full),
        questions: list(full, QuestionView { ask: "Is it round?".into(), answer: html(full) }),
        collections: list(full, link("clay")),
    }
}

fn option() -> OptionView {
    let value = OptionValueView { id: "large".into(), name: "Large".into() };
    OptionView { id: "size".into(), name: "Size".into(), values: vec![value] }
}

fn variant(full: bool) -> VariantView {
    VariantView {
        sku: "CUP-L".into(),
        label: "Large".into(),
        price: price(full),
        stock: stock(full),
        picture: some(full, 1),
    }
}

fn specifications(full: bool) -> SpecificationGroup {
    let row = SpecificationRow { name: "Height".into(), value: "20".into(), unit: some(full, "cm") };
    SpecificationGroup { name: "Measures".into(), rows: vec![row] }
}

fn order(full: bool) -> OrderForm {
    let choice = |full| Choice {
        sku: "CUP-L".into(),
        label: "Large".into(),
        price: price(full),
        stock: stock(full),
        chosen: full,
    };
    let payment = |id: &str| PaymentChoice {
        id: id.into(),
        kind: "bkash",
        name: some(full, "bKash".into()),
        note: some(full, "We call first.".into()),
    };
    OrderForm {
        action: "/thanks/".into(),
        attributes: vec![Attribute { name: "name", value: "order".into() }],
        hidden: vec![Hidden { name: "product", value: "CUP".into() }],
        honeypot: "bot-field".into(),
        choices: vec![choice(true), choice(false)],
        choice_title: "Size".into(),
        max_quantity: 10,
        zones: vec![
            ZoneChoice { id: "city".into(), name: "In the city".into(), charge: some(full, amount()) },
            ZoneChoice { id: "free".into(), name: "Here".into(), charge: None },
        ],
        payments: vec![payment("bkash"), payment("other")],
        consent: vec![link("terms")],
    }
}
