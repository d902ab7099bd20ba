//! Names as they are compared.

use crate::base::name::nfc;

/// A name without what people write in more than one way: case, Unicode form, spaces, hyphens,
/// apostrophes, stops and joiners. `Cox's Bazar` and `coxs-bazar` are one name.
pub(super) fn fold(name: &str) -> String {
    nfc(name).chars().filter(|c| !is_loose(*c)).flat_map(char::to_lowercase).collect()
}

fn is_loose(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\'' | '.' | ',' | '(' | ')' | '\u{200c}' | '\u{200d}' | '\u{2010}'
                ..='\u{2015}' | '‘' | '’'
        )
}

/// Whether words are written in Bengali letters.
pub(super) fn is_bengali(words: &str) -> bool {
    words.chars().any(|c| ('\u{980}'..='\u{9ff}').contains(&c))
}
