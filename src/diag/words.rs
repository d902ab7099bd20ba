//! The sentences, by language.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::Date;
use serde::Deserialize;

use super::{Code, Diagnostic, Failure};

/// A language that the program speaks to shopkeepers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Speech {
    /// Bengali.
    Bengali,
    /// English.
    #[default]
    English,
}

impl Speech {
    /// From a locale name such as `bn_BD.UTF-8` or `en`.
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("bn") { Self::Bengali } else { Self::English }
    }

    /// A text with its digits as the reader writes them: for counts, days and times, never for names and addresses.
    pub fn digits(self, text: &str) -> String {
        let own = |one: char| match (self, one.to_digit(10)) {
            (Self::Bengali, Some(digit)) => BENGALI_DIGITS.get(digit as usize).copied().unwrap_or(one),
            _ => one,
        };
        text.chars().map(own).collect()
    }

    /// A number, such as `12` or `4.5`, or a day in the reader's digits; anything else as it is.
    fn count(self, value: &str) -> String {
        let digits = value.strip_prefix('-').unwrap_or(value);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let number = digits.len() <= 9
            && [whole, decimals]
                .iter()
                .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        match number || value.parse::<Date>().is_ok_and(|day| day.to_string() == value) {
            true => self.digits(value),
            false => value.to_owned(),
        }
    }

    fn table(self) -> &'static Table {
        match self {
            Self::Bengali => &BENGALI,
            Self::English => &ENGLISH,
        }
    }
}

/// Sentences of one language: `codes` by code, `said` by key.
#[derive(Debug, Deserialize)]
struct Table {
    codes: BTreeMap<String, Sentence>,
    said: BTreeMap<String, String>,
}

/// What is said about one code.
#[derive(Debug, Deserialize)]
pub(super) struct Sentence {
    /// What is wrong.
    pub(super) says: String,
    /// What to do.
    pub(super) help: Option<String>,
}

/// Counts of a report are small; the locale library stands above this room.
const BENGALI_DIGITS: [char; 10] = ['০', '১', '২', '৩', '৪', '৫', '৬', '৭', '৮', '৯'];

static BENGALI: LazyLock<Table> = LazyLock::new(|| table(include_str!("words/bn.toml")));
static ENGLISH: LazyLock<Table> = LazyLock::new(|| table(include_str!("words/en.toml")));

/// The tables are part of the program; a test reads both, so this cannot be empty in a released one.
fn table(text: &str) -> Table {
    toml::from_str(text).unwrap_or_else(|_| Table { codes: BTreeMap::new(), said: BTreeMap::new() })
}

/// A sentence of the report that is about no fault, with its `{name}` places filled.
pub fn say(speech: Speech, key: &str, args: &[(&str, String)]) -> String {
    match speech.table().said.get(key) {
        Some(sentence) => fill(speech, sentence, args.iter().map(|(name, value)| (*name, value.as_str()))),
        None => key.to_owned(),
    }
}

/// What is wrong, in words.
pub(super) fn message(speech: Speech, diagnostic: &Diagnostic) -> String {
    match sentence(speech, diagnostic.code) {
        Some(sentence) => fill(speech, &sentence.says, arguments(diagnostic)),
        None => diagnostic.code.as_str().to_owned(),
    }
}

/// What to do, in words. A help that needs an argument which is not there is not said.
pub(super) fn help(speech: Speech, diagnostic: &Diagnostic) -> Option<String> {
    if diagnostic.args.iter().any(|(name, _)| *name == "near") {
        return Some(fill(speech, &speech.table().said.get("near").cloned()?, arguments(diagnostic)));
    }
    let help = sentence(speech, diagnostic.code)?.help.as_deref()?;
    let filled = fill(speech, help, arguments(diagnostic));
    // A doubled brace is a brace; a single one is a place that was not filled.
    let unfilled = filled.replace("{{", "").contains('{');
    (!unfilled).then(|| filled.replace("{{", "{").replace("}}", "}"))
}

/// A failure in words.
pub(super) fn failure(speech: Speech, failure: &Failure) -> String {
    let args = [("path", failure.path.as_str()), ("cause", failure.cause.as_str())];
    match sentence(speech, failure.code) {
        Some(sentence) => {
            let help = sentence.help.as_deref().map(|help| format!("\n  {help}")).unwrap_or_default();
            fill(speech, &format!("{}{help}", sentence.says), args.into_iter())
        }
        None => failure.to_string(),
    }
}

fn sentence(speech: Speech, code: Code) -> Option<&'static Sentence> {
    speech.table().codes.get(code.as_str())
}

fn arguments(diagnostic: &Diagnostic) -> impl Iterator<Item = (&str, &str)> {
    diagnostic.args.iter().map(|(name, value)| (*name, value.as_str()))
}

/// Fills the places of a sentence. A value that begins with `@` is itself the key of words. Between backticks a value
/// stands as it was typed: nobody finds the SKU `1001` by other digits.
fn fill<'a>(speech: Speech, sentence: &str, args: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let args: Vec<(String, &str)> = args.map(|(name, value)| (format!("{{{name}}}"), value)).collect();
    let filled = |(number, part): (usize, &str)| {
        let is_typed = number % 2 == 1;
        args.iter().fold(part.to_owned(), |out, (name, value)| {
            let words = value.strip_prefix('@').and_then(|key| speech.table().said.get(key));
            let own = if is_typed { (*value).to_owned() } else { speech.count(value) };
            out.replace(name, words.map_or(&own, |words| words))
        })
    };
    sentence.split('`').enumerate().map(filled).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::ALL;

    #[test]
    fn numbers_and_days_are_in_the_readers_digits() {
        let bengali = |value| Speech::Bengali.count(value);
        for (value, shown) in [("12", "১২"), ("-3", "-৩"), ("4.5", "৪.৫"), ("2026-11-27", "২০২৬-১১-২৭")]
        {
            assert_eq!(bengali(value), shown);
            assert_eq!(Speech::English.count(value), value);
        }
        for value in ["", ".5", "5.", "1.2.3", "A1", "1234567890", "2026-13-01"] {
            assert_eq!(bengali(value), value);
        }
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        for speech in [Speech::Bengali, Speech::English] {
            let table = speech.table();
            for code in ALL {
                assert!(
                    table.codes.contains_key(code.as_str()),
                    "{} has no words in {speech:?}",
                    code.as_str()
                );
            }
            assert_eq!(table.codes.len(), ALL.len(), "{speech:?} has words for a code that is not there");
        }
        let keys = |speech: Speech| speech.table().said.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(Speech::Bengali), keys(Speech::English));
    }
}
