use std::collections::BTreeSet;

use super::{COUNTRIES, Named, PartId, Scheme, country, fold::fold};
use crate::base::language::Tag;

fn bengali() -> Tag {
    Tag::read("bn").unwrap()
}

fn english() -> Tag {
    Tag::read("en").unwrap()
}

#[test]
fn the_files_are_whole() {
    let bd = Scheme::bd();
    let thanas: usize = bd.districts().map(|district| district.thanas.len()).sum();
    assert_eq!((bd.divisions.len(), bd.districts().count(), thanas), (8, 64, 605));
    assert_eq!(COUNTRIES.len(), 249);
    assert_eq!((bd.id.as_str(), Scheme::generic().id.as_str()), ("bd", "generic"));
    assert!(Scheme::generic().divisions.is_empty());
}

#[test]
fn every_id_is_ascii_and_every_name_is_in_its_letters() {
    fn sound(one: &impl Named) {
        let id = one.id();
        assert!(!id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{id}");
        let name = one.name(&bengali());
        assert!(name.chars().all(|c| c == ' ' || ('\u{980}'..='\u{9ff}').contains(&c)), "{name}");
        assert!(one.name(&english()).is_ascii(), "{id}");
        for name in one.names() {
            assert_eq!(name, crate::base::name::nfc(name).trim(), "{id}");
        }
    }
    for division in &Scheme::bd().divisions {
        sound(division);
        for district in &division.districts {
            sound(district);
            district.thanas.iter().for_each(sound);
        }
    }
}

#[test]
fn no_name_stands_for_two_places() {
    let mut seen = BTreeSet::new();
    for district in Scheme::bd().districts() {
        for name in district.names().map(fold).collect::<BTreeSet<_>>() {
            assert!(seen.insert(name.clone()), "two districts are called {name}");
        }
        let mut thanas = BTreeSet::new();
        for thana in &district.thanas {
            for name in thana.names().map(fold).collect::<BTreeSet<_>>() {
                assert!(thanas.insert(name.clone()), "two thanas of {} are called {name}", district.id());
            }
        }
    }
}

#[test]
fn places_are_found_by_any_name_however_it_is_typed() {
    let bd = Scheme::bd();
    let district = |written: &str| bd.district(written).map(Named::id);
    for written in ["jashore", "Jessore", "JESSORE", "যশোর", "যশোহর"] {
        assert_eq!(district(written), Some("jashore"), "{written}");
    }
    for written in ["coxs-bazar", "Cox's Bazar", "Cox’s Bazar", "coxsbazar", "কক্স বাজার"]
    {
        assert_eq!(district(written), Some("coxs-bazar"), "{written}");
    }
    // U+09DC as one sign and as two.
    assert_eq!(district("বগু\u{9dc}া"), Some("bogura"));
    assert_eq!(district("বগু\u{9a1}\u{9bc}া"), Some("bogura"));
    assert_eq!(district("Chittagong"), Some("chattogram"));
    assert_eq!(district("Atlantis"), None);
    let dhaka = bd.district("Dacca").unwrap();
    assert_eq!(dhaka.thana("ধানমণ্ডি").map(Named::id), Some("dhanmondi"));
    assert_eq!(dhaka.thana("Sher e Bangla Nagar").map(Named::id), Some("sher-e-bangla-nagar"));
    assert_eq!(bd.division_of(bd.district("bogra").unwrap()).map(Named::id), Some("rajshahi"));
}

#[test]
fn a_thana_of_many_districts_is_named_with_its_own() {
    let bd = Scheme::bd();
    let districts: Vec<&str> = bd.thanas("Kaliganj").iter().map(|(district, _)| district.id()).collect();
    assert_eq!(districts, ["gazipur", "jhenaidah", "satkhira", "lalmonirhat"]);
    let [(district, thana)] = bd.thanas("Gazipur/কালীগঞ্জ")[..] else { panic!() };
    assert_eq!((district.id(), thana.id()), ("gazipur", "kaliganj"));
    assert_eq!(bd.thanas("savar").len(), 1);
    assert!(bd.thanas("gazipur/savar").is_empty());
}

#[test]
fn an_address_is_written_as_its_country_writes_it() {
    let full = |part: PartId| Some(part.as_str().to_owned());
    let generic = |country: &str| Scheme::generic().lines(country, full).join(" / ");
    assert_eq!(Scheme::bd().lines("BD", full).join(" / "), "street / thana, district-postcode");
    assert_eq!(generic("DE"), "street / postcode city / region / country");
    assert_eq!(generic("GB"), "street / city / region / postcode / country");
    assert_eq!(generic("NZ"), "street / city postcode / region / country");
    assert_eq!(generic("US"), "street / city, region postcode / country");
    assert_eq!(generic("IT"), "street / postcode city region / country");
}

#[test]
fn a_part_that_is_not_there_leaves_no_trace() {
    let only = |wanted: &'static [PartId]| {
        move |part: PartId| wanted.contains(&part).then(|| part.as_str().to_owned())
    };
    let bd = |wanted| Scheme::bd().lines("BD", only(wanted)).join(" / ");
    assert_eq!(bd(&[PartId::Street, PartId::Thana, PartId::District]), "street / thana, district");
    assert_eq!(bd(&[PartId::District, PartId::Postcode]), "district-postcode");
    assert_eq!(bd(&[PartId::Thana, PartId::Postcode]), "thana-postcode");
    assert!(Scheme::bd().lines("BD", |_| Some(String::new())).is_empty());
}

#[test]
fn forms_use_the_parts_of_their_scheme_and_name_real_countries_once() {
    for scheme in [Scheme::bd(), Scheme::generic()] {
        let mut seen = BTreeSet::new();
        for form in scheme.forms() {
            let parts: Vec<PartId> = form.lines.iter().flat_map(|line| line.parts()).collect();
            assert!(scheme.parts.iter().all(|part| parts.contains(&part.id)), "{parts:?}");
            assert_eq!(parts.len(), scheme.parts.len());
            for code in &form.countries {
                assert!(country(code).is_some() && seen.insert(code), "{code}");
            }
        }
        for part in &scheme.parts {
            assert!(part.within.is_none_or(|above| part.list && scheme.part(above).is_some()));
        }
    }
}

#[test]
fn countries_are_found_by_their_letters() {
    assert_eq!(country("nz").map(|one| one.name(&english())), Some("New Zealand"));
    assert_eq!(country("GB").map(|one| one.name(&bengali())), Some("যুক্তরাজ্য"));
    assert_eq!((country("UK"), country("NZL"), country("")), (None, None, None));
    assert_eq!(Scheme::of("BD").id, "bd");
    assert_eq!(Scheme::of("GB").id, "generic");
}
