//! Building again: what is written, and that it is always what a clean build writes.

use std::{collections::BTreeSet, fs, time::SystemTime};

use proptest::prelude::*;

use crate::support::{Shop, lines, said};

/// A small shop with two collections, pages, and a picture.
fn shop() -> Shop {
    let shop = Shop::base();
    shop.write("content/collections/clay.md", "+++\ntitle = \"Clay\"\nsummary = \"Of clay.\"\n+++\n");
    shop.write("content/collections/brass.md", "+++\ntitle = \"Brass\"\nsummary = \"Of brass.\"\n+++\n");
    for (name, collection) in
        [("cup", "clay"), ("jug", "clay"), ("bowl", "brass"), ("pot", "brass"), ("lamp", "brass")]
    {
        product(&shop, name, collection, 100);
    }
    shop.write(
        "content/pages/about.md",
        "+++\ntitle = \"About\"\nsummary = \"Us.\"\n+++\nA [cup](/products/cup/).\n",
    );
    shop.write_bytes("content/products/cup/a.png", &picture());
    shop.edit(
        "content/products/cup/index.md",
        "stock",
        "pictures = [{ file = \"a.png\", alt = \"A cup\" }]\nstock",
    );
    shop
}

fn product(shop: &Shop, name: &str, collection: &str, price: u32) {
    let text = format!(
        "+++\nsku = \"{name}\"\ntitle = \"{name}\"\nsummary = \"A {name}.\"\nprice = {price}\ncollections = [\"{collection}\"]\nstock = 5\n+++\nAbout the {name}.\n"
    );
    shop.write(&format!("content/products/{name}/index.md"), &text);
}

fn picture() -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8 * 6, y as u8 * 8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Path, inode-free stamp of every file: a file that was written again shows here.
fn stamps(shop: &Shop) -> Vec<(String, SystemTime)> {
    let folder = shop.path().join("public");
    shop.output()
        .into_keys()
        .map(|path| (path.clone(), fs::metadata(folder.join(path)).unwrap().modified().unwrap()))
        .collect()
}

fn changed(before: &[(String, SystemTime)], after: &[(String, SystemTime)]) -> BTreeSet<String> {
    let before: BTreeSet<_> = before.iter().collect();
    let new = after.iter().filter(|stamp| !before.contains(stamp));
    new.map(|(path, _)| path.clone()).filter(|path| path != ".posra-manifest").collect()
}

#[test]
fn building_twice_writes_nothing() {
    let shop = shop();
    let first = shop.built();
    assert!(first.built.unwrap().written > 30);
    let before = stamps(&shop);
    let second = shop.built().built.unwrap();
    assert!(second.unchanged, "{second:?}");
    assert_eq!(before, stamps(&shop));
    fs::remove_dir_all(shop.path().join(".posra")).unwrap();
    let third = shop.built().built.unwrap();
    assert_eq!((third.unchanged, third.written, third.removed), (false, 0, 0), "without its cache");
    assert_eq!(before, stamps(&shop));
}

#[test]
fn what_a_theme_keeps_for_its_makers_changes_nothing() {
    let shop = shop();
    shop.built();
    for file in ["script/order.ts", "style/roles.css", "README.md"] {
        shop.write(&format!("themes/cotton/{file}"), "changed");
        assert!(shop.built().built.unwrap().unchanged, "{file}");
    }
    shop.write("themes/cotton/assets/more.css", "changed");
    assert!(!shop.built().built.unwrap().unchanged);
}

#[test]
fn a_touched_product_rewrites_the_pages_it_shows_on() {
    let shop = shop();
    shop.built();
    let before = stamps(&shop);
    shop.edit("content/products/jug/index.md", "price = 100", "price = 120");
    let report = shop.built();
    // Its own page, the lists with its card, the page of the cup that it is related to, home, and what the search shows
    // of it. It was as cheap as another and is dearer now, so it moves where goods stand by price.
    let mut expected: BTreeSet<String> = [
        "products/jug/",
        "collections/clay/",
        "products/cup/",
        "products/page/2/",
        "products/sort/price/page/2/",
        "products/sort/price/page/3/",
        "products/sort/price-descending/",
        "products/sort/price-descending/page/2/",
        "",
    ]
    .into_iter()
    .flat_map(|page| ["", "bn/"].map(|tag| format!("{tag}{page}index.html")))
    .collect();
    let of_search = ["search/narrow-price.json", "search/cards-0.json", "bn/search/cards-0.json"];
    expected.extend(of_search.map(str::to_owned));
    assert_eq!(changed(&before, &stamps(&shop)), featured_aside(expected, &shop));
    assert_eq!(report.built.unwrap().written, changed(&before, &stamps(&shop)).len());
}

/// The home page of `plain` shows no prices, so its bytes stay.
fn featured_aside(mut expected: BTreeSet<String>, shop: &Shop) -> BTreeSet<String> {
    assert!(!shop.page("").contains('৳'));
    expected.remove("index.html");
    expected.remove("bn/index.html");
    // `plain` shows related goods by their titles alone.
    expected.remove("products/cup/index.html");
    expected.remove("bn/products/cup/index.html");
    expected
}

#[test]
fn a_removed_product_takes_its_pages_with_it_and_nothing_else() {
    let shop = shop();
    shop.built();
    shop.write("public/CNAME", "shop.example\n");
    fs::remove_dir_all(shop.path().join("content/products/lamp")).unwrap();
    let report = shop.built();
    assert!(report.built.unwrap().removed >= 2);
    assert!(!shop.path().join("public/products/lamp").exists(), "an empty folder is left");
    assert_eq!(shop.page("CNAME"), "shop.example\n");
}

#[test]
fn with_an_error_the_last_site_stays_untouched() {
    let shop = shop();
    shop.built();
    let before = (stamps(&shop), shop.output());
    shop.edit("content/products/jug/index.md", "price = 100", "price = \"1,25\"");
    shop.edit("content/pages/about.md", "/products/cup/", "/products/cub/");
    let report = shop.build();
    assert_eq!(
        said(&report),
        [
            "error link.broken content/pages/about.md:5:3 ~/products/cup/",
            "error price.doubtful content/products/jug/index.md:5:9"
        ],
        "all faults at once"
    );
    assert_eq!(before, (stamps(&shop), shop.output()));
}

#[test]
fn a_damaged_output_file_is_made_anew() {
    let shop = shop();
    shop.built();
    let clean = shop.output();
    shop.write("public/products/cup/index.html", "broken");
    fs::remove_file(shop.path().join("public/sitemap.xml")).unwrap();
    shop.built();
    assert_eq!(clean, shop.output());
}

#[test]
fn place_threads_and_day_change_no_byte() {
    let shop = shop();
    shop.built();
    let other = Shop::copy_of(&shop.path().join("content"));
    drop(other);
    let elsewhere = Shop::copy_of(shop.path());
    for stale in ["public", ".posra"] {
        fs::remove_dir_all(elsewhere.path().join(stale)).unwrap();
    }
    let mut settings = elsewhere.settings();
    settings.now = posra::config::Now::read("2031-02-03T04:05:06Z").unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(7).build().unwrap();
    pool.install(|| posra::pipeline::build(&settings, &crate::support::Quiet)).unwrap();
    assert_eq!(shop.output(), elsewhere.output());
}

/// One change that a merchant may make.
#[derive(Debug, Clone)]
enum Edit {
    Price(usize, u32),
    Move(usize, bool),
    Remove(usize),
    Break(usize),
    About(String),
    Template(u8),
    Picture(bool),
}

const NAMES: [&str; 5] = ["cup", "jug", "bowl", "pot", "lamp"];

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0..5usize, 1..2000u32).prop_map(|(place, price)| Edit::Price(place, price)),
        (0..5usize, any::<bool>()).prop_map(|(place, clay)| Edit::Move(place, clay)),
        (0..5usize).prop_map(Edit::Remove),
        (0..5usize).prop_map(Edit::Break),
        "[a-z <>&*#\n\\[\\]()/]{0,40}".prop_map(Edit::About),
        (0..3u8).prop_map(Edit::Template),
        any::<bool>().prop_map(Edit::Picture),
    ]
}

fn apply(shop: &Shop, edit: &Edit) {
    match edit {
        Edit::Price(place, price) => product(shop, NAMES[*place], "clay", *price),
        Edit::Move(place, clay) => product(shop, NAMES[*place], if *clay { "clay" } else { "brass" }, 100),
        Edit::Remove(place) => {
            let _ = fs::remove_file(shop.path().join(format!("content/products/{}/index.md", NAMES[*place])));
        }
        Edit::Break(place) => {
            shop.write(&format!("content/products/{}/index.md", NAMES[*place]), "+++\nsku = 1\n+++\n")
        }
        Edit::About(text) => {
            shop.write(
                "content/pages/about.md",
                &format!("+++\ntitle = \"About\"\nsummary = \"Us.\"\n+++\n{text}\n"),
            );
        }
        Edit::Template(number) => {
            shop.write("themes/plain/templates/thanks.html", &format!("{number}"));
            shop.write("themes/plain/templates/not-found.html", &format!("{number} {{{{ page.title }}}}"));
        }
        Edit::Picture(there) => {
            let path = "content/products/cup/a.png";
            if *there {
                shop.write_bytes(path, &picture())
            } else {
                let _ = fs::remove_file(shop.path().join(path));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The law: after any edits the output is the clean output, byte for byte, and so are the faults.
    #[test]
    fn incremental_is_clean(edits in proptest::collection::vec(proptest::collection::vec(edit(), 1..3), 1..5)) {
        let shop = shop();
        shop.build();
        let mut last_good = shop.output();
        for step in edits {
            step.iter().for_each(|edit| apply(&shop, edit));
            let report = shop.build();
            let clean = Shop::copy_of(shop.path());
            for stale in ["public", ".posra"] {
                fs::remove_dir_all(clean.path().join(stale)).unwrap();
            }
            let clean_report = clean.build();
            prop_assert_eq!(lines(&report.diagnostics, &report.texts), lines(&clean_report.diagnostics, &clean_report.texts));
            if !report.diagnostics.has_errors() {
                prop_assert_eq!(shop.output(), clean.output());
                last_good = shop.output();
            }
            prop_assert_eq!(&shop.output(), &last_good);
        }
    }
}
