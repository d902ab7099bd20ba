//! Parts that many specimens share.

use crate::{
    base::html::{Html, ScriptJson},
    view::{
        Alternate, Amount, Area, AreaDistrict, AreaThanas, Bar, Body, Business, Card, Channel,
        CollectionCard, Crumb, Day, Days, Delivery, GalleryPicture, GuideCard, Head, Hours, Language, Link,
        Logo, Offer, Part, Payment, Picture, PictureSource, Price, Property, Rating, Returns, Share,
        SharePicture, Site, SizeChart, SizeRow, Stock, Text, Tier, UnitPrice, Warranty, Zone,
    },
};

/// The value when the specimen is full.
pub(super) fn some<T>(full: bool, value: T) -> Option<T> {
    full.then_some(value)
}

/// One value when the specimen is full, none when it is bare.
pub(super) fn list<T>(full: bool, value: T) -> Vec<T> {
    some(full, value).into_iter().collect()
}

pub(super) fn link(title: &str) -> Link {
    Link { title: title.to_owned(), lang: None, link: format!("/{title}/"), current: false }
}

pub(super) fn amount() -> Amount {
    Amount {
        text: "৳ ১,২৫০".into(),
        before: "৳ ".into(),
        number: "১,২৫০".into(),
        after: String::new(),
        machine: "1250.00".into(),
    }
}

pub(super) fn price(full: bool) -> Price {
    Price {
        now: amount(),
        from: full,
        was: some(full, amount()),
        saved: some(full, amount()),
        offer: some(full, offer(full)),
        per: some(full, UnitPrice { amount: amount(), quantity: some(full, "100".into()), unit: "g" }),
    }
}

fn offer(full: bool) -> Offer {
    Offer {
        name: some(full, text(full, "Festival offer")),
        ends: day(),
        until: "2026-12-01T00:00:00+06:00".into(),
    }
}

/// Words of the merchant; those of a full specimen are in another language than the page.
pub(super) fn text(full: bool, words: &str) -> Text {
    Text { text: words.to_owned(), lang: some(full, "bn".into()) }
}

/// A text with every kind of part.
pub(super) fn body(full: bool) -> Body {
    let parts = || {
        vec![
            words(),
            Part::Products { cards: vec![card(true), card(false)], level: 3 },
            Part::Pictures { pictures: vec![picture(), picture(), picture()] },
            Part::SizeChart { chart: size_chart(true) },
            Part::SizeChart { chart: size_chart(false) },
        ]
    };
    Body { parts: if full { parts() } else { Vec::new() }, lang: some(full, "bn".into()) }
}

fn words() -> Part {
    Part::Html { html: Html::made("<p>Body</p>".to_owned()) }
}

/// A chart; how to measure is said by words alone.
pub(super) fn size_chart(full: bool) -> SizeChart {
    let row = |name: &str| SizeRow { name: text(full, name), values: vec!["20".into(), "38–39".into()] };
    SizeChart {
        title: text(full, "Sizes of shirts"),
        unit: if full { "inch" } else { "cm" },
        sizes: vec![text(full, "38"), text(full, "40")],
        rows: vec![row("Chest"), row("Length")],
        body: Body { parts: list(full, words()), lang: some(full, "bn".into()) },
    }
}

pub(super) fn day() -> Day {
    Day { text: "30 November 2026".into(), machine: "2026-11-30".into() }
}

pub(super) fn stock(full: bool) -> Stock {
    Stock {
        state: if full { "low" } else { "out" },
        count: some(full, 2),
        days: None,
        comes: None,
        available: full,
    }
}

/// Every other state of stock.
pub(super) fn stocks() -> [Stock; 3] {
    let promised = |state, days, comes| Stock { state, count: None, days, comes, available: true };
    [
        promised("made-to-order", Some(Days { least: 5, most: 7 }), None),
        promised("pre-order", None, Some(day())),
        Stock { state: "discontinued", count: None, days: None, comes: None, available: false },
    ]
}

pub(super) fn tier() -> Tier {
    Tier { from: 6, price: amount() }
}

pub(super) fn gallery_picture() -> GalleryPicture {
    GalleryPicture { picture: picture(), thumbnail: picture() }
}

pub(super) fn picture() -> Picture {
    Picture {
        alt: "A cup".into(),
        width: 800,
        height: 600,
        sizes: "100vw".into(),
        sources: vec![PictureSource {
            media_type: "image/webp",
            media: Some("(prefers-reduced-motion: no-preference)"),
            srcset: "/pictures/a-800.webp 800w".into(),
        }],
        srcset: "/pictures/a-800.jpg 800w".into(),
        fallback: "/pictures/a-800.jpg".into(),
        full: "/pictures/a-800.jpg".into(),
        tint: Some("b".into()),
    }
}

pub(super) fn card(full: bool) -> Card {
    Card {
        link: "/products/cup/".into(),
        title: text(full, "Cup"),
        price: some(full, price(full)),
        stock: stock(full),
        rating: some(full, Rating { average: "4.5".into(), count: 22 }),
        picture: some(full, picture()),
    }
}

pub(super) fn collection_card(full: bool) -> CollectionCard {
    CollectionCard {
        link: "/collections/clay/".into(),
        title: text(full, "Clay"),
        summary: text(full, "Of clay."),
        count: 3,
        picture: some(full, picture()),
    }
}

pub(super) fn guide_card(full: bool) -> GuideCard {
    GuideCard {
        link: "/guides/care/".into(),
        title: text(full, "Care"),
        summary: text(full, "How to care."),
        date: "1 November 2026".into(),
        day: "2026-11-01".into(),
        picture: some(full, picture()),
    }
}

pub(super) fn delivery(full: bool) -> Delivery {
    let days = Days { least: 1, most: 3 };
    let zone = |charge| Zone {
        id: "city".into(),
        name: text(full, "In the city"),
        charge,
        days,
        free_above: some(full, amount()),
    };
    Delivery {
        zones: vec![zone(some(full, amount())), zone(None)],
        handling: days,
        free_above: some(full, amount()),
        note: some(full, text(full, "Packed with care.")),
        policy: link("delivery"),
    }
}

pub(super) fn areas(full: bool) -> Vec<Area> {
    let names = |full: bool| list(full, "Savar".to_owned());
    let bare = Area {
        zone: text(full, "Elsewhere"),
        districts: Vec::new(),
        thanas: Vec::new(),
        rest: true,
        countries: Vec::new(),
    };
    let named = Area {
        districts: vec![
            AreaDistrict { name: "Dhaka".into(), without: names(full) },
            AreaDistrict { name: "Gazipur".into(), without: Vec::new() },
        ],
        thanas: list(full, AreaThanas { district: "Dhaka".into(), thanas: names(full) }),
        rest: false,
        countries: list(full, "India".into()),
        ..bare.clone()
    };
    if full { vec![named, bare] } else { Vec::new() }
}

pub(super) fn returns(full: bool) -> Returns {
    Returns {
        window_days: if full { 7 } else { 0 },
        paid_by: "buyer",
        faulty_paid_by: "shop",
        refund_days: 7,
        refund: "full",
        methods: if full { vec!["courier", "shop"] } else { Vec::new() },
        conditions: list(full, text(full, "Unused.")),
        note: some(full, text(full, "Unless it is broken.")),
        policy: link("returns"),
    }
}

pub(super) fn warranty(full: bool) -> Warranty {
    Warranty {
        months: if full { 12 } else { 0 },
        given_by: "shop",
        remedies: if full { vec!["repair", "replace", "refund"] } else { Vec::new() },
        covers: list(full, text(full, "A handle that comes off.")),
        note: some(full, text(full, "Longer for this one.")),
        policy: link("warranty"),
    }
}

pub(super) fn head(kind: &'static str, full: bool) -> Head {
    let share_picture = SharePicture {
        link: "https://shop.example/a.jpg".into(),
        width: 800,
        height: 600,
        alt: "A cup".into(),
    };
    Head {
        kind,
        title: "Cup · Corner".into(),
        description: "A cup.".into(),
        canonical: some(full, "https://shop.example/".into()),
        alternates: vec![Alternate {
            tag: "bn".into(),
            name: "বাংলা".into(),
            link: "/".into(),
            absolute: some(full, "https://shop.example/".into()),
            current: full,
        }],
        default_alternate: some(full, "https://shop.example/".into()),
        crumbs: list(full, Crumb { title: "Home".into(), lang: None, link: Some("/".into()) }),
        share: Share {
            kind: "website",
            picture: some(full, share_picture),
            properties: list(full, Property { name: "product:price:currency", value: "BDT".into() }),
        },
        data: some(full, ScriptJson::new(&serde_json::json!({ "@type": "WebSite" }))),
        policy: "default-src 'none'".into(),
        hidden: !full,
    }
}

fn logo(full: bool) -> Logo {
    Logo { link: "/logo.svg".into(), dark: some(full, "/logo-dark.svg".into()), width: 120, height: 40 }
}

pub(super) fn site(full: bool) -> Site {
    let words = |text: &str| some(full, text.to_owned());
    let hours = Hours { first: "sat", last: some(full, "thu"), open: "10:00".into(), close: "20:00".into() };
    let channel = Channel { kind: "phone", label: "+880".into(), link: "tel:+8801700000000".into() };
    let payment = Payment { kind: "cash-on-delivery", name: words("Cash"), note: words("Pay at the door.") };
    Site {
        name: "Corner".into(),
        tagline: words("Things for the home."),
        bar: some(full, Bar { light: "#f7f4ee".into(), dark: "#171513".into() }),
        logo: some(full, logo(full)),
        language: Language { tag: "bn".into(), direction: "ltr" },
        home: "/".into(),
        products: link("products"),
        search: link("search"),
        collections: list(full, link("clay")),
        brands: some(full, link("brands")),
        tags: some(full, link("tags")),
        guides: some(full, link("guides")),
        pages: list(full, link("about")),
        policies: list(full, link("delivery")),
        contact: link("contact"),
        feed: words("/guides/feed.xml"),
        channels: list(full, channel),
        hours: list(full, hours),
        reply_hours: some(full, 24),
        payments: list(full, payment),
        business: Business {
            legal_name: words("Corner Ltd"),
            trade_licence: words("1"),
            dbid: words("2"),
            tax_id: words("3"),
            address: if full {
                vec!["Rayerbazar".into(), "Dhanmondi, Dhaka-1209".into()]
            } else {
                Vec::new()
            },
        },
    }
}
