use proptest::prelude::*;
use serde_json::{Value, json};

use crate::base::{
    hash::Digest,
    html::{Html, ScriptJson, escape},
    language::{PerLanguage, Tag},
};

/// Undoes [`escape`] as a browser does.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null)
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

#[test]
fn nothing_ends_the_script() {
    let json = ScriptJson::new(&json!({"</script><!--": "]]>&\u{2028}\u{2029}<script>"}));
    assert!(!json.as_str().contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
}

#[test]
fn only_two_types_are_trusted() {
    let html = serde_json::to_value(Html::made("<b>".to_owned())).unwrap();
    assert_eq!(html, json!({"trusted": "<b>"}));
    assert!(Html::default().is_empty() && Html::made(" \n".to_owned()).is_empty());
}

#[test]
fn digests_do_not_flow_and_read_back() {
    let digest = Digest::of(b"a");
    assert_eq!(Digest::from_hex(&digest.hex()), Some(digest));
    assert_eq!((Digest::from_hex("xy"), digest.short().len()), (None, 16));
    assert_ne!(Digest::of_parts([&b"ab"[..], b"c"]), Digest::of_parts([&b"a"[..], b"bc"]));
}

#[test]
#[rustfmt::skip]
fn tags_are_canonical() {
    for (text, tag, direction) in [("bn", "bn", "ltr"), ("PT-br", "pt-BR", "ltr"), ("AR", "ar", "rtl"), ("ur-PK", "ur-PK", "rtl"), ("zh-hant", "zh-Hant", "ltr"), ("pa-Arab", "pa-Arab", "rtl"), ("sd-Deva", "sd-Deva", "ltr"), ("he", "he", "rtl")] {
        let read = Tag::read(text).unwrap();
        assert_eq!((read.as_str(), read.direction()), (tag, direction));
    }
    for text in ["", "b", "und", "bangla language", "bn_", "../bn", "bn/en", "12", "<b>"] {
        assert_eq!(Tag::read(text), None, "{text}");
    }
    assert_eq!(PerLanguage::make(300, |lang| lang.0).count(), 255);
}

proptest! {
    #[test]
    fn escaped_text_is_only_text(text in any::<String>()) {
        let escaped = escape(&text);
        prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
        prop_assert_eq!(unescaped(&escaped), text);
    }

    #[test]
    fn json_in_a_script_means_the_same(value in value()) {
        let json = ScriptJson::new(&value);
        let ends = json.as_str().contains(['<', '>', '&', '\u{2028}', '\u{2029}']);
        prop_assert!(!ends);
        prop_assert_eq!(serde_json::from_str::<Value>(json.as_str()).unwrap(), value);
    }
}
