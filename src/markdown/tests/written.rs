//! What is written for each thing a merchant may write.

use super::{valid::check, *};

/// Text, and its HTML without line ends.
#[rustfmt::skip]
const WRITTEN: &[(&str, &str)] = &[
    ("ক *খ* **গ** ~~ঘ~~ `<b>`", "<p>ক <em>খ</em> <strong>গ</strong> <del>ঘ</del> <code>&lt;b&gt;</code></p>"),
    ("38\" ... -- 'x'", "<p>38&quot; ... -- &#39;x&#39;</p>"),
    ("a\\\nb", "<p>a<br>b</p>"),
    ("# Vase\n## Size\n", "<h2 id=\"vase\">Vase</h2><h3 id=\"size\">Size</h3>"),
    ("## Vase\n#### Size\n### Care", "<h2 id=\"vase\">Vase</h2><h3 id=\"size\">Size</h3><h3 id=\"care\">Care</h3>"),
    ("### A\n## B", "<h2 id=\"a\">A</h2><h2 id=\"b\">B</h2>"),
    ("# A\n# A\n# A 2\n# A", "<h2 id=\"a\">A</h2><h2 id=\"a-2\">A</h2><h2 id=\"a-2-2\">A 2</h2><h2 id=\"a-3\">A</h2>"),
    ("# ক্রিকেট ব্যাট", "<h2 id=\"ক্রিকেট-ব্যাট\">ক্রিকেট ব্যাট</h2>"),
    ("# Size guide {#Size_Guide .x onclick=y}", "<h2 id=\"size-guide\">Size guide</h2>"),
    ("# !?\n#\n# *\u{200b}*", "<h2>!?</h2>"),
    ("[a](#size)\n# Size", "<p><a href=\"#size\">a</a></p><h2 id=\"size\">Size</h2>"),
    ("[a](#%E0%A6%95)\n# ক", "<p><a href=\"#ক\">a</a></p><h2 id=\"ক\">ক</h2>"),
    ("[a](/products/vase/ \"T & t\")", "<p><a href=\"/shop/products/vase/\" title=\"T &amp; t\">a</a></p>"),
    ("[](/products/vase/)", "<p><a href=\"/shop/products/vase/\">/products/vase/</a></p>"),
    ("[a](HTTPS://Example.COM/ক?x=1&y)", "<p><a href=\"https://example.com/%E0%A6%95?x=1&amp;y\" rel=\"noopener\">a</a></p>"),
    ("<https://example.com/@x>", "<p><a href=\"https://example.com/@x\" rel=\"noopener\">https://example.com/@x</a></p>"),
    ("<a@b.example>", "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>"),
    ("[01711-000 000](tel:+8801711000000)", "<p><a href=\"tel:+8801711000000\">01711\u{2011}000\u{a0}000</a></p>"),
    ("a ![v & v](vase.jpg) b", "<p>a <img src=\"/vase.webp\" alt=\"v &amp; v\"> b</p>"),
    ("![v](vase.jpg)", "<p><img src=\"/vase.webp\" alt=\"v\"></p>"),
    ("![v](vase.jpg \"A vase\")", "<figure><img src=\"/vase.webp\" alt=\"v\"><figcaption>A vase</figcaption></figure>"),
    ("![v](gone.jpg)", "<p>v</p>"),
    ("a <b onclick=x>c</b> <!-- d -->", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt; </p>"),
    ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("<!-- a\nb -->\n\nc", "<p>c</p>"),
    ("- [x] a\n- [ ] b", "<ul><li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li><li class=\"task\"><label><input type=\"checkbox\" disabled> b</label></li></ul>"),
    ("- [x] a\n\n  c\n- d", "<ul><li class=\"task\"><p><label><input type=\"checkbox\" disabled checked> a</label></p><p>c</p></li><li><p>d</p></li></ul>"),
    ("- [ ] a\n  - b", "<ul><li class=\"task\"><label><input type=\"checkbox\" disabled> a</label><ul><li>b</li></ul></li></ul>"),
    ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
    ("Cotton\n: soft\n: cool", "<dl><dt>Cotton</dt><dd>soft</dd><dd>cool</dd></dl>"),
    ("> [!NOTE]\n> a", "<div class=\"alert note\" role=\"note\"><p class=\"alert-title\">জেনে রাখুন</p><p>a</p></div>"),
    ("> a", "<blockquote><p>a</p></blockquote>"),
    ("```rust\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b</code></pre>"),
    ("---", "<hr>"),
    ("|A|B|\n|:-|-:|\n|1|2|", "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"A, B\"><table><thead><tr><th scope=\"col\" class=\"start\">A</th><th scope=\"col\" class=\"end\">B</th></tr></thead><tbody><tr><td class=\"start\">1</td><td class=\"end\">2</td></tr></tbody></table></div>"),
    ("# S\n| | |\n|-|-|\n|1|2|", "<h2 id=\"s\">S</h2><div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"S\"><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"),
    ("a[^x] b[^X]\n\n[^x]: note", "<p>a<sup id=\"fnref_1\"><a href=\"#fn_1\">১</a></sup> b<sup><a href=\"#fn_1\">১</a></sup></p><ol class=\"footnotes\"><li id=\"fn_1\"><p>note <a href=\"#fnref_1\" aria-label=\"লেখায় ফিরে যান ১\">↩\u{fe0e}</a></p></li></ol>"),
    ("a[^1]\n\n[^1]: n\n\n    - m\n\n[^2]: never", "<p>a<sup id=\"fnref_1\"><a href=\"#fn_1\">১</a></sup></p><ol class=\"footnotes\"><li id=\"fn_1\"><p>n</p><ul><li>m</li></ul><p><a href=\"#fnref_1\" aria-label=\"লেখায় ফিরে যান ১\">↩\u{fe0e}</a></p></li></ol>"),
    ("[a <https://e.example> b](/products/vase/)", "<p><a href=\"/shop/products/vase/\">a https://e.example b</a></p>"),
];

#[test]
fn every_thing_is_written() {
    for (text, expected) in WRITTEN {
        let written = html(text);
        assert_eq!(written.replace('\n', ""), expected.replace('\n', ""), "{text}");
        assert_eq!(check(&written), Ok(()), "{text}");
    }
}

#[test]
fn several_bodies_stand_on_one_page() {
    let options = Options { prefix: "faq-1-", first_heading: 5, ..OPTIONS };
    let (parts, faults) = to_parts("# A\n## B\n### C\n[a](#b)[^1]\n\n[^1]: n", options, &Site);
    let html = joined(&parts);
    assert!(faults.is_empty());
    for part in [
        "<h5 id=\"faq-1-a\">",
        "<h6 id=\"faq-1-b\">",
        "<h6 id=\"faq-1-c\">",
        "href=\"#faq-1-b\"",
        "id=\"faq-1-fn_1\"",
        "href=\"#faq-1-fnref_1\"",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn faults_have_their_places() {
    let near = || Some("/products/vase/".to_owned());
    let text =
        "ক [ভাঙা](/nope/) ![](gone.jpg)\n\n- খ <b>x ![y](https://e.example/a.jpg) [z](data:x) [w](http://)\n";
    assert_eq!(
        faults(text),
        [
            ("[ভাঙা](/nope/)", BodyFaultKind::Link(LinkFault::Broken { near: near() })),
            ("![](gone.jpg)", BodyFaultKind::NoAlt),
            ("![](gone.jpg)", BodyFaultKind::Picture(PictureLinkFault::Broken { near: None })),
            ("<b>", BodyFaultKind::RawHtml),
            ("![y](https://e.example/a.jpg)", BodyFaultKind::Picture(PictureLinkFault::Elsewhere)),
            ("[z](data:x)", BodyFaultKind::Link(LinkFault::Scheme)),
            ("[w](http://)", BodyFaultKind::Link(LinkFault::Broken { near: None })),
        ]
    );
    assert_eq!(faults("[a](/products/vase/) ![v](vase.jpg) <https://example.com>"), []);
    let deep = format!("{}x", "> ".repeat(40));
    assert!(matches!(faults(&deep).as_slice(), [(_, BodyFaultKind::Deep)]));
}

#[test]
fn pictures_are_found_without_rendering() {
    assert_eq!(pictures("no picture! [a](b)"), []);
    let text = "![a *b*\nc](vase.jpg) ![x](https://e.example/x.jpg)\n\n> ![d ![e](f.jpg)](g%20h.jpg \"t\")";
    let found: Vec<RowPicture> = pictures(text).into_iter().map(|one| one.picture).collect();
    assert_eq!(found.len(), 2);
    assert_eq!(
        (&text[found[0].span.clone()], found[0].destination.as_str(), found[0].alt.as_str()),
        ("![a *b*\nc](vase.jpg)", "vase.jpg", "a b c")
    );
    assert_eq!(found[1].destination, "g%20h.jpg");
}

#[test]
fn descriptions_are_cut_at_a_word() {
    let plain_text = |text: &str, most: usize| plain_text(text, most, &untitled);
    let text =
        "# Vase\n\nA **tall** vase,\nby hand.[^1] <b>x</b>\n\n|a|\n|-|\n|b|\n\n- [x] ক্রিকেট\n\n[^1]: note";
    assert_eq!(plain_text(text, 100), "A tall vase, by hand. x ক্রিকেট");
    assert_eq!(plain_text(text, 13), "A tall vase…");
    assert_eq!(plain_text(text, 12), "A tall vase…");
    assert_eq!(plain_text(text, 11), "A tall…");
    assert_eq!(plain_text("# Only a heading", 100), "Only a heading");
    assert_eq!(plain_text("ক্ষক্ষক্ষক্ষ", 6), "ক্ষ…");
    assert_eq!((plain_text("", 10), plain_text("abc", 0)), (String::new(), String::new()));
}
