//! Specimens of the pages of words and of lists.

use super::parts::{
    areas, body, card, collection_card, delivery, guide_card, head, link, list, picture, returns, some, text,
    warranty,
};
use super::product::{order, payment_choice};
use crate::view::{
    BasketView, CollectionView, ContactView, GuideView, GuidesView, HomeView, LabelCard, LabelsView,
    NotFoundView, OrderForm, PageView, Paging, PagingLink, PolicyView, SearchGroup, SearchView, ThanksView,
};

pub(super) fn home(full: bool) -> HomeView {
    HomeView {
        page: head("home", full),
        title: text(full, "Welcome"),
        summary: text(full, "Things for the home."),
        body: body(full),
        picture: some(full, picture()),
        sections: vec!["collections", "featured", "offers", "new", "promises", "words", "guides"],
        collections: list(full, collection_card(full)),
        featured: list(full, card(full)),
        offers: list(full, card(full)),
        new: list(full, card(full)),
        guides: list(full, guide_card(full)),
        delivery: some(full, delivery(full)),
        returns: some(full, returns(full)),
        warranty: some(full, warranty(full)),
    }
}

pub(super) fn collection(full: bool) -> CollectionView {
    let step = |number: &str, link: Option<&str>| PagingLink {
        number: number.into(),
        link: link.map(str::to_owned),
        current: number == "2",
    };
    CollectionView {
        page: head("collection", full),
        title: text(full, "Clay"),
        summary: text(full, "Of clay."),
        body: body(full),
        children: list(full, collection_card(full)),
        orders: list(full, link("newest")),
        narrowed: list(full, link("in-stock")),
        count: u32::from(full),
        cards: list(full, card(full)),
        paging: Paging {
            current: if full { 2 } else { 1 },
            total: if full { 9 } else { 1 },
            previous: some(full, "/collections/clay/".into()),
            next: some(full, "/collections/clay/page/3/".into()),
            links: vec![step("1", some(full, "/")), step("", None), step("2", None)],
        },
    }
}

pub(super) fn labels(full: bool) -> LabelsView {
    let card = LabelCard { title: text(full, "Clay"), link: "/tags/clay/".into(), count: 3 };
    LabelsView { page: head("labels", full), title: "Tags".into(), labels: list(full, card) }
}

pub(super) fn page(full: bool) -> PageView {
    PageView {
        page: head("page", full),
        title: text(full, "About"),
        summary: text(full, "Who we are."),
        picture: some(full, picture()),
        body: body(full),
    }
}

pub(super) fn guides(full: bool) -> GuidesView {
    GuidesView { page: head("guides", full), guides: list(full, guide_card(full)) }
}

pub(super) fn guide(full: bool) -> GuideView {
    GuideView {
        page: head("guide", full),
        title: text(full, "Care"),
        summary: text(full, "How to care."),
        date: "1 November 2026".into(),
        day: "2026-11-01".into(),
        picture: some(full, picture()),
        body: body(full),
        products: list(full, card(full)),
    }
}

pub(super) fn policy(full: bool) -> PolicyView {
    PolicyView {
        page: head("policy", full),
        title: text(full, "Delivery"),
        summary: text(full, "How we deliver."),
        updated: some(full, "1 November 2026".into()),
        body: body(full),
        delivery: some(full, delivery(full)),
        areas: areas(full),
        returns: some(full, returns(full)),
        order: some(full, OrderForm { kind: "return", ..order(full) }),
        warranty: some(full, warranty(full)),
    }
}

pub(super) fn search(full: bool) -> SearchView {
    let group =
        SearchGroup { title: link("clay"), goods: list(full, link("cup")), more: if full { 3 } else { 0 } };
    SearchView { page: head("search", full), groups: list(full, group) }
}

pub(super) fn basket(full: bool) -> BasketView {
    BasketView {
        page: head("basket", full),
        order: some(full, OrderForm { kind: "basket", ..order(full) }),
        delivery: some(full, delivery(full)),
    }
}

pub(super) fn contact(full: bool) -> ContactView {
    ContactView { page: head("contact", full), title: some(full, text(full, "Contact")), body: body(full) }
}

pub(super) fn thanks(full: bool) -> ThanksView {
    ThanksView {
        page: head("thanks", full),
        ordered: full,
        reply_hours: some(full, 24),
        delivery: some(full, delivery(full)),
        payments: vec![payment_choice(full, "bkash")],
    }
}

pub(super) fn not_found(full: bool) -> NotFoundView {
    NotFoundView { page: head("not-found", full), collections: list(full, collection_card(full)) }
}
