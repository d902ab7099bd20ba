//! Orders in a preview: taken as each service takes them, shown as the desk sees them, refused from elsewhere.

use std::fs;

use url::form_urlencoded::Serializer;

use super::{
    client::{Events, Got, ask, get, post, send},
    shop::{PRODUCT, Shop},
};
use crate::ticket::Seal;

const INBOX: &str = "/__posra/orders";
const JSON: (&str, &str) = ("Accept", "application/json");
const ID: &str = "0123456789abcdef0123456789abcdef";

/// The shop with these lines in `[orders]`.
fn shop(orders: &str) -> Shop {
    Shop::open_with(|root| {
        let path = root.join("posra.toml");
        let settings = fs::read_to_string(&path).unwrap();
        let changed = settings.replace("[orders]\nservice = \"netlify\"", orders);
        assert!(orders.contains("netlify\"") || changed != settings);
        fs::write(path, changed).unwrap();
    })
    .0
}

fn endpoint() -> Shop {
    shop("[orders]\nservice = \"endpoint\"\nendpoint = \"https://orders.example/new\"")
}

/// What the form of a product's page posts, with what a buyer typed; a field that is `None` is left out.
fn order(shop: &Shop, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = get(shop.port, "/products/first/").text();
    let form = page.split_once("<form").unwrap().1.split_once("</form>").unwrap().0;
    let value = |tag: &str, name: &str| {
        tag.split_once(&format!("{name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    let hidden = form.split('<').filter(|tag| tag.starts_with("input type=\"hidden\""));
    let mut fields: Vec<_> =
        hidden.map(|tag| (value(tag, "name").unwrap(), value(tag, "value").unwrap())).collect();
    let buyer = [
        ("quantity", "2"),
        ("name", "Rahima"),
        ("mobile", "01712-345678"),
        ("address", "House 1\r\nDhaka"),
        ("zone", "city"),
        ("payment", "cod"),
        ("note", ""),
        ("consent", "yes"),
    ];
    for (name, value) in buyer.iter().chain(typed) {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

fn body(fields: &[(String, String)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Where the form of the product posts to.
fn action(shop: &Shop) -> String {
    let page = get(shop.port, "/products/first/").text();
    page.split_once("action=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

/// Orders; gives the answer.
fn posted(shop: &Shop, typed: &[(&str, &str)], headers: &[(&str, &str)]) -> Got {
    post(shop.port, &action(shop), &body(&order(shop, typed)), headers)
}

fn inbox(shop: &Shop) -> String {
    let got = get(shop.port, INBOX);
    assert_eq!(got.status, 200);
    got.text()
}

fn count(shop: &Shop) -> usize {
    inbox(shop).matches("<article").count()
}

fn head(got: &Got) -> String {
    got.head.to_lowercase()
}

#[test]
fn every_service_takes_orders_as_it_does() {
    let form = "form = \"abc\"";
    // The settings; where forms post to; status and where it leads without script; what a script is told.
    let services = [
        ("netlify", "", "/thanks/", "303 /thanks/", ""),
        ("formspree", form, INBOX, "302 /thanks/", r#"{"next":"https://formspree.io/thanks","ok":true}"#),
        ("web3forms", form, INBOX, "303 /thanks/", r#"{"success":true}"#),
        ("basin", form, INBOX, "302 /thanks/", r#"{"success":true}"#),
        ("apps-script", form, INBOX, "200", ""),
        (
            "endpoint",
            "endpoint = \"https://orders.example/\"",
            INBOX,
            "303 /thanks/",
            r#"{"next":"/thanks/"}"#,
        ),
    ];
    for (service, more, place, plain, json) in services {
        let shop = shop(&format!(
            "[orders]\nservice = \"{service}\"\n{more}\nredirects = [\"https://pay.example\"]"
        ));
        assert_eq!(action(&shop), place, "{service}");
        let page = get(shop.port, "/products/first/").text();
        let policy =
            page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split('"').next().unwrap();
        assert!(policy.contains("connect-src &#39;self&#39;;"), "{service}: {policy}");
        assert!(policy.ends_with("form-action &#39;self&#39; https://pay.example"), "{service}: {policy}");
        let got = posted(&shop, &[], &[]);
        let location =
            head(&got).split_once("location: ").map(|(_, rest)| rest.lines().next().unwrap().to_owned());
        let led = location.map_or_else(|| got.status.to_string(), |to| format!("{} {to}", got.status));
        assert_eq!(led, plain, "{service}: {}", got.text());
        if service == "apps-script" {
            assert!(got.text().contains("href=\"/thanks/\""), "{}", got.text());
        }
        let scripted = posted(&shop, &[("id", ID), ("mobile", "01812-345678")], &[JSON]);
        match json {
            "" => assert_eq!(scripted.status, got.status, "{service}"),
            _ => assert_eq!((scripted.status, scripted.text().as_str()), (200, json), "{service}"),
        }
        let page = inbox(&shop);
        assert_eq!(page.matches("<article class=\"good\">").count(), 2, "{service}: {page}");
        assert!(page.contains(&format!("<code>{service}</code>")), "{page}");
    }
}

#[test]
fn an_order_is_shown_as_the_desk_sees_it_and_newest_first() {
    let shop = endpoint();
    posted(&shop, &[("number", "ABC-DEF"), ("id", ID)], &[]);
    posted(&shop, &[("number", "XYZ-234"), ("mobile", "+44 20 7946 0018"), ("quantity", "১")], &[]);
    let page = inbox(&shop);
    assert!(page.find("XYZ-234") < page.find("ABC-DEF"), "{page}");
    // The preview begins on 2026-11-21 at midnight in Dhaka; nothing else is later.
    for words in [
        "✓ good",
        "2026-11-21 00:",
        "2 × My first product [FIRST-1]",
        "+8801712345678",
        "+442079460018",
        "In the city",
        "not signed",
        "House 1\nDhaka",
        "Orders: 2 (2 came). Good: 2.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("1,000") && page.contains("1,060"), "goods and total: {page}");
    assert!(
        page.contains("<tr><th scope=\"row\"><bdi>mobile</bdi></th><td><bdi>01712-345678</bdi></td></tr>")
    );
}

#[test]
fn what_is_wrong_is_said() {
    let shop = shop("[orders]\nservice = \"netlify\"");
    for (typed, words) in [
        (("quantity", "0"), "<code>FIRST-1</code>: <code>0</code> pieces cannot be ordered"),
        (("zone", "mars"), "no delivery zone <code>mars</code>"),
        (("mobile", "12"), "<code>12</code> is not a phone number"),
        (("bot-field", "filled"), "the field that people do not see is filled"),
        (("variant", "OTHER"), "does not sell <code>OTHER</code>"),
    ] {
        assert_eq!(posted(&shop, &[typed], &[]).status, 303);
        let page = inbox(&shop);
        assert!(page.contains(words) && page.contains("<article class=\"stop\">"), "{words}: {page}");
        post(shop.port, "/__posra/orders/empty", "", &[]);
    }
}

#[test]
fn a_ticket_is_valid_altered_or_missing() {
    let seal = Seal::from_bytes([7; 32]);
    let (public, secret) = (seal.public().as_str().to_owned(), seal.secret());
    let (shop, _events) = Shop::open_with(|root| {
        let path = root.join("posra.toml");
        let settings = fs::read_to_string(&path).unwrap();
        fs::write(
            &path,
            format!("{settings}\n[orders.tickets]\nkeys = [\"{public}\"]\nfile = \"order.key\"\n"),
        )
        .unwrap();
        fs::write(root.join("order.key"), &secret).unwrap();
    });
    let fields = order(&shop, &[]);
    let ticket = fields.iter().find(|(name, _)| name == "ticket").unwrap().1.clone();
    assert!(ticket.contains("FIRST-1=50000"), "{ticket}");
    for (ticket, state, verdict) in [
        (ticket.as_str(), "valid", "good"),
        (&ticket.replace("=50000", "=50"), "altered", "stop"),
        ("", "not signed", "look"),
    ] {
        posted(&shop, &[("ticket", ticket)], &[]);
        let page = inbox(&shop);
        let said = format!("<dt>Signature</dt><dd><bdi>{state}</bdi></dd>");
        assert!(
            page.contains(&said) && page.contains(&format!("<article class=\"{verdict}\">")),
            "{state}: {page}"
        );
        // The price is the shop's, whatever was posted.
        assert!(page.contains("1,060"), "{page}");
        post(shop.port, "/__posra/orders/empty", "", &[]);
    }
}

#[test]
fn ten_copies_are_one_order() {
    for shop in [endpoint(), shop("[orders]\nservice = \"netlify\"")] {
        for id in [ID, ""] {
            let answers: Vec<Got> = (0..10).map(|_| posted(&shop, &[("id", id)], &[])).collect();
            assert!(answers.iter().all(|got| got.status == 303 && got.head.contains("/thanks/")));
            let page = inbox(&shop);
            assert_eq!(page.matches("<article").count(), 1, "{page}");
            assert!(page.contains("came 10 times; counted once") && page.contains("(10 came)"), "{page}");
            assert_eq!(post(shop.port, "/__posra/orders/empty", "", &[]).status, 303);
            assert_eq!(count(&shop), 0);
        }
    }
}

#[test]
fn an_endpoint_keeps_the_contract() {
    let shop = endpoint();
    let got = posted(&shop, &[("name", ""), ("quantity", "0"), ("zone", "mars")], &[JSON]);
    assert_eq!(got.status, 422);
    let errors: serde_json::Value = serde_json::from_slice(&got.body).unwrap();
    for field in ["name", "quantity", "zone"] {
        assert!(errors["errors"][field].is_string(), "{errors}");
    }
    assert_eq!(posted(&shop, &[("name", "")], &[]).status, 422);
    assert_eq!(posted(&shop, &[("leave_empty", "x")], &[]).status, 303, "in silence");
    for back in ["", "https://evil.example/", "//evil.example/", "http://localhost:1/", "javascript:alert(1)"]
    {
        let got = posted(&shop, &[("return", back)], &[]);
        assert_eq!((got.status, head(&got).contains("location")), (400, false), "{back}");
    }
    let double = format!("http://localhost:{}//evil.example/", shop.port);
    assert_eq!(posted(&shop, &[("return", &double)], &[]).status, 400);
    assert_eq!(count(&shop), 0, "nothing of it was kept");
    // The same id is answered as before, whatever else has changed, and the first one stays.
    assert_eq!(posted(&shop, &[("id", ID)], &[JSON]).status, 200);
    assert_eq!(posted(&shop, &[("id", ID), ("name", "")], &[JSON]).status, 200);
    let page = inbox(&shop);
    assert!(page.contains("came 2 times") && page.contains("<dd><bdi>Rahima</bdi></dd>"), "{page}");
}

#[test]
fn netlify_keeps_what_the_form_declares() {
    let shop = shop("[orders]\nservice = \"netlify\"");
    posted(&shop, &[("price", "1"), ("bot-field", "")], &[]);
    let page = inbox(&shop);
    assert!(page.contains("<bdi>bot-field</bdi>") && page.contains("<bdi>consent</bdi>"), "{page}");
    assert!(!page.contains("<bdi>price</bdi>"), "{page}");
    assert_eq!(posted(&shop, &[("form-name", "other")], &[]).status, 404);
    assert_eq!(posted(&shop, &[("form-name", "")], &[]).status, 400);
    assert_eq!(count(&shop), 1);
}

#[test]
fn hostile_texts_stay_texts() {
    let shop = shop("[orders]\nservice = \"formspree\"\nform = \"abc\"");
    let hostile =
        "</dd></details><script>alert(1)</script><img src=x onerror=alert(1)>\"'\0\u{7}\u{202e}`<b>`";
    let mut fields: Vec<(String, String)> =
        order(&shop, &[]).into_iter().map(|(name, _)| (name, hostile.to_owned())).collect();
    fields.retain(|(name, _)| name != "_next");
    fields.push((hostile.to_owned(), hostile.to_owned()));
    assert_eq!(post(shop.port, INBOX, &body(&fields), &[]).status, 200);
    let got = get(shop.port, INBOX);
    let page = got.text();
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("<img") && !page.contains("<b>`") && !page.contains("\" onerror"), "{page}");
    assert!(!page.contains(['\0', '\u{7}', '\u{202e}']), "{page}");
    assert!(got.head.contains("default-src 'none'") && !got.head.contains("unsafe"), "{}", got.head);
    assert!(page.contains("no delivery zone") && page.contains("is no kind of order"), "{page}");
}

#[test]
fn too_much_and_other_things_are_refused() {
    let shop = endpoint();
    let large = "a=".to_owned() + &"x".repeat(64 << 10);
    assert_eq!(post(shop.port, INBOX, &large, &[]).status, 413);
    let chunked = format!("{:x}\r\n{large}\r\n0\r\n\r\n", large.len());
    let got = post(shop.port, INBOX, &chunked, &[("Transfer-Encoding", "chunked"), ("Content-Length", "")]);
    assert_eq!(got.status, 413);
    let many = "a=1&".repeat(101);
    assert_eq!(post(shop.port, INBOX, &many, &[]).status, 413);
    assert_eq!(post(shop.port, INBOX, "{}", &[("Content-Type", "application/json")]).status, 415);
    assert_eq!(post(shop.port, INBOX, "", &[]).status, 400);
    assert_eq!(count(&shop), 0);
    let most = format!("{}&note={}", body(&order(&shop, &[])), "x".repeat(60 << 10));
    assert_eq!(post(shop.port, INBOX, &most, &[]).status, 303);
    assert_eq!(count(&shop), 1);
}

#[test]
fn nobody_else_posts_or_looks() {
    let shop = endpoint();
    let ported = format!("evil.example:{}", shop.port);
    let fields = body(&order(&shop, &[]));
    for header in [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", "http://localhost:1"),
        ("Host", "evil.example"),
        ("Host", &ported),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ] {
        let navigate = [header, ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
        for path in [INBOX, "/__posra/orders/empty", "/thanks/"] {
            assert_eq!(post(shop.port, path, &fields, &navigate).status, 403, "{header:?} {path}");
        }
        for path in [INBOX, "/__posra/orders/events"] {
            assert_eq!(
                ask(shop.port, &format!("GET {path} HTTP/1.1"), &navigate).status,
                403,
                "{header:?} {path}"
            );
        }
    }
    assert_eq!(count(&shop), 0);
    let got = post(shop.port, INBOX, &fields, &[]);
    assert!(got.status == 303 && !head(&got).contains("access-control"), "{}", got.head);
}

#[test]
fn the_page_hears_of_orders_and_the_shop_s_pages_do_not() {
    let (shop, mut pages) = Shop::open_with(|_| ());
    let mut events = Events::at(shop.port, "/__posra/orders/events");
    let before = events.next();
    posted(&shop, &[], &[]);
    assert_eq!(events.next(), before + 1);
    assert_eq!(count(&shop), 1);
    assert!(inbox(&shop).contains(&format!("-{}\" data-events=\"/__posra/orders/events\"", before + 1)));
    assert_eq!(post(shop.port, "/__posra/orders/empty", "", &[]).status, 303);
    assert_eq!(events.next(), before + 2);
    assert_eq!(count(&shop), 0);
    shop.replace(PRODUCT, "My first product", "A blue jug");
    assert_eq!(pages.next(), 2, "the first news since the shop was made");
}

#[test]
fn a_broken_shop_judges_by_its_last_good_state_and_one_without_orders_says_so() {
    let (shop, mut events) = Shop::open_with(|_| ());
    let good = shop.read("posra.toml");
    shop.write("posra.toml", "name = ");
    events.next();
    assert_eq!(posted(&shop, &[("form-name", "order")], &[]).status, 303);
    let page = inbox(&shop);
    assert!(page.contains("last good state") && page.contains("✓ good"), "{page}");
    assert!(get(shop.port, "/").text().contains("<a href=\"/__posra/orders\">"), "the faults lead to it");
    let fields = body(&order(&shop, &[]));
    shop.write("posra.toml", &good.replace("[orders]\nservice = \"netlify\"", ""));
    events.next();
    assert_eq!(post(shop.port, INBOX, &fields, &[]).status, 404);
    let page = inbox(&shop);
    assert!(page.contains("takes no orders") && page.matches("<article").count() == 1, "{page}");
}

#[test]
fn without_a_good_site_it_is_said() {
    let (shop, _events) = Shop::open_with(|root| fs::write(root.join("posra.toml"), "name = <b>").unwrap());
    let got = get(shop.port, INBOX);
    assert!(got.status == 500 && got.text().contains("name = &lt;b&gt;"), "{}", got.text());
    assert_eq!(post(shop.port, INBOX, "a=1", &[]).status, 500);
}

#[test]
fn nothing_is_written_and_two_hundred_are_kept() {
    let shop = shop("[orders]\nservice = \"basin\"\nform = \"abc\"");
    let fields = body(&order(&shop, &[]));
    for number in 0..205 {
        let one = format!("{fields}&id={number:032x}&name=Nobody-Writes-This-{number}");
        assert_eq!(post(shop.port, INBOX, &one, &[]).status, 302);
    }
    assert_eq!(inbox(&shop).matches("<details").count(), 200);
    for entry in walkdir::WalkDir::new(shop.path("")).into_iter().map(Result::unwrap) {
        let holds = entry.file_type().is_file()
            && String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).contains("Nobody-Writes-This");
        assert!(!holds, "an order is in {}", entry.path().display());
    }
    let said = shop.heard.lines().join("\n");
    assert!(!said.contains("Nobody-Writes-This"), "{said}");
}

#[test]
fn a_body_that_never_ends_keeps_nobody_out() {
    let shop = endpoint();
    let host = format!("localhost:{}", shop.port);
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let headers = [("Host", host.as_str()), kind, ("Content-Length", "1000")];
    let slow: Vec<_> = (0..600).map(|_| send(shop.port, "POST /__posra/orders HTTP/1.1", &headers)).collect();
    assert_eq!(count(&shop), 0);
    drop(slow);
    assert_eq!(count(&shop), 0);
}
