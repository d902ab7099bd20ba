use super::*;

fn made(files: &[(&str, &str)]) -> BTreeMap<String, (String, String)> {
    let sources = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    named(&sources)
        .into_iter()
        .map(|(name, asset)| {
            let text = String::from_utf8_lossy(&asset.bytes).into_owned();
            (name, (asset.address.link("/"), text))
        })
        .collect()
}

fn last(link: &str) -> &str {
    link.rsplit('/').next().unwrap_or(link)
}

#[test]
fn a_script_and_a_style_name_what_stands_beside_them() {
    let all = made(&[
        ("a.js", "import(\"./b.js\");import './none.js';x='a./b.js'"),
        ("b.js", "export{}"),
        ("c.css", "a{background:url(./d.svg)}b{background:url('./d.svg')}"),
        ("d.svg", "<svg/>"),
        ("deep/e.js", "import \"./f.js\"; import \"./b.js\""),
        ("deep/f.js", ""),
        ("words.txt", "\"./b.js\""),
    ]);
    let name = |of: &str| last(&all[of].0).to_owned();
    assert_eq!(all["a.js"].1, format!("import(\"./{}\");import './none.js';x='a./b.js'", name("b.js")));
    assert_eq!(
        all["c.css"].1,
        format!("a{{background:url(./{0})}}b{{background:url('./{0}')}}", name("d.svg"))
    );
    assert_eq!(all["deep/e.js"].1, format!("import \"./{}\"; import \"./b.js\"", name("deep/f.js")));
    assert_eq!(all["words.txt"].1, "\"./b.js\"");
}

#[test]
fn an_address_changes_with_what_its_file_names() {
    let files =
        |end| [("a.js", "\"./b.js\""), ("b.js", "\"./c.js\" \"./a.js\""), ("c.js", end), ("d.js", "d")];
    let (one, other) = (made(&files("1")), made(&files("2")));
    for name in ["a.js", "b.js", "c.js"] {
        assert_ne!(one[name].0, other[name].0, "{name}");
    }
    assert_eq!(one["d.js"], other["d.js"]);
    assert_ne!(last(&one["a.js"].0).replace('a', ""), last(&one["b.js"].0).replace('b', ""));
}
