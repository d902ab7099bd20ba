//! Numbers, as the person who filled in a form typed them. In: a number and how the sheet shows it; out: text. A phone
//! number is never `1.712E9`; a day is as in `2026-11-26`, a moment as in `2026-11-26T10:12:00`, in the sheet's own
//! time. Colours, thousands and currencies are left out.
//!
//! Ids and codes of formats: ECMA-376 part 1, 18.8.30 and 18.8.31, read 2026-11-26.

use std::collections::BTreeMap;

use jiff::{SignedDuration, civil::date};
use quick_xml::events::Event;

use super::{
    package::Package,
    trouble::Trouble,
    xml::{attribute, next},
};

/// How a number is shown, as far as it changes what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Look {
    #[default]
    Plain,
    /// Filled up with zeros to so many digits.
    Padded(u8),
    /// A day or a time of day; with the clock or without.
    Moment { clock: bool },
    /// Hours that go on after 24.
    Elapsed,
}

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// The last day that spreadsheets know, 9999-12-31.
const LAST: f64 = 2_958_465.0;

/// The looks of a book, by their numbers.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Vec<Look>, Trouble> {
    let Some(mut xml) = package.part(path)? else { return Ok(Vec::new()) };
    let (mut buffer, mut own, mut looks, mut cells) = (Vec::new(), BTreeMap::new(), Vec::new(), false);
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    own.extend(id.zip(attribute(&element, "formatCode").map(|code| Look::of(&code))));
                }
                "cellXfs" => cells = true,
                "xf" if cells => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    looks.push(own.get(&id).copied().unwrap_or_else(|| Look::known(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => cells = false,
            Event::Eof => return Ok(looks),
            _ => {}
        }
    }
}

impl Look {
    /// A format that every spreadsheet knows by its id.
    fn known(id: u32) -> Self {
        match id {
            14..=17 | 27..=31 | 34..=36 | 50..=58 => Self::Moment { clock: false },
            18..=22 | 32 | 33 | 45 | 47 => Self::Moment { clock: true },
            46 => Self::Elapsed,
            _ => Self::Plain,
        }
    }

    /// A format by its code, such as `yyyy-mm-dd hh:mm` or `[$-409]0`. Only the part for numbers above zero counts.
    fn of(code: &str) -> Self {
        if code.len() <= 32 && !code.is_empty() && code.bytes().all(|one| one == b'0') {
            return Self::Padded(code.len() as u8);
        }
        let mut letters = String::new();
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
            match character {
                ';' => break,
                '\\' | '_' | '*' => drop(characters.next()),
                '"' => drop(characters.by_ref().find(|one| *one == '"')),
                '[' => {
                    let inside: String = characters.by_ref().take_while(|one| *one != ']').collect();
                    if matches!(&*inside.to_ascii_lowercase(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                        return Self::Elapsed;
                    }
                }
                other => letters.push(other.to_ascii_lowercase()),
            }
        }
        let clock = letters.contains(['h', 's']);
        match letters != "general" && (clock || letters.contains(['y', 'm', 'd'])) {
            true => Self::Moment { clock },
            false => Self::Plain,
        }
    }

    /// A number in this look.
    pub(super) fn text(self, value: f64, since_1904: bool) -> String {
        let text = match self {
            Self::Plain => None,
            Self::Padded(digits) => Some(format!("{:0>width$}", plain(value), width = usize::from(digits))),
            Self::Moment { clock } => moment(value, clock, since_1904),
            Self::Elapsed => elapsed(value),
        };
        text.unwrap_or_else(|| plain(value))
    }
}

/// As many digits as spreadsheets know, fifteen, and never with an exponent.
fn plain(value: f64) -> String {
    format!("{value:.14e}").parse().unwrap_or(value).to_string()
}

fn seconds(value: f64) -> Option<i64> {
    (0.0..=LAST + 1.0).contains(&value).then(|| (value * DAY).round() as i64)
}

fn moment(value: f64, clock: bool, since_1904: bool) -> Option<String> {
    // Spreadsheets since 1900 count a 29 February 1900 that never was.
    let first = match since_1904 {
        true => date(1904, 1, 1),
        false if value < 60.0 => date(1899, 12, 31),
        false => date(1899, 12, 30),
    };
    let moment = first.at(0, 0, 0, 0).checked_add(SignedDuration::from_secs(seconds(value)?)).ok()?;
    let is_midnight = moment.time() == jiff::civil::Time::midnight();
    Some(match (value < 1.0, is_midnight && !clock) {
        (true, _) if clock => moment.time().to_string(),
        (_, true) => moment.date().to_string(),
        _ => moment.to_string(),
    })
}

fn elapsed(value: f64) -> Option<String> {
    let seconds = seconds(value)?;
    Some(format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_they_were_typed() {
        for (code, value, wanted) in [
            ("General", 1_712_345_678.0, "1712345678"),
            ("General", 8_801_712_345_678.0, "8801712345678"),
            ("0.00E+00", 1_712_345_678.0, "1712345678"),
            ("#,##0.00", 0.1 + 0.2, "0.3"),
            ("[$৳-845] #,##0", -60.0, "-60"),
            ("00000000000", 1_712_345_678.0, "01712345678"),
            ("yyyy-mm-dd", 46_352.0, "2026-11-26"),
            ("yyyy-mm-dd hh:mm:ss", 46_352.425, "2026-11-26T10:12:00"),
            ("m/d/yy h:mm AM/PM", 46_352.0, "2026-11-26T00:00:00"),
            ("d\" day\"", 46_352.425, "2026-11-26T10:12:00"),
            ("h:mm", 0.5, "12:00:00"),
            ("[h]:mm", 1.5, "36:00:00"),
            ("yyyy-mm-dd", 1.0, "1900-01-01"),
            ("yyyy-mm-dd", 61.0, "1900-03-01"),
            ("yyyy-mm-dd", 1e300, &plain(1e300)),
            ("yyyy-mm-dd", -1.0, "-1"),
            ("\"sold \"0;dd", 4.0, "4"),
            ("_d0\\y", 4.0, "4"),
        ] {
            assert_eq!(Look::of(code).text(value, false), wanted, "{code} {value}");
        }
        assert_eq!(Look::known(22).text(44_890.425, true), "2026-11-26T10:12:00");
        assert!(!plain(f64::MAX).contains('e') && plain(f64::NAN) == "NaN");
    }
}
