//! The look of a shop: tokens come out, the shop's own changes reach every page, and what cannot be read is mended.

use posra::diag::Severity;

use crate::support::{Shop, said};

/// The smallest shop with the theme that comes with the program, and `look` in its settings.
fn shop(look: &str) -> Shop {
    let shop = Shop::empty();
    shop.write(
        "posra.toml",
        &format!(
            "name = \"Corner\"\naddress = \"https://shop.example/\"\nlanguages = [\"en\", \"bn\"]\ncurrency = \"BDT\"\n\
             country = \"BD\"\ntime_zone = \"Asia/Dhaka\"\n{look}"
        ),
    );
    shop.write(
        "content/products/cup/index.md",
        "+++\nsku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\n+++\n",
    );
    shop.write("content/products/cup/index.bn.md", "+++\ntitle = \"কাপ\"\nsummary = \"একটি কাপ।\"\n+++\n");
    shop
}

/// The one file whose path begins and ends so.
fn file(shop: &Shop, start: &str, end: &str) -> (String, String) {
    let found: Vec<_> = shop
        .output()
        .into_iter()
        .filter(|(path, _)| path.starts_with(start) && path.ends_with(end))
        .collect();
    let [(path, bytes)] = found.as_slice() else { panic!("{} files {start}…{end}", found.len()) };
    (path.clone(), String::from_utf8_lossy(bytes).into_owned())
}

fn sheet(shop: &Shop) -> (String, String) {
    file(shop, "assets/product.", ".css")
}

const LOOKS: [&str; 3] = ["cotton", "fashion", "grocery"];

#[test]
fn every_look_of_the_theme_is_sound_and_another() {
    let mut sheets = Vec::new();
    for look in LOOKS {
        let shop = shop(&format!("[look]\nname = \"{look}\"\n"));
        shop.built();
        sheets.push(sheet(&shop).1);
    }
    sheets.dedup();
    assert_eq!(sheets.len(), LOOKS.len());
    let plain = shop("");
    plain.built();
    assert_eq!(sheet(&plain).1, sheets[0], "the theme's first choice is cotton");
}

/// The shop at the root, with all its kinds of pages, in the other looks.
#[test]
fn a_whole_shop_is_built_in_every_look() {
    for look in ["fashion", "grocery"] {
        let shop = Shop::at_the_root();
        let settings = shop.read("posra.toml");
        shop.write("posra.toml", &format!("{settings}\n[look]\nname = \"{look}\"\n"));
        shop.built();
        // Cards have the proportion of the look.
        let proportion = if look == "fashion" { "240x300" } else { "240x240" };
        assert!(shop.page("products/").contains(proportion), "{look}");
    }
}

#[test]
fn tokens_stand_before_the_sheet_and_change_its_name() {
    let shop = shop("");
    shop.built();
    let (before, text) = sheet(&shop);
    assert!(text.starts_with(":root{color-scheme:light dark;--paper:#f7f4ee;"), "{}", &text[..200]);
    assert_eq!(
        text.matches("--paper:#").count(),
        2,
        "a colour of the look stands in one place for each scheme"
    );
    shop.edit(
        "posra.toml",
        "time_zone",
        "look = { radius = 9, light = { accent = \"#005f5f\" }, fonts = { heading = \"sans\", heading_size = 110 } }\ntime_zone",
    );
    shop.built();
    let (after, text) = sheet(&shop);
    assert_ne!(before, after);
    for own in ["--accent:#005f5f;", "--radius:9px;", "--scale:1.1;"] {
        assert!(text.contains(own), "no {own}");
    }
    assert!(!text.contains("--deep:#1f2a63"), "what follows the accent is still the look's");
    for page in ["products/cup/", "bn/products/cup/"] {
        let page = shop.page(page);
        assert!(page.contains(&after) && !page.contains(&before), "a page has the old sheet");
    }
}

/// A shop has no faces for languages that it does not speak.
#[test]
fn faces_are_those_of_the_shops_languages() {
    let shop = shop("");
    shop.built();
    assert!(sheet(&shop).1.contains("[lang]:lang(bn){--sans:Noto Sans Bengali,"));
    shop.edit("posra.toml", "[\"en\", \"bn\"]", "[\"en\"]");
    shop.remove("content/products/cup/index.bn.md");
    shop.built();
    let (_, text) = sheet(&shop);
    assert!(text.contains("[lang]{--sans:system-ui,") && !text.contains("Noto Sans Bengali"), "{text}");
}

#[test]
fn a_font_of_the_shops_own_stands_before_the_faces() {
    let shop = shop(
        "[look]\nweb_fonts = [{ file = \"fonts/own.woff2\", family = \"Own Face\", face = \"heading\", weight = [400, 700] }]\n",
    );
    shop.write("fonts/own.woff2", "wOF2 and so on");
    shop.built();
    let (path, _) = file(&shop, "assets/own/font.", ".woff2");
    let (_, text) = sheet(&shop);
    let url = path.strip_prefix("assets/").unwrap();
    let face = format!(
        "@font-face{{font-family:\"Own Face\";src:url({url}) format(\"woff2\");font-weight:400 700;font-display:optional}}"
    );
    assert!(text.starts_with(&face), "{}", &text[..300]);
    assert_eq!(text.matches("--display:\"Own Face\",").count(), 2);
    assert!(!text.contains("--sans:\"Own Face\""));
    assert!(shop.page("").contains("font-src &#39;self&#39;"));
}

#[test]
fn a_logo_has_its_size_and_the_shops_name() {
    let svg = |size: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}><path d=\"M0 0h9v9z\"/></svg>")
    };
    for (look, size, expected) in [
        ("", "viewBox=\"0 0 300 100\"", "width=\"120\" height=\"40\""),
        ("", "viewBox=\"0,0,60,20\"", "width=\"60\" height=\"20\""),
        ("", "width=\"50px\" height=\"25\" viewBox=\"0 0 9 9\"", "width=\"50\" height=\"25\""),
        (", width = 90", "viewBox=\"0 0 300 100\"", "width=\"90\" height=\"30\""),
        (", height = 24", "viewBox=\"0 0 300 100\"", "width=\"72\" height=\"24\""),
        (", width = 20, height = 30", "", "width=\"20\" height=\"30\""),
    ] {
        let shop = shop(&format!("[look]\nlogo = {{ file = \"logo.svg\"{look} }}\n"));
        shop.write("logo.svg", &svg(size));
        shop.built();
        let (path, _) = file(&shop, "assets/own/logo.", ".svg");
        let image = format!("<img src=\"/{path}\" {expected} alt=\"Corner\">");
        assert!(shop.page("products/cup/").contains(&image), "no {image}");
    }
}

/// Dark pages have their own, and a logo in `content/` is no unknown picture.
#[test]
fn a_logo_may_have_a_dark_one() {
    let shop = shop("[look]\nlogo = { file = \"content/logo.png\", dark = \"night.svg\" }\n");
    let cup = std::fs::read(
        crate::support::repository().join("tests/sites/corner/shop/content/products/cup/cup.png"),
    );
    shop.write_bytes("content/logo.png", &cup.unwrap());
    shop.write("night.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    shop.built();
    let page = shop.page("");
    let (day, _) = file(&shop, "assets/own/logo.", ".png");
    let (night, _) = file(&shop, "assets/own/logo.", ".svg");
    let source =
        format!("<source media=\"(prefers-color-scheme: dark)\" srcset=\"/{night}\"><img src=\"/{day}\"");
    assert!(page.contains(&source), "{page}");
    // Another picture under the same name is another page.
    shop.write("night.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>");
    shop.built();
    assert_ne!(file(&shop, "assets/own/logo.", ".svg").0, night);
    assert!(!shop.page("").contains(&night));
}

/// `text` with spaces behind it, so many bytes.
fn padded(text: &str, bytes: usize) -> String {
    format!("{text}{}", " ".repeat(bytes - text.len()))
}

#[test]
fn what_weighs_much_is_told() {
    let look = "[look]\nweb_fonts = [{ file = \"f.woff2\", family = \"F\", face = \"text\" }]\nlogo = { file = \"l.svg\" }\n";
    for (font, logo, code) in [
        (45 << 10, 15 << 10, None),
        ((45 << 10) + 1, (15 << 10) + 1, Some("warning look.heavy")),
        (2 << 20, 2 << 20, Some("error file.large")),
    ] {
        let shop = shop(look);
        shop.write("f.woff2", &padded("wOF2", font));
        shop.write("l.svg", &padded("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>", logo));
        let said = said(&shop.build());
        assert_eq!(said.len(), if code.is_some() { 2 } else { 0 }, "{said:?}");
        assert!(said.iter().all(|one| one.starts_with(code.unwrap_or_default())), "{said:?}");
    }
}

/// The repair that is shown, written into the file, ends the fault.
#[test]
fn a_repair_of_contrast_is_the_end_of_it() {
    for colours in [
        "[look.light]\naccent = \"#7f8ad0\"\n",
        "[look.light]\nbutton = \"#e0a030\"\n",
        "[look.dark]\nquiet = \"#555555\"\nink = \"#777777\"\n",
        "[look.light]\npaper = \"#c9b79a\"\n",
        "[look.dark]\npaper = \"#3a3a46\"\npatch = \"#44444f\"\n",
    ] {
        let shop = shop(colours);
        let report = shop.build();
        let mut text = shop.read("posra.toml");
        let mut repairs: Vec<_> = report.diagnostics.iter().filter_map(|one| one.repair.clone()).collect();
        assert!(!repairs.is_empty(), "{colours}");
        repairs.sort_by_key(|repair| std::cmp::Reverse(repair.place.span));
        for repair in repairs {
            let (start, end) = repair.place.span.unwrap();
            text.replace_range(start..end, &repair.text);
        }
        shop.write("posra.toml", &text);
        let left: Vec<_> =
            shop.build().diagnostics.iter().filter(|one| one.severity == Severity::Error).cloned().collect();
        assert!(left.is_empty(), "{text}\n{left:?}");
    }
}
