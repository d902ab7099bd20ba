//! What is served, and how.

use std::fs;

use super::{
    client,
    client::get,
    shop::{PRODUCT, Shop},
};

#[test]
fn pages_and_files() {
    let (shop, _events) = Shop::open();
    let port = shop.port;
    let page = get(port, "/products/first/");
    assert_eq!(page.status, 200, "{}", page.head);
    assert!(page.head.contains("text/html"), "{}", page.head);
    assert!(page.text().contains("My first product"));
    assert!(page.text().contains(&format!("http://localhost:{port}/products/first/")), "links fit");
    assert!(page.text().contains("<script src=\"/__posra/reload.js\" data-version="));
    assert!(!page.text().contains("posra-faults"));
    assert_eq!(get(port, "/products/first/index.html").body, page.body);
    let moved = get(port, "/products/first?size=s");
    assert_eq!(moved.status, 302);
    assert!(moved.head.contains("/products/first/?size=s"), "{}", moved.head);
    let robots = get(port, "/robots.txt");
    assert_eq!((robots.status, robots.text().contains("script")), (200, false));
    assert!(robots.head.contains("text/plain"));
    for (own, kind) in [("reload.js", "text/javascript"), ("style.css", "text/css")] {
        let got = get(port, &format!("/__posra/{own}"));
        assert!(got.status == 200 && got.head.contains(kind), "{}", got.head);
    }
    let head = client::ask(port, "HEAD /products/first/ HTTP/1.1", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(
        head.head.to_lowercase().contains(&format!("content-length: {}", page.body.len())),
        "{}",
        head.head
    );
}

#[test]
fn what_is_missing_is_said_in_the_shop_s_words() {
    let (shop, _events) = Shop::open_with(|root| {
        let settings = fs::read_to_string(root.join("posra.toml")).unwrap();
        fs::write(root.join("posra.toml"), settings.replace("[\"en\"]", "[\"en\", \"bn\"]")).unwrap();
    });
    for (path, tag) in [("/nothing", "en"), ("/nothing/", "en"), ("/bn/nothing", "bn"), ("/%FF", "en")] {
        let page = get(shop.port, path);
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text().contains(&format!("<html lang=\"{tag}\"")), "{path}: {}", page.text());
        assert!(page.text().contains("/__posra/reload.js"), "{path}");
    }
}

#[test]
fn a_base_path_stays() {
    let (shop, _events) = Shop::open_with(|root| {
        let settings = fs::read_to_string(root.join("posra.toml")).unwrap();
        fs::write(
            root.join("posra.toml"),
            settings.replace("https://example.com/", "https://example.com/my/shop/"),
        )
        .unwrap();
    });
    for path in ["/", "/my/shop"] {
        let got = get(shop.port, path);
        assert!(got.status == 302 && got.head.contains("/my/shop/"), "{path}: {}", got.head);
    }
    let page = get(shop.port, "/my/shop/products/first/");
    assert!(page.status == 200 && page.text().contains("href=\"/my/shop/"), "{}", page.head);
    assert_eq!(get(shop.port, "/products/first/").status, 404);
}

#[test]
fn only_the_cache_is_written() {
    let (shop, mut events) = Shop::open_with(|root| {
        fs::create_dir(root.join("public")).unwrap();
        fs::write(root.join("public/mine.txt"), "mine").unwrap();
    });
    let text = shop.read(PRODUCT);
    for number in 0..5 {
        shop.write(PRODUCT, &text.replace("My first", &format!("My {number} first")));
        events.next();
        assert!(get(shop.port, "/products/first/").text().contains(&format!("My {number} first")));
    }
    let names: Vec<_> =
        fs::read_dir(shop.path("public")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["mine.txt"]);
    for entry in walkdir::WalkDir::new(shop.path("")).into_iter().map(Result::unwrap) {
        let script = entry.file_type().is_file()
            && fs::read(entry.path()).unwrap().windows(7).any(|window| window == b"__posra");
        assert!(!script, "the script is in {}", entry.path().display());
    }
    // The address is told after the first run, and before any other.
    assert_eq!(shop.heard.lines()[..2], ["made".to_owned(), format!("http://localhost:{}/", shop.port)]);
}
