//! Lengths that may be ranges.

use super::{reading::Reading, specification::number};
use crate::{
    diag::Code,
    schema::{self, At},
};

/// A length, or the shortest and the longest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// ASCII digits with a point.
    pub least: String,
    /// The longest, when it is a range.
    pub most: Option<String>,
}

/// Reads a length of a chart.
pub(super) fn read(reading: &mut Reading<'_, '_>, at: &At<schema::Fact>) -> Option<Extent> {
    let extent = of(&at.value.0);
    if extent.is_none() {
        reading.wrong(Code::SIZE_CHART_VALUE, at, &at.value.0);
    }
    extent
}

/// A number, or two with a dash between them, the lower one first.
fn of(text: &str) -> Option<Extent> {
    let Some((least, most)) = text.split_once(['-', '–']) else {
        return number(text).map(|least| Extent { least, most: None });
    };
    let (least, most) = (number(least)?, number(most)?);
    (decimal(&least) < decimal(&most)).then_some(Extent { least, most: Some(most) })
}

/// The digits of a number so that they can be compared.
fn decimal(number: &str) -> (u64, String) {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    (whole.parse().unwrap_or(u64::MAX), decimals.trim_end_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges() {
        for (text, least, most) in [
            ("20", "20", None),
            ("40.5", "40.5", None),
            ("৩৮", "38", None),
            ("38-39", "38", Some("39")),
            ("৩৮ – ৩৯.৫", "38", Some("39.5")),
            ("9.5-9.75", "9.5", Some("9.75")),
            ("9-10", "9", Some("10")),
        ] {
            let expected = Extent { least: least.to_owned(), most: most.map(str::to_owned) };
            assert_eq!(of(text), Some(expected), "{text}");
        }
        for text in ["", "-", "-5", "5-", "a", "38-38", "39-38", "38-39-40", "38 or 39", "9.5-9.50"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
