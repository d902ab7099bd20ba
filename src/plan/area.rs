//! Where each delivery zone is, in the reader's words and order.

use super::SitePlan;
use crate::{
    base::language::Lang,
    catalog::{Delivery, Zone},
    postal::{District, Named, Thana},
    view::{Area, AreaDistrict, AreaThanas},
};

impl SitePlan<'_> {
    /// The places of every zone that has some to tell.
    pub(super) fn areas(&self, lang: Lang, delivery: &Delivery) -> Vec<Area> {
        let rest = delivery.rest();
        let areas = delivery
            .zones
            .iter()
            .enumerate()
            .map(|(place, zone)| Area {
                zone: self.said(lang, &zone.name[lang]),
                districts: self.area_districts(lang, delivery, zone),
                thanas: self.area_thanas(lang, zone),
                rest: rest == Some(place),
                countries: self.area_countries(lang, zone),
            })
            .filter(|area| {
                area.rest
                    || !area.districts.is_empty()
                    || !area.thanas.is_empty()
                    || !area.countries.is_empty()
            });
        areas.collect()
    }

    fn area_districts(&self, lang: Lang, delivery: &Delivery, zone: &Zone) -> Vec<AreaDistrict> {
        let others = delivery.zones.iter().flat_map(|zone| &zone.thanas);
        let without = |district: &District| {
            let outside = others.clone().filter(|(one, _)| *one == district);
            self.sorted(lang, outside.map(|(_, thana)| self.place_name(lang, *thana)).collect())
        };
        let mut districts: Vec<AreaDistrict> = zone
            .districts
            .iter()
            .map(|one| AreaDistrict { name: self.place_name(lang, *one), without: without(one) })
            .collect();
        let locale = &self.catalog.config.locales[lang];
        districts.sort_by(|one, other| locale.compare(&one.name, &other.name));
        districts
    }

    fn area_thanas(&self, lang: Lang, zone: &Zone) -> Vec<AreaThanas> {
        let mut districts: Vec<(&District, Vec<&Thana>)> = Vec::new();
        for (district, thana) in &zone.thanas {
            match districts.iter_mut().find(|(one, _)| one == district) {
                Some((_, thanas)) => thanas.push(thana),
                None => districts.push((district, vec![thana])),
            }
        }
        let named = |thanas: Vec<&Thana>| {
            self.sorted(lang, thanas.into_iter().map(|thana| self.place_name(lang, thana)).collect())
        };
        let mut areas: Vec<AreaThanas> = districts
            .into_iter()
            .map(|(one, thanas)| AreaThanas { district: self.place_name(lang, one), thanas: named(thanas) })
            .collect();
        let locale = &self.catalog.config.locales[lang];
        areas.sort_by(|one, other| locale.compare(&one.district, &other.district));
        areas
    }

    /// Countries of a zone, when it is not the shop's alone.
    fn area_countries(&self, lang: Lang, zone: &Zone) -> Vec<String> {
        let config = self.catalog.config;
        if let [one] = zone.countries.as_slice()
            && one.code == config.country
        {
            return Vec::new();
        }
        let tag = config.tag(lang);
        self.sorted(lang, zone.countries.iter().map(|country| country.name(tag).to_owned()).collect())
    }

    fn place_name(&self, lang: Lang, place: &impl Named) -> String {
        place.name(self.catalog.config.tag(lang)).to_owned()
    }

    fn sorted(&self, lang: Lang, mut names: Vec<String>) -> Vec<String> {
        let locale = &self.catalog.config.locales[lang];
        names.sort_by(|one, other| locale.compare(one, other));
        names
    }
}
