//! The postal address of the business.

use super::{
    lang::{Languages, spoken},
    told::{fault, place},
};
use crate::{
    base::{
        language::{Lang, PerLanguage, Tag},
        money::latin_digits,
    },
    diag::{Code, Diagnostic, Diagnostics, nearest},
    locale::Locale,
    postal::{self, Country, District, Named, PartId, Scheme, Thana},
    schema::{self, At, Fact},
};

/// Where the business is.
#[derive(Debug)]
pub struct PostalAddress {
    /// House and road.
    pub street: PerLanguage<String>,
    /// The place it lies in.
    pub locality: Locality,
    /// Postcode; ASCII digits where it has nothing else.
    pub postcode: Option<String>,
    scheme: &'static Scheme,
}

/// The place that an address lies in.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum Locality {
    /// In Bangladesh.
    Thana { thana: &'static Thana, district: &'static District },
    /// Elsewhere. `named`: whether the country is a line of the address.
    City {
        city: PerLanguage<String>,
        region: Option<PerLanguage<String>>,
        country: &'static Country,
        named: bool,
    },
}

impl PostalAddress {
    pub(super) fn read(
        at: &At<schema::PostalAddress>,
        (scheme, home): (&'static Scheme, &str),
        languages: &Languages,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        foreign_parts(at, scheme, found);
        let written = &at.value;
        let street = spoken(&written.street, languages, found);
        let postcode = written.postcode.as_ref().and_then(|code| postcode(code, scheme, found));
        let locality = match scheme.part(PartId::Thana) {
            Some(_) => thana(at, scheme, found),
            None => city(at, home, languages, found),
        };
        Some(Self { street, locality: locality?, postcode, scheme })
    }

    /// The address as it is written on paper, for readers of one language.
    pub fn lines(&self, lang: Lang, tag: &Tag, locale: &Locale) -> Vec<String> {
        self.scheme.lines(self.country(), |part| {
            let value = self.part(part, lang, tag)?;
            let digits = self.scheme.part(part).is_some_and(|part| part.digits.is_some());
            Some(if digits { in_digits(&value, locale) } else { value })
        })
    }

    /// ISO 3166-1 alpha-2.
    pub fn country(&self) -> &str {
        match &self.locality {
            Locality::Thana { .. } => "BD",
            Locality::City { country, .. } => &country.code,
        }
    }

    fn part(&self, part: PartId, lang: Lang, tag: &Tag) -> Option<String> {
        match (part, &self.locality) {
            (PartId::Street, _) => Some(self.street[lang].clone()),
            (PartId::Postcode, _) => self.postcode.clone(),
            (PartId::Thana, Locality::Thana { thana, .. }) => Some(thana.name(tag).to_owned()),
            (PartId::District, Locality::Thana { district, .. }) => Some(district.name(tag).to_owned()),
            (PartId::City, Locality::City { city, .. }) => Some(city[lang].clone()),
            (PartId::Region, Locality::City { region, .. }) => region.as_ref().map(|one| one[lang].clone()),
            (PartId::Country, Locality::City { country, named, .. }) => {
                named.then(|| country.name(tag).to_owned())
            }
            _ => None,
        }
    }
}

/// Tells parts that addresses of the shop do not have.
fn foreign_parts(at: &At<schema::PostalAddress>, scheme: &Scheme, found: &mut Diagnostics) {
    let written = &at.value;
    let parts = [
        (PartId::Thana, written.thana.as_ref().map(place)),
        (PartId::District, written.district.as_ref().map(place)),
        (PartId::City, written.city.as_ref().map(place)),
        (PartId::Region, written.region.as_ref().map(place)),
        (PartId::Country, written.country.as_ref().map(place)),
    ];
    let own: Vec<&str> = scheme.parts.iter().map(|part| part.id.as_str()).collect();
    for (part, place) in parts {
        if let Some(place) = place.filter(|_| scheme.part(part).is_none()) {
            let told = Diagnostic::error(Code::ADDRESS_PART).at(place).with("key", part.as_str());
            found.push(told.with("known", own.join(", ")));
        }
    }
}

fn thana(
    at: &At<schema::PostalAddress>,
    scheme: &'static Scheme,
    found: &mut Diagnostics,
) -> Option<Locality> {
    let written = needed(at, PartId::District, at.value.district.as_ref(), found);
    let district = written.and_then(|written| district(written, scheme, found));
    let written = needed(at, PartId::Thana, at.value.thana.as_ref(), found)?;
    let district = district?;
    if let Some(thana) = district.thana(&written.value) {
        return Some(Locality::Thana { thana, district });
    }
    let name = district.name_like(&written.value);
    let elsewhere = scheme.thanas(&written.value);
    if elsewhere.is_empty() {
        let near = nearest(&written.value, district.thanas.iter().flat_map(Named::names));
        found
            .push(misspelt(fault(Code::THANA_UNKNOWN, written), &written.value, near).with("district", name));
    } else {
        let known: Vec<&str> = elsewhere.iter().map(|(one, _)| one.name_like(&written.value)).collect();
        let told = fault(Code::THANA_ELSEWHERE, written).with("value", &written.value).with("district", name);
        found.push(told.with("known", known.join(", ")));
    }
    None
}

fn district(at: &At<String>, scheme: &'static Scheme, found: &mut Diagnostics) -> Option<&'static District> {
    let district = scheme.district(&at.value);
    if district.is_none() {
        let near = nearest(&at.value, scheme.districts().flat_map(Named::names));
        found.push(misspelt(fault(Code::DISTRICT_UNKNOWN, at), &at.value, near));
    }
    district
}

fn misspelt(told: Diagnostic, value: &str, near: Option<&str>) -> Diagnostic {
    let told = told.with("value", value);
    match near {
        Some(near) => told.with("near", near).repair(format!("\"{near}\"")),
        None => told,
    }
}

fn city(
    at: &At<schema::PostalAddress>,
    home: &str,
    languages: &Languages,
    found: &mut Diagnostics,
) -> Option<Locality> {
    let city = needed(at, PartId::City, at.value.city.as_ref(), found);
    let city = city.map(|words| spoken(words, languages, found));
    let region = at.value.region.as_ref().map(|words| spoken(words, languages, found));
    let code = at.value.country.as_ref();
    let country = postal::country(code.map_or(home, |at| &at.value));
    if let (Some(at), None) = (code, country) {
        found.push(fault(Code::SHOP_COUNTRY, at).with("value", &at.value));
    }
    Some(Locality::City { city: city?, region, country: country?, named: code.is_some() })
}

/// A part that must be there; told at the table that lacks it.
fn needed<'w, T>(
    at: &At<schema::PostalAddress>,
    part: PartId,
    written: Option<&'w At<T>>,
    found: &mut Diagnostics,
) -> Option<&'w At<T>> {
    if written.is_none() {
        found.push(fault(Code::KEY_MISSING, at).with("key", part.as_str()));
    }
    written
}

/// A postcode: the right number of digits where it is made of digits, anything short elsewhere.
fn postcode(at: &At<Fact>, scheme: &Scheme, found: &mut Diagnostics) -> Option<String> {
    let written = at.value.0.trim();
    let Some(count) = scheme.part(PartId::Postcode).and_then(|part| part.digits) else {
        return Some(written.to_owned());
    };
    let latin = latin_digits(written);
    if latin.len() == count && latin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(latin);
    }
    found.push(fault(Code::ADDRESS_POSTCODE, at).with("value", written).with("count", count));
    None
}

/// ASCII digits as the reader writes them.
fn in_digits(value: &str, locale: &Locale) -> String {
    let digits = locale.digits();
    let digit = |c: char| c.to_digit(10).and_then(|value| digits.get(value as usize).copied());
    value.chars().map(|c| digit(c).unwrap_or(c)).collect()
}
