use proptest::prelude::*;

use crate::base::address::Address;

#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "", "a", "a/", "//", "///", "//a", "/a//b", "/a//", "/.", "/./", "/..", "/../", "/a/../b", "/a/./b", "/..a/..", "/%2e%2e/", "/a%2fb", "/100%",
    "/a\\b", "/\\", "/a:b", "/c:/x", "/a?b", "/a#b", "/a*b", "/a\"b", "/<a>", "/a|b", "/a\0b", "/a\nb", "/a\tb", "/a\u{7f}b", "/a\u{85}b",
    "/a\u{202e}b", "/a\u{200e}b", "/a\u{2066}b", "/a\u{feff}b", "/a\u{200b}b", "/a\u{2028}b", "/a\u{e0041}b", "/a\u{ffff}b", "/a.", "/a./b", "/a ", "/ a",
    "/con", "/CON/", "/nul.html", "/Aux.tar.gz", "/com1", "/lpt9/x", "/COM\u{b9}", "https://e.example/", "javascript:x",
];

#[test]
fn addresses_stay_inside() {
    for text in REFUSED {
        assert_eq!(Address::read(text), None, "{text:?}");
    }
    assert_eq!(Address::read(&format!("/{}", "a".repeat(241))), None);
    assert_eq!(Address::read(&format!("/{}", "a".repeat(240))).map(|a| a.is_page()), Some(false));
}

#[test]
fn addresses_are_links_and_files() {
    for (text, link, path) in [
        ("/", "/shop/", "index.html"),
        ("/products/vase/", "/shop/products/vase/", "products/vase/index.html"),
        ("/assets/style.css", "/shop/assets/style.css", "assets/style.css"),
        ("/ক/", "/shop/%E0%A6%95/", "ক/index.html"),
        ("/a b'c&d/", "/shop/a%20b%27c%26d/", "a b'c&d/index.html"),
        ("/.well-known/x", "/shop/.well-known/x", ".well-known/x"),
    ] {
        let address = Address::read(text).unwrap();
        assert_eq!(
            (address.link("/shop/").as_str(), address.output_path().as_str(), address.to_string().as_str()),
            (link, path, text)
        );
    }
    assert_eq!(Address::page(["en", "vase"]), Address::read("/en/vase/").unwrap());
    assert_eq!(Address::file(["assets", "a.css"]), Address::read("/assets/a.css").unwrap());
    assert_eq!(Address::page([]), Address::read("/").unwrap());
}

#[test]
fn addresses_that_are_one_file_somewhere_have_one_key() {
    let key = |text: &str| Address::read(text).unwrap().collision_key();
    for (one, other) in [
        ("/Vase/", "/vase/"),
        ("/é", "/e\u{301}"),
        ("/straße/", "/STRASSE/"),
        ("/ΟΔΟΣ/", "/οδος/"),
        ("/οδοσ/", "/οδος/"),
        ("/ſ", "/s"),
        ("/a/", "/a/index.html"),
        ("/", "/INDEX.html"),
        ("/\u{212a}", "/k"),
    ] {
        assert_eq!(key(one), key(other), "{one} {other}");
    }
    for (one, other) in [("/a/", "/b/"), ("/ক/", "/কা/"), ("/e", "/é"), ("/a", "/a/")] {
        assert_ne!(key(one), key(other), "{one} {other}");
    }
}

#[test]
fn no_stored_address_is_believed() {
    for text in ["\"../x\"", "\"/x\"", "\"a//b\"", "\"a\\u0000\"", "\"e\\u0301\""] {
        assert!(serde_json::from_str::<Address>(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn an_address_never_leaves_and_comes_back_from_its_link(text in "/(\\PC|[a-z./%ক]){0,20}") {
        if let Some(address) = Address::read(&text) {
            let path = address.output_path();
            prop_assert!(path.split('/').all(|part| !matches!(part, "" | "." | "..")), "{}", path);
            let link = address.link("/shop/");
            let page = url::Url::parse("https://e.example/").unwrap().join(&link).unwrap();
            prop_assert_eq!(page.path(), link.as_str());
            prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'&')));
            prop_assert_eq!(Address::read(&address.to_string()), Some(address.clone()));
            let stored = postcard::to_stdvec(&address).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Address>(&stored).unwrap(), address);
        }
    }
}
