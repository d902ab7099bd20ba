//! Addresses in Latin letters.
//!
//! In: a name in any script. Out: the same name in Latin letters, always the same for the same name: addresses are made
//! of them. Bengali is written as people write it on a phone (পাঞ্জাবি, panjabi; কলসি, kolsi), with the vowel that no letter
//! shows; every other script is left to the crate `any_ascii`, which would write those two `panjabi` and `klsi`.

use std::borrow::Cow;

use any_ascii::any_ascii_char;

use super::{
    character::{is_device, is_joiner},
    name::anchor,
};

/// Which letters the addresses of a shop have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// Those of the names, in every script.
    #[default]
    Kept,
    /// Latin ones.
    Latin,
}

impl Letters {
    /// A name of letters, marks, digits and hyphens, in these letters. A name of which no letter is known stays as it is,
    /// and so does one that would become a device's.
    pub fn write(self, name: &str) -> Cow<'_, str> {
        if self == Self::Kept || name.is_ascii() {
            return Cow::Borrowed(name);
        }
        let latin = anchor(&latin(name));
        if latin.is_empty() || is_device(&latin) { Cow::Borrowed(name) } else { Cow::Owned(latin) }
    }
}

const VIRAMA: char = '\u{9cd}';
const NUKTA: char = '\u{9bc}';

/// What is heard after the consonants of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// A vowel that is written.
    Written(&'static str),
    /// The one that is not: `o`, or nothing.
    Inherent,
    /// None: a virama joins what follows.
    None,
    /// None, and nothing joins.
    Closed,
}

/// Consonants that are joined, and the vowel after them; either may be missing.
#[derive(Debug)]
struct Syllable {
    consonants: Vec<char>,
    vowel: Vowel,
}

fn latin(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut word: Vec<Syllable> = Vec::new();
    // The nasal sign is not written in Latin.
    let mut characters = name.chars().filter(|c| !is_joiner(*c) && *c != 'ঁ').peekable();
    while let Some(character) = characters.next() {
        let character = if characters.next_if_eq(&NUKTA).is_some() { dotted(character) } else { character };
        if consonant(character).is_some() {
            match word.last_mut().filter(|last| last.vowel == Vowel::None && !last.consonants.is_empty()) {
                Some(last) => {
                    last.consonants.push(character);
                    last.vowel = Vowel::Inherent;
                }
                None => word.push(Syllable { consonants: vec![character], vowel: Vowel::Inherent }),
            }
        } else if let Some(vowel) = vowel(character) {
            match word.last_mut().filter(|last| is_sign(character) && last.vowel == Vowel::Inherent) {
                Some(last) => last.vowel = Vowel::Written(vowel),
                None => word.push(Syllable { consonants: Vec::new(), vowel: Vowel::Written(vowel) }),
            }
        } else if character == VIRAMA {
            if let Some(last) = word.last_mut() {
                last.vowel = Vowel::None;
            }
        } else if matches!(character, 'ং' | 'ৎ' | 'ঃ') {
            word.push(Syllable { consonants: vec![character], vowel: Vowel::Closed });
        } else {
            out.push_str(&spelt(&word));
            word.clear();
            // What is left of a mark would part the word.
            let latin = any_ascii_char(character).chars();
            out.extend(latin.filter(|c| c.is_ascii_alphanumeric() || *c == '-'));
        }
    }
    out + &spelt(&word)
}

/// A word in Latin letters.
fn spelt(word: &[Syllable]) -> String {
    let mut out = String::new();
    let mut voiced = false;
    for (place, syllable) in word.iter().enumerate() {
        joined(&mut out, &syllable.consonants);
        let vowel = match syllable.vowel {
            Vowel::Written(vowel) => vowel,
            Vowel::Inherent if is_heard(word, place, voiced) => "o",
            Vowel::Inherent | Vowel::None | Vowel::Closed => "",
        };
        voiced = !vowel.is_empty();
        out.push_str(vowel);
    }
    out
}

/// Whether the vowel that is not written is heard: always at the beginning and mostly after joined letters; elsewhere not
/// at the end, and not between a vowel and a syllable whose vowel is written (কলসি is kolsi, আচরণ is achoron), but in the
/// genitive as in the word itself (পিতল is pitol, পিতলের is pitoler).
fn is_heard(word: &[Syllable], place: usize, voiced_before: bool) -> bool {
    let Some(next) = word.get(place + 1) else {
        return place == 0 || (word[place].consonants.len() > 1 && !is_loan(&word[place].consonants));
    };
    let opens = next.consonants.len() == 1 && matches!(next.vowel, Vowel::Written(_));
    let swallowed = place > 0 && word[place].consonants.len() == 1 && voiced_before && opens;
    !swallowed || is_genitive(&word[place + 1..])
}

/// Whether joined letters end a word of another language: শার্ট, বেল্ট, কার্ড. Bengali's own end in a vowel: কষ্ট, খণ্ড.
fn is_loan(joined: &[char]) -> bool {
    matches!(joined, [.., 'র' | 'ন' | 'ল' | 'স' | 'ক' | 'প' | 'ফ', 'ট' | 'ড' | 'ক' | 'স' | 'চ' | 'ফ'])
}

/// Whether this is the end of a genitive, `-এর` on a consonant; `-দের` is an ending by itself.
fn is_genitive(end: &[Syllable]) -> bool {
    let [stem, ending] = end else { return false };
    stem.consonants != ['দ']
        && stem.vowel == Vowel::Written("e")
        && ending.consonants == ['র']
        && ending.vowel == Vowel::Inherent
}

/// Joined consonants as they are heard: ক্ষ is kkh, জ্ঞ is gg, ব under another letter is mostly w (স্বাদ, swad), য is y (ব্যাগ, byag).
fn joined(out: &mut String, consonants: &[char]) {
    let first = out.is_empty();
    let mut place = 0;
    while let Some(letter) = consonants.get(place) {
        let next = consonants.get(place + 1).copied();
        let before = place.checked_sub(1).and_then(|place| consonants.get(place)).copied();
        let (written, taken) = match (before, *letter, next) {
            (_, 'ক', Some('ষ')) => (if first { "kh" } else { "kkh" }, 2),
            (_, 'জ', Some('ঞ')) => (if first { "g" } else { "gg" }, 2),
            (_, 'ঙ', Some(_)) => ("n", 1),
            (Some('ম' | 'ব' | 'র' | 'ল' | 'দ' | 'গ'), 'ব', _) => ("b", 1),
            (Some(_), 'ব', _) => ("w", 1),
            (Some(other), 'য', None) if other != 'র' => ("y", 1),
            (_, letter, _) => (consonant(letter).unwrap_or_else(|| ending(letter)), 1),
        };
        out.push_str(written);
        place += taken;
    }
}

/// A letter with the dot below.
fn dotted(character: char) -> char {
    match character {
        'ড' => '\u{9dc}',
        'ঢ' => '\u{9dd}',
        'য' => '\u{9df}',
        other => other,
    }
}

/// A consonant by itself.
fn consonant(character: char) -> Option<&'static str> {
    Some(match character {
        'ক' => "k",
        'খ' => "kh",
        'গ' => "g",
        'ঘ' => "gh",
        'ঙ' => "ng",
        'চ' => "ch",
        'ছ' => "chh",
        'জ' | 'য' => "j",
        'ঝ' => "jh",
        'ট' | 'ত' => "t",
        'ঠ' | 'থ' => "th",
        'ড' | 'দ' => "d",
        'ঢ' | 'ধ' => "dh",
        'ঞ' | 'ণ' | 'ন' => "n",
        'প' => "p",
        'ফ' => "f",
        'ব' => "b",
        'ভ' => "bh",
        'ম' => "m",
        'র' | 'ৰ' | '\u{9dc}' => "r",
        '\u{9dd}' => "rh",
        'ল' => "l",
        'শ' | 'ষ' => "sh",
        'স' => "s",
        'হ' => "h",
        'ৱ' => "w",
        '\u{9df}' => "y",
        _ => return None,
    })
}

/// A sign that ends a syllable.
fn ending(character: char) -> &'static str {
    match character {
        'ং' => "ng",
        'ৎ' => "t",
        _ => "",
    }
}

/// A vowel, as a letter or as a sign on a consonant.
fn vowel(character: char) -> Option<&'static str> {
    Some(match character {
        'অ' => "o",
        'আ' | 'া' => "a",
        'ই' | 'ি' | 'ঈ' | 'ী' => "i",
        'উ' | 'ু' | 'ঊ' | 'ূ' => "u",
        'ঋ' | 'ৃ' => "ri",
        'এ' | 'ে' => "e",
        'ঐ' | 'ৈ' => "oi",
        'ও' | 'ো' => "o",
        'ঔ' | 'ৌ' => "ou",
        _ => return None,
    })
}

fn is_sign(character: char) -> bool {
    matches!(character, '\u{9be}'..='\u{9cc}')
}
