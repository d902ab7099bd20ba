//! The order inbox of a preview: what the forms of the shop post is taken as the shop's own service would take it.
//!
//! In: a post that the gate let in. It is read within limits (`post`), taken by the rules of the service (`service`,
//! `declared`) and kept in memory (`store`). Out: a [`Reply`], and the page on which the shopkeeper sees each order as
//! `posra orders` does (`view`, `article`), judged on the thread of the site, which has the catalogue.
//!
//! It must not write a file, print what people typed, ask the network, or lead anybody to another site.

mod article;
mod declared;
mod judge;
mod post;
mod reply;
mod service;
mod store;
mod view;

use std::{collections::BTreeSet, error::Error};

use hyper::{
    StatusCode,
    body::{Body, Bytes},
    header::REFERER,
    http::request::Parts,
};
use tokio::sync::watch::Receiver;

use super::{
    gate::Gate,
    keeper::Began,
    live::{self, Live},
};
use crate::{
    config::{Now, OrderService},
    pipeline::Site,
    plan::{Item, ItemKind, Subject},
};
use post::Form;
pub(super) use reply::Reply;
use service::{Back, Lead, Rules};
use store::Store;
pub(super) use view::{Inside, link};

/// Where forms post to, and where the orders are shown.
pub(super) const ADDRESS: &str = "/__posra/orders";

/// Where the button posts to that takes all orders away.
pub(super) const EMPTY: &str = "/__posra/orders/empty";

/// Where the page of the inbox hears of changes.
pub(super) const EVENTS: &str = "/__posra/orders/events";

/// The orders of this run.
pub(super) struct Inbox {
    store: Store,
    began: Began,
    now: Now,
}

impl Inbox {
    /// For a preview that begins `now`.
    pub(super) fn new(now: Now) -> Self {
        Self { store: Store::new(), began: Began::now(), now }
    }

    /// Counts the changes.
    pub(super) fn changes(&self) -> Receiver<u64> {
        self.store.changes()
    }

    /// Takes all orders away.
    pub(super) fn empty(&self) {
        self.store.empty();
    }

    /// What a page shows of the orders.
    pub(super) async fn show(&self, site: &Live, inside: Inside) -> Option<String> {
        let (kept, now) = (self.store.all(), self.now);
        site.look(move |site| view::page(site.catalog, &kept, now, &inside)).await
    }

    /// Takes a post to `page`, a page of the site, or to [`ADDRESS`] when that is `None`.
    pub(super) async fn take<B>(
        &self,
        site: &Live,
        gate: &Gate,
        head: &Parts,
        body: B,
        page: Option<&str>,
    ) -> Reply
    where
        B: Body<Data = Bytes>,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let Some(service) = &site.service else { return Reply::refused(StatusCode::NOT_FOUND, "inbox.none") };
        let rules = Rules::of(service);
        if rules.at_page != page.is_some() {
            return Reply::NotHere;
        }
        match Form::read(&head.headers, body).await {
            Ok(form) => {
                let from = head.headers.get(REFERER).and_then(|from| gate.own_path(from.to_str().ok()?));
                let post = Post { from, page: page.map(str::to_owned), form };
                self.by_rules(site, gate, &rules, post).await
            }
            Err((status, key)) => Reply::refused(status, key),
        }
    }

    async fn by_rules(&self, site: &Live, gate: &Gate, rules: &Rules, post: Post) -> Reply {
        let Post { from, page, mut form } = post;
        if let Some(field) = rules.needs.filter(|field| form.field(field).is_empty()) {
            return Reply::lacks(field);
        }
        let back = match rules.back {
            Back::Here => page.unwrap_or_default(),
            Back::Thanks => site.thanks.clone(),
            Back::Field(name) => match form.field(name) {
                "" => String::new(),
                back => match gate.own_path(back) {
                    Some(back) => back,
                    None => return Reply::refused(StatusCode::BAD_REQUEST, "inbox.back"),
                },
            },
        };
        let thanks = thanks(rules, &form, back);
        let id = form.field("id").to_owned();
        if rules.trap.is_some_and(|trap| !form.field(trap).is_empty())
            || (rules.judges && self.store.repeat(&id))
        {
            return thanks;
        }
        if rules.at_page {
            let Some(declared) = declared(site, from, form.field("form-name")).await else {
                return Reply::refused(StatusCode::NOT_FOUND, "inbox.undeclared");
            };
            form.fields.retain(|(name, _)| declared.contains(name) || name == "form-name");
        }
        if rules.judges {
            let (fields, now, after) = (form.fields.clone(), self.now, self.began.elapsed());
            let faults = site.look(move |site| judge::faults(site.catalog, &fields, now, after)).await;
            match faults {
                Some(faults) if faults.is_empty() => {}
                Some(faults) => return Reply::Faults { faults, json: form.json },
                None => return Reply::refused(StatusCode::SERVICE_UNAVAILABLE, "serve.making"),
            }
        }
        self.store.keep(form.fields, self.began.elapsed());
        thanks
    }
}

/// What was posted, where, and from which page.
struct Post {
    from: Option<String>,
    page: Option<String>,
    form: Form,
}

/// What is answered when all is well.
fn thanks(rules: &Rules, form: &Form, back: String) -> Reply {
    match (rules.json, rules.lead) {
        (Some(json), _) if form.json => Reply::Json(StatusCode::OK, json(&back)),
        (_, Lead::By(status)) if !back.is_empty() => Reply::Lead(status, back),
        _ => Reply::Thanks(back),
    }
}

/// Pages that are looked through for a form at most, when it is not known which one it was on.
const PAGES: usize = 100;

/// The fields of a form of the shop, as Netlify reads them from its pages: from the page that the post came from, else
/// from the first page that has the form.
async fn declared(site: &Live, from: Option<String>, form: &str) -> Option<BTreeSet<String>> {
    let from = from.and_then(|from| Some(site.page(from.split('?').next()?)?.0));
    let form = form.to_owned();
    let look = move |site: &Site<'_>| {
        let rendered = site.renderer.rendered();
        let items = site.plan.items().iter().enumerate();
        let of = |fits: fn(&Item) -> bool| {
            items.clone().filter(move |(_, item)| fits(item)).map(|(place, _)| place)
        };
        let forms = of(|item| matches!(item.kind, ItemKind::Page(Subject::Basket | Subject::Policy(_), _)));
        let products = of(|item| matches!(item.kind, ItemKind::Page(Subject::Product(_), _))).take(PAGES);
        from.into_iter().chain(forms).chain(products).find_map(|place| {
            let html = live::bytes(&rendered, place)?;
            declared::fields(&String::from_utf8_lossy(&html), &form)
        })
    };
    site.look(look).await.flatten()
}

/// The name of the service that takes the orders, as `posra.toml` writes it.
fn service_name(service: &OrderService) -> &'static str {
    service::name(service)
}
