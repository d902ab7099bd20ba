//! schema.org data of the shop and its texts, from the same facts as the page.
//!
//! Sources, read 2026-11-21: Google Search Central "Merchant listing" (2026-07-07),
//! "Merchant shipping policy" (2026-01-07), "Merchant return policy", "Product
//! variants", "Breadcrumb". Google cannot tell regions of Bangladesh apart, so the
//! charge of a country is the highest one, as `maxValue`: never the cheapest as if
//! it were everybody's.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{SitePlan, Subject};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Days, Guide, Terms, ZoneTerms},
    config::{ChannelKind, Locality, PostalAddress, Weekday},
    postal::Named,
    schema::{RefundKind, ReturnMethod, ReturnPayer},
};

impl SitePlan<'_> {
    /// The way to a page.
    pub(super) fn breadcrumb_data(
        &self,
        lang: Lang,
        subject: Subject,
        above: &[(crate::view::Text, Subject)],
        title: &str,
    ) -> Value {
        let home = self.words(lang, "title.home", &[]);
        let above = above.iter().map(|(title, subject)| (title.text.as_str(), *subject));
        let steps: Vec<Value> = std::iter::once((home.as_str(), Subject::Home))
            .chain(above)
            .chain([(title, subject)])
            .enumerate()
            .map(|(place, (name, subject))| {
                json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": self.absolute(subject, lang) })
            })
            .collect();
        json!({ "@type": "BreadcrumbList", "itemListElement": steps })
    }

    /// The site's name.
    pub(super) fn site_data(&self, lang: Lang) -> Value {
        json!({
            "@type": "WebSite",
            "name": self.catalog.config.name[lang],
            "url": self.absolute(Subject::Home, lang),
            "inLanguage": self.catalog.config.tag(lang).as_str(),
        })
    }

    /// The shop with its delivery and its return policy.
    pub(super) fn store_data(&self, lang: Lang) -> Value {
        let config = self.catalog.config;
        let mut store = json!({
            "@type": "OnlineStore",
            "@id": self.store_id(),
            "name": config.name[lang],
            "url": self.absolute(Subject::Home, lang),
        });
        let business = &config.business;
        put(&mut store, "description", config.tagline.as_ref().map(|words| json!(words[lang])));
        put(&mut store, "legalName", business.legal_name.as_ref().map(|words| json!(words[lang])));
        put(&mut store, "taxID", business.tax_id.as_ref().map(|id| json!(id)));
        put(&mut store, "address", business.address.as_ref().map(|address| self.address_data(lang, address)));
        put(&mut store, "contactPoint", self.contact_data());
        put(&mut store, "hasShippingService", self.service_data(lang));
        put(&mut store, "hasMerchantReturnPolicy", self.return_policy_data(lang));
        store
    }

    fn address_data(&self, lang: Lang, address: &PostalAddress) -> Value {
        let tag = self.catalog.config.tag(lang);
        let (locality, region) = match &address.locality {
            Locality::Thana { thana, district } => (thana.name(tag), Some(district.name(tag))),
            Locality::City { city, region, .. } => {
                (city[lang].as_str(), region.as_ref().map(|region| region[lang].as_str()))
            }
        };
        let mut data = json!({
            "@type": "PostalAddress",
            "streetAddress": address.street[lang],
            "addressLocality": locality,
            "addressCountry": address.country(),
        });
        put(&mut data, "addressRegion", region.map(|region| json!(region)));
        put(&mut data, "postalCode", address.postcode.as_ref().map(|code| json!(code)));
        data
    }

    pub(super) fn store_id(&self) -> String {
        format!("{}#store", self.absolute(Subject::Home, Lang::FIRST))
    }

    fn contact_data(&self) -> Option<Value> {
        let support = &self.catalog.config.support;
        let of =
            |kind: ChannelKind| support.channels.iter().find(|one| one.kind == kind).map(|one| &one.link);
        let phone = of(ChannelKind::Phone).and_then(|link| link.strip_prefix("tel:"));
        let email = of(ChannelKind::Email).and_then(|link| link.strip_prefix("mailto:"));
        if phone.is_none() && email.is_none() {
            return None;
        }
        let hours: Vec<Value> = support
            .hours
            .iter()
            .map(|one| {
                json!({
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": days_between(one.first, one.last),
                    "opens": one.open.strftime("%H:%M").to_string(),
                    "closes": one.close.strftime("%H:%M").to_string(),
                })
            })
            .collect();
        let languages: Vec<&str> = self.catalog.config.languages.iter().map(|tag| tag.as_str()).collect();
        let mut contact = json!({ "@type": "ContactPoint", "contactType": "customer service", "availableLanguage": languages });
        put(&mut contact, "telephone", phone.map(|phone| json!(phone)));
        put(&mut contact, "email", email.map(|email| json!(email)));
        put(&mut contact, "hoursAvailable", (!hours.is_empty()).then(|| json!(hours)));
        Some(contact)
    }

    /// Delivery of the shop, one condition for each zone, two where a zone is free above an amount.
    fn service_data(&self, lang: Lang) -> Option<Value> {
        let terms = self.catalog.terms(None)?;
        let conditions: Vec<Value> = by_country(&terms)
            .into_iter()
            .flat_map(|(countries, zones)| self.conditions(&countries, &zones))
            .collect();
        let policy = self.policy_link(lang, "delivery")?;
        Some(json!({
            "@type": "ShippingService",
            "@id": format!("{}#service", self.catalog.config.site.absolute(&policy.link)),
            "name": policy.title,
            "handlingTime": { "@type": "ServicePeriod", "duration": days_data(terms.handling) },
            "shippingConditions": conditions,
        }))
    }

    fn conditions(&self, countries: &[&str], zones: &[&ZoneTerms<'_>]) -> Vec<Value> {
        let currency = self.catalog.config.currency;
        let paid = self.condition(countries, zones, self.rate(zones.iter().map(|one| one.charge)));
        // Free for the whole country is only what is free in each of its zones.
        let free: Option<Vec<Money>> = zones.iter().map(|one| one.zone.free_above).collect();
        let Some(free) = free.and_then(|free| free.into_iter().max()) else { return vec![paid] };
        let amount = |key: &str, money: Money| json!({ "@type": "MonetaryAmount", key: money.machine(currency), "currency": currency.code() });
        let mut paid = paid;
        put(&mut paid, "orderValue", free.minus(Money::from_minor(1)).map(|below| amount("maxValue", below)));
        let mut free_of_charge = self.condition(countries, zones, self.rate([Money::ZERO]));
        put(&mut free_of_charge, "orderValue", Some(amount("minValue", free)));
        vec![paid, free_of_charge]
    }

    fn condition(&self, countries: &[&str], zones: &[&ZoneTerms<'_>], rate: Value) -> Value {
        json!({
            "@type": "ShippingConditions",
            "shippingDestination": destination(countries),
            "shippingRate": rate,
            "transitTime": { "@type": "ServicePeriod", "duration": days_data(transit(zones)) },
        })
    }

    /// One charge as a value, several as the highest.
    pub(super) fn rate(&self, charges: impl IntoIterator<Item = Money>) -> Value {
        let currency = self.catalog.config.currency;
        let charges: Vec<Money> = charges.into_iter().collect();
        let highest = charges.iter().max().copied().unwrap_or(Money::ZERO);
        let key = if charges.iter().all(|charge| *charge == highest) { "value" } else { "maxValue" };
        json!({ "@type": "MonetaryAmount", key: highest.machine(currency), "currency": currency.code() })
    }

    fn return_policy_data(&self, lang: Lang) -> Option<Value> {
        let returns = self.catalog.returns()?;
        let link = self.policy_link(lang, "returns")?;
        let mut policy = self.window_data(returns.window_days)?;
        put(
            &mut policy,
            "@id",
            Some(json!(format!("{}#policy", self.catalog.config.site.absolute(&link.link)))),
        );
        put(&mut policy, "merchantReturnLink", Some(json!(self.catalog.config.site.absolute(&link.link))));
        if returns.window_days > 0 {
            let refund = match returns.refund {
                RefundKind::Full => "FullRefund",
                RefundKind::Exchange => "ExchangeRefund",
                RefundKind::Credit => "StoreCreditRefund",
            };
            put(&mut policy, "refundType", Some(json!(format!("https://schema.org/{refund}"))));
        }
        Some(policy)
    }

    /// What an offer may say of returns: category, days, fees and methods.
    pub(super) fn window_data(&self, window_days: u16) -> Option<Value> {
        let returns = self.catalog.returns()?;
        let country = self.sold_in();
        if window_days == 0 {
            return Some(json!({
                "@type": "MerchantReturnPolicy",
                "applicableCountry": country,
                "returnPolicyCategory": "https://schema.org/MerchantReturnNotPermitted",
            }));
        }
        let methods: Vec<&str> = returns
            .methods
            .iter()
            .map(|method| match method {
                ReturnMethod::Courier => "https://schema.org/ReturnByMail",
                ReturnMethod::Shop => "https://schema.org/ReturnInStore",
            })
            .collect();
        let mut policy = json!({
            "@type": "MerchantReturnPolicy",
            "applicableCountry": country,
            "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
            "merchantReturnDays": window_days,
            "returnFees": fees(returns.paid_by),
            "itemDefectReturnFees": fees(returns.faulty_paid_by),
        });
        put(&mut policy, "returnMethod", (!methods.is_empty()).then(|| json!(methods)));
        Some(policy)
    }

    /// The countries that goods are sent to; the shop's own when it does not say.
    fn sold_in(&self) -> Value {
        let terms = self.catalog.terms(None);
        let zones = terms.iter().flat_map(|terms| &terms.zones);
        let mut codes: Vec<&str> = Vec::new();
        for country in zones.flat_map(|one| &one.zone.countries) {
            if !codes.contains(&country.code.as_str()) {
                codes.push(&country.code);
            }
        }
        match codes.as_slice() {
            [] => json!(self.catalog.config.country),
            [one] => json!(one),
            several => json!(several),
        }
    }

    /// A guide.
    pub(super) fn guide_data(&self, lang: Lang, place: usize, guide: &Guide<'_>) -> Value {
        let words = &guide.words[lang];
        let mut data = json!({
            "@type": "Article",
            "headline": words.title.text,
            "description": words.summary.text,
            "datePublished": guide.date.to_string(),
            "inLanguage": self.catalog.config.tag(lang).as_str(),
            "url": self.absolute(Subject::Guide(place), lang),
            "author": { "@type": "Organization", "name": self.catalog.config.name[lang], "url": self.absolute(Subject::Home, lang) },
        });
        let picture =
            guide.picture.as_ref().map(|picture| self.picture("cover", picture, String::new()).full);
        put(&mut data, "image", picture.map(|link| json!(self.catalog.config.site.absolute(&link))));
        data
    }
}

/// The zones of each country. Countries with the same zones come together.
pub(super) fn by_country<'t, 'c>(terms: &'t Terms<'c>) -> Vec<(Vec<&'c str>, Vec<&'t ZoneTerms<'c>>)> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, one) in terms.zones.iter().enumerate() {
        for country in &one.zone.countries {
            places.entry(&country.code).or_default().push(place);
        }
    }
    let mut together: Vec<(Vec<&str>, Vec<usize>)> = Vec::new();
    for (country, zones) in places {
        match together.iter_mut().find(|(_, same)| *same == zones) {
            Some((countries, _)) => countries.push(country),
            None => together.push((vec![country], zones)),
        }
    }
    let zones = |places: Vec<usize>| places.into_iter().filter_map(|place| terms.zones.get(place)).collect();
    together.into_iter().map(|(countries, places)| (countries, zones(places))).collect()
}

/// Where goods go: one region, or several.
pub(super) fn destination(countries: &[&str]) -> Value {
    let region = |country: &&str| json!({ "@type": "DefinedRegion", "addressCountry": country });
    match countries {
        [one] => region(one),
        several => several.iter().map(region).collect(),
    }
}

/// Days on the way to any of the zones.
pub(super) fn transit(zones: &[&ZoneTerms<'_>]) -> Days {
    Days {
        least: zones.iter().map(|one| one.zone.days.least).min().unwrap_or_default(),
        most: zones.iter().map(|one| one.zone.days.most).max().unwrap_or_default(),
    }
}

pub(super) fn days_data(days: Days) -> Value {
    json!({ "@type": "QuantitativeValue", "minValue": days.least, "maxValue": days.most, "unitCode": "DAY" })
}

fn fees(payer: ReturnPayer) -> &'static str {
    match payer {
        ReturnPayer::Shop => "https://schema.org/FreeReturn",
        ReturnPayer::Buyer => "https://schema.org/ReturnFeesCustomerResponsibility",
    }
}

fn days_between(first: Weekday, last: Weekday) -> Vec<&'static str> {
    const WEEK: [(Weekday, &str); 7] = [
        (Weekday::Mon, "Monday"),
        (Weekday::Tue, "Tuesday"),
        (Weekday::Wed, "Wednesday"),
        (Weekday::Thu, "Thursday"),
        (Weekday::Fri, "Friday"),
        (Weekday::Sat, "Saturday"),
        (Weekday::Sun, "Sunday"),
    ];
    let place = |day: Weekday| WEEK.iter().position(|(one, _)| *one == day).unwrap_or_default();
    let count = (place(last) + 7 - place(first)) % 7;
    (0..=count).map(|step| WEEK[(place(first) + step) % 7].1).collect()
}

/// Sets a property when there is a value for it.
pub(super) fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(object), Some(value)) = (object.as_object_mut(), value) {
        let object: &mut Map<String, Value> = object;
        object.insert(key.to_owned(), value);
    }
}
