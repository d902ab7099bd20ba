//! The promises of the shop, typed: delivery here, returns and warranty beside; and policies that are text alone.

use jiff::civil::Date;
use toml::value::Datetime;

use super::{
    alias::{self, Alias},
    calendar::Calendar,
    group::Group,
    price::read_amount,
    reading::Reading,
    returns::{self, Returns},
    text::{self, BaseWords, Body, Translated, Words},
    warranty::{self, Warranty},
    zone::{self, Zone},
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        money::Money,
        name::Slug,
    },
    diag::{Code, Diagnostic, Diagnostics},
    schema::{self, At},
    source::SourceTree,
};

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
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// What a policy promises.
#[derive(Debug)]
pub enum Promise {
    /// Charges and days.
    Delivery(Delivery),
    /// Window and refund.
    Returns(Returns),
    /// Months and remedies.
    Warranty(Warranty),
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

impl Days {
    /// One span after the other.
    pub fn and(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }
}

/// How goods are delivered.
#[derive(Debug)]
pub struct Delivery {
    /// Days until an order is handed to the carrier.
    pub handling: Days,
    /// Where goods are sent.
    pub zones: Vec<Zone>,
    /// The days on which the shop works.
    pub calendar: Calendar,
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

impl Policy<'_> {
    /// The delivery promise, if it is this one.
    pub fn delivery(&self) -> Option<&Delivery> {
        if let Promise::Delivery(delivery) = &self.promise { Some(delivery) } else { None }
    }

    /// The return promise, if it is this one.
    pub fn returns(&self) -> Option<&Returns> {
        if let Promise::Returns(returns) = &self.promise { Some(returns) } else { None }
    }

    /// The warranty, if it is this one.
    pub fn warranty(&self) -> Option<&Warranty> {
        if let Promise::Warranty(warranty) = &self.promise { Some(warranty) } else { None }
    }
}

/// Reads a policy: `delivery`, `returns` and `warranty` are typed, all others are text.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    match group.slug.as_str() {
        "delivery" => read_delivery(tree, group, found),
        "returns" => returns::read(tree, group, found),
        "warranty" => warranty::read(tree, group, found),
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
    let aliases = alias::read(&mut reading, &written.aliases);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    let words = text::words(tree, group, base, body, found);
    Some(Policy { slug: group.slug.clone(), words, updated, promise: Promise::Words, aliases })
}

fn read_delivery<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Delivery>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let aliases = alias::read(&mut reading, &written.aliases);
    let handling = days(&mut reading, &written.handling_days);
    let free_above = written.free_above.as_ref().and_then(|at| read_amount(&mut reading, at));
    let calendar = Calendar::read(&mut reading, &written);
    let mut zones = zone::read(&mut reading, &written, free_above);
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    let first = text::base_words(&mut reading, group, &base, body);
    let words =
        each_language(tree, group, &first, found, |reading, lang, written: &schema::DeliveryWords| {
            let known: Vec<String> = zones.iter().map(|zone| zone.id.to_string()).collect();
            for (id, name) in &written.zones {
                match zones.iter_mut().find(|zone| zone.id.as_str() == id) {
                    Some(zone) => zone::rename(zone, lang, reading.text(name)),
                    None => handle_fault(reading, name, id, &known),
                }
            }
        });
    Some(Policy {
        slug: group.slug.clone(),
        words,
        updated,
        promise: Promise::Delivery(Delivery { handling: handling?, zones, calendar }),
        aliases,
    })
}

/// Words that a translation of a policy has beside its own.
pub(super) trait PolicyWords: serde::de::DeserializeOwned + schemars::JsonSchema + 'static {
    /// Its title and summary.
    fn heading(&self) -> [Option<&At<String>>; 2];
}

macro_rules! policy_words {
    ($($name:ident),*) => {$(
        impl PolicyWords for schema::$name {
            fn heading(&self) -> [Option<&At<String>>; 2] {
                [self.title.as_ref(), self.summary.as_ref()]
            }
        }
    )*};
}
policy_words!(DeliveryWords, ReturnsWords, WarrantyWords);

/// The words of a policy in every language; `also` sees each translation with what it has beside title, summary and body.
pub(super) fn each_language<'s, T: PolicyWords>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    first: &Words<'s>,
    found: &mut Diagnostics,
    mut also: impl FnMut(&mut Reading<'s, '_>, Lang, &T),
) -> PerLanguage<Words<'s>> {
    PerLanguage::make(group.words.count(), |lang| {
        let mut words = first.clone();
        let Some(file) = group.words[lang] else { return words };
        let mut reading = Reading { tree, path: file.path, found: &mut *found };
        if let Some((written, body)) = reading.front_matter::<T>(file.text) {
            also(&mut reading, lang, &written);
            let [title, summary] = written.heading();
            let translated = Translated { title, summary, alt: None };
            text::translate(&mut reading, &mut words, lang, &translated, Body::of(file, body, lang));
        }
        words
    })
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
