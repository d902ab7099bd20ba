//! Blocks and notices: what is one, where it may stand, and what is wrong with it.

use super::*;

const ROW: &str = "Before\n\n## Sides\n\n```pictures\n![one](a.jpg)\n\n  ![two *ক*](b.jpg)  \n```\n\nAfter\n";

#[test]
fn a_block_parts_the_words() {
    let (parts, faults) = to_parts(ROW, OPTIONS, &Site);
    assert_eq!(faults, []);
    let [Part::Html(before), Part::Block { block: Block::Pictures(row), level: 3 }, Part::Html(after)] =
        parts.as_slice()
    else {
        panic!("{parts:?}")
    };
    assert_eq!(before.as_str(), "<p>Before</p>\n<h2 id=\"sides\">Sides</h2>\n");
    assert_eq!(after.as_str(), "<p>After</p>\n");
    let row: Vec<(&str, &str, &str)> =
        row.iter().map(|one| (&ROW[one.span.clone()], one.destination.as_str(), one.alt.as_str())).collect();
    assert_eq!(row, [("![one](a.jpg)", "a.jpg", "one"), ("![two *ক*](b.jpg)", "b.jpg", "two ক")]);
}

#[test]
fn a_text_may_be_a_block_alone() {
    for text in
        ["```products\ncup\n```", "~~~~ products \r\ncup\r\n~~~~~", "  ```products\n cup\n  ```\n\n\n"]
    {
        let (parts, faults) = to_parts(text, OPTIONS, &Site);
        assert_eq!(faults, [], "{text:?}");
        let [Part::Block { block: Block::Products(items), level: 2 }] = parts.as_slice() else {
            panic!("{text:?} is {parts:?}")
        };
        assert_eq!((items[0].name.as_str(), &text[items[0].span.clone()]), ("cup", "cup"), "{text:?}");
    }
}

#[test]
fn names_are_in_nfc_and_keep_their_places() {
    let text = "```size-chart\n\u{9af}\u{9bc}\n\u{9df}x\n```\n";
    let (parts, faults) = to_parts(text, OPTIONS, &Site);
    let [Part::Block { block: Block::SizeCharts(items), .. }] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!(faults, []);
    assert_eq!(items[1].name, "\u{9af}\u{9bc}x");
    assert_eq!(&text[items[1].span.clone()], "\u{9df}x");
}

#[test]
fn words_without_a_name_stay_as_they_are() {
    assert_eq!(html("```\nproducts\n```"), "<pre tabindex=\"0\"><code>products\n</code></pre>\n");
    assert_eq!(html("    products\n"), "<pre tabindex=\"0\"><code>products\n</code></pre>\n");
    assert_eq!(faults("> [!link](/products/vase/)\n\n> \\[!X] x\n\n> [!]\n\n[!X]"), []);
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let known = &BLOCKS;
    let notices = &NOTICES;
    let told: [(&str, &str, BodyFaultKind); 16] = [
        ("```product\ncup\n```", "product", BodyFaultKind::BlockUnknown { known }),
        ("``` products 3\ncup\n```", "products 3", BodyFaultKind::BlockUnknown { known }),
        ("- ```rust\n  cup\n  ```", "rust", BodyFaultKind::BlockUnknown { known }),
        ("> [!Nota]\n> x", "Nota", BodyFaultKind::BlockUnknown { known: notices }),
        ("- > [!নোট] x", "নোট", BodyFaultKind::BlockUnknown { known: notices }),
        ("> [!note] x", "note", BodyFaultKind::NoticeWords),
        ("- ```products\n  cup\n  ```", "products", BodyFaultKind::BlockInside),
        ("> ~~~pictures\n> x\n> ~~~", "pictures", BodyFaultKind::BlockInside),
        ("> [!NOTE]\n> ```products\n> cup\n> ```", "products", BodyFaultKind::BlockInside),
        ("[^1]\n\n[^1]: a\n\n    ```products\n    cup\n    ```", "products", BodyFaultKind::BlockInside),
        ("```products\ncup\n\nAnd more words.", "products", BodyFaultKind::BlockOpen),
        ("```products\n\n```", "products", BodyFaultKind::BlockEmpty),
        ("```products\ncup\njug\n cup\n```", "cup", BodyFaultKind::BlockTwice),
        ("```pictures\n![a](a.jpg)\n- ![b](b.jpg)\n```", "- ![b](b.jpg)", BodyFaultKind::BlockPicture),
        ("```pictures\n![a](a.jpg \"t\")\n```", "![a](a.jpg \"t\")", BodyFaultKind::BlockPicture),
        ("```pictures\n![](a.jpg)\n```", "![](a.jpg)", BodyFaultKind::NoAlt),
    ];
    for (text, at, kind) in told {
        assert_eq!(faults(text), [(at, kind)], "{text:?}");
    }
    let elsewhere = BodyFaultKind::Picture(PictureLinkFault::Elsewhere);
    assert_eq!(faults("```pictures\n![a](https://e.example/a.jpg)\n```")[0].1, elsewhere);
}

#[test]
fn pictures_and_charts_are_found_at_the_top_alone() {
    let text = format!("{ROW}\n> ```pictures\n> ![x](x.jpg)\n> ```\n\n![c](c.jpg)\n");
    let found = pictures(&text);
    let found: Vec<(&str, bool)> =
        found.iter().map(|one| (one.picture.destination.as_str(), one.in_row)).collect();
    assert_eq!(found, [("c.jpg", false), ("a.jpg", true), ("b.jpg", true)]);
    assert_eq!(size_charts("```size-chart\na\nb\n```\n\n- ```size-chart\n  c\n  ```"), ["a", "b"]);
}

#[test]
fn blocks_are_said_by_what_they_name() {
    let title = |named: Named<'_>| match named {
        Named::Product("cup") => Some("Clay cup".to_owned()),
        Named::Product("jug") => Some("Jug".to_owned()),
        Named::SizeChart("shirt") => Some("Shirts".to_owned()),
        _ => None,
    };
    let text = "For tea:\n\n```products\ncup\ngone\njug\n```\n\nand more\n\n```\ncode\n```\n";
    assert_eq!(plain_text(text, 100, &title), "For tea: Clay cup, Jug and more");
    assert_eq!(plain_text("```size-chart\nshirt\n```", 100, &title), "Shirts");
    assert_eq!(
        plain_text("# Sides\n\n```pictures\n![one](a.jpg)\n![two](b.jpg)\n```", 100, &title),
        "Sides one, two"
    );
    assert_eq!(plain_text("[^1]\n\n[^1]: n\n\n    ```products\n    cup\n    ```", 100, &title), "");
}

#[test]
fn ids_of_the_page_are_left_to_it() {
    let options = Options { taken: &["order", "main"], ..OPTIONS };
    let (parts, faults) = to_parts("# Order\n## Order\n[a](#order)", options, &Site);
    assert_eq!(faults, []);
    let html = joined(&parts);
    assert!(html.contains("<h2 id=\"order-2\">") && html.contains("<h3 id=\"order-3\">"), "{html}");
    assert!(html.contains("<a href=\"#order-2\">"), "{html}");
}
