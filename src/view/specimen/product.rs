//! Specimens of the product page.

use super::parts::{
    amount, body, card, day, delivery, gallery_picture, head, link, list, price, returns, size_chart, some,
    stock, stocks, text, tier, warranty,
};
use crate::view::{
    Attribute, Choice, ChoiceGroup, DistrictChoice, Download, Hidden, Label, MeasureView, OptionValueView,
    OptionView, OrderForm, PaymentChoice, ProductDetail, ProductView, QuestionView, ReviewView, Reviews,
    SpecificationGroup, SpecificationRow, StarCount, Tax, Totals, TotalsGroup, TotalsRow, Transfer,
    VariantLink, VariantView, Video, ZoneChoice,
};

pub(super) fn product(full: bool) -> ProductView {
    ProductView {
        page: head("product", full),
        product: detail(full),
        delivery: some(full, delivery(full)),
        returns: some(full, returns(full)),
        warranty: some(full, warranty(full)),
        reviews: some(full, reviews()),
        order: some(full, order(full)),
        replaced_by: list(full, card(full)),
        goes_with: list(full, card(full)),
        related: list(full, card(full)),
    }
}

fn detail(full: bool) -> ProductDetail {
    ProductDetail {
        sku: "CUP".into(),
        title: text(full, "Cup"),
        summary: text(full, "A cup."),
        chosen: some(full, text(full, "Large")),
        archived: !full,
        brand: some(full, label(full)),
        tags: list(full, link("gift")),
        price: some(full, price(full)),
        tiers: list(full, tier()),
        tax: some(full, Tax { name: "VAT".into(), rate: "15".into(), included: full }),
        stock: stock(full),
        stock_as_of: some(full, day()),
        highlights: list(full, text(full, "Thrown by hand")),
        gallery: list(full, gallery_picture()),
        video: some(full, video(full)),
        options: list(full, option(full)),
        variants: if full { variants() } else { Vec::new() },
        variant_pages: list(full, variant_link(full)),
        size_chart: some(full, size_chart(full)),
        specifications: list(full, specifications(full)),
        in_the_box: list(full, text(full, "A cup")),
        origin: some(full, text(full, "Dhaka")),
        maker: some(full, text(full, "A potter")),
        weight: some(full, weight()),
        gtin: some(full, "4006381333931".into()),
        mpn: some(full, "C-1".into()),
        description: body(full),
        care: some(full, body(full)),
        questions: list(full, QuestionView { ask: text(full, "Is it round?"), answer: body(full) }),
        downloads: list(full, download(full)),
        collections: list(full, link("clay")),
    }
}

fn label(full: bool) -> Label {
    Label { title: "Corner".into(), link: some(full, "/brands/corner/".into()) }
}

fn reviews() -> Reviews {
    let review = |full: bool| ReviewView {
        author: "R. K.".into(),
        date: day(),
        rating: if full { 4 } else { 1 },
        verified: full,
        paragraphs: vec!["Good.".into()],
        lang: some(full, "bn".into()),
        reply: some(full, text(full, "Thank you.")),
        reply_date: some(full, day()),
    };
    Reviews {
        count: 22,
        average: "4.5".into(),
        machine: "4.5".into(),
        counts: vec![StarCount { stars: 5, count: 22 }],
        items: vec![review(true), review(false)],
        more: true,
    }
}

fn weight() -> MeasureView {
    MeasureView { value: "160".into(), unit: "g" }
}

fn video(full: bool) -> Video {
    Video {
        link: "/files/0123456789abcdef.mp4".into(),
        media_type: "video/mp4",
        poster: "/pictures/a-800.jpg".into(),
        width: 800,
        height: 600,
        title: text(full, "How it is thrown"),
        megabytes: "4.2".into(),
    }
}

fn download(full: bool) -> Download {
    Download {
        title: text(full, "How to care for clay"),
        link: "/files/0123456789abcdef.pdf".into(),
        kind: "PDF",
        megabytes: "0.3".into(),
    }
}

fn variant_link(full: bool) -> VariantLink {
    VariantLink {
        label: text(full, "Large"),
        link: "/products/cup/large/".into(),
        current: full,
        swatch: some(full, "#8a5a3c".into()),
        available: full,
    }
}

fn option(full: bool) -> OptionView {
    let value = OptionValueView {
        id: "large".into(),
        name: text(full, "Large"),
        swatch: some(full, "#8a5a3c".into()),
    };
    OptionView { id: "size".into(), name: text(full, "Size"), values: vec![value] }
}

/// Variants in every state of stock.
fn variants() -> Vec<VariantView> {
    let states = [stock(true), stock(false)].into_iter().chain(stocks());
    let variant = |(place, stock): (usize, _)| VariantView {
        sku: format!("CUP-{place}"),
        label: text(true, "Large"),
        price: some(place > 0, price(true)),
        tiers: list(place > 0, tier()),
        stock,
        pictures: list(place > 0, 1),
        weight: some(place > 0, weight()),
        gtin: some(place > 0, "4006381333931".into()),
        mpn: some(place > 0, "C-1".into()),
    };
    states.enumerate().map(variant).collect()
}

fn specifications(full: bool) -> SpecificationGroup {
    let row =
        SpecificationRow { name: text(full, "Height"), value: text(full, "20"), unit: some(full, "cm") };
    SpecificationGroup { name: text(full, "Measures"), rows: vec![row] }
}

pub(super) fn payment_choice(full: bool, id: &str) -> PaymentChoice {
    PaymentChoice {
        id: id.into(),
        kind: "bkash",
        name: some(full, "bKash".into()),
        note: some(full, "We call first.".into()),
        transfer: some(full, transfer()),
        link: some(full, "https://pay.example/corner".into()),
        advance: some(full, "৳ 200".into()),
    }
}

fn transfer() -> Transfer {
    Transfer {
        number: "01700-000000".into(),
        account: Some("personal"),
        holder: Some("Corner".into()),
        bank: Some("A bank, a branch".into()),
        qr: Some("/payments/bkash.svg".into()),
    }
}

pub(super) fn order(full: bool) -> OrderForm {
    let choice = |full| Choice {
        sku: "CUP-L".into(),
        label: text(full, "Large"),
        swatch: some(full, "#8a5a3c".into()),
        price: some(full, price(full)),
        stock: stock(full),
        chosen: full,
    };
    let group = |full| ChoiceGroup {
        title: some(full, text(full, "Blue")),
        swatch: some(full, "#234a7a".into()),
        choices: vec![choice(true), choice(false)],
    };
    OrderForm {
        kind: "order",
        action: "/thanks/".into(),
        attributes: vec![Attribute { name: "name", value: "order".into() }],
        hidden: vec![Hidden { name: "product", value: "CUP".into() }],
        honeypot: "bot-field".into(),
        honeypot_box: !full,
        groups: vec![group(true), group(false)],
        choice_titles: vec![text(full, "Colour"), text(full, "Size")],
        least_quantity: 1,
        max_quantity: 10,
        quantity_step: 1,
        zones: vec![
            ZoneChoice {
                id: "city".into(),
                name: text(full, "In the city"),
                charge: some(full, amount()),
                districts: list(full, DistrictChoice { id: "dhaka".into(), name: "Dhaka".into() }),
            },
            ZoneChoice { id: "free".into(), name: text(full, "Here"), charge: None, districts: Vec::new() },
        ],
        by_district: full,
        payments: vec![payment_choice(full, "bkash"), payment_choice(full, "other")],
        goods: some(full, "CUP-S=45000/6:40000".into()),
        own_zones: some(full, "dhaka=6000/500000+3".into()),
        own_thanks: some(full, "/thanks/cup/".into()),
        totals: some(
            full,
            Totals {
                numbers: vec!["1".into()],
                groups: vec![TotalsGroup {
                    price: some(full, "৳ 100".into()),
                    rows: vec![TotalsRow { zone: text(full, "City"), sums: vec!["৳ 160".into()] }],
                }],
            },
        ),
        transaction: full,
        consent: vec![link("terms")],
    }
}
