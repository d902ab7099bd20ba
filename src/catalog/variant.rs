//! What a buyer chooses, and the combinations that can be bought.

use std::collections::BTreeMap;

use super::{
    gtin,
    measure::{self, Measure, UnitMeasure},
    offer::{self, Offer},
    picture::Picture,
    price::{self, Price, Tier},
    product_words::ProductWords,
    reading::Reading,
    stock::{self, Stock},
};
use crate::{
    base::{
        colour::Colour,
        money::Money,
        name::{Handle, Sku},
    },
    diag::{Code, Diagnostic},
    schema::{self, At},
};

/// Most options of a product.
const MOST_OPTIONS: usize = 3;

/// One thing a buyer chooses. Its words are in the product's words, in the same order.
#[derive(Debug)]
pub struct ProductOption {
    /// Its handle.
    pub id: Handle,
    /// Its values.
    pub values: Vec<OptionValue>,
}

/// One value of an option.
#[derive(Debug)]
pub struct OptionValue {
    /// Its handle.
    pub id: Handle,
    /// Its colour, as `#rrggbb`.
    pub swatch: Option<String>,
}

/// A combination that can be bought.
#[derive(Debug)]
pub struct Variant {
    /// Its own stock keeping unit.
    pub sku: Sku,
    /// Where the SKU was written.
    pub sku_place: crate::diag::Place,
    /// For each option the place of the chosen value.
    pub choice: Vec<usize>,
    /// Its price. `None`: on request.
    pub price: Option<Price>,
    /// Lower prices of one piece when several are bought.
    pub tiers: Vec<Tier>,
    /// How much one piece holds.
    pub measure: Option<UnitMeasure>,
    /// Its stock.
    pub stock: Stock,
    /// Places of its pictures among the product's, the best one first.
    pub pictures: Vec<usize>,
    /// Weight of one piece as it is sent, when it is not the product's.
    pub weight: Option<Measure>,
    /// Global Trade Item Number.
    pub gtin: Option<String>,
    /// The maker's own number.
    pub mpn: Option<String>,
}

impl Variant {
    /// The names of its choice, such as "বড় · নীল".
    pub fn choice_in(&self, words: &ProductWords<'_>) -> String {
        let names = self.choice.iter().zip(&words.options).filter_map(|(value, (_, all))| all.get(*value));
        names.map(|name| name.text.as_str()).collect::<Vec<_>>().join(" · ")
    }
}

/// Choices that share a page of their own.
#[derive(Debug, PartialEq, Eq)]
pub struct VariantPage {
    /// Places of options with the place of the chosen value, in the order of the options.
    pub choice: Vec<(usize, usize)>,
    /// Places of the variants that are so.
    pub variants: Vec<usize>,
}

/// Reads the options.
pub(super) fn options(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Vec<ProductOption> {
    let mut options: Vec<ProductOption> = Vec::new();
    for one in &written.options {
        let known: Vec<Handle> = options.iter().map(|option| option.id.clone()).collect();
        let Some(id) = reading.handle(&one.id, &known) else { continue };
        if known.len() == MOST_OPTIONS {
            reading.wrong(Code::OPTIONS_MANY, &one.id, MOST_OPTIONS);
            break;
        }
        let mut values: Vec<OptionValue> = Vec::new();
        for value in &one.values {
            let known: Vec<Handle> = values.iter().map(|value| value.id.clone()).collect();
            let swatch = value.swatch.as_ref().and_then(|at| swatch(reading, at));
            values.extend(reading.handle(&value.id, &known).map(|id| OptionValue { id, swatch }));
        }
        if one.values.is_empty() {
            reading.wrong(Code::OPTIONS_EMPTY, &one.id, &id);
        }
        options.push(ProductOption { id, values });
    }
    if let (Some(first), true) = (written.options.first(), written.variants.is_empty()) {
        reading.wrong(Code::VARIANT_NONE, &first.id, &first.id.value);
    }
    options
}

/// A colour as `#rgb` or `#rrggbb`.
fn swatch(reading: &mut Reading<'_, '_>, at: &At<String>) -> Option<String> {
    let sound = Colour::read(&at.value).is_some();
    if !sound {
        reading.wrong(Code::SWATCH_COLOUR, at, &at.value);
    }
    sound.then(|| at.value.to_ascii_lowercase())
}

/// What a variant takes from its product.
pub(super) struct Inherited<'a> {
    pub(super) price: Option<Money>,
    pub(super) offer: Option<Offer>,
    pub(super) written: &'a schema::Product,
    pub(super) stock: Option<Stock>,
    pub(super) low: u32,
    pub(super) pictures: &'a [Picture],
    pub(super) tiers: &'a [Tier],
    pub(super) measure: Option<&'a UnitMeasure>,
}

/// Reads the variants; a broken one is told and left out.
pub(super) fn variants(
    reading: &mut Reading<'_, '_>,
    options: &[ProductOption],
    from: &Inherited<'_>,
) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    for one in &from.written.variants {
        let choice = choice(reading, one, options);
        let sku = reading.sku(&one.sku);
        let price = variant_price(reading, one, from);
        let stock = one.stock.as_ref().map_or(from.stock, |at| stock::read(reading, at, from.low));
        let pictures = one.pictures.iter().filter_map(|at| picture(reading, at, from.pictures)).collect();
        let (Some(choice), Some(sku), Ok(price)) = (choice, sku, price) else { continue };
        if let Some(twin) = variants.iter().find(|known| known.choice == choice) {
            let fault = Diagnostic::error(Code::VARIANT_TWICE)
                .at(reading.place(&one.sku))
                .and(twin.sku_place.clone())
                .with("value", &sku);
            reading.found.push(fault);
            continue;
        }
        variants.push(Variant {
            sku_place: reading.place(&one.sku),
            sku,
            choice,
            price,
            tiers: tiers(reading, one, price, from),
            measure: variant_measure(reading, one, from),
            stock: stock.unwrap_or_default(),
            pictures,
            weight: one.weight.as_ref().and_then(|at| measure::weight(reading, at)),
            gtin: gtin::read(reading, one.gtin.as_ref()),
            mpn: reading.text_of(one.mpn.as_ref()),
        });
    }
    variants
}

/// Its own prices by quantity, or the product's when the price is the product's too.
fn tiers(
    reading: &mut Reading<'_, '_>,
    one: &schema::Variant,
    price: Option<Price>,
    from: &Inherited<'_>,
) -> Vec<Tier> {
    if one.quantity_prices.is_empty() && one.price.is_none() {
        return from.tiers.to_vec();
    }
    let regular = price.map(|price| price.offer.map_or(price.now, |offer| offer.regular));
    price::tiers(reading, &one.quantity_prices, regular)
}

/// How much a piece of it holds; what the price is said for is the product's.
fn variant_measure(
    reading: &mut Reading<'_, '_>,
    one: &schema::Variant,
    from: &Inherited<'_>,
) -> Option<UnitMeasure> {
    match &one.measure {
        None => from.measure.cloned(),
        Some(at) => measure::unit_measure(reading, Some(at), from.written.measure_per.as_ref()),
    }
}

/// Choices that get a page of their own: of the options that the product names, or of the first that changes price or pictures.
pub(super) fn pages(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    options: &[ProductOption],
    variants: &[Variant],
) -> Vec<VariantPage> {
    let axes: Vec<usize> = match &written.variant_pages {
        Some(named) => named_axes(reading, named, options),
        None if !reading.config().variant_pages => Vec::new(),
        None => (0..options.len()).find(|axis| tells(*axis, variants)).into_iter().collect(),
    };
    if axes.is_empty() {
        return Vec::new();
    }
    let mut pages: BTreeMap<Vec<(usize, usize)>, Vec<usize>> = BTreeMap::new();
    for (place, variant) in variants.iter().enumerate() {
        let choice = axes.iter().map(|axis| (*axis, variant.choice[*axis])).collect();
        pages.entry(choice).or_default().push(place);
    }
    if pages.len() < 2 {
        // One page would be the product once more.
        return Vec::new();
    }
    pages.into_iter().map(|(choice, variants)| VariantPage { choice, variants }).collect()
}

fn named_axes(reading: &mut Reading<'_, '_>, named: &[At<String>], options: &[ProductOption]) -> Vec<usize> {
    let mut axes = Vec::new();
    for at in named {
        match options.iter().position(|option| option.id.as_str() == at.value) {
            Some(axis) => axes.push(axis),
            None => reading.unknown(
                Code::VARIANT_OPTION_UNKNOWN,
                at,
                options.iter().map(|option| option.id.as_str()),
            ),
        }
    }
    axes.sort_unstable();
    axes.dedup();
    axes
}

/// Whether two variants that differ in this option differ in price or first picture as well, by this option alone where there are such.
fn tells(axis: usize, variants: &[Variant]) -> bool {
    let looks = |variant: &Variant| (variant.price.map(|price| price.now), variant.pictures.first().copied());
    let mut by_rest: BTreeMap<Vec<usize>, Vec<&Variant>> = BTreeMap::new();
    for variant in variants {
        let mut rest = variant.choice.clone();
        rest.remove(axis);
        by_rest.entry(rest).or_default().push(variant);
    }
    by_rest.values().any(|alike| alike.windows(2).any(|two| looks(two[0]) != looks(two[1])))
}

fn choice(
    reading: &mut Reading<'_, '_>,
    one: &schema::Variant,
    options: &[ProductOption],
) -> Option<Vec<usize>> {
    let mut sound = true;
    for (id, at) in &one.options {
        if !options.iter().any(|option| option.id.as_str() == id) {
            let fault =
                Diagnostic::error(Code::VARIANT_OPTION_UNKNOWN).at(reading.place(at)).with("value", id);
            let near = crate::diag::nearest(id, options.iter().map(|option| option.id.as_str()));
            reading.found.push(match near {
                Some(near) => fault.with("near", near),
                None => fault,
            });
            sound = false;
        }
    }
    let mut choice = Vec::new();
    for option in options {
        let Some(at) = one.options.get(option.id.as_str()) else {
            reading.wrong(Code::VARIANT_OPTION_MISSING, &one.sku, &option.id);
            sound = false;
            continue;
        };
        match option.values.iter().position(|value| value.id.as_str() == at.value) {
            Some(place) => choice.push(place),
            None => {
                let known = option.values.iter().map(|value| value.id.as_str());
                reading.unknown(Code::VARIANT_VALUE_UNKNOWN, at, known);
                sound = false;
            }
        }
    }
    sound.then_some(choice)
}

/// A variant without a price has the product's, and then also its was-price. `Err` when there is none and it is not on request.
fn variant_price(
    reading: &mut Reading<'_, '_>,
    one: &schema::Variant,
    from: &Inherited<'_>,
) -> Result<Option<Price>, ()> {
    if from.written.price_on_request.as_ref().is_some_and(|at| at.value) {
        return Ok(None);
    }
    let own = one.price.as_ref();
    let now = match own {
        Some(at) => price::read_price(reading, at),
        None => from.price,
    };
    if own.is_none() && from.written.price.is_none() {
        let fault = Diagnostic::error(Code::PRICE_MISSING).at(reading.place(&one.sku)).with("key", "price");
        reading.found.push(fault);
    }
    let was = one.was_price.as_ref().or(if own.is_none() { from.written.was_price.as_ref() } else { None });
    let price = price::together(reading, now, was).ok_or(())?;
    // The product's offer price is meant for the product's price; a variant with its own has its own offer.
    let shared = from.offer.filter(|_| own.is_none() || one.offer_price.is_some());
    let lower = from.written.offer.as_ref().and_then(|at| at.value.price.as_ref());
    Ok(Some(offer::applied(reading, price, shared, one.offer_price.as_ref(), lower)))
}

/// Place of a picture among the product's.
pub(super) fn picture(reading: &mut Reading<'_, '_>, at: &At<String>, pictures: &[Picture]) -> Option<usize> {
    let place = pictures.iter().position(|picture| picture.path.name() == at.value);
    if place.is_none() {
        reading.unknown(Code::PICTURE_MISSING, at, pictures.iter().map(|picture| picture.path.name()));
    }
    place
}
