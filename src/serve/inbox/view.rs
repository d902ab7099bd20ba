//! The page of the inbox. All text is escaped, and characters that are not seen are shown as what they are.

use super::{ADDRESS, EMPTY, article, judge, service_name, store::Kept};
use crate::{
    base::{html::escape, language::Lang},
    catalog::Catalog,
    config::Now,
    diag::{Speech, say},
    orders::{Desk, Weight},
    serve::page,
};

/// What the page says besides the orders.
#[derive(Debug, Clone)]
pub(in crate::serve) struct Inside {
    /// What the page was made of; another one loads it again.
    pub(in crate::serve) version: String,
    /// Whether the shop has faults since, so that the orders are judged by its last good state.
    pub(in crate::serve) faulty: bool,
}

/// The whole page, in the shop's first language.
pub(super) fn page(catalog: &Catalog<'_>, kept: &[Kept], now: Now, inside: &Inside) -> String {
    let speech = Speech::from_locale(catalog.config.tag(Lang::FIRST).as_str());
    let word = |key: &str| escape(&say(speech, key, &[]));
    let title = word("inbox.title");
    let desk = judge::desk(catalog, kept, now);
    let mut body = format!("<header>\n<h1>{title}</h1>\n{}</header>\n", button(&word("inbox.empty"), kept));
    let (base, back) = (escape(&catalog.config.site.base), word("inbox.way_back"));
    body.push_str(&format!("<p>{} <a href=\"{base}\">{back}</a></p>\n", how(catalog, speech)));
    if inside.faulty {
        body.push_str(&format!("<p class=\"notice\" role=\"status\">{}</p>\n", word("inbox.faulty")));
    }
    body.push_str(&match kept.is_empty() {
        true => format!("<p class=\"none\">{}</p>\n", word("inbox.nothing")),
        false => format!("<p class=\"sum\">{}</p>\n", summary(&desk, kept, speech)),
    });
    body.extend(newest_first(desk).iter().map(|order| article::article(catalog, order, kept, speech)));
    page::inbox(&title, &body, &inside.version, speech)
}

/// The service whose part the preview plays; or that the shop takes no orders.
fn how(catalog: &Catalog<'_>, speech: Speech) -> String {
    match &catalog.config.orders {
        Some(orders) => {
            let service = service_name(&orders.service).to_owned();
            article::coded(&say(speech, "inbox.service", &[("service", service)]))
        }
        None => article::coded(&say(speech, "inbox.none", &[])),
    }
}

fn button(words: &str, kept: &[Kept]) -> String {
    match kept.is_empty() {
        true => String::new(),
        false => {
            format!("<form method=\"post\" action=\"{EMPTY}\"><button>{words}</button></form>\n")
        }
    }
}

/// As the desk sums up on a terminal.
fn summary(desk: &Desk, kept: &[Kept], speech: Speech) -> String {
    let came: u64 = kept.iter().map(|one| u64::from(one.times)).sum();
    let args = [
        ("orders", desk.orders.len().to_string()),
        ("came", came.to_string()),
        ("good", desk.count(None).to_string()),
        ("look", desk.count(Some(Weight::Look)).to_string()),
        ("stop", desk.count(Some(Weight::Stop)).to_string()),
    ];
    escape(&say(speech, "orders.summary", &args))
}

/// By the last time that each came.
fn newest_first(desk: Desk) -> Vec<crate::orders::Order> {
    let mut orders = desk.orders;
    orders.sort_by_key(|order| std::cmp::Reverse(article::numbers(order).into_iter().max()));
    orders
}

/// A link to the inbox, for other pages of this server.
pub(in crate::serve) fn link(speech: Speech) -> String {
    format!("<a href=\"{ADDRESS}\">{}</a>", escape(&say(speech, "inbox.title", &[])))
}
