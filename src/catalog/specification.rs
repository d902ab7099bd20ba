//! Facts in groups.

use super::reading::Reading;
use crate::{
    base::{money::latin_digits, name::Handle},
    diag::Code,
    schema,
};

/// Every unit a fact may have, as it is written and as themes know it.
pub const UNITS: [&str; 9] = ["mm", "cm", "m", "g", "kg", "ml", "l", "inch", "piece"];

/// Facts under one heading. Headings and names are in the product's words, in the same order.
#[derive(Debug)]
pub struct SpecificationGroup {
    /// Its handle.
    pub id: Handle,
    /// The facts.
    pub rows: Vec<Fact>,
}

/// One fact.
#[derive(Debug)]
pub struct Fact {
    /// Its handle, unique in the product.
    pub id: Handle,
    /// A number with ASCII digits and a point; `None` when the value is words.
    pub number: Option<String>,
    /// Unit of the number.
    pub unit: Option<&'static str>,
}

/// Reads the groups.
pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    written: &[schema::SpecificationGroup],
) -> Vec<SpecificationGroup> {
    let (mut groups, mut group_ids, mut row_ids) = (Vec::new(), Vec::new(), Vec::new());
    for group in written {
        let Some(id) = reading.handle(&group.id, &group_ids) else { continue };
        group_ids.push(id.clone());
        let mut rows = Vec::new();
        for row in &group.rows {
            if let Some(row_id) = reading.handle(&row.id, &row_ids) {
                row_ids.push(row_id.clone());
                rows.push(fact(reading, row, row_id));
            }
        }
        groups.push(SpecificationGroup { id, rows });
    }
    groups
}

fn fact(reading: &mut Reading<'_, '_>, row: &schema::SpecificationRow, id: Handle) -> Fact {
    let number = number(&row.value.value.0);
    let unit = row.unit.as_ref().and_then(|at| {
        let unit = UNITS.into_iter().find(|unit| *unit == at.value);
        if unit.is_none() {
            reading.unknown(Code::SPECIFICATION_UNIT, at, UNITS);
        } else if number.is_none() {
            reading.wrong(Code::SPECIFICATION_UNIT_VALUE, &row.value, &row.value.value.0);
        }
        unit
    });
    Fact { id, number, unit }
}

/// A plain decimal number in any digits, as ASCII; anything else is words.
pub(super) fn number(text: &str) -> Option<String> {
    let latin = latin_digits(text.trim());
    let (whole, decimals) = latin.split_once('.').unwrap_or((&latin, "0"));
    let digits =
        |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(decimals)).then(|| latin.clone())
}
