//! One order, judged by itself.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    fmt::strtime,
};

use super::{
    Finding, Kind, Line, Order, Posted,
    goods::{self, Shelf},
    phone,
    posted::{Taken, plain},
};
use crate::{
    base::{hash::Digest, money::Money},
    catalog::{Catalog, Terms},
    postal::{District, Named},
    ticket::{self, Promise, Verdict},
};

/// Fields that people must leave empty, of every service.
const TRAPS: [&str; 4] = ["bot-field", "_gotcha", "botcheck", "leave_empty"];

/// Longest texts that are kept, in characters, as the form allows them.
const NAME: usize = 120;
const ADDRESS: usize = 500;
const NOTE: usize = 500;
const SHORT: usize = 40;

/// Judges one order. `shelf` is the catalogue's.
pub(super) fn judge(catalog: &Catalog<'_>, shelf: &Shelf<'_>, posted: &Posted) -> Order {
    let mut found = Vec::new();
    let at = moment(catalog, &posted.at);
    if at.is_none() && !posted.at.trim().is_empty() {
        found.push(Finding::TimeUnknown);
    }
    let kind = kind(posted, &mut found);
    let counts = kind != Kind::Notify;
    let mut lines = match kind.has_goods() {
        true => goods::lines(catalog, shelf, posted, (counts, kind != Kind::Order), &mut found),
        false => Vec::new(),
    };
    let promises = promises(catalog, posted, at, &mut found);
    check_promises(catalog, kind, &promises, &lines, &mut found);
    goods::price(catalog, &promises, &mut lines, &mut found);
    let worth = goods::worth(&lines);
    let phone = phone::e164(posted.field("mobile"), &catalog.config.country);
    let mut order = Order {
        number: number(posted),
        id: Some(posted.field("id")).filter(|id| !id.is_empty()).map(short),
        place: posted.place.clone(),
        at,
        kind,
        name: text(posted, "name", NAME, &mut found),
        typed_phone: short(posted.field("mobile")),
        phone,
        address: text(posted, "address", ADDRESS, &mut found),
        note: text(posted, "note", NOTE, &mut found),
        about: short(posted.field("about")),
        lines,
        zone: None,
        district: None,
        payment: payment(catalog, kind, posted, &mut found),
        transaction: transaction(posted),
        goods: worth,
        charge: None,
        due: None,
        findings: Vec::new(),
    };
    if order.phone.is_none() {
        found.push(Finding::PhoneUnreadable(order.typed_phone.clone()));
    }
    if kind.sends() {
        deliver(catalog, posted, &mut order, &mut found);
        consent(catalog, posted, &order, &mut found);
    } else if kind == Kind::Return && order.note.is_empty() {
        found.push(Finding::Missing("note"));
    }
    if TRAPS.iter().any(|trap| !matches!(posted.field(trap), "" | "false")) {
        found.push(Finding::Trap);
    }
    order.findings = found;
    order.sort_findings();
    order
}

impl Order {
    /// The weightiest first.
    pub(super) fn sort_findings(&mut self) {
        self.findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight()));
    }
}

fn kind(posted: &Posted, found: &mut Vec<Finding>) -> Kind {
    let written = posted.field("kind");
    Kind::read(written).unwrap_or_else(|| {
        found.push(Finding::KindUnknown(written.to_owned()));
        Kind::Order
    })
}

/// What the page called the order, else the beginning of the hash of what it says.
fn number(posted: &Posted) -> String {
    let number = short(posted.field("number"));
    if !number.is_empty() {
        return number;
    }
    let parts = posted.fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
    Digest::of_parts(parts.chain([posted.at.as_bytes()])).short().to_uppercase().chars().take(6).collect()
}

fn short(text: &str) -> String {
    plain(text, SHORT).0
}

fn text(posted: &Posted, field: &'static str, most: usize, found: &mut Vec<Finding>) -> String {
    let (text, taken) = plain(posted.field(field), most);
    match taken {
        Some(Taken::Rest) => found.push(Finding::Long(field)),
        Some(Taken::Hidden) => found.push(Finding::Hidden(field)),
        None => {}
    }
    text
}

/// The tickets that came along, as far as they can be believed, and whether each still holds.
fn promises(
    catalog: &Catalog<'_>,
    posted: &Posted,
    at: Option<Timestamp>,
    found: &mut Vec<Finding>,
) -> Vec<(Promise, bool)> {
    let config = catalog.config;
    let Some(orders) = &config.orders else { return Vec::new() };
    let day = at.map_or(config.today, |at| at.to_zoned(config.time_zone.clone()).date());
    let mut promises = Vec::new();
    for ticket in posted.field("ticket").split_whitespace() {
        match ticket::judge(ticket, &config.site.shop(), &orders.tickets.keys, day) {
            Verdict::Valid(promise) => promises.push((promise, true)),
            Verdict::Expired(promise) => {
                found.push(Finding::TicketExpired);
                promises.push((promise, false));
            }
            Verdict::Altered => found.push(Finding::TicketAltered),
            Verdict::UnknownKey(key) => found.push(Finding::TicketUnknownKey(key)),
            Verdict::OtherShop(shop) => found.push(Finding::TicketOtherShop(shop)),
            Verdict::Unsigned => {}
        }
    }
    promises
}

/// Whether every line has a ticket, and what the tickets promise beside prices is still promised.
fn check_promises(
    catalog: &Catalog<'_>,
    kind: Kind,
    promises: &[(Promise, bool)],
    lines: &[Line],
    found: &mut Vec<Finding>,
) {
    let signs = catalog.config.orders.as_ref().is_some_and(|orders| !orders.tickets.keys.is_empty());
    if !signs || !kind.sends() {
        return;
    }
    let told = found.iter().any(|one| one.name().starts_with("ticket-"));
    for line in lines {
        let Some(product) = line.product.map(|place| &catalog.products[place]) else { continue };
        let Some((promise, holds)) = promises.iter().find(|(one, _)| one.priced(&line.sku).is_some()) else {
            match promises.is_empty() {
                true if told => {}
                true => found.push(Finding::TicketMissing),
                false => found.push(Finding::TicketOtherGoods(line.sku.clone())),
            }
            return;
        };
        let Some(now) = catalog.promise(product).filter(|_| *holds) else { continue };
        if promise.delivery != now.delivery {
            found.push(Finding::DeliveryChanged);
        }
        if promise.returns != now.returns {
            found.push(Finding::ReturnsChanged);
        }
    }
}

fn payment(catalog: &Catalog<'_>, kind: Kind, posted: &Posted, found: &mut Vec<Finding>) -> Option<usize> {
    let payments = &catalog.config.payments;
    if payments.is_empty() || !kind.sends() {
        return None;
    }
    let id = posted.field("payment");
    let place = payments.iter().position(|payment| payment.id.as_str() == id);
    if place.is_none() {
        found.push(Finding::PaymentUnknown(id.to_owned()));
    }
    place
}

/// The id of a transfer without spaces, in capitals, as wallets show it.
fn transaction(posted: &Posted) -> Option<String> {
    let id: String = posted.field("transaction").split_whitespace().collect();
    (!id.is_empty()).then(|| short(&id.to_uppercase()))
}

fn consent(catalog: &Catalog<'_>, posted: &Posted, order: &Order, found: &mut Vec<Finding>) {
    for (field, text) in [("name", &order.name), ("address", &order.address)] {
        if text.is_empty() {
            found.push(Finding::Missing(field));
        }
    }
    let asked =
        catalog.policies.iter().any(|policy| matches!(policy.slug.as_str(), "terms" | "returns" | "privacy"));
    if asked && posted.field("consent").is_empty() {
        found.push(Finding::Consent);
    }
}

/// Zone, charge and day.
fn deliver(catalog: &Catalog<'_>, posted: &Posted, order: &mut Order, found: &mut Vec<Finding>) {
    let Some(delivery) = catalog.delivery() else { return };
    let (district, told) = district(catalog, posted, found);
    order.district = district.map(Named::id);
    let written = if told.is_empty() { posted.field("zone") } else { told };
    let implied = district.and_then(|district| delivery.zone_of_district(district));
    let chosen = delivery.zones.iter().position(|zone| zone.id.as_str() == written);
    order.zone = if written.is_empty() { implied } else { chosen };
    let Some(zone) = order.zone else {
        found.push(Finding::ZoneUnknown(written.to_owned()));
        return;
    };
    if let (Some(district), Some(implied)) = (district, implied)
        && implied != zone
        && !delivery.zones[zone].has_part_of(district)
    {
        let (district, zone) = (district.id().to_owned(), delivery.zones[zone].id.to_string());
        found.push(Finding::DistrictElsewhere { district, zone });
    }
    let terms: Vec<Terms<'_>> = order
        .lines
        .iter()
        .filter_map(|line| catalog.terms(line.product.map(|place| &catalog.products[place])))
        .collect();
    let id = &delivery.zones[zone].id;
    let here = |terms: &Terms<'_>| {
        let one = terms.zones.iter().find(|one| one.zone.id == *id)?;
        Some((terms.days(one).most, order.goods.map(|goods| one.charge_for(goods))))
    };
    let all: Option<Vec<(u16, Option<Money>)>> = terms.iter().map(here).collect();
    let Some(all) = all else {
        found.push(Finding::ZoneNotServed(id.to_string()));
        return;
    };
    order.charge = all.iter().filter_map(|(_, charge)| *charge).max();
    let days = all.iter().map(|(days, _)| *days).max();
    let at = order.at.map(|at| at.to_zoned(catalog.config.time_zone.clone()).datetime());
    order.due = at.zip(days).map(|(at, days)| delivery.calendar.due(at, days));
}

/// The district that was chosen, and the zone that was chosen with it: `dhaka`, or `dhaka.city` for what another zone
/// than the district's own has of it, or `.abroad` for a zone without districts.
fn district<'p>(
    catalog: &Catalog<'_>,
    posted: &'p Posted,
    found: &mut Vec<Finding>,
) -> (Option<&'static District>, &'p str) {
    let (written, zone) = posted.field("district").split_once('.').unwrap_or((posted.field("district"), ""));
    if written.is_empty() {
        return (None, zone);
    }
    let district = catalog.config.scheme.district(written);
    if district.is_none() {
        found.push(Finding::DistrictUnknown(written.to_owned()));
    }
    (district, zone)
}

/// A moment as services and spreadsheets write it; without a zone it is the shop's time.
fn moment(catalog: &Catalog<'_>, text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment);
    }
    let utc = text.strip_suffix(" UTC").and_then(|text| text.parse::<DateTime>().ok());
    if let Some(time) = utc {
        return time.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    }
    if let Ok(parsed) = strtime::parse("%Y-%m-%d %H:%M:%S %z", text) {
        return parsed.to_timestamp().ok();
    }
    let local = text.parse::<DateTime>().ok().or_else(|| text.parse::<Date>().ok().map(DateTime::from));
    local?.to_zoned(catalog.config.time_zone.clone()).ok().map(|zoned| zoned.timestamp())
}
