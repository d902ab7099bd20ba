//! Products that a collection takes by itself.

use jiff::{ToSpan, civil::Date};

use super::{
    Collection, Product,
    label::KnownWords,
    price::{read_amount, read_price},
    reading::Reading,
};
use crate::{
    base::{
        money::Money,
        name::{Slug, nfc},
    },
    diag::Code,
    schema::{self, At},
};

/// Conditions that must all hold; an empty list is no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// Published within so many days.
    pub new_days: Option<u16>,
    /// Costs less.
    pub price_below: Option<Money>,
    /// Costs more.
    pub price_above: Option<Money>,
    /// Whether it can be bought now.
    pub in_stock: Option<bool>,
    /// Has one of these tags.
    pub tags: Vec<String>,
    /// Has one of these brands.
    pub brands: Vec<String>,
    /// Stands in one of these collections; those inside them are among them.
    pub collections: Vec<usize>,
}

impl Rule {
    /// Whether the rule takes a product on a day.
    pub fn holds(&self, product: &Product<'_>, today: Date) -> bool {
        self.new_days.is_none_or(|days| ends(product, days).is_some_and(|end| today < end))
            && self.price_below.is_none_or(|most| product.price.is_some_and(|price| price.now < most))
            && self.price_above.is_none_or(|least| product.price.is_some_and(|price| price.now > least))
            && self.in_stock.is_none_or(|wanted| product.is_available() == wanted)
            && any(&self.tags, |tag| product.tags.contains(tag))
            && any(&self.brands, |brand| product.brand.as_ref() == Some(brand))
            && any(&self.collections, |one| product.collections.contains(one))
    }
}

/// Whether one of the conditions holds, or there is none.
fn any<T>(conditions: &[T], holds: impl Fn(&T) -> bool) -> bool {
    conditions.is_empty() || conditions.iter().any(holds)
}

/// The first day on which a product is no longer new.
pub(super) fn ends(product: &Product<'_>, days: u16) -> Option<Date> {
    product.published?.checked_add(i32::from(days).days()).ok()
}

/// The next day on which a product leaves a collection because it is no longer new.
pub(super) fn next_change(
    collections: &[Collection<'_>],
    products: &[Product<'_>],
    today: Date,
) -> Option<Date> {
    let rules = collections.iter().filter_map(|one| one.rule.as_ref());
    rules
        .filter_map(|rule| Some((rule, rule.new_days?)))
        .flat_map(|(rule, days)| {
            let held = products.iter().filter(move |one| one.is_listed() && rule.holds(one, today));
            held.filter_map(move |product| ends(product, days))
        })
        .min()
}

/// Reads a rule. `collections` are the slugs of all, `inside` gives a slug's place and those of all collections inside it.
pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    written: &schema::Rule,
    words: &KnownWords,
    collections: &[Slug],
    inside: impl Fn(&str) -> Vec<usize>,
) -> Rule {
    let mut places = Vec::new();
    for at in &written.collections {
        let slug = nfc(&at.value);
        if !collections.iter().any(|one| one.as_str() == slug) {
            reading.unknown(Code::COLLECTION_UNKNOWN, at, collections.iter().map(Slug::as_str));
        }
        places.extend(inside(&slug));
    }
    Rule {
        new_days: written.new_days.as_ref().map(|at| at.value),
        price_below: written.price_below.as_ref().and_then(|at| read_price(reading, at)),
        price_above: written.price_above.as_ref().and_then(|at| read_amount(reading, at)),
        in_stock: written.in_stock,
        tags: known(reading, &written.tags, Code::TAG_UNKNOWN, &words.tags),
        brands: known(reading, &written.brands, Code::BRAND_UNKNOWN, &words.brands),
        collections: places,
    }
}

/// The words that some product has; others are told.
fn known(reading: &mut Reading<'_, '_>, written: &[At<String>], code: Code, all: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    for at in written {
        let word = nfc(at.value.trim());
        if all.binary_search(&word).is_ok() {
            words.push(word);
        } else {
            reading.unknown(code, at, all.iter().map(String::as_str));
        }
    }
    words
}
