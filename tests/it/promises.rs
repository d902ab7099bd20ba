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
