//! Specimens of the pages of words and of lists.

use super::parts::{card, collection_card, delivery, guide_card, head, html, list, picture, returns, some};
use crate::view::{
    CollectionView, ContactView, GuideView, GuidesView, HomeView, NotFoundView, PageView, Paging, PagingLink,
    PolicyView, ThanksView,
};

pub(super) fn home(full: bool) -> HomeView {
    HomeView {
        page: head("home", full),
        title: "Welcome".into(),
        summary: "Things for the home.".into(),
        body: html(full),
        picture: some(full, picture()),
        collections: list(full, collection_card(full)),
        featured: list(full, card(full)),
        guides: list(full, guide_card(full)),
        delivery: some(full, delivery(full)),
        returns: some(full, returns(full)),
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
        title: "Clay".into(),
        summary: "Of clay.".into(),
        body: html(full),
        words_lang: some(full, "bn".into()),
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

pub(super) fn page(full: bool) -> PageView {
    PageView {
        page: head("page", full),
        title: "About".into(),
        summary: "Who we are.".into(),
        picture: some(full, picture()),
        body: html(full),
        words_lang: some(full, "bn".into()),
    }
}

pub(super) fn guides(full: bool) -> GuidesView {
    GuidesView { page: head("guides", full), guides: list(full, guide_card(full)) }
}

pub(super) fn guide(full: bool) -> GuideView {
    GuideView {
        page: head("guide", full),
        title: "Care".into(),
        summary: "How to care.".into(),
        date: "1 November 2026".into(),
        day: "2026-11-01".into(),
        picture: some(full, picture()),
        body: html(full),
        words_lang: some(full, "bn".into()),
        products: list(full, card(full)),
    }
}

pub(super) fn policy(full: bool) -> PolicyView {
    PolicyView {
        page: head("policy", full),
        title: "Delivery".into(),
        summary: "How we deliver.".into(),
        updated: some(full, "1 November 2026".into()),
        body: html(full),
        words_lang: some(full, "bn".into()),
        delivery: some(full, delivery(full)),
        returns: some(full, returns(full)),
    }
}

pub(super) fn contact(full: bool) -> ContactView {
    ContactView {
        page: head("contact", full),
        title: some(full, "Contact".into()),
        body: html(full),
        words_lang: some(full, "bn".into()),
    }
}

pub(super) fn thanks(full: bool) -> ThanksView {
    ThanksView {
        page: head("thanks", full),
        reply_hours: some(full, 24),
        delivery: some(full, delivery(full)),
    }
}

pub(super) fn not_found(full: bool) -> NotFoundView {
    NotFoundView { page: head("not-found", full), collections: list(full, collection_card(full)) }
}
