//! Which zone a place is in, and the faults about it: a place that is not known, is in two zones, or in none.

use super::{Delivery, Zone, reading::Reading};
use crate::{
    diag::{Code, Diagnostic, Place, nearest},
    postal::{District, Named, Thana},
    schema::{self, At},
};

/// How many names a warning lists.
const LISTED: usize = 6;

impl Zone {
    /// Whether it names districts or thanas.
    pub fn names_places(&self) -> bool {
        self.places() > 0
    }

    /// Whether it covers some thanas of a district.
    pub fn has_part_of(&self, district: &District) -> bool {
        self.thanas.iter().any(|(of, _)| of.id() == district.id())
    }

    fn places(&self) -> usize {
        self.districts.len() + self.thanas.len()
    }

    /// Whether it may be everywhere else in the shop's country: it names nothing.
    fn names_nothing(&self) -> bool {
        !self.names_places() && !self.abroad
    }
}

impl Delivery {
    /// Place of the zone that a thana lies in; `None` when zones name no places, or none covers this one.
    pub fn zone_of(&self, district: &District, thana: &Thana) -> Option<usize> {
        zone_of(&self.zones, district, thana)
    }

    /// Place of the zone that a district lies in, those of its thanas left aside that another zone names; `None` when
    /// none covers it.
    pub fn zone_of_district(&self, district: &District) -> Option<usize> {
        let named = self.zones.iter().position(|zone| zone.districts.contains(&district));
        named.or_else(|| self.zones.iter().position(Zone::names_nothing))
    }

    /// Place of the zone that is everywhere else in the country, where others name places.
    pub fn rest(&self) -> Option<usize> {
        rest(&self.zones)
    }
}

/// The zone that names the thana, else the one that names its district, else the one that is everywhere else.
fn zone_of(zones: &[Zone], district: &District, thana: &Thana) -> Option<usize> {
    let by_thana = |zone: &Zone| zone.thanas.iter().any(|(_, one)| *one == thana);
    let by_district = |zone: &Zone| zone.districts.contains(&district);
    zones.iter().position(by_thana).or_else(|| zones.iter().position(by_district)).or_else(|| rest(zones))
}

fn rest(zones: &[Zone]) -> Option<usize> {
    let named = zones.iter().any(Zone::names_places);
    zones.iter().position(Zone::names_nothing).filter(|_| named)
}

/// Places that zones have named so far, and where.
#[derive(Default)]
pub(super) struct Places {
    districts: Vec<(&'static District, Place)>,
    thanas: Vec<(&'static District, &'static Thana, Place)>,
}

/// The districts and thanas of one zone.
type Covered = (Vec<&'static District>, Vec<(&'static District, &'static Thana)>);

impl Places {
    /// Reads the places of one zone.
    pub(super) fn read(&mut self, reading: &mut Reading<'_, '_>, zone: &schema::Zone) -> Covered {
        let mut covered = (Vec::new(), Vec::new());
        if let Some(first) = zone.districts.first().or(zone.thanas.first())
            && (reading.config().scheme.divisions.is_empty() || !zone.countries.is_empty())
        {
            reading.wrong(Code::ZONE_PLACES, first, &first.value);
            return covered;
        }
        for at in &zone.districts {
            covered.0.extend(self.district(reading, at));
        }
        for at in &zone.thanas {
            covered.1.extend(self.thana(reading, at, &covered.0));
        }
        covered
    }

    fn district(&mut self, reading: &mut Reading<'_, '_>, at: &At<String>) -> Option<&'static District> {
        let scheme = reading.config().scheme;
        let Some(district) = scheme.district(&at.value) else {
            reading.unknown(Code::DISTRICT_UNKNOWN, at, scheme.districts().flat_map(Named::names));
            return None;
        };
        if let Some((_, first)) = self.districts.iter().find(|(one, _)| *one == district) {
            twice(reading, at, first);
            return None;
        }
        self.districts.push((district, reading.place(at)));
        Some(district)
    }

    fn thana(
        &mut self,
        reading: &mut Reading<'_, '_>,
        at: &At<String>,
        own: &[&'static District],
    ) -> Option<(&'static District, &'static Thana)> {
        let scheme = reading.config().scheme;
        let (district, thana) = match scheme.thanas(&at.value).as_slice() {
            [one] => *one,
            [] => {
                let near = scheme.districts().flat_map(|one| &one.thanas).flat_map(Named::names);
                let told =
                    Diagnostic::error(Code::THANA_UNKNOWN).at(reading.place(at)).with("value", &at.value);
                let told = told.with("district", "@place.country");
                reading.found.push(match nearest(&at.value, near) {
                    Some(near) => told.with("near", near).repair(format!("\"{near}\"")),
                    None => told,
                });
                return None;
            }
            several => {
                let known: Vec<String> =
                    several.iter().map(|(one, thana)| format!("{}/{}", one.id(), thana.id())).collect();
                let told = Diagnostic::error(Code::THANA_SEVERAL).at(reading.place(at));
                reading.found.push(told.with("value", &at.value).with("known", known.join(", ")));
                return None;
            }
        };
        // A thana beside its own district says the same twice.
        let with_district = self.districts.iter().find(|(one, _)| *one == district && own.contains(one));
        let first = with_district.map(|(_, place)| place);
        let first = first.or(self.thanas.iter().find(|(_, one, _)| *one == thana).map(|(_, _, place)| place));
        if let Some(first) = first {
            twice(reading, at, first);
            return None;
        }
        self.thanas.push((district, thana, reading.place(at)));
        Some((district, thana))
    }
}

fn twice(reading: &mut Reading<'_, '_>, at: &At<String>, first: &Place) {
    let told = Diagnostic::error(Code::ZONE_PLACE_TWICE).at(reading.place(at)).and(first.clone());
    reading.found.push(told.with("value", &at.value));
}

/// Tells a second zone that is everywhere else, and districts that are in no zone.
pub(super) fn check(reading: &mut Reading<'_, '_>, written: &schema::Delivery, zones: &[Zone]) {
    let places = written.zones.iter().flat_map(|zone| zone.districts.iter().chain(&zone.thanas));
    let home = &reading.config().country;
    let at_home = |zone: &schema::Zone| {
        zone.countries.is_empty() || zone.countries.iter().any(|at| at.value.eq_ignore_ascii_case(home))
    };
    let Some(first) = places.into_iter().next() else {
        let by_district = reading.config().orders.as_ref().is_some_and(|orders| orders.by_district);
        let second = written.zones.iter().filter(|zone| at_home(zone)).nth(1);
        if let Some(second) = second.filter(|_| by_district) {
            reading.error(Code::ZONE_DISTRICTS, &second.id);
        }
        return;
    };
    let names_nothing =
        |zone: &&schema::Zone| zone.districts.is_empty() && zone.thanas.is_empty() && at_home(zone);
    let mut without = written.zones.iter().filter(names_nothing);
    if let Some(one) = without.next() {
        for other in without {
            let told = Diagnostic::error(Code::ZONE_REST_TWICE).at(reading.place(&other.id));
            let told = told.and(reading.place(&one.id)).with("value", &other.id.value);
            reading.found.push(told.with("first", &one.id.value));
        }
    } else if zones.iter().map(Zone::places).eq(written.zones.iter().map(schema_places)) {
        uncovered(reading, first, zones);
    }
}

/// How many places a zone names, as written; a place that was refused makes the count of `Zone::places` smaller.
fn schema_places(zone: &schema::Zone) -> usize {
    zone.districts.len() + zone.thanas.len()
}

fn uncovered(reading: &mut Reading<'_, '_>, first: &At<String>, zones: &[Zone]) {
    let scheme = reading.config().scheme;
    let lacks = |one: &&District| one.thanas.iter().any(|thana| zone_of(zones, one, thana).is_none());
    let names: Vec<&str> =
        scheme.districts().filter(lacks).map(|district| district.name_like(&first.value)).collect();
    if names.is_empty() {
        return;
    }
    let listed = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    let listed = if names.len() > LISTED { format!("{listed}, …") } else { listed };
    let told = Diagnostic::warning(Code::ZONE_UNCOVERED).at(reading.place(first));
    reading.found.push(told.with("count", names.len()).with("known", listed));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{language::PerLanguage, money::Money, name::Handle},
        catalog::{Days, Text},
        postal::Scheme,
    };

    fn zone(id: &str, districts: &[&str], thanas: &[&str]) -> Zone {
        let scheme = Scheme::bd();
        Zone {
            id: Handle::read(id).unwrap(),
            name: PerLanguage::make(1, |_| Text::first(id.to_owned())),
            countries: Vec::new(),
            abroad: id == "abroad",
            districts: districts.iter().map(|name| scheme.district(name).unwrap()).collect(),
            thanas: thanas.iter().map(|name| scheme.thanas(name)[0]).collect(),
            charge: Money::ZERO,
            days: Days { least: 1, most: 2 },
            free_above: None,
        }
    }

    fn zone_of(zones: &[Zone], place: &str) -> Option<usize> {
        let (district, thana) = Scheme::bd().thanas(place)[0];
        super::zone_of(zones, district, thana)
    }

    #[test]
    fn the_thana_is_stronger_than_the_district_and_the_rest_is_last() {
        let abroad = zone("abroad", &[], &[]);
        let zones =
            [abroad, zone("city", &["dhaka"], &[]), zone("rest", &[], &[]), zone("near", &[], &["savar"])];
        assert_eq!(zone_of(&zones, "dhanmondi"), Some(1));
        assert_eq!(zone_of(&zones, "savar"), Some(3));
        assert_eq!(zone_of(&zones, "sreemangal"), Some(2));
        assert_eq!(zone_of(&zones[..2], "sreemangal"), None);
    }

    #[test]
    fn zones_without_places_tell_nothing() {
        assert_eq!(zone_of(&[zone("city", &[], &[]), zone("far", &[], &[])], "savar"), None);
    }
}
