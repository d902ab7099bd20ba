//! Where an order may be sent, as the buyer chooses it: delivery zones, or the districts in them.

use super::SitePlan;
use crate::{
    base::language::Lang,
    catalog::{Terms, Zone, ZoneTerms},
    postal::{District, Named},
    view::{DistrictChoice, ZoneChoice},
};

impl SitePlan<'_> {
    /// The zones of `terms`; where districts are chosen, each with its own, and none without.
    pub(super) fn zone_choices(&self, lang: Lang, terms: &Terms<'_>) -> Vec<ZoneChoice> {
        let by_district = self.catalog.config.orders.as_ref().is_some_and(|orders| orders.by_district);
        let choice = |one: &ZoneTerms<'_>| ZoneChoice {
            id: one.zone.id.to_string(),
            name: self.said(lang, &one.zone.name[lang]),
            charge: self.charge(lang, one.charge),
            districts: if by_district { self.district_choices(lang, one.zone) } else { Vec::new() },
        };
        terms.zones.iter().map(choice).filter(|zone| !by_district || !zone.districts.is_empty()).collect()
    }

    /// The districts of a zone in the reader's order. A district of which the zone has some thanas alone is called
    /// after both; a zone abroad stands for itself.
    fn district_choices(&self, lang: Lang, zone: &Zone) -> Vec<DistrictChoice> {
        let config = self.catalog.config;
        let zone_name = &zone.name[lang].text;
        if zone.abroad {
            return vec![DistrictChoice { id: format!(".{}", zone.id), name: zone_name.clone() }];
        }
        let Some(delivery) = self.catalog.delivery() else { return Vec::new() };
        let name = |district: &District| district.name(config.tag(lang)).to_owned();
        let choice = |district: &District| {
            let whole = delivery.zone_of_district(district).and_then(|place| delivery.zones.get(place));
            if whole.is_some_and(|whole| whole.id == zone.id) {
                return Some(DistrictChoice { id: district.id().to_owned(), name: name(district) });
            }
            zone.has_part_of(district).then(|| DistrictChoice {
                id: format!("{}.{}", district.id(), zone.id),
                name: format!("{} – {zone_name}", name(district)),
            })
        };
        let mut choices: Vec<DistrictChoice> = config.scheme.districts().filter_map(choice).collect();
        let locale = &config.locales[lang];
        choices.sort_by(|one, other| locale.compare(&one.name, &other.name));
        choices
    }

    /// The zone of each value of `district`, for endpoints.
    pub(super) fn district_zones(&self) -> Option<serde_json::Map<String, serde_json::Value>> {
        let orders = self.catalog.config.orders.as_ref().filter(|orders| orders.by_district);
        let terms = orders.and_then(|_| self.catalog.terms(None))?;
        let zones = self.zone_choices(Lang::FIRST, &terms);
        let pairs = zones.into_iter().flat_map(|zone| {
            zone.districts.into_iter().map(move |one| (one.id, serde_json::Value::from(zone.id.clone())))
        });
        Some(pairs.collect())
    }
}
