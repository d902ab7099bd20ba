//! The promises of the shop: delivery and returns, typed; and policies that are text alone.

use std::ops::Range;

use jiff::civil::Date;
use toml::value::Datetime;

use super::{
    group::Group,
    price::read_amount,
    reading::Reading,
    text::{self, BaseWords, Body, Words, take},
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        money::Money,
        name::{Handle, Slug},
    },
    diag::{Code, Diagnostic, Diagnostics},
    schema::{self, At},
    source::SourceTree,
};

use crate::schema::{RefundKind, ReturnMethod, ReturnPayer};

/// A policy page.
#[derive(Debug)]
pub struct Policy<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    /// Its words.
    pub words: PerLanguage<Words<'s>>,
    /// Day of the last change.
    pub updated: Option<Date>,
    /// What it promises.
    pub promise: Promise,
}

/// What a policy promises.
#[derive(Debug)]
pub enum Promise {
    /// Charges and days.
    Delivery(Delivery),
    /// Window and refund.
    Returns(Returns),
    /// Nothing that is typed.
    Words,
}

/// A span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The soonest.
    pub least: u16,
    /// The latest.
    pub most: u16,
}

/// How goods are delivered.
#[derive(Debug)]
pub struct Delivery {
    /// Days until an order is handed to the carrier.
    pub handling: Days,
    /// Where goods are sent.
    pub zones: Vec<Zone>,
}

/// One delivery zone.
#[derive(Debug)]
pub struct Zone {
    /// Its handle.
    pub id: Handle,
    /// Its name.
    pub name: PerLanguage<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// What it costs.
    pub charge: Money,
    /// Days on the way.
    pub days: Days,
    /// Orders of at least this amount are free.
    pub free_above: Option<Money>,
}

/// How goods come back.
#[derive(Debug)]
pub struct Returns {
    /// Days after delivery; 0 means no returns.
    pub window_days: u16,
    /// Who pays for sending back.
    pub paid_by: ReturnPayer,
    /// Days until the money is back.
    pub refund_days: u16,
    /// What the buyer gets back.
    pub refund: RefundKind,
    /// How goods come back.
    pub methods: Vec<ReturnMethod>,
    /// What must hold.
    pub conditions: PerLanguage<Vec<String>>,
}

/// Where a product's delivery differs. Its note is in the product's words.
#[derive(Debug)]
pub struct DeliveryException {
    /// Days until it is handed to the carrier.
    pub handling: Option<Days>,
    /// Added to every charge.
    pub surcharge: Option<Money>,
    /// Places of the only zones it is sent to.
    pub only_zones: Option<Vec<usize>>,
}

/// Where a product's return promise differs. Its note is in the product's words.
#[derive(Debug)]
pub struct ReturnsException {
    /// Days after delivery.
    pub window_days: Option<u16>,
}

impl Policy<'_> {
    /// The delivery promise, if it is this one.
    pub fn delivery(&self) -> Option<&Delivery> {
        if let Promise::Delivery(delivery) = &self.promise { Some(delivery) } else { None }
    }

    /// The return promise, if it is this one.
    pub fn returns(&self) -> Option<&Returns> {
        if let Promise::Returns(returns) = &self.promise { Some(returns) } else { None }
    }
}

/// Reads a policy: `delivery` and `returns` are typed, all others are text.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    match group.slug.as_str() {
        "delivery" => read_delivery(tree, group, found),
        "returns" => read_returns(tree, group, found),
        _ => read_plain(tree, group, found),
    }
}

fn read_plain<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::PlainPolicy>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    let words = text::words(tree, group, base, body, found);
    Some(Policy { slug: group.slug.clone(), words, updated, promise: Promise::Words })
}

fn read_delivery<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Delivery>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let handling = days(&mut reading, &written.handling_days);
    let free_above = written.free_above.as_ref().and_then(|at| read_amount(&mut reading, at));
    let mut zones = zones(&mut reading, &written, free_above);
    let mut words = base_words(&mut reading, group, &written.title, &written.summary, body);
    for (place, file) in translations(group) {
        let mut reading = Reading { tree, path: file.path, found };
        let Some((translated, body)) = reading.front_matter::<schema::DeliveryWords>(file.text) else {
            continue;
        };
        let known: Vec<String> = zones.iter().map(|zone| zone.id.to_string()).collect();
        for (id, name) in &translated.zones {
            match zones.iter_mut().find(|zone| zone.id.as_str() == id) {
                Some(zone) => rename(zone, place, reading.text(name)),
                None => handle_fault(&mut reading, name, id, &known),
            }
        }
        translate(
            &mut reading,
            &mut words[place.0 as usize],
            place,
            translated.title.as_ref(),
            translated.summary.as_ref(),
            Body::of(file, body),
        );
    }
    let words = PerLanguage::from_vec(words);
    Some(Policy {
        slug: group.slug.clone(),
        words,
        updated,
        promise: Promise::Delivery(Delivery { handling: handling?, zones }),
    })
}

fn zones(reading: &mut Reading<'_, '_>, written: &schema::Delivery, free_above: Option<Money>) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let count = reading.config().languages.len();
    for one in &written.zones {
        let known: Vec<Handle> = zones.iter().map(|zone| zone.id.clone()).collect();
        let id = reading.handle(&one.id, &known);
        let name = reading.words("name", &one.name);
        let charge = read_amount(reading, &one.charge);
        let days = days(reading, &one.days);
        let own = one.free_above.as_ref().and_then(|at| read_amount(reading, at));
        let country = match &one.country {
            Some(at) if at.value.len() == 2 && at.value.bytes().all(|b| b.is_ascii_alphabetic()) => {
                at.value.to_ascii_uppercase()
            }
            Some(at) => {
                reading.wrong(Code::SHOP_COUNTRY, at, &at.value);
                continue;
            }
            None => reading.config().country.clone(),
        };
        let (Some(id), Some(charge), Some(days)) = (id, charge, days) else { continue };
        let name = PerLanguage::make(count, |_| name.clone());
        zones.push(Zone { id, name, country, charge, days, free_above: own.or(free_above) });
    }
    if written.zones.is_empty() {
        reading.error(Code::ZONE_NONE, &written.title);
    }
    zones
}

fn rename(zone: &mut Zone, lang: Lang, name: String) {
    let old = zone.name.clone();
    zone.name =
        PerLanguage::make(old.count(), |one| if one == lang { name.clone() } else { old[one].clone() });
}

fn read_returns<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Returns>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let base: Vec<String> = written.conditions.iter().map(|at| reading.text(at)).collect();
    let mut conditions = vec![base.clone(); group.words.count()];
    let mut words = base_words(&mut reading, group, &written.title, &written.summary, body);
    for (place, file) in translations(group) {
        let mut reading = Reading { tree, path: file.path, found };
        let Some((translated, body)) = reading.front_matter::<schema::ReturnsWords>(file.text) else {
            continue;
        };
        let mine: Vec<String> = translated.conditions.iter().map(|at| reading.text(at)).collect();
        if mine.len() == base.len() {
            conditions[place.0 as usize] = mine;
        } else {
            let fault = Diagnostic::error(Code::TRANSLATION_CONDITIONS).at(reading.file());
            reading.found.push(fault.with("here", mine.len()).with("there", base.len()));
        }
        translate(
            &mut reading,
            &mut words[place.0 as usize],
            place,
            translated.title.as_ref(),
            translated.summary.as_ref(),
            Body::of(file, body),
        );
    }
    let returns = Returns {
        window_days: written.window_days.value,
        paid_by: written.paid_by.value,
        refund_days: written.refund_days.value,
        refund: written.refund.value,
        methods: written.methods.iter().map(|at| at.value).collect(),
        conditions: PerLanguage::from_vec(conditions),
    };
    let words = PerLanguage::from_vec(words);
    Some(Policy { slug: group.slug.clone(), words, updated, promise: Promise::Returns(returns) })
}

fn translations<'g, 's>(group: &'g Group<'s>) -> impl Iterator<Item = (Lang, super::group::File<'s>)> + 'g {
    group.words.iter().filter_map(|(lang, file)| file.map(|file| (lang, file)))
}

fn base_words<'s>(
    reading: &mut Reading<'s, '_>,
    group: &Group<'s>,
    title: &At<String>,
    summary: &At<String>,
    body: Range<usize>,
) -> Vec<Words<'s>> {
    let (title, summary) = (reading.words("title", title), reading.words("summary", summary));
    let make = |_| Words {
        title: title.clone(),
        summary: summary.clone(),
        alt: None,
        body: Body::of(group.base, body.clone()),
        lang: Lang::FIRST,
    };
    (0..group.words.count()).map(make).collect()
}

fn translate<'s>(
    reading: &mut Reading<'s, '_>,
    words: &mut Words<'s>,
    lang: Lang,
    title: Option<&At<String>>,
    summary: Option<&At<String>>,
    body: Body<'s>,
) {
    words.lang = lang;
    take(&mut words.title, reading.text_of(title));
    take(&mut words.summary, reading.text_of(summary));
    if !body.text.trim().is_empty() {
        words.body = body;
    }
}

/// A handle in a translation that the facts do not have.
pub(super) fn handle_fault<T>(reading: &mut Reading<'_, '_>, at: &At<T>, id: &str, known: &[String]) {
    let fault = Diagnostic::error(Code::TRANSLATION_HANDLE).at(reading.place(at)).with("value", id);
    reading.found.push(match crate::diag::nearest(id, known.iter().map(String::as_str)) {
        Some(near) => fault.with("near", near),
        None => fault,
    });
}

/// A span of days whose end is not before its beginning.
pub(super) fn days(reading: &mut Reading<'_, '_>, at: &At<[u16; 2]>) -> Option<Days> {
    let [least, most] = at.value;
    if least > most {
        reading.wrong(Code::DAYS_ORDER, at, format!("[{least}, {most}]"));
        return None;
    }
    Some(Days { least, most })
}

/// A day of the calendar.
pub(super) fn day(reading: &mut Reading<'_, '_>, at: Option<&At<Datetime>>) -> Option<Date> {
    let at = at?;
    let date =
        at.value.date.and_then(|date| Date::new(date.year as i16, date.month as i8, date.day as i8).ok());
    if date.is_none() {
        reading.wrong(Code::VALUE_TYPE, at, at.value);
    }
    date
}
