//! What goods may be narrowed and sorted by: the goods of each collection, brand and choice, and figures of each product.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::entry::steps;
use crate::{
    base::language::PerLanguage,
    catalog::{Catalog, ProductOption, ProductWords, Text},
};

/// Most options of products that are offered: those that most goods have.
const OPTIONS: usize = 4;

/// All that goods may be narrowed and sorted by.
#[derive(Debug, Default)]
pub(super) struct Narrow(Vec<Facet>);

/// One thing to narrow or sort by.
#[derive(Debug)]
pub(super) struct Facet {
    /// Part of the file's name, and of the page's address.
    pub(super) name: String,
    pub(super) holds: Holds,
}

/// What is known of the goods.
#[derive(Debug)]
pub(super) enum Holds {
    /// Which goods have each value. `title`: what a choice is called; of the others the theme knows it.
    Values { title: Option<PerLanguage<Text>>, values: Vec<FacetValue> },
    /// Prices in minor units, by number of the product; `None` on request.
    Prices(Vec<Option<i64>>),
    /// Days since the first day of 1970 on which goods came, by number of the product; `None` when nobody said it.
    Days(Vec<Option<i32>>),
}

/// A value that some goods have.
#[derive(Debug)]
pub(super) struct FacetValue {
    pub(super) id: String,
    pub(super) name: PerLanguage<Text>,
    pub(super) swatch: Option<String>,
    pub(super) goods: Vec<u32>,
}

impl Narrow {
    /// `order`: places of the products by their numbers.
    pub(super) fn new(catalog: &Catalog<'_>, order: &[usize]) -> Self {
        let mut facets: Vec<Facet> = Vec::new();
        let values = |values: Vec<FacetValue>| Holds::Values { title: None, values };
        facets.push(Facet { name: "collection".into(), holds: values(collections(catalog, order)) });
        facets.push(Facet { name: "brand".into(), holds: values(brands(catalog, order)) });
        facets.extend(options(catalog, order));
        facets.retain(|facet| matches!(&facet.holds, Holds::Values { values, .. } if values.len() > 1));
        let prices = order.iter().map(|place| Some(catalog.products[*place].price?.now.minor())).collect();
        facets.push(Facet { name: "price".into(), holds: Holds::Prices(prices) });
        let days: Vec<Option<i32>> =
            order.iter().map(|place| day(catalog.products[*place].published)).collect();
        if days.iter().any(Option::is_some) {
            facets.push(Facet { name: "newest".into(), holds: Holds::Days(days) });
        }
        Self(facets)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|facet| facet.name.as_str())
    }

    pub(super) fn facets(&self) -> &[Facet] {
        &self.0
    }

    /// The file of the facet at a place.
    pub(super) fn text(&self, place: usize) -> String {
        let value = match self.0.get(place).map(|facet| &facet.holds) {
            Some(Holds::Values { values, .. }) => {
                let goods = |one: &FacetValue| (one.id.clone(), Value::from(steps(&one.goods)));
                Value::Object(values.iter().map(goods).collect::<Map<String, Value>>())
            }
            Some(Holds::Prices(prices)) => json!(prices),
            Some(Holds::Days(days)) => json!(days),
            None => Value::Null,
        };
        format!("{value}\n")
    }
}

fn day(published: Option<Date>) -> Option<i32> {
    let first = Date::constant(1970, 1, 1);
    Some(first.until(published?).ok()?.get_days())
}

/// Collections that hold some of the goods, in the order of the catalogue; one holds what those inside it hold.
fn collections(catalog: &Catalog<'_>, order: &[usize]) -> Vec<FacetValue> {
    let mut goods: Vec<Vec<u32>> = vec![Vec::new(); catalog.collections.len()];
    let number: BTreeMap<usize, u32> =
        order.iter().zip(0..).map(|(place, number)| (*place, number)).collect();
    for (place, collection) in catalog.collections.iter().enumerate() {
        for around in catalog.way_up(place) {
            goods[around].extend(collection.members.iter().filter_map(|member| number.get(member)));
        }
    }
    let value = |(collection, mut goods): (&crate::catalog::Collection<'_>, Vec<u32>)| {
        goods.sort_unstable();
        goods.dedup();
        FacetValue {
            id: collection.slug.as_str().to_owned(),
            name: PerLanguage::from_vec(
                collection.words.iter().map(|(_, words)| words.title.clone()).collect(),
            ),
            swatch: None,
            goods,
        }
    };
    catalog.collections.iter().zip(goods).filter(|(_, goods)| !goods.is_empty()).map(value).collect()
}

fn brands(catalog: &Catalog<'_>, order: &[usize]) -> Vec<FacetValue> {
    let mut goods: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (place, number) in order.iter().zip(0..) {
        let brand = catalog.products[*place].brand.as_ref().and_then(|brand| catalog.labels.brand(brand));
        if let Some(brand) = brand {
            goods.entry(brand).or_default().push(number);
        }
    }
    let value = |(brand, goods): (usize, Vec<u32>)| {
        let label = &catalog.labels.brands[brand];
        let name = PerLanguage::from_vec(label.names.iter().map(|(_, name)| name.clone()).collect());
        FacetValue { id: label.written.clone(), name, swatch: None, goods }
    };
    goods.into_iter().map(value).collect()
}

/// An option's name and those of its values.
type Spoken = (Text, Vec<Text>);

/// What buyers choose of goods, by handle, whatever its case, since files are named by it: the options
/// that most goods have. Words are those of the first product that has them.
fn options(catalog: &Catalog<'_>, order: &[usize]) -> Vec<Facet> {
    let mut found: BTreeMap<String, (PerLanguage<Text>, Vec<FacetValue>)> = BTreeMap::new();
    for (place, number) in order.iter().zip(0..) {
        let product = &catalog.products[*place];
        // What is faulty in a language has no words there.
        let is_named = |(at, option): &(usize, &ProductOption)| {
            let named = |words: &ProductWords<'_>| {
                words.options.get(*at).is_some_and(|(_, values)| values.len() == option.values.len())
            };
            product.words.iter().all(|(_, words)| named(words))
        };
        for (at, option) in product.options.iter().enumerate().filter(is_named) {
            let name = |pick: &dyn Fn(&Spoken) -> Text| {
                PerLanguage::from_vec(
                    product.words.iter().map(|(_, words)| pick(&words.options[at])).collect(),
                )
            };
            let (_, values) = found
                .entry(option.id.as_str().to_ascii_lowercase())
                .or_insert_with(|| (name(&|(name, _)| name.clone()), Vec::new()));
            for (value_at, value) in option.values.iter().enumerate() {
                let id = value.id.as_str();
                let known = values.iter().position(|known| known.id == id).unwrap_or_else(|| {
                    values.push(FacetValue {
                        id: id.to_owned(),
                        name: name(&|(_, values)| values[value_at].clone()),
                        swatch: value.swatch.clone(),
                        goods: Vec::new(),
                    });
                    values.len() - 1
                });
                values[known].goods.push(number);
            }
        }
    }
    let count = |values: &[FacetValue]| values.iter().map(|value| value.goods.len()).sum::<usize>();
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (_, values))| std::cmp::Reverse(count(values)));
    found.truncate(OPTIONS);
    let facet = |(id, (title, values)): (String, (PerLanguage<Text>, Vec<FacetValue>))| Facet {
        name: format!("option-{id}"),
        holds: Holds::Values { title: Some(title), values },
    };
    found.into_iter().map(facet).collect()
}
