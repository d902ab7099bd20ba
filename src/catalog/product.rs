//! A product.

use rayon::prelude::*;

use super::{
    alias::{self, Alias},
    group::{File, Group},
    picture::{self, Picture},
    policy::{Delivery, DeliveryException, ReturnsException, days},
    price::{self, Price, read_amount},
    question::Question,
    reading::Reading,
    specification::{self, SpecificationGroup},
    stock::{self, Stock},
    text::Body,
    translation::{Handles, all_words, description},
    variant::{self, Inherited, ProductOption, Variant},
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        money::Money,
        name::{Handle, Sku, Slug, nfc},
        path::ShopPath,
    },
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema,
    source::SourceTree,
};

/// What is true of a product.
#[derive(Debug)]
pub struct Product<'s> {
    /// Its name, the last part of its address.
    pub slug: Slug,
    /// Its file.
    pub path: &'s ShopPath,
    /// Stock keeping unit.
    pub sku: Sku,
    /// Where the SKU was written.
    pub sku_place: Place,
    /// Words in every language.
    pub words: PerLanguage<ProductWords<'s>>,
    /// Its price; the lowest one of its variants.
    pub price: Price,
    /// Whether its variants cost different amounts.
    pub prices_differ: bool,
    /// Its stock; the best of its variants.
    pub stock: Stock,
    /// Maker's name.
    pub brand: Option<String>,
    /// Places of its collections, the main one first.
    pub collections: Vec<usize>,
    /// Words for finding related goods.
    pub tags: Vec<String>,
    /// What a buyer chooses.
    pub options: Vec<ProductOption>,
    /// The combinations that can be bought; empty when there is nothing to choose.
    pub variants: Vec<Variant>,
    /// Facts in groups.
    pub specifications: Vec<SpecificationGroup>,
    /// Pictures in their order.
    pub pictures: Vec<Picture>,
    /// Where its delivery differs.
    pub delivery: Option<DeliveryException>,
    /// Where its return promise differs.
    pub returns: Option<ReturnsException>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// Words of a product in one language. Lists stand in the order of the product's handles.
#[derive(Debug, Clone)]
pub struct ProductWords<'s> {
    /// What the good is called.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Full description.
    pub body: Body<'s>,
    /// Names of options with the names of their values.
    pub options: Vec<(String, Vec<String>)>,
    /// Headings of the specification groups.
    pub groups: Vec<String>,
    /// Names and wordy values of the facts, group by group.
    pub facts: Vec<Vec<(String, String)>>,
    /// Descriptions of the pictures.
    pub alts: Vec<String>,
    /// Questions and answers.
    pub questions: Vec<Question>,
    /// Note of the delivery exception.
    pub delivery_note: Option<String>,
    /// Note of the returns exception.
    pub returns_note: Option<String>,
    /// The language that these words really are in.
    pub lang: Lang,
}

/// What products are checked against.
pub(super) struct Known<'a> {
    pub(super) collections: &'a [Slug],
    pub(super) delivery: Option<&'a Delivery>,
}

/// Reads all products, in parallel, joined in the order of their files.
pub(super) fn read_all<'s>(
    tree: &'s SourceTree<'s>,
    groups: &[Group<'s>],
    known: &Known<'_>,
    found: &mut Diagnostics,
) -> Vec<Option<Product<'s>>> {
    let read: Vec<(Option<Product<'s>>, Diagnostics)> = groups
        .par_iter()
        .map(|group| {
            let mut found = Diagnostics::new();
            let before = Reading { tree, path: group.base.path, found: &mut found };
            let product = read(before, group, known);
            (product, found)
        })
        .collect();
    let mut products = Vec::with_capacity(read.len());
    for (product, faults) in read {
        found.append(faults);
        products.push(product);
    }
    products
}

fn read<'s>(mut reading: Reading<'s, '_>, group: &Group<'s>, known: &Known<'_>) -> Option<Product<'s>> {
    let (written, body) = reading.front_matter::<schema::Product>(group.base.text)?;
    let reading = &mut reading;
    let sku = reading.sku(&written.sku);
    let pictures = pictures(reading, &written);
    let options = variant::options(reading, &written);
    let price = written.price.as_ref().and_then(|at| price::read_price(reading, at));
    let stock = written.stock.as_ref().and_then(|at| stock::read(reading, at));
    let from = Inherited { price, written: &written, stock, pictures: &pictures };
    let variants = variant::variants(reading, &options, &from);
    let own = own_price(reading, &written, price);
    let specifications = specification::read(reading, &written.specifications);
    let collections = collections(reading, &written, known);
    let delivery = delivery_exception(reading, &written, known);
    let aliases = alias::read(reading, &written.aliases);
    let base = base_words(reading, &written, group.base, body, &pictures, &specifications);
    let words = all_words(
        reading,
        group,
        base,
        &Handles { options: &options, specifications: &specifications, pictures: &pictures },
    );
    let lowest = variants.iter().map(|one| one.price).min_by_key(|price| price.now).or(own)?;
    Some(Product {
        slug: group.slug.clone(),
        path: group.base.path,
        sku: sku?,
        sku_place: reading.place(&written.sku),
        words,
        price: lowest,
        prices_differ: variants.iter().any(|one| one.price.now != lowest.now),
        stock: Stock::best(variants.iter().map(|one| one.stock)).or(stock).unwrap_or_default(),
        brand: reading.text_of(written.brand.as_ref()),
        collections,
        tags: written.tags.iter().map(|at| nfc(at.value.trim())).collect(),
        options,
        variants,
        specifications,
        pictures,
        delivery,
        returns: written
            .returns
            .as_ref()
            .map(|one| ReturnsException { window_days: one.window_days.as_ref().map(|at| at.value) }),
        aliases,
    })
}

/// The product's own price; must be there when no variant has one.
fn own_price(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    price: Option<Money>,
) -> Option<Price> {
    if written.price.is_none() && written.variants.is_empty() {
        let fault =
            Diagnostic::error(Code::PRICE_MISSING).at(reading.place(&written.sku)).with("key", "price");
        reading.found.push(fault);
    }
    price::together(reading, price, written.was_price.as_ref().filter(|_| written.price.is_some()))
}

fn pictures(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Vec<Picture> {
    if written.pictures.is_empty() {
        return if reading.path.name().ends_with(".toml") {
            Vec::new()
        } else {
            picture::all_beside(reading)
        };
    }
    written.pictures.iter().filter_map(|one| picture::find(reading, &one.file)).collect()
}

fn collections(reading: &mut Reading<'_, '_>, written: &schema::Product, known: &Known<'_>) -> Vec<usize> {
    let mut places = Vec::new();
    for at in &written.collections {
        let slug = nfc(&at.value);
        match known.collections.iter().position(|one| one.as_str() == slug) {
            Some(place) if !places.contains(&place) => places.push(place),
            Some(_) => {}
            None => reading.unknown(Code::COLLECTION_UNKNOWN, at, known.collections.iter().map(Slug::as_str)),
        }
    }
    places
}

fn delivery_exception(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    known: &Known<'_>,
) -> Option<DeliveryException> {
    let one = written.delivery.as_ref()?;
    let zones = known.delivery.map_or(&[][..], |delivery| &delivery.zones);
    let only_zones = one.only_zones.as_ref().map(|only| {
        let mut places = Vec::new();
        for at in only {
            match zones.iter().position(|zone| zone.id.as_str() == at.value) {
                Some(place) => places.push(place),
                None => reading.unknown(Code::ZONE_UNKNOWN, at, zones.iter().map(|zone| zone.id.as_str())),
            }
        }
        places
    });
    Some(DeliveryException {
        handling: one.handling_days.as_ref().and_then(|at| days(reading, at)),
        surcharge: one.surcharge.as_ref().and_then(|at| read_amount(reading, at)),
        only_zones,
    })
}

/// The words as written in the first language.
fn base_words<'s>(
    reading: &mut Reading<'s, '_>,
    written: &schema::Product,
    file: File<'s>,
    body: std::ops::Range<usize>,
    pictures: &[Picture],
    specifications: &[SpecificationGroup],
) -> ProductWords<'s> {
    let title = reading.words("title", &written.title);
    let options = written
        .options
        .iter()
        .map(|option| {
            (
                reading.text(&option.name),
                option.values.iter().map(|value| reading.text(&value.name)).collect(),
            )
        })
        .collect();
    let kept = |id: &schema::At<String>, known: &[Handle]| known.iter().any(|one| one.as_str() == id.value);
    let group_ids: Vec<Handle> = specifications.iter().map(|group| group.id.clone()).collect();
    let row_ids: Vec<Handle> =
        specifications.iter().flat_map(|group| group.rows.iter().map(|row| row.id.clone())).collect();
    let groups: Vec<_> = written.specifications.iter().filter(|group| kept(&group.id, &group_ids)).collect();
    let facts = groups
        .iter()
        .map(|group| {
            let rows = group.rows.iter().filter(|row| kept(&row.id, &row_ids));
            rows.map(|row| (reading.text(&row.name), nfc(row.value.value.0.trim()))).collect()
        })
        .collect();
    ProductWords {
        summary: reading.words("summary", &written.summary),
        body: description(reading, written.description.as_ref(), file, body),
        options,
        groups: groups.iter().map(|group| reading.text(&group.name)).collect(),
        facts,
        alts: alts(reading, written, pictures, &title),
        questions: questions(reading, written),
        delivery_note: reading.text_of(written.delivery.as_ref().and_then(|one| one.note.as_ref())),
        returns_note: reading.text_of(written.returns.as_ref().and_then(|one| one.note.as_ref())),
        title,
        lang: Lang::FIRST,
    }
}

/// What each picture shows; the title stands in for words that are missing, with a warning.
fn alts(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    pictures: &[Picture],
    title: &str,
) -> Vec<String> {
    let mut alts = Vec::new();
    for picture in pictures {
        let one = written.pictures.iter().find(|one| reading.place(&one.file) == picture.named);
        match one.and_then(|one| reading.text_of(one.alt.as_ref())) {
            Some(alt) => alts.push(alt),
            None => {
                let fault = Diagnostic::warning(Code::PICTURE_ALT_MISSING).at(picture.named.clone());
                reading.found.push(fault.with("value", picture.path.name()));
                alts.push(title.to_owned());
            }
        }
    }
    alts
}

fn questions(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Vec<Question> {
    let (mut questions, mut ids) = (Vec::new(), Vec::new());
    for one in &written.questions {
        let Some(id) = reading.handle(&one.id, &ids) else { continue };
        ids.push(id.clone());
        let ask = reading.words("ask", &one.ask);
        let answer = reading.words("answer", &one.answer);
        questions.push(Question { id, ask, answer, place: reading.place(&one.answer) });
    }
    questions
}
