use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::base::{
    letters::Letters,
    name::{Slug, nfc},
};

/// Names of goods and places, and how people write them in Latin letters.
#[rustfmt::skip]
const NAMES: [(&str, &str); 52] = [
    ("পুরুষদের সুতি পাঞ্জাবি", "purushder-suti-panjabi"), ("ঢাকাই মসলিন", "dhakai-moslin"), ("ক্রিকেট ব্যাট", "kriket-byat"),
    ("মাটির কাপ", "matir-kap"), ("কাঁসার থালা", "kasar-thala"), ("পিতলের বাটি", "pitoler-bati"), ("নকশি কাঁথা", "nokshi-katha"),
    ("গামছা", "gamchha"), ("কলসি", "kolsi"), ("ফুলদানি", "fuldani"), ("মধু", "modhu"), ("ঘি", "ghi"), ("সরষে", "sorshe"), ("কাপড়ের", "kaporer"),
    ("আচার", "achar"), ("আচরণ", "achoron"), ("শাড়ি", "shari"), ("লুঙ্গি", "lungi"), ("জামদানি", "jamdani"), ("রেশম", "reshom"),
    ("বই", "boi"), ("বউ", "bou"), ("ঘর", "ghor"), ("শহর", "shohor"), ("কাপড়", "kapor"), ("কমলা", "komla"), ("বাংলা", "bangla"),
    ("রং", "rong"), ("উৎসব", "utsob"), ("চাঁদ", "chad"), ("পাঁচটি", "pachti"), ("যত্ন", "jotno"), ("বস্ত্র", "bostro"), ("কম্বল", "kombol"),
    ("স্বাদ", "swad"), ("বিশ্ব", "bishwo"), ("পর্ব", "porbo"), ("কার্য", "karjo"), ("ব্যাগ", "byag"), ("জ্ঞান", "gan"), ("বিজ্ঞান", "biggan"),
    ("ক্ষীর", "khir"), ("নক্ষত্র", "nokkhotro"), ("অঙ্ক", "onko"), ("বাঙালি", "bangali"), ("কৃষি", "krishi"), ("১২টি", "12ti"),
    ("টি-শার্ট XL", "ti-shart-xl"), ("বেল্ট", "belt"), ("কষ্ট", "koshto"), ("প্যাকেট", "pyaket"), ("ঢাকা", "dhaka"),
];

#[test]
fn bengali_is_written_as_people_write_it() {
    let wrong: Vec<_> = NAMES
        .iter()
        .map(|(name, wanted)| (name, Slug::of_words(name, Letters::Latin).unwrap(), wanted))
        .filter(|(_, found, wanted)| found.as_str() != **wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn other_scripts_and_latin_itself() {
    for (name, kept, latin) in [
        ("Café Ölgemälde", "café-ölgemälde", "cafe-olgemalde"),
        ("Cup 2", "cup-2", "cup-2"),
        ("साड़ी", "साड़ी", "sadi"),
        ("日本", "日本", "riben"),
    ] {
        assert_eq!(Slug::of_words(name, Letters::Kept).unwrap().as_str(), nfc(kept), "{name}");
        assert_eq!(Slug::of_words(name, Letters::Latin).unwrap().as_str(), latin, "{name}");
    }
    assert_eq!(Slug::of_words("!?", Letters::Kept), None);
    assert_eq!(Letters::Latin.write("Cup_2"), "Cup_2");
}

#[test]
fn long_names_are_cut_between_words_or_letters() {
    let words = "নকশি কাঁথা ".repeat(20);
    let slug = Slug::of_words(&words, Letters::Kept).unwrap();
    assert!(slug.as_str().len() <= Slug::MAX && slug.as_str().starts_with("নকশি-কাঁথা-নকশি-"), "{slug}");
    let (cut, _) = slug.as_str().rsplit_once('-').unwrap();
    assert!(cut.ends_with("-নকশি") || cut.ends_with("-কাঁথা"), "{slug}");
    let conjuncts = "স্ত্রী".repeat(30);
    let slug = Slug::of_words(&conjuncts, Letters::Kept).unwrap();
    let (cut, _) = slug.as_str().rsplit_once('-').unwrap();
    assert!(cut.replace("স্ত্রী", "").is_empty(), "a conjunct was cut: {slug}");
    assert_ne!(slug, Slug::of_words(&format!("{conjuncts}া"), Letters::Kept).unwrap());
}

/// Whether `anchor` may be cut at this byte: after a word or after a whole letter. Unicode counts some signs as one letter
/// with what follows them (the Sharada jihvamuliya, U+111C2), even a hyphen; the end of a word is asked for first.
fn ends_well(anchor: &str, at: usize) -> bool {
    anchor[at..].starts_with('-') || anchor.grapheme_indices(true).any(|(start, _)| start == at)
}

#[test]
fn a_sign_that_joins_the_hyphen_after_it_ends_a_word() {
    let words = format!("{} a\u{111c2} {}", "a".repeat(90), "b".repeat(90));
    let slug = Slug::of_words(&words, Letters::Kept).unwrap();
    let (cut, _) = slug.as_str().rsplit_once('-').unwrap();
    assert!(cut.ends_with("-a\u{111c2}"), "{slug}");
}

proptest! {
    #[test]
    fn a_slug_of_words_is_a_slug(words in "([ক-\u{9e3}ড়ঢ়য় \u{200c}\u{200d}-]|\\PC){0,90}", latin in any::<bool>()) {
        let letters = if latin { Letters::Latin } else { Letters::Kept };
        if let Some(slug) = Slug::of_words(&words, letters) {
            prop_assert!(slug.as_str().len() <= Slug::MAX);
            prop_assert_eq!(nfc(slug.as_str()), slug.as_str());
            prop_assert_eq!(Slug::of_words(&words, letters), Some(slug.clone()));
            // What is a slug already stays as it is.
            prop_assert_eq!(Slug::of_words(slug.as_str(), letters), Some(slug.clone()));
            let anchor = crate::base::name::anchor(&words);
            if !latin && anchor.len() > Slug::MAX {
                let (cut, _) = slug.as_str().rsplit_once('-').unwrap();
                prop_assert!(ends_well(&anchor, cut.len()), "{} was cut inside a letter", anchor);
            }
        }
    }
}
