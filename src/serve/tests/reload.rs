//! Edits, faults and floods.

use std::fs;

use super::{
    client::{Events, get},
    shop::{PRODUCT, Shop},
};

const PAGE: &str = "/products/first/";

#[test]
fn an_edit_arrives() {
    let (shop, mut events) = Shop::open();
    shop.replace(PRODUCT, "My first product", "A blue jug");
    assert_eq!(events.next(), 2);
    assert!(get(shop.port, PAGE).text().contains("A blue jug"));
}

#[test]
fn faults_stand_over_the_last_good_page_until_they_are_mended() {
    let (shop, mut events) = Shop::open();
    let good = shop.read(PRODUCT);
    shop.write(PRODUCT, &good.replace("price = 500", "prise = 500 # <script>"));
    events.next();
    let page = get(shop.port, PAGE);
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("My first product") && page.text().contains("posra-faults"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("prise") && page.text().contains("key.unknown"), "{}", page.text());
    assert!(page.text().contains("# &lt;script&gt;"), "{}", page.text());
    shop.write(PRODUCT, &good.replace("My first", "My mended"));
    events.next();
    let page = get(shop.port, PAGE).text();
    assert!(page.contains("My mended product") && !page.contains("posra-faults"), "{page}");
    assert!(shop.heard.lines().contains(&"faulty, kept: true".to_owned()), "{:?}", shop.heard.lines());
}

#[test]
fn going_back_to_what_is_shown_takes_the_faults_away() {
    let (shop, mut events) = Shop::open();
    let good = shop.read(PRODUCT);
    shop.write(PRODUCT, "no front matter");
    events.next();
    assert!(get(shop.port, PAGE).text().contains("posra-faults"));
    shop.write(PRODUCT, &good);
    events.next();
    assert!(!get(shop.port, PAGE).text().contains("posra-faults"));
}

#[test]
fn settings_that_cannot_be_read_are_told_too() {
    let (shop, mut events) = Shop::open();
    let good = shop.read("posra.toml");
    for broken in ["name = ", "", "\0"] {
        shop.write("posra.toml", broken);
        events.next();
        let page = get(shop.port, PAGE).text();
        assert!(page.contains("My first product") && page.contains("posra-faults"), "{page}");
    }
    shop.write("posra.toml", &good);
    events.next();
    assert!(!get(shop.port, PAGE).text().contains("posra-faults"));
}

#[test]
fn without_a_good_site_the_faults_are_the_page() {
    let (shop, mut events) =
        Shop::open_with(|root| fs::write(root.join("posra.toml"), "name = <b>").unwrap());
    let page = get(shop.port, PAGE);
    assert_eq!(page.status, 500);
    assert!(page.head.contains("default-src 'none'") && page.text().contains("default-src &#39;none&#39;"));
    assert!(
        page.text().contains("name = &lt;b&gt;") && page.text().contains("/__posra/reload.js"),
        "{}",
        page.text()
    );
    let settings = crate::scaffold::FILES.iter().find(|(path, _)| *path == "posra.toml").unwrap().1;
    shop.write("posra.toml", settings);
    events.next();
    assert_eq!(get(shop.port, PAGE).status, 200);
}

#[test]
fn a_storm_without_change_is_no_news() {
    let (shop, mut events) = Shop::open();
    let text = shop.read(PRODUCT);
    for round in 0..2000 {
        // As editors save: the file is whole at every moment.
        let beside = format!("content/products/first/.{round}.swp");
        shop.write(&beside, &text);
        fs::rename(shop.path(&beside), shop.path(PRODUCT)).unwrap();
        shop.write("public/index.html", &round.to_string());
    }
    shop.replace(PRODUCT, "My first product", "After the storm");
    assert_eq!(events.next(), 2, "the storm was no news");
    assert!(get(shop.port, PAGE).text().contains("After the storm"));
}

#[test]
fn folders_that_come_and_go_are_seen() {
    let (shop, mut events) = Shop::open();
    let product = shop.read(PRODUCT);
    shop.write(
        "content/products/new/deep/../index.md",
        &product.replace("FIRST-1", "NEW-1").replace("My first", "My new"),
    );
    events.next();
    assert_eq!(get(shop.port, "/products/new/").status, 200);
    fs::remove_dir_all(shop.path("content/products/new")).unwrap();
    events.next();
    assert_eq!(get(shop.port, "/products/new/").status, 404);
    fs::rename(shop.path("content"), shop.path("other")).unwrap();
    events.next();
    fs::rename(shop.path("other"), shop.path("content")).unwrap();
    events.next();
    shop.replace(PRODUCT, "My first product", "Seen in the folder that came back");
    while !get(shop.port, PAGE).text().contains("Seen in the folder") {
        events.next();
    }
}

#[test]
fn who_asks_late_hears_what_is_now() {
    let (shop, mut events) = Shop::open();
    shop.replace(PRODUCT, "My first product", "Later");
    let now = events.next();
    assert_eq!(Events::of(shop.port).next(), now);
    assert!(get(shop.port, PAGE).text().contains(&format!("data-version=\"{}-{now}\"", std::process::id())));
}
