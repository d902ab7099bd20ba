//! Measures: how much one piece holds or weighs, and prices by measure.

use super::{
    reading::Reading,
    specification::{UNITS, number},
};
use crate::{
    base::money::Money,
    diag::Code,
    schema::{self, At},
};

/// An amount of something, above zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// ASCII digits with a point, as it was typed.
    pub value: String,
    /// Its unit, as themes know it.
    pub unit: &'static str,
    kind: Kind,
    /// In ten-thousandths of the kind's smallest unit.
    amount: u64,
}

/// What is measured. Only measures of one kind can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Mass,
    Volume,
    Length,
    Count,
}

/// Kind of a unit, and how many tenths of the kind's smallest unit it holds (an inch is 25.4 mm).
fn scale(unit: &str) -> Option<(Kind, u64)> {
    Some(match unit {
        "g" => (Kind::Mass, 10),
        "kg" => (Kind::Mass, 10_000),
        "ml" => (Kind::Volume, 10),
        "l" => (Kind::Volume, 10_000),
        "mm" => (Kind::Length, 10),
        "cm" => (Kind::Length, 100),
        "m" => (Kind::Length, 10_000),
        "inch" => (Kind::Length, 254),
        "piece" => (Kind::Count, 10),
        _ => return None,
    })
}

impl Measure {
    /// Whole grams of a mass.
    pub fn grams(&self) -> Option<u64> {
        (self.kind == Kind::Mass).then_some(self.amount / 10_000)
    }

    fn new(value: String, unit: &'static str) -> Option<Self> {
        let (kind, scale) = scale(unit)?;
        let (whole, decimals) = value.split_once('.').unwrap_or((&value, ""));
        let thousandths = format!("{decimals:0<3}");
        let milli =
            whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(thousandths.get(..3)?.parse().ok()?)?;
        let amount = milli.checked_mul(scale)?;
        (amount > 0 && decimals.len() <= 3).then_some(Self { value, unit, kind, amount })
    }

    /// What a price is said for when nothing else is: 1 kg, 1 l, 1 m, one piece.
    fn usual(&self) -> Self {
        let (unit, amount) = match self.kind {
            Kind::Mass => ("kg", 10_000_000),
            Kind::Volume => ("l", 10_000_000),
            Kind::Length => ("m", 10_000_000),
            Kind::Count => ("piece", 10_000),
        };
        Self { value: "1".to_owned(), unit, kind: self.kind, amount }
    }

    /// Whether it is a weight.
    fn is_mass(&self) -> bool {
        self.kind == Kind::Mass
    }

    /// The price of `per`, when a piece that holds this much costs `price`; rounded half up to whole minor units.
    pub fn price_of(&self, per: &Self, price: Money) -> Option<Money> {
        let (mine, theirs) = (u128::from(self.amount), u128::from(per.amount));
        let minor = u128::try_from(price.minor()).ok()?;
        let rounded = (minor * theirs * 2 + mine) / (mine * 2);
        i64::try_from(rounded).ok().map(Money::from_minor)
    }
}

/// Reads a measure: a number above zero with at most three decimals, and a known unit.
pub(super) fn read(reading: &mut Reading<'_, '_>, at: &At<schema::Measure>) -> Option<Measure> {
    let written = &at.value;
    let Some(unit) = UNITS.into_iter().find(|unit| *unit == written.unit.value) else {
        reading.unknown(Code::SPECIFICATION_UNIT, &written.unit, UNITS);
        return None;
    };
    let measure = number(&written.value.value.0).and_then(|value| Measure::new(value, unit));
    if measure.is_none() {
        reading.wrong(Code::MEASURE_VALUE, &written.value, &written.value.value.0);
    }
    measure
}

/// Reads a weight.
pub(super) fn weight(reading: &mut Reading<'_, '_>, at: &At<schema::Measure>) -> Option<Measure> {
    let weight = read(reading, at)?;
    if !weight.is_mass() {
        reading.wrong(Code::MEASURE_KIND, &at.value.unit, &at.value.unit.value);
        return None;
    }
    Some(weight)
}

/// How much one piece holds, and what the price is said for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMeasure {
    /// What one piece holds.
    pub holds: Measure,
    /// What the price is said for.
    pub per: Measure,
}

/// Reads what a piece holds and what the price is said for; both must be of one kind.
pub(super) fn unit_measure(
    reading: &mut Reading<'_, '_>,
    holds: Option<&At<schema::Measure>>,
    per: Option<&At<schema::Measure>>,
) -> Option<UnitMeasure> {
    let holds = read(reading, holds?)?;
    let Some(at) = per else {
        let per = holds.usual();
        return Some(UnitMeasure { holds, per });
    };
    let per = read(reading, at)?;
    if per.kind != holds.kind {
        reading.wrong(Code::MEASURE_KIND, &at.value.unit, &at.value.unit.value);
        return None;
    }
    Some(UnitMeasure { holds, per })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_price_of_a_kilogram() {
        for (value, unit, minor, expected) in [
            ("500", "g", 60_000, 120_000),
            ("0.25", "kg", 50_000, 200_000),
            ("3", "piece", 10_000, 3_333),
            ("750", "ml", 40_000, 53_333),
            ("2.5", "m", 99_900, 39_960),
        ] {
            let holds = Measure::new(value.to_owned(), unit);
            let found = holds.and_then(|holds| holds.price_of(&holds.usual(), Money::from_minor(minor)));
            assert_eq!(found, Some(Money::from_minor(expected)), "{value} {unit}");
        }
    }

    #[test]
    fn nothing_has_no_price() {
        for value in ["0", "0.0004", "99999999999999999999"] {
            assert_eq!(Measure::new(value.to_owned(), "g"), None, "{value}");
        }
    }
}
