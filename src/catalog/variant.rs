//! What a buyer chooses, and the combinations that can be bought.

use super::{
    picture::Picture,
    price::{self, Price},
    reading::Reading,
    stock::{self, Stock},
};
use crate::{
    base::name::{Handle, Sku},
    diag::{Code, Diagnostic},
    schema,
};

/// Most options of a product.
const MOST_OPTIONS: usize = 3;

/// One thing a buyer chooses. Its words are in the product's words, in the same order.
#[derive(Debug)]
pub struct ProductOption {
    /// Its handle.
    pub id: Handle,
    /// Handles of its values.
    pub values: Vec<Handle>,
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
    /// Its price.
    pub price: Price,
    /// Its stock.
    pub stock: Stock,
    /// Place of its picture among the product's.
    pub picture: Option<usize>,
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
        let mut values = Vec::new();
        for value in &one.values {
            values.extend(reading.handle(&value.id, &values));
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

/// What a variant takes from its product.
pub(super) struct Inherited<'a> {
    pub(super) price: Option<crate::base::money::Money>,
    pub(super) written: &'a schema::Product,
    pub(super) stock: Option<Stock>,
    pub(super) pictures: &'a [Picture],
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
        let stock = one.stock.as_ref().map_or(from.stock, |at| stock::read(reading, at));
        let picture = picture(reading, one, from.pictures);
        let (Some(choice), Some(sku), Some(price)) = (choice, sku, price) else { continue };
        if let Some(twin) = variants.iter().find(|known| known.choice == choice) {
            let fault = Diagnostic::error(Code::VARIANT_TWICE)
                .at(reading.place(&one.sku))
                .and(twin.sku_place.clone())
                .with("value", &sku);
            reading.found.push(fault);
            continue;
        }
        let sku_place = reading.place(&one.sku);
        variants.push(Variant { sku, sku_place, choice, price, stock: stock.unwrap_or_default(), picture });
    }
    variants
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
        match option.values.iter().position(|value| value.as_str() == at.value) {
            Some(place) => choice.push(place),
            None => {
                reading.unknown(Code::VARIANT_VALUE_UNKNOWN, at, option.values.iter().map(Handle::as_str));
                sound = false;
            }
        }
    }
    sound.then_some(choice)
}

/// A variant without a price has the product's, and then also its was-price.
fn variant_price(
    reading: &mut Reading<'_, '_>,
    one: &schema::Variant,
    from: &Inherited<'_>,
) -> Option<Price> {
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
    price::together(reading, now, was)
}

fn picture(reading: &mut Reading<'_, '_>, one: &schema::Variant, pictures: &[Picture]) -> Option<usize> {
    let at = one.picture.as_ref()?;
    let place = pictures.iter().position(|picture| picture.path.name() == at.value);
    if place.is_none() {
        reading.unknown(Code::PICTURE_MISSING, at, pictures.iter().map(|picture| picture.path.name()));
    }
    place
}
