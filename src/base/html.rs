//! Text that may stand in a page as it is, and the escaping that makes it so.
//!
//! Only `markdown` makes [`Html`] from a merchant's words. A template writes
//! everything else through auto-escape; these two types alone pass unescaped,
//! by the filter `trusted`.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A piece of HTML that this program made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    /// Takes text that is HTML already. Callers must have escaped every part of it that came from a person.
    pub(crate) fn made(text: String) -> Self {
        Self(text)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trusted(serializer, &self.0)
    }
}

/// JSON that may stand between `<script type="application/ld+json">` and `</script>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptJson(String);

impl ScriptJson {
    /// Writes `value` so that nothing in it can end the script element
    /// (`<`, `>`, `&`, U+2028 and U+2029 as `\u` escapes).
    pub fn new(value: &serde_json::Value) -> Self {
        let mut text = String::new();
        for character in value.to_string().chars() {
            match character {
                '<' => text.push_str("\\u003c"),
                '>' => text.push_str("\\u003e"),
                '&' => text.push_str("\\u0026"),
                '\u{2028}' => text.push_str("\\u2028"),
                '\u{2029}' => text.push_str("\\u2029"),
                other => text.push(other),
            }
        }
        Self(text)
    }

    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for ScriptJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trusted(serializer, &self.0)
    }
}

/// The shape that the template filter `trusted` takes, and nothing else has.
fn trusted<S: Serializer>(serializer: S, text: &str) -> Result<S::Ok, S::Error> {
    let mut shape = serializer.serialize_struct("Trusted", 1)?;
    shape.serialize_field("trusted", text)?;
    shape.end()
}

/// A telephone number that does not break over two lines.
pub fn unbroken(number: &str) -> String {
    number.replace(' ', "\u{a0}").replace('-', "\u{2011}")
}

/// Escapes `text` for element content and for attributes in double or single quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
