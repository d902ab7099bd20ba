//! That an edit has changed what it should, and nothing else.

use toml::Table as Facts;

use super::{Change, Table, Value};

/// Whether `new` is `old` with exactly this change, as the catalogue reads both.
pub(super) fn is_the_change(old: &str, new: &str, change: &Change) -> bool {
    let (Ok(mut old), Ok(mut new)) = (toml::from_str::<Facts>(old), toml::from_str::<Facts>(new)) else {
        return false;
    };
    let before = table(&mut old, change.table).and_then(|table| table.remove(change.key));
    let after = table(&mut new, change.table).and_then(|table| table.remove(change.key));
    // Compared as text: a number that is none (`nan`) does not equal itself.
    after.is_some_and(|after| is_meant(before.as_ref(), &after, &change.value))
        && format!("{old:?}") == format!("{new:?}")
}

fn table(facts: &mut Facts, table: Table) -> Option<&mut Facts> {
    match table {
        Table::Top => Some(facts),
        Table::Variant(which) => facts.get_mut("variants")?.as_array_mut()?.get_mut(which)?.as_table_mut(),
    }
}

fn is_meant(before: Option<&toml::Value>, after: &toml::Value, value: &Value) -> bool {
    match (after, value) {
        (toml::Value::Integer(number), Value::Integer(value)) => number == value,
        (toml::Value::String(text), Value::Text(value)) => text == value,
        (toml::Value::Datetime(when), Value::Day(day)) => when.to_string() == day.to_string(),
        (toml::Value::Array(all), Value::Item(text)) => {
            let mut meant = before.and_then(toml::Value::as_array).cloned().unwrap_or_default();
            let text = toml::Value::String(text.clone());
            if !meant.contains(&text) {
                meant.push(text);
            }
            *all == meant
        }
        _ => false,
    }
}
