//! schema.org data of a product, from the same facts as its page.
//!
//! Sources, read 2026-11-21: Google Search Central "Merchant listing" (2026-07-07) and
//! "Product variants"; schema.org WarrantyPromise, UnitPriceSpecification (version 29).
//! A product whose price is on request has no offer: an offer without a price is none.

use serde_json::{Value, json};

use super::{
    SitePlan, Subject,
    picture::leading,
    product::label,
    structured::{by_country, days_data, destination, put, transit},
};
use crate::{
    base::language::Lang,
    catalog::{Life, Measure, Price, Product, Stock, Tier, UnitMeasure, Variant},
    theme::SQUARE,
};

/// What is offered: a product without variants, or one of its variants.
struct Offered<'p> {
    price: Option<Price>,
    tiers: &'p [Tier],
    measure: Option<&'p UnitMeasure>,
    stock: Stock,
}

impl SitePlan<'_> {
    /// A product, or a group of variants.
    pub(super) fn product_data(&self, lang: Lang, place: usize, product: &Product<'_>) -> Value {
        let words = &product.words[lang];
        let url = self.absolute(Subject::Product(place), lang);
        let mut data = json!({ "name": words.title.text, "description": words.summary.text, "url": url });
        let images: Vec<String> =
            leading(product).into_iter().map(|place| self.image(product, place)).collect();
        put(&mut data, "image", (!images.is_empty()).then(|| json!(images)));
        put(
            &mut data,
            "brand",
            product.brand.as_ref().map(|brand| json!({ "@type": "Brand", "name": brand })),
        );
        let category = product.collections.first();
        put(
            &mut data,
            "category",
            category.map(|one| json!(self.catalog.collections[*one].words[lang].title.text)),
        );
        put(&mut data, "countryOfOrigin", product.origin_country.as_ref().map(|country| json!(country)));
        let maker = words.maker.as_ref();
        put(
            &mut data,
            "manufacturer",
            maker.map(|maker| json!({ "@type": "Organization", "name": maker.text })),
        );
        put(&mut data, "subjectOf", self.video(lang, product).map(|video| self.video_data(&video)));
        put(&mut data, "aggregateRating", self.rating_data(product));
        match product.variants.is_empty() {
            true => self.single(&mut data, product, &url),
            false => self.group(&mut data, lang, place, product),
        }
        data
    }

    fn video_data(&self, video: &crate::view::Video) -> Value {
        let site = &self.catalog.config.site;
        json!({
            "@type": "VideoObject",
            "name": video.title.text,
            "contentUrl": site.absolute(&video.link),
            "thumbnailUrl": site.absolute(&video.poster),
        })
    }

    fn single(&self, data: &mut Value, product: &Product<'_>, url: &str) {
        put(data, "@type", Some(json!("Product")));
        put(data, "sku", Some(json!(product.sku)));
        identify(data, product.gtin.as_ref(), product.mpn.as_ref(), product.weight.as_ref());
        let offered = Offered {
            price: product.price,
            tiers: &product.tiers,
            measure: product.measure.as_ref(),
            stock: product.stock,
        };
        put(data, "offers", self.offer_data(product, &offered, url));
    }

    fn group(&self, data: &mut Value, lang: Lang, place: usize, product: &Product<'_>) {
        let group = format!("g-{}", product.sku);
        let variants: Vec<Value> = product
            .variants
            .iter()
            .enumerate()
            .map(|(which, variant)| {
                let url = self.variant_address(lang, place, product, which);
                self.variant_data(lang, product, variant, &group, &url)
            })
            .collect();
        put(data, "@type", Some(json!("ProductGroup")));
        put(data, "productGroupID", Some(json!(group)));
        let axes: Vec<String> = product
            .options
            .iter()
            .filter_map(|option| axis(option.id.as_str()))
            .map(|axis| format!("https://schema.org/{axis}"))
            .collect();
        put(data, "variesBy", (!axes.is_empty()).then(|| json!(axes)));
        put(data, "hasVariant", Some(json!(variants)));
    }

    /// The address at which a variant is chosen: its own page where that is for it alone, else with its SKU.
    fn variant_address(&self, lang: Lang, place: usize, product: &Product<'_>, which: usize) -> String {
        let page = product.variant_pages.iter().position(|page| page.variants.contains(&which));
        let sku = &product.variants[which].sku;
        match page {
            Some(page) if product.variant_pages[page].variants.len() == 1 => {
                self.absolute(Subject::Variant(place, page), lang)
            }
            Some(page) => format!("{}?variant={sku}", self.absolute(Subject::Variant(place, page), lang)),
            None => format!("{}?variant={sku}", self.absolute(Subject::Product(place), lang)),
        }
    }

    fn variant_data(
        &self,
        lang: Lang,
        product: &Product<'_>,
        variant: &Variant,
        group: &str,
        url: &str,
    ) -> Value {
        let words = &product.words[lang];
        let mut data = json!({
            "@type": "Product",
            "name": format!("{} – {}", words.title.text, label(variant, words).text),
            "sku": variant.sku,
            "inProductGroupWithID": group,
            "url": url,
        });
        identify(&mut data, variant.gtin.as_ref(), variant.mpn.as_ref(), product.weight_of(variant));
        for ((option, (_, values)), chosen) in product.options.iter().zip(&words.options).zip(&variant.choice)
        {
            let value = values.get(*chosen);
            match axis(option.id.as_str()) {
                Some("size") => {
                    put(
                        &mut data,
                        "size",
                        value.map(|name| self.size_data(lang, product, variant, &name.text)),
                    );
                }
                Some(axis) => put(&mut data, axis, value.map(|value| json!(value.text))),
                None => {}
            }
        }
        let picture = variant.pictures.first().copied().or((!product.pictures.is_empty()).then_some(0));
        put(&mut data, "image", picture.map(|place| json!(self.image(product, place))));
        let offered = Offered {
            price: variant.price,
            tiers: &variant.tiers,
            measure: variant.measure.as_ref(),
            stock: variant.stock,
        };
        put(&mut data, "offers", self.offer_data(product, &offered, url));
        data
    }

    /// The address of a picture that stands first somewhere, as a square: goods are listed so.
    fn image(&self, product: &Product<'_>, place: usize) -> String {
        let picture = self.picture(SQUARE, &product.pictures[place], String::new());
        self.catalog.config.site.absolute(&picture.full)
    }

    fn offer_data(&self, product: &Product<'_>, offered: &Offered<'_>, url: &str) -> Option<Value> {
        // The page of what is no longer sold names no price, so its data name none.
        let price = offered.price.filter(|_| product.life == Life::Live)?;
        let currency = self.catalog.config.currency;
        let stock = offered.stock;
        let mut offer = json!({
            "@type": "Offer",
            "price": price.now.machine(currency),
            "priceCurrency": currency.code(),
            "availability": format!("https://schema.org/{}", availability(stock)),
            "itemCondition": "https://schema.org/NewCondition",
            "url": url,
            "seller": { "@id": self.store_id() },
        });
        put(&mut offer, "priceValidUntil", price.offer.map(|offer| json!(offer.ends.to_string())));
        if let Stock::PreOrder(on) = stock {
            put(&mut offer, "availabilityStarts", Some(json!(on.to_string())));
        }
        let prices = self.price_specifications(price, offered);
        put(&mut offer, "priceSpecification", (!prices.is_empty()).then(|| json!(prices)));
        put(&mut offer, "eligibleQuantity", eligible(product));
        put(&mut offer, "shippingDetails", self.shipping_details(product));
        put(
            &mut offer,
            "hasMerchantReturnPolicy",
            self.catalog.return_window(product).and_then(|days| self.window_data(days)),
        );
        put(&mut offer, "warranty", self.warranty_data(product));
        Some(offer)
    }

    /// The price before, the price of a measure, prices by quantity, and whether tax is in the price.
    fn price_specifications(&self, price: Price, offered: &Offered<'_>) -> Vec<Value> {
        let currency = self.catalog.config.currency;
        let specification = |money: crate::base::money::Money| {
            json!({
                "@type": "UnitPriceSpecification",
                "price": money.machine(currency),
                "priceCurrency": currency.code(),
            })
        };
        let mut all = Vec::new();
        if let Some(was) = price.was {
            let mut before = specification(was);
            put(&mut before, "priceType", Some(json!("https://schema.org/StrikethroughPrice")));
            all.push(before);
        }
        if let Some(measure) = offered.measure {
            let mut per = specification(price.now);
            put(&mut per, "referenceQuantity", Some(reference(measure)));
            all.push(per);
        }
        for tier in offered.tiers.iter().filter(|tier| tier.price < price.now) {
            let mut lower = specification(tier.price);
            let from = json!({ "@type": "QuantitativeValue", "minValue": tier.from });
            put(&mut lower, "eligibleQuantity", Some(from));
            all.push(lower);
        }
        if let Some(tax) = &self.catalog.config.tax {
            let mut taxed = specification(price.now);
            put(&mut taxed, "valueAddedTaxIncluded", Some(json!(tax.included)));
            all.push(taxed);
        }
        all
    }

    fn warranty_data(&self, product: &Product<'_>) -> Option<Value> {
        let months = self.warranty_months(product).filter(|months| *months > 0)?;
        Some(json!({
            "@type": "WarrantyPromise",
            "durationOfWarranty": { "@type": "QuantitativeValue", "value": months, "unitCode": "MON" },
        }))
    }

    /// Delivery of one product, for each country.
    fn shipping_details(&self, product: &Product<'_>) -> Option<Value> {
        let terms = self.catalog.terms(Some(product))?;
        let details: Vec<Value> = by_country(&terms)
            .into_iter()
            .map(|(countries, zones)| {
                json!({
                    "@type": "OfferShippingDetails",
                    "shippingRate": self.rate(zones.iter().map(|one| one.charge)),
                    "shippingDestination": destination(&countries),
                    "deliveryTime": {
                        "@type": "ShippingDeliveryTime",
                        "handlingTime": days_data(terms.handling),
                        "transitTime": days_data(transit(&zones)),
                    },
                })
            })
            .collect();
        (!details.is_empty()).then(|| json!(details))
    }
}

/// Numbers that name it everywhere, and its weight.
fn identify(data: &mut Value, gtin: Option<&String>, mpn: Option<&String>, weight: Option<&Measure>) {
    put(data, "gtin", gtin.map(|gtin| json!(gtin)));
    put(data, "mpn", mpn.map(|mpn| json!(mpn)));
    put(data, "weight", weight.map(quantity));
}

fn eligible(product: &Product<'_>) -> Option<Value> {
    let quantity = product.quantity;
    if quantity.least == 1 && quantity.most.is_none() {
        return None;
    }
    let mut value = json!({ "@type": "QuantitativeValue", "minValue": quantity.least });
    put(&mut value, "maxValue", quantity.most.map(|most| json!(most)));
    Some(value)
}

/// What a piece holds, and what the price is said for (Google: `unit_pricing_measure` and `unit_pricing_base_measure`).
fn reference(measure: &UnitMeasure) -> Value {
    let mut value = quantity(&measure.holds);
    put(&mut value, "valueReference", Some(quantity(&measure.per)));
    value
}

/// A measure with its unit by code.
fn quantity(measure: &Measure) -> Value {
    json!({ "@type": "QuantitativeValue", "value": measure.value, "unitCode": unit_code(measure.unit) })
}

/// The UN/CEFACT code of a unit.
pub(super) fn unit_code(unit: &str) -> &'static str {
    match unit {
        "g" => "GRM",
        "kg" => "KGM",
        "ml" => "MLT",
        "l" => "LTR",
        "mm" => "MMT",
        "cm" => "CMT",
        "m" => "MTR",
        "inch" => "INH",
        _ => "C62",
    }
}

/// schema.org ItemAvailability.
fn availability(stock: Stock) -> &'static str {
    match stock {
        Stock::Discontinued => "Discontinued",
        Stock::MadeToOrder(_) => "MadeToOrder",
        Stock::PreOrder(_) => "PreOrder",
        stock if !stock.is_available() => "OutOfStock",
        stock if stock.is_low() => "LimitedAvailability",
        _ => "InStock",
    }
}

/// The property of schema.org for an option; others are told by the variant's name alone.
fn axis(option: &str) -> Option<&'static str> {
    match option {
        "colour" | "color" => Some("color"),
        "size" => Some("size"),
        "material" => Some("material"),
        "pattern" => Some("pattern"),
        _ => None,
    }
}
