//! One truth: a promise is set in one place and stands everywhere.

use crate::support::Shop;

/// Structured data of a page.
fn data(page: &str) -> serde_json::Value {
    let json = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_delivery_charge_changes_everywhere_together() {
    let shop = Shop::at_the_root();
    shop.built();
    let before = (
        shop.page("products/brass-bowl/"),
        shop.page("policies/delivery/"),
        shop.page("en/products/brass-bowl/"),
    );
    let charge = |page: &str, text: &str| assert!(page.contains(text), "no {text}");
    charge(&before.0, "১৩০");
    charge(&before.1, "১৩০");
    charge(&before.2, "130");
    shop.edit("content/policies/delivery.md", "charge = 130", "charge = 1375");
    shop.built();
    for (page, text) in [
        ("products/brass-bowl/", "১,৩৭৫"),
        ("products/clay-cups/", "১,৩৭৫"),
        ("policies/delivery/", "১,৩৭৫"),
        ("en/products/brass-bowl/", "1,375"),
        ("en/policies/delivery/", "1,375"),
    ] {
        charge(&shop.page(page), text);
        assert!(
            !shop.page(page).contains("১৩০") && !shop.page(page).contains(">130<"),
            "{page} still says the old charge"
        );
    }
    for page in ["products/brass-bowl/", "policies/delivery/", "en/policies/delivery/", ""] {
        let data = data(&shop.page(page)).to_string();
        assert!(
            data.contains("\"maxValue\":\"1375.00\""),
            "the data of /{page} does not say the charge: {data}"
        );
        assert!(!data.contains("130.00"), "the data of /{page} says the old charge");
    }
}

#[test]
fn a_return_window_changes_everywhere_together() {
    let shop = Shop::at_the_root();
    shop.edit("content/policies/returns.md", "window_days = 7", "window_days = 23");
    shop.built();
    for (page, text) in [
        ("products/brass-bowl/", "২৩"),
        ("policies/returns/", "২৩"),
        ("en/policies/returns/", "23"),
        ("en/products/brass-bowl/", "23"),
    ] {
        assert!(shop.page(page).contains(text), "{page} does not say {text}");
    }
    for page in ["products/brass-bowl/", "policies/returns/", ""] {
        assert!(data(&shop.page(page)).to_string().contains("\"merchantReturnDays\":23"), "/{page}");
    }
}

#[test]
fn a_good_that_stops_being_new_is_the_next_change() {
    let shop = Shop::at_the_root();
    let newer = [("brass-bowl", "2025-03-01", "2026-11-10"), ("honey", "2025-06-14", "2026-10-01")];
    for (product, old, day) in newer {
        let path = format!("content/products/{product}/index.md");
        shop.edit(&path, &format!("published = {old}"), &format!("published = {day}"));
    }
    shop.edit("content/collections/new.md", "new_days = 365", "new_days = 20");
    let report = shop.built();
    let next = report.built.and_then(|built| built.next_change);
    assert_eq!(next.map(|moment| moment.date().to_string()).as_deref(), Some("2026-11-30"));
    assert!(shop.page("collections/new/").contains("/products/brass-bowl/"));
    assert!(!shop.page("collections/new/").contains("<a href=\"/products/honey/"));
}

#[test]
fn the_address_is_told_to_machines_part_by_part() {
    let shop = Shop::at_the_root();
    shop.built();
    let address = |page: &str| {
        data(&shop.page(page))["@graph"]
            .as_array()
            .into_iter()
            .flatten()
            .find_map(|thing| thing.get("address").cloned())
            .unwrap()
    };
    assert_eq!(
        address("en/"),
        serde_json::json!({
            "@type": "PostalAddress",
            "streetAddress": "Rayerbazar",
            "addressLocality": "Dhanmondi",
            "addressRegion": "Dhaka",
            "postalCode": "1209",
            "addressCountry": "BD",
        })
    );
    assert_eq!(address("")["addressLocality"], "ধানমন্ডি");
    assert_eq!(address("")["postalCode"], "1209");
}

#[test]
fn countries_with_the_same_zones_are_one_destination() {
    let shop = Shop::at_the_root();
    let abroad = "[[zones]]\nid = \"abroad\"\nname = \"বিদেশে\"\ncountries = [\"NP\", \"IN\"]\ncharge = 1500\ndays = [7, 15]\n\n[[zones]]\nid = \"outside\"";
    shop.edit("content/policies/delivery.md", "[[zones]]\nid = \"outside\"", abroad);
    shop.edit("content/policies/delivery.en.md", "[zones]\n", "[zones]\nabroad = \"Abroad\"\n");
    shop.built();
    let told = data(&shop.page("en/policies/delivery/")).to_string();
    let region = |code: &str| format!("{{\"@type\":\"DefinedRegion\",\"addressCountry\":\"{code}\"}}");
    assert!(told.contains(&format!("\"shippingDestination\":[{},{}]", region("IN"), region("NP"))), "{told}");
    assert!(told.contains(&format!("\"shippingDestination\":{}", region("BD"))), "{told}");
    assert!(told.contains("\"applicableCountry\":[\"BD\",\"NP\",\"IN\"]"), "{told}");
}

#[test]
fn tags_without_a_name_are_listed_by_check() {
    let shop = Shop::at_the_root();
    shop.edit("content/tags.toml", ", en = \"Clay\"", "");
    let report = posra::check::check(&shop.settings(), &crate::support::Quiet).unwrap();
    assert_eq!(crate::support::said(&report), ["note check.tag-names content/tags.toml"]);
    let note = report.diagnostics.iter().next().unwrap();
    assert!(note.args.contains(&("value", "মাটি".to_owned())), "{note:?}");
}
