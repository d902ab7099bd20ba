//! What was kept becomes what the desk judges.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::store::Kept;
use crate::{
    base::language::Lang,
    catalog::Catalog,
    config::Now,
    diag::{Place, Speech},
    orders::{self, Desk, Finding, Posted, Weight},
};

/// All orders, judged together: copies are one.
pub(super) fn desk(catalog: &Catalog<'_>, kept: &[Kept], now: Now) -> Desk {
    let posted = |one: &Kept| posted(catalog, one.number, &one.fields, now, one.after);
    let all: Vec<Posted> = kept.iter().map(posted).collect();
    orders::check(catalog, &all)
}

/// What an endpoint refuses an order for, in the buyer's words: each field once.
pub(super) fn faults(
    catalog: &Catalog<'_>,
    fields: &[(String, String)],
    now: Now,
    after: Duration,
) -> Vec<(&'static str, String)> {
    let posted = posted(catalog, 0, fields, now, after);
    let lang = catalog.config.lang(posted.field("language")).unwrap_or(Lang::FIRST);
    let speech = Speech::from_locale(catalog.config.tag(lang).as_str());
    let desk = orders::check(catalog, &[posted]);
    let mut faults: Vec<(&'static str, String)> = Vec::new();
    for finding in desk.orders.iter().flat_map(|order| &order.findings) {
        if let Some(field) = field_of(finding)
            && faults.iter().all(|(known, _)| *known != field)
        {
            faults.push((field, finding.in_words(&catalog.config.locales[lang], speech)));
        }
    }
    faults
}

/// The field that a finding is about, when an endpoint would refuse an order for it.
fn field_of(finding: &Finding) -> Option<&'static str> {
    match finding {
        Finding::Missing(field) => Some(field),
        Finding::PhoneUnreadable(_) => Some("mobile"),
        Finding::SkuUnknown(_) | Finding::SkuOther { .. } => Some("variant"),
        Finding::Quantity { .. } => Some("quantity"),
        Finding::ZoneUnknown(_) | Finding::ZoneNotServed(_) => Some("zone"),
        Finding::PaymentUnknown(_) => Some("payment"),
        Finding::KindUnknown(_) => Some("kind"),
        Finding::TicketAltered | Finding::TicketOtherShop(_) | Finding::TicketOtherGoods(_) => Some("ticket"),
        Finding::Consent => Some("consent"),
        _ => None,
    }
}

/// An order as it would stand in an export. Its place is its number.
fn posted(
    catalog: &Catalog<'_>,
    number: u64,
    fields: &[(String, String)],
    now: Now,
    after: Duration,
) -> Posted {
    let mut posted = Posted::new(fields.iter().cloned(), Place::file(number.to_string()));
    posted.at = at(catalog, now, after).map(|at| at.to_string()).unwrap_or_default();
    posted
}

/// The moment so long after the preview began.
fn at(catalog: &Catalog<'_>, now: Now, after: Duration) -> Option<Timestamp> {
    let began = match now {
        Now::Moment(moment) => moment,
        Now::Day(day) => day.to_zoned(catalog.config.time_zone.clone()).ok()?.timestamp(),
    };
    began.checked_add(SignedDuration::try_from(after).ok()?).ok()
}

/// What became of an order's ticket: the end of the key of its words. `None` when nothing is bought.
pub(super) fn ticket(catalog: &Catalog<'_>, order: &orders::Order) -> Option<&'static str> {
    let signs = catalog.config.orders.as_ref().is_some_and(|orders| !orders.tickets.keys.is_empty());
    let told = order.findings.iter().find(|one| one.name().starts_with("ticket-"));
    Some(match told {
        _ if !order.kind.sends() => return None,
        Some(Finding::TicketAltered) => "altered",
        Some(Finding::TicketMissing) => "unsigned",
        Some(_) => "invalid",
        None if signs && order.lines.iter().any(|line| line.product.is_some()) => "valid",
        None => "unsigned",
    })
}

/// A word for how an order stands, for the style of its article.
pub(super) fn standing(weight: Option<Weight>) -> &'static str {
    orders::verdict(weight)
}
