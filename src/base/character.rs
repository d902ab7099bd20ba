//! What single characters may do to a name: hide, turn the text around, or belong to a device.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// Whether a character is unseen or turns the text around it: control characters, marks
/// of direction, byte order mark, line and paragraph separators, tags, fillers, and code
/// points that are no characters. Two names that differ in one of these look the same.
pub(crate) fn is_hidden(character: char) -> bool {
    let code = character as u32;
    character.is_control()
        || code & 0xfffe == 0xfffe
        || matches!(code,
            0x00ad | 0x061c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x200b | 0x200e | 0x200f | 0x2028..=0x202e
            | 0x2060..=0x206f | 0x3164 | 0xfdd0..=0xfdef | 0xfeff | 0xffa0 | 0xfff0..=0xfffb | 0xe0000..=0xe0fff)
}

/// Whether a character joins or parts its neighbours without being seen (ZWJ, ZWNJ).
pub(crate) fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Whether a script writes its words with joiners: Arabic and its kin, and the scripts of India.
pub(super) fn takes_joiner(character: char) -> bool {
    matches!(character as u32, 0x0600..=0x07bf | 0x08a0..=0x0dff | 0x1000..=0x109f | 0x1780..=0x17ff)
        && (character.is_alphanumeric() || is_mark(character))
}

/// Whether a character is written onto the one before it: virama, nukta, tone and vowel
/// marks. `char::is_alphanumeric` alone breaks conjuncts: it is false for virama and nukta.
pub(crate) fn is_mark(character: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(character) != 0
        || matches!(character, '\u{17c9}'..='\u{17d1}')
}

/// Whether Windows keeps a file's name for a device: `con`, `NUL.txt`, `COM1`, `LPT²`.
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let number = |rest: &str| {
        let mut characters = rest.chars();
        characters.next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
            && characters.next().is_none()
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || port.is_some_and(number)
}

/// Whether a disk somewhere cannot hold a name made of this character.
pub(super) fn is_forbidden(character: char) -> bool {
    matches!(character, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || is_hidden(character)
}

/// Whether Windows would cut the end off a name, so that two names become one.
pub(super) fn ends_badly(name: &str) -> bool {
    name.ends_with(['.', ' '])
}
