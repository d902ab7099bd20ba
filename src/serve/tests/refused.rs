//! What nobody gets.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

use super::{
    client::{ask, get, send},
    shop::Shop,
};

const SECRET: &str = "not for the web";

#[test]
fn strangers_are_refused() {
    let (shop, _events) = Shop::open();
    let port = shop.port;
    let own = format!("localhost:{port}");
    for host in [
        "evil.example",
        "localhost",
        "127.0.0.1",
        "localhost:1",
        "localhost.evil.example",
        "",
        "[::1]",
        "0.0.0.0",
    ] {
        for path in ["/", "/__posra/events", "/__posra/reload.js"] {
            let got = ask(port, &format!("GET {path} HTTP/1.1"), &[("Host", host)]);
            assert_eq!(got.status, 403, "{host} {path}");
            assert!(!got.text().contains("My first product"));
        }
        let ported = format!("evil.example:{port}");
        assert_eq!(ask(port, "GET / HTTP/1.1", &[("Host", &ported)]).status, 403);
    }
    for twice in
        [[("Host", own.as_str()), ("Host", "evil.example")], [("Host", "evil.example"), ("Host", &own)]]
    {
        assert!(matches!(ask(port, "GET / HTTP/1.1", &twice).status, 400 | 403));
    }
    assert_eq!(ask(port, "GET http://evil.example/ HTTP/1.1", &[]).status, 403);
    for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"] {
        let host = format!("{host}:{port}");
        assert_eq!(ask(port, "GET / HTTP/1.1", &[("Host", &host)]).status, 200, "{host}");
    }
}

#[test]
fn other_sites_are_refused() {
    let (shop, _events) = Shop::open();
    let port = shop.port;
    let foreign = [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", "http://localhost:1"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Sec-Fetch-Site", "?"),
    ];
    for header in foreign {
        for path in ["/", "/__posra/events", "/__posra/reload.js", "/robots.txt"] {
            let got = ask(port, &format!("GET {path} HTTP/1.1"), &[header]);
            assert_eq!(got.status, 403, "{header:?} {path}");
        }
    }
    let link =
        [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
    let page = ask(port, "GET / HTTP/1.1", &link);
    assert_eq!(page.status, 200, "a link from elsewhere opens a page");
    assert_eq!(ask(port, "GET /__posra/events HTTP/1.1", &link).status, 403);
    let own = format!("http://localhost:{port}");
    assert_eq!(
        ask(port, "GET / HTTP/1.1", &[("Origin", &own), ("Sec-Fetch-Site", "same-origin")]).status,
        200
    );
    assert!(!page.head.to_lowercase().contains("access-control"), "{}", page.head);
}

#[test]
fn nothing_but_orders_is_posted() {
    let (shop, _events) = Shop::open();
    let methods = ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"].map(|method| (method, "/thanks/"));
    let nowhere = ["/nothing/", "/robots.txt", "/assets/", "/__posra/style.css", "/__posra/orders"];
    for (method, path) in methods.into_iter().chain(nowhere.map(|path| ("POST", path))) {
        let got = ask(shop.port, &format!("{method} {path} HTTP/1.1"), &[("Content-Length", "0")]);
        assert_eq!(got.status, 405, "{method} {path}");
        assert!(got.head.to_lowercase().contains("allow: get, head"));
        assert!(got.text().contains("Nothing can be posted to this address"), "{}", got.text());
    }
}

#[test]
fn no_path_leads_out() {
    let (shop, _events) = Shop::open_with(|root| {
        fs::write(root.join("secret.txt"), SECRET).unwrap();
        fs::create_dir(root.join("public")).unwrap();
        fs::write(root.join("public/secret.txt"), SECRET).unwrap();
    });
    let ups = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "..%00",
        "%252e%252e",
        "..;",
        "...",
        "%c0%ae%c0%ae",
        "..\\",
        "%2e%2e%5c",
        ".",
    ];
    let ends = ["/secret.txt", "%2fsecret.txt", "/public/secret.txt", "/../secret.txt"];
    let mut paths: Vec<String> =
        ups.iter().flat_map(|up| ends.iter().map(move |end| format!("/assets/{up}{end}"))).collect();
    let full = shop.path("secret.txt").display().to_string();
    paths.extend(
        ["/secret.txt", "/public/secret.txt", "/posra.toml", "/.posra/ledger", "//secret.txt"]
            .map(str::to_owned),
    );
    paths.extend([full.clone(), format!("/{full}"), format!("/file:{full}"), "/etc/passwd".to_owned()]);
    paths.extend(
        ["/content/products/first/index.md", "/%", "/%2", "/%zz", "/C:/secret.txt", "/con"]
            .map(str::to_owned),
    );
    assert!(paths.len() > 50);
    for path in paths {
        let got = get(shop.port, &path);
        assert!(matches!(got.status, 400 | 404), "{path}: {}", got.status);
        assert!(!got.text().contains(SECRET) && !got.text().contains("root:"), "{path}");
    }
}

#[test]
fn a_question_that_never_ends_keeps_nobody_out() {
    let (shop, _events) = Shop::open();
    let open = |_| {
        let mut stream = TcpStream::connect(("127.0.0.1", shop.port)).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
        stream
    };
    let slow: Vec<TcpStream> = (0..600).map(open).collect();
    assert_eq!(get(shop.port, "/").status, 200);
    drop(slow);
    let large = "x".repeat(20_000);
    let mut answer = String::new();
    // The server may have closed before it was read to the end.
    let _ = send(shop.port, "GET / HTTP/1.1", &[("X", &large)]).read_to_string(&mut answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
}
