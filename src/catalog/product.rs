//! A product.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    alias::{self, Alias},
    file::{self, File, Video},
    group::Group,
    gtin,
    life::{self, Life, Named},
    measure::{self, Measure, UnitMeasure},
    offer,
    page::NEW_DAYS,
    payment_link,
    picture::{self, Picture},
    policy::{Delivery, DeliveryException, day, days},
    price::{self, Price, Tier, read_amount},
    product_words::{ProductWords, base_words},
    reading::Reading,
    returns::ReturnsException,
    review::Review,
    rule,
    size_chart::{self, SizeChart},
    specification::{self, SpecificationGroup},
    stock::{self, Stock},
    translation::{Handles, all_words},
    variant::{self, Inherited, ProductOption, Variant, VariantPage},
    warranty::WarrantyException,
};
use crate::{
    base::{
        language::PerLanguage,
        money::Money,
        name::{Handle, Sku, Slug, nfc},
        path::ShopPath,
    },
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At, SoldOut},
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
    /// Where it stands in its life today.
    pub life: Life,
    /// The day from which it is shown.
    pub published: Option<Date>,
    /// The next day on which something about it changes by itself.
    pub next_change: Option<Date>,
    /// Its price; the lowest one of its variants. `None`: on request.
    pub price: Option<Price>,
    /// Whether its variants cost different amounts.
    pub prices_differ: bool,
    /// Lower prices of one piece when several are bought.
    pub tiers: Vec<Tier>,
    /// How many may be ordered at once.
    pub quantity: Quantity,
    /// How much one piece holds.
    pub measure: Option<UnitMeasure>,
    /// Percent of tax, when it is not the shop's.
    pub tax_rate: Option<String>,
    /// Its stock; the best of its variants.
    pub stock: Stock,
    /// The day of the count.
    pub stock_as_of: Option<Date>,
    /// What the page offers when it is sold out.
    pub sold_out: SoldOut,
    /// Brand on the goods.
    pub brand: Option<String>,
    /// Global Trade Item Number.
    pub gtin: Option<String>,
    /// The maker's own number.
    pub mpn: Option<String>,
    /// Weight of one piece as it is sent.
    pub weight: Option<Measure>,
    /// Country where it is made, ISO 3166-1 alpha-2.
    pub origin_country: Option<String>,
    /// Places of its collections, the main one first.
    pub collections: Vec<usize>,
    /// Words for finding related goods.
    pub tags: Vec<String>,
    /// What a buyer chooses.
    pub options: Vec<ProductOption>,
    /// The combinations that can be bought; empty when there is nothing to choose.
    pub variants: Vec<Variant>,
    /// Choices that have a page of their own.
    pub variant_pages: Vec<VariantPage>,
    /// Its size chart.
    pub size_chart: Option<Slug>,
    /// Its own page at a payment service, in place of the shop's.
    pub payment_link: Option<String>,
    /// Facts in groups.
    pub specifications: Vec<SpecificationGroup>,
    /// Pictures in their order.
    pub pictures: Vec<Picture>,
    /// Handles and files of the downloads; their titles are in the words.
    pub downloads: Vec<(Handle, File)>,
    /// Its film.
    pub video: Option<Video>,
    /// Slugs of products that go with it.
    pub goes_with: Vec<Slug>,
    /// Slugs of related products, chosen by hand.
    pub related: Vec<Slug>,
    /// Products that replace it.
    pub replaced_by: Vec<Named>,
    /// Where its delivery differs.
    pub delivery: Option<DeliveryException>,
    /// Where its return promise differs.
    pub returns: Option<ReturnsException>,
    /// Where its warranty differs.
    pub warranty: Option<WarrantyException>,
    /// What buyers say, the newest first.
    pub reviews: Vec<Review>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
}

/// How many may be ordered at once. `most` is `None` where the shop decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Quantity {
    pub least: u16,
    pub most: Option<u16>,
    pub step: u16,
}

impl Product<'_> {
    /// Whether it stands in lists: it is sold, and not hidden for being sold out.
    pub fn is_listed(&self) -> bool {
        self.life == Life::Live && (self.stock.is_available() || self.sold_out != SoldOut::Hide)
    }

    /// Whether it can be ordered today.
    pub fn is_available(&self) -> bool {
        self.life == Life::Live && self.stock.is_available()
    }

    /// Whether the front of the shop calls it new.
    pub fn is_new(&self, today: Date) -> bool {
        self.new_until().is_some_and(|end| today < end)
    }

    /// The first day on which it is no longer called so.
    pub(super) fn new_until(&self) -> Option<Date> {
        rule::ends(self, NEW_DAYS)
    }

    /// Its weight by variant, or its own.
    pub fn weight_of<'a>(&'a self, variant: &'a Variant) -> Option<&'a Measure> {
        variant.weight.as_ref().or(self.weight.as_ref())
    }
}

/// What products are checked against.
pub(super) struct Known<'a> {
    pub(super) collections: &'a [Slug],
    /// Every product, broken ones included; sorted.
    pub(super) products: &'a [Slug],
    pub(super) delivery: Option<&'a Delivery>,
    /// Every size chart, broken ones included.
    pub(super) chart_slugs: &'a [Slug],
    pub(super) charts: &'a [SizeChart<'a>],
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
    let lived = life::read(reading, &written);
    let pictures = pictures(reading, &written);
    let options = variant::options(reading, &written);
    let price = written.price.as_ref().and_then(|at| price::read_price(reading, at));
    let offer = offer::read(reading, &written);
    let low = written.low_stock.unwrap_or(reading.config().low_stock);
    let stock = written.stock.as_ref().and_then(|at| stock::read(reading, at, low));
    let measure = measure::unit_measure(reading, written.measure.as_ref(), written.measure_per.as_ref());
    let tiers = price::tiers(reading, &written.quantity_prices, price);
    let from = Inherited {
        price,
        offer,
        written: &written,
        stock,
        low,
        pictures: &pictures,
        tiers: &tiers,
        measure: measure.as_ref(),
    };
    let variants = variant::variants(reading, &options, &from);
    let own = own_price(reading, &written, price, offer);
    let variant_pages = variant::pages(reading, &written, &options, &variants);
    let specifications = specification::read(reading, &written.specifications);
    let downloads = file::downloads(reading, &written);
    let video = file::video(reading, &written, &pictures);
    let base = base_words(reading, &written, group.base, body, &pictures, &specifications, &downloads);
    let handles = Handles {
        options: &options,
        specifications: &specifications,
        pictures: &pictures,
        downloads: &downloads,
    };
    let words = all_words(reading, group, base, &handles);
    let on_request = written.price_on_request.as_ref().is_some_and(|at| at.value);
    let lowest = variants.iter().filter_map(|one| one.price).min_by_key(|price| price.now).or(own);
    if lowest.is_none() && !on_request {
        return None;
    }
    let changes = lived.changes.into_iter().chain(offer.map_or([None; 2], offer::Offer::changes));
    let arrivals = [stock].into_iter().flatten().chain(variants.iter().map(|one| one.stock));
    let arrivals = arrivals.map(|stock| if let Stock::PreOrder(on) = stock { Some(on) } else { None });
    let today = reading.config().today;
    Some(Product {
        slug: group.slug.clone(),
        path: group.base.path,
        sku: sku?,
        sku_place: reading.place(&written.sku),
        words,
        life: lived.life,
        published: lived.published,
        next_change: changes.chain(arrivals).flatten().filter(|day| *day > today).min(),
        price: lowest,
        prices_differ: lowest.is_some_and(|lowest| {
            variants.iter().filter_map(|one| one.price).any(|price| price.now != lowest.now)
        }),
        quantity: quantity(reading, &written),
        tax_rate: tax_rate(reading, &written),
        stock: Stock::best(variants.iter().map(|one| one.stock)).or(stock).unwrap_or_default(),
        stock_as_of: stock_as_of(reading, &written),
        sold_out: written.sold_out.as_ref().map_or(reading.config().sold_out, |at| at.value),
        brand: reading.text_of(written.brand.as_ref()),
        gtin: gtin::read(reading, written.gtin.as_ref()),
        mpn: reading.text_of(written.mpn.as_ref()),
        weight: written.weight.as_ref().and_then(|at| measure::weight(reading, at)),
        origin_country: country(reading, written.origin_country.as_ref()),
        collections: collections(reading, &written, known),
        tags: written.tags.iter().map(|at| nfc(at.value.trim())).collect(),
        goes_with: others(reading, &written.goes_with, known),
        related: others(reading, &written.related, known),
        replaced_by: named(reading, &written.replaced_by, known),
        size_chart: size_chart::of_product(reading, &written, &options, known),
        payment_link: payment_link::read(reading, written.payment_link.as_ref()),
        delivery: delivery_exception(reading, &written, known),
        returns: written
            .returns
            .as_ref()
            .map(|one| ReturnsException { window_days: one.window_days.as_ref().map(|at| at.value) }),
        warranty: written
            .warranty
            .as_ref()
            .map(|one| WarrantyException { months: one.months.as_ref().map(|at| at.value) }),
        reviews: Vec::new(),
        aliases: alias::read(reading, &written.aliases),
        tiers,
        measure,
        options,
        variants,
        variant_pages,
        specifications,
        pictures,
        downloads,
        video,
    })
}

/// The product's own price; must be there when no variant has one, and must not be there when it is on request.
fn own_price(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    price: Option<Money>,
    offer: Option<offer::Offer>,
) -> Option<Price> {
    if let Some(at) = written.price_on_request.as_ref().filter(|at| at.value) {
        let priced = written.variants.iter().find_map(|variant| variant.price.as_ref());
        if let Some(price) = written.price.as_ref().or(priced) {
            let told =
                Diagnostic::error(Code::PRICE_AND_REQUEST).at(reading.place(price)).and(reading.place(at));
            reading.found.push(told);
        }
        return None;
    }
    if written.price.is_none() && written.variants.is_empty() {
        let fault =
            Diagnostic::error(Code::PRICE_MISSING).at(reading.place(&written.sku)).with("key", "price");
        reading.found.push(fault);
    }
    let was = written.was_price.as_ref().filter(|_| written.price.is_some());
    let own = price::together(reading, price, was)?;
    if !written.variants.is_empty() {
        return Some(own);
    }
    let lower = written.offer.as_ref().and_then(|at| at.value.price.as_ref());
    Some(offer::applied(reading, own, offer, None, lower))
}

fn quantity(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Quantity {
    let Some(at) = &written.quantity else { return Quantity { least: 1, most: None, step: 1 } };
    let (least, step) = (at.value.least.unwrap_or(1), at.value.step.unwrap_or(1));
    if least == 0 || step == 0 || at.value.most.is_some_and(|most| most < least) {
        reading.error(Code::QUANTITY_RANGE, at);
        return Quantity { least: 1, most: None, step: 1 };
    }
    Quantity { least, most: at.value.most, step }
}

fn tax_rate(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Option<String> {
    let at = written.tax_rate.as_ref()?;
    if reading.config().tax.is_none() {
        reading.error(Code::TAX_NONE, at);
        return None;
    }
    let rate = crate::config::percent(&at.value.0);
    if rate.is_none() {
        reading.wrong(Code::TAX_RATE, at, &at.value.0);
    }
    rate
}

/// The day of the count; a day that is still ahead is refused.
fn stock_as_of(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Option<Date> {
    let on = day(reading, written.stock_as_of.as_ref())?;
    if let Some(at) = written.stock_as_of.as_ref().filter(|_| on > reading.config().today) {
        reading.wrong(Code::STOCK_AS_OF, at, on);
        return None;
    }
    Some(on)
}

/// A country by its two letters.
fn country(reading: &mut Reading<'_, '_>, at: Option<&At<String>>) -> Option<String> {
    let at = at?;
    let country = crate::postal::country(&at.value);
    if country.is_none() {
        reading.wrong(Code::SHOP_COUNTRY, at, &at.value);
    }
    country.map(|country| country.code.clone())
}

fn pictures(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Vec<Picture> {
    if written.pictures.is_empty() {
        return if reading.path.name().ends_with(".toml") {
            Vec::new()
        } else {
            picture::all_beside(reading)
        };
    }
    let find = |one: &schema::Picture| match one.moving {
        Some(true) => picture::find_moving(reading, &one.file, one.focus.as_ref()),
        _ => picture::find(reading, &one.file, one.focus.as_ref()),
    };
    written.pictures.iter().filter_map(find).collect()
}

/// Slugs of other products, checked against all that there are, broken ones included.
fn others(reading: &mut Reading<'_, '_>, written: &[At<String>], known: &Known<'_>) -> Vec<Slug> {
    named(reading, written, known).into_iter().map(|(slug, _)| slug).collect()
}

fn named(reading: &mut Reading<'_, '_>, written: &[At<String>], known: &Known<'_>) -> Vec<Named> {
    let mut named = Vec::new();
    for at in written {
        let name = nfc(&at.value);
        match known.products.binary_search_by(|slug| slug.as_str().cmp(&name)) {
            Ok(place) => named.push((known.products[place].clone(), reading.place(at))),
            Err(_) => reading.unknown(Code::PRODUCT_UNKNOWN, at, known.products.iter().map(Slug::as_str)),
        }
    }
    named
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
