//! Delivery zones: what each costs, how long it takes, and where it is.

use super::{
    Text,
    coverage::{self, Places},
    policy::{Days, days},
    price::read_amount,
    reading::Reading,
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        money::Money,
        name::Handle,
    },
    diag::Code,
    postal::{self, Country, District, Thana},
    schema,
};

/// One delivery zone.
#[derive(Debug)]
pub struct Zone {
    /// Its handle.
    pub id: Handle,
    /// Its name.
    pub name: PerLanguage<Text>,
    /// The countries it lies in, in the order they were written.
    pub countries: Vec<&'static Country>,
    /// Whether the shop's own country is not among them.
    pub abroad: bool,
    /// Districts that it covers.
    pub districts: Vec<&'static District>,
    /// Thanas that it covers, with their districts, which may be another zone's.
    pub thanas: Vec<(&'static District, &'static Thana)>,
    /// What it costs.
    pub charge: Money,
    /// Days on the way.
    pub days: Days,
    /// Orders of at least this amount are free.
    pub free_above: Option<Money>,
}

/// Reads the zones of the delivery policy.
pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    written: &schema::Delivery,
    free_above: Option<Money>,
) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let mut places = Places::default();
    for one in &written.zones {
        let known: Vec<Handle> = zones.iter().map(|zone| zone.id.clone()).collect();
        zones.extend(read_one(reading, one, &known, free_above, &mut places));
    }
    if written.zones.is_empty() {
        reading.error(Code::ZONE_NONE, &written.title);
    }
    coverage::check(reading, written, &zones);
    zones
}

fn read_one(
    reading: &mut Reading<'_, '_>,
    one: &schema::Zone,
    known: &[Handle],
    free_above: Option<Money>,
    places: &mut Places,
) -> Option<Zone> {
    let count = reading.config().languages.len();
    let id = reading.handle(&one.id, known);
    let name = reading.words("name", &one.name);
    let charge = read_amount(reading, &one.charge);
    let days = days(reading, &one.days);
    let own = one.free_above.as_ref().and_then(|at| read_amount(reading, at));
    let countries = countries(reading, one);
    let (districts, thanas) = places.read(reading, one);
    let name = PerLanguage::make(count, |_| Text::first(name.clone()));
    Some(Zone {
        id: id?,
        name,
        abroad: countries.iter().all(|country| country.code != reading.config().country),
        countries,
        districts,
        thanas,
        charge: charge?,
        days: days?,
        free_above: own.or(free_above),
    })
}

/// The countries of a zone; the shop's own when none is written.
fn countries(reading: &mut Reading<'_, '_>, one: &schema::Zone) -> Vec<&'static Country> {
    if one.countries.is_empty() {
        return postal::country(&reading.config().country).into_iter().collect();
    }
    let mut countries: Vec<&Country> = Vec::new();
    for at in &one.countries {
        match postal::country(&at.value) {
            Some(country) if countries.contains(&country) => {
                reading.wrong(Code::COUNTRY_TWICE, at, &at.value)
            }
            Some(country) => countries.push(country),
            None => reading.wrong(Code::SHOP_COUNTRY, at, &at.value),
        }
    }
    countries
}

/// Gives a zone its name in another language.
pub(super) fn rename(zone: &mut Zone, lang: Lang, name: String) {
    let old = zone.name.clone();
    let new = |one: Lang| if one == lang { Text { text: name.clone(), lang } } else { old[one].clone() };
    zone.name = PerLanguage::make(old.count(), new);
}
