//! How words sound, so that one is found by another spelling or in another script.
//!
//! In: a text in any script. Out: its words, each as a short line of ASCII letters in which every spelling of a sound is
//! the same or near: শাড়ি, śāṛi and sharee are `Sari`, `sari` and `Sari`. Capitals keep apart what Bengali keeps apart and
//! Latin spellings often do not (ট, ত). It must never be shown to people, and never be part of an address: `base/letters.rs`
//! writes Latin for those. Other scripts stay as they are, without marks of accent.
//!
//! The table is data: the search script gets the same table with the index and folds what a buyer types by it.

use std::{collections::HashMap, sync::LazyLock};

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::character::{is_joiner, is_mark};

/// Spellings (lower case, in Normalization Form D) and their sounds; of those that fit, the longest is taken.
pub const SPELLINGS: &[(&str, &str)] = &[
    // Bengali consonants. ক্ষ and জ্ঞ are heard as one sound, and য under another letter as none.
    ("ক", "k"),
    ("ক্ষ", "K"),
    ("খ", "K"),
    ("গ", "g"),
    ("ঘ", "G"),
    ("ঙ", "N"),
    ("ঙ্গ", "N"),
    ("ং", "N"),
    ("চ", "c"),
    ("ছ", "C"),
    ("জ", "j"),
    ("জ্ঞ", "g"),
    ("ঝ", "J"),
    ("ঞ", "n"),
    ("ট", "T"),
    ("ঠ", "Q"),
    ("ড", "D"),
    ("ড\u{9bc}", "R"),
    ("ঢ", "Z"),
    ("ঢ\u{9bc}", "R"),
    ("ণ", "n"),
    ("ত", "t"),
    ("ৎ", "t"),
    ("থ", "q"),
    ("দ", "d"),
    ("ধ", "z"),
    ("ন", "n"),
    ("প", "p"),
    ("ফ", "f"),
    ("ব", "b"),
    ("ভ", "B"),
    ("ম", "m"),
    ("য", "j"),
    ("য\u{9bc}", "i"),
    ("\u{9cd}য", ""),
    ("ওয\u{9bc}", "b"),
    ("র", "r"),
    ("ৰ", "r"),
    ("ল", "l"),
    ("ৱ", "b"),
    ("শ", "S"),
    ("ষ", "S"),
    ("স", "s"),
    ("হ", "h"),
    ("\u{9cd}", ""),
    ("\u{9bc}", ""),
    ("ঁ", ""),
    ("ঃ", ""),
    // Bengali vowels, as letters and as signs; two signs are two characters in this form.
    ("অ", "o"),
    ("আ", "a"),
    ("া", "a"),
    ("ই", "i"),
    ("ঈ", "i"),
    ("ি", "i"),
    ("ী", "i"),
    ("উ", "u"),
    ("ঊ", "u"),
    ("ু", "u"),
    ("ূ", "u"),
    ("ঋ", "ri"),
    ("ৃ", "ri"),
    ("এ", "e"),
    ("\u{9c7}", "e"),
    ("ঐ", "oi"),
    ("ৈ", "oi"),
    ("ও", "o"),
    ("\u{9c7}\u{9be}", "o"),
    ("ঔ", "ou"),
    ("\u{9c7}\u{9d7}", "ou"),
    // Latin. A c by itself is চ to some (ISO 15919, Avro) and ক to others (English): a sound of its own, near to both.
    ("aa", "a"),
    ("bh", "B"),
    ("c", "x"),
    ("ch", "c"),
    ("chh", "C"),
    ("cch", "C"),
    ("ck", "k"),
    ("dh", "z"),
    ("ee", "i"),
    ("gh", "G"),
    ("jh", "J"),
    ("kh", "K"),
    ("kkh", "K"),
    ("m\u{307}", "N"),
    ("m\u{310}", ""),
    ("m\u{323}", "N"),
    ("n\u{310}", ""),
    ("ng", "N"),
    ("oo", "u"),
    ("ph", "f"),
    ("q", "k"),
    ("rh", "R"),
    ("sh", "S"),
    ("th", "q"),
    ("v", "b"),
    ("w", "b"),
    ("x", "ks"),
    ("y", "i"),
    ("z", "j"),
    // Signs inside a word that are not heard; ^ is the nasal sign as Avro types it.
    ("'", ""),
    ("’", ""),
    ("^", ""),
    ("`", ""),
    // Digits.
    ("০", "0"),
    ("১", "1"),
    ("২", "2"),
    ("৩", "3"),
    ("৪", "4"),
    ("৫", "5"),
    ("৬", "6"),
    ("৭", "7"),
    ("৮", "8"),
    ("৯", "9"),
];

/// Sounds that are near each other; the first of each names the family. A vowel at the beginning is of the family `a`.
pub const FAMILIES: &[&str] = &["kK", "gG", "cC", "jJ", "tqTQ", "dzDZ", "nN", "bB", "rR", "sS", "aeiou"];

/// Spellings by their first character, the longest first.
static BY_FIRST: LazyLock<HashMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
    for (spelling, sound) in SPELLINGS {
        by_first.entry(spelling.chars().next().unwrap_or_default()).or_default().push((spelling, sound));
    }
    by_first
        .values_mut()
        .for_each(|list| list.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len())));
    by_first
});

/// The sounds of the words of `text`, in their order.
pub fn sounds(text: &str) -> Vec<String> {
    // A joiner changes how letters are drawn, and would part what is spelt as one.
    let lower: String = text.to_lowercase().chars().filter(|one| !is_joiner(*one)).collect();
    let text = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let mut words = Vec::new();
    let mut word = String::new();
    let mut rest = &*text;
    while let Some(first) = rest.chars().next() {
        let spelling =
            BY_FIRST.get(&first).and_then(|list| list.iter().find(|(one, _)| rest.starts_with(one)));
        match spelling {
            Some((spelling, sound)) => {
                add(&mut word, sound);
                rest = &rest[spelling.len()..];
                continue;
            }
            None if first.is_alphanumeric() => add(&mut word, first.encode_utf8(&mut [0; 4])),
            None if is_mark(first) => {}
            None => close(&mut words, &mut word),
        }
        rest = &rest[first.len_utf8()..];
    }
    close(&mut words, &mut word);
    words
}

/// Adds sounds; one that is there twice is heard once, but a digit is not heard.
fn add(word: &mut String, sound: &str) {
    for one in sound.chars() {
        if one.is_ascii_digit() || !word.ends_with(one) {
            word.push(one);
        }
    }
}

fn close(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// The family of a sound: words whose first sounds are of one family stand together.
pub fn family(sound: char) -> char {
    let family = FAMILIES.iter().find(|family| family.contains(sound));
    family.and_then(|family| family.chars().next()).unwrap_or(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        sounds(text).join(" ")
    }

    #[test]
    fn spellings_of_one_word_sound_alike() {
        let word = |text: &str| one(text).to_lowercase();
        for [bengali, latin] in
            [["শাড়ি", "sharee"], ["শা\u{9dc}ী", "śāṛi"], ["পাঞ্জাবী", "Panjabee"], ["ঢাকা", "dhaka"].map(|w| w)]
        {
            assert_eq!(family_of(&word(bengali)), family_of(&word(latin)), "{bengali} {latin}");
        }
    }

    /// A word by the families of its sounds, vowels as they are.
    fn family_of(word: &str) -> String {
        word.chars().map(|c| if "aeiou".contains(c) { c } else { family(c) }).collect()
    }

    #[test]
    fn forms_of_a_letter_are_one() {
        assert_eq!(one("শা\u{9a1}\u{9bc}ি"), one("শা\u{9dc}ি"));
        assert_eq!(one("ক\u{9cd}\u{200d}ষ"), one("ক\u{9cd}ষ"));
        assert_eq!(one("ক\u{9cb}ট"), one("ক\u{9c7}\u{9be}ট"));
    }

    #[test]
    fn digits_are_folded_and_kept() {
        assert_eq!(one("P-২২০ ৪৪"), "p 220 44");
        assert_eq!(one("m৪৯৯"), "m499");
    }

    #[test]
    fn other_scripts_stay() {
        assert_eq!(one("कुर्ता, Élan"), "कुर्ता elan".replace('\u{94d}', ""));
        assert_eq!(one(""), "");
    }
}
