//! What every part of an XLSX needs of XML. In: events; out: attributes and texts. Names are taken without their
//! prefixes, since programs choose those freely.

use std::io::BufRead;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};

use super::trouble::Trouble;

/// The next event. `buffer` holds it.
pub(super) fn next<'b, R: BufRead>(
    xml: &mut Reader<R>,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, Trouble> {
    buffer.clear();
    Ok(xml.read_event_into(buffer)?)
}

/// The value of an attribute, by its name without a prefix. Doubles are not looked for: that takes the square of their
/// number.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found =
        all.with_checks(false).filter_map(Result::ok).find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// All text up to the end of the element `name`, that of the elements in it too, but not how it is pronounced.
pub(super) fn text_of<R: BufRead>(
    xml: &mut Reader<R>,
    buffer: &mut Vec<u8>,
    name: &str,
) -> Result<String, Trouble> {
    let mut text = String::new();
    // Depth within elements of the same name, and within a pronunciation.
    let (mut depth, mut spoken) = (0usize, 0usize);
    loop {
        match next(xml, buffer)? {
            Event::Start(element) if element.local_name().as_ref() == name => depth += 1,
            Event::End(element) if element.local_name().as_ref() == name => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Ok(meant(text)),
            },
            Event::Start(element) if element.local_name().as_ref() == "rPh" => spoken += 1,
            Event::End(element) if element.local_name().as_ref() == "rPh" => {
                spoken = spoken.saturating_sub(1)
            }
            Event::Text(part) if spoken == 0 => text.push_str(&part.xml10_content()),
            Event::CData(part) if spoken == 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(part) if spoken == 0 => text.push_str(&entity(&part)?),
            Event::Eof => return Err(Trouble::damaged(format!("`{name}` has no end"))),
            _ => {}
        }
    }
}

fn entity(part: &BytesRef<'_>) -> Result<String, Trouble> {
    if let Some(text) = resolve_xml_entity(part) {
        return Ok(text.to_owned());
    }
    let character = part.resolve_char_ref()?;
    character.map(String::from).ok_or_else(|| Trouble::damaged(format!("unknown entity `{}`", &**part)))
}

/// Spreadsheets write what XML cannot hold as `_x0007_`, and an underscore before such signs as `_x005F_`.
fn meant(text: String) -> String {
    let Some(first) = text.find("_x") else { return text };
    let mut meant = text[..first].to_owned();
    let mut rest = &text[first..];
    let mut high = None;
    while let Some(character) = rest.chars().next() {
        let Some(unit) = escaped(rest) else {
            meant.push(character);
            rest = &rest[character.len_utf8()..];
            high = None;
            continue;
        };
        rest = &rest[ESCAPE..];
        let pair = high.take().map_or_else(|| vec![unit], |high| vec![high, unit]);
        match String::from_utf16(&pair) {
            Ok(text) => meant.push_str(&text),
            Err(_) => high = Some(unit),
        }
    }
    meant
}

/// Length of `_x0007_`.
const ESCAPE: usize = 7;

fn escaped(text: &str) -> Option<u16> {
    let digits = text.get(..ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    digits.bytes().all(|one| one.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_meant() {
        for (written, wanted) in [
            ("_x0007_", "\u{7}"),
            ("a_x000D_b", "a\rb"),
            ("_x005F_x0007_", "_x0007_"),
            ("_xD83D__xDCF7_!", "📷!"),
            ("_xD83D_!", "!"),
            ("_x00_ _xযযয_ _x+007_ _", "_x00_ _xযযয_ _x+007_ _"),
        ] {
            assert_eq!(meant(written.to_owned()), wanted, "{written}");
        }
    }
}
