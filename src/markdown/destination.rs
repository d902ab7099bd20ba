//! What kind of place a link or picture names.

use url::Url;

/// A destination, sorted by who answers for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page elsewhere, ready for `href`.
    Elsewhere(String),
    /// A letter or a call, ready for `href`.
    Contact(String),
    /// Inside the site.
    Here,
    /// A page, letter or call elsewhere that cannot be one.
    Malformed,
    /// A scheme that no shop needs, or a text that browsers may read as one.
    Refused,
}

/// Sorts a destination. Browsers drop spaces, tabs and line ends around and inside a
/// scheme, and writers hide schemes behind `%` and `&#`; all of it is undone before the scheme is read.
pub(super) fn sort(written: &str) -> Destination {
    let plain = undone(written);
    match scheme(&plain).as_deref() {
        None if plain.starts_with("//") || plain.starts_with("/\\") || plain.starts_with('\\') => {
            Destination::Refused
        }
        None => Destination::Here,
        Some(_) if written.chars().any(char::is_control) => Destination::Refused,
        Some("http" | "https") => elsewhere(written).map_or(Destination::Malformed, Destination::Elsewhere),
        Some("mailto" | "tel") => contact(written).map_or(Destination::Malformed, Destination::Contact),
        Some(_) => Destination::Refused,
    }
}

/// Whether an answer of the resolver may stand in `href`.
pub(super) fn is_safe(answer: &str) -> bool {
    !matches!(sort(answer), Destination::Refused | Destination::Malformed)
}

/// `text` with percent-encoding decoded, as far as it is text.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, others)) = rest.split_first() {
        let code = others.get(..2).filter(|_| first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None => {
                bytes.push(first);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Percent-encoding and entities taken off as often as they were put on, and everything dropped that a browser drops.
fn undone(written: &str) -> String {
    let mut text = written.to_owned();
    for _ in 0..4 {
        let next = without_entities(&decoded(&text));
        if next == text {
            break;
        }
        text = next;
    }
    text.retain(|c| {
        !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
    });
    text
}

/// Numeric entities and the named ones that can be part of a scheme, decoded.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        match entity(rest) {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// The entity that `text` begins with, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 5] =
        [("&colon;", ':'), ("&Tab;", '\t'), ("&NewLine;", '\n'), ("&amp;", '&'), ("&sol;", '/')];
    if let Some((name, character)) = NAMED.into_iter().find(|(name, _)| text.starts_with(name)) {
        return Some((character, name.len()));
    }
    let body = text.strip_prefix("&#")?;
    let (digits, radix) = match body.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (body, 10),
    };
    let length = digits.chars().take_while(|c| c.is_digit(radix)).count();
    let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
    let ends = usize::from(digits[length..].starts_with(';'));
    Some((char::from_u32(code)?, text.len() - digits.len() + length + ends))
}

/// What stands before the first `:`, in lower case, when no `/`, `?` or `#` comes before it.
fn scheme(plain: &str) -> Option<String> {
    let end = plain.find([':', '/', '?', '#'])?;
    plain[end..].starts_with(':').then(|| plain[..end].to_lowercase()).filter(|scheme| !scheme.is_empty())
}

fn elsewhere(written: &str) -> Option<String> {
    let url = Url::parse(written.trim()).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let slashes = written.trim().split_once(':')?.1.starts_with("//");
    (web && slashes && url.username().is_empty() && url.password().is_none()).then(|| url.into())
}

fn contact(written: &str) -> Option<String> {
    let (scheme, rest) = written.trim().split_once(':')?;
    let scheme = scheme.to_lowercase();
    let fits = match scheme.as_str() {
        "tel" => {
            !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || "+-.()=;*#%".contains(c))
        }
        _ => rest.contains('@'),
    };
    fits.then(|| Url::parse(&format!("{scheme}:{rest}")).ok().map(String::from)).flatten()
}
