//! A value as TOML, and whether one says it already.

use toml_edit::Value as Written;

use super::Value;

/// The value as TOML; a list has this one text.
pub(super) fn said(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text_said(text),
        Value::Day(day) => day.to_string(),
        Value::Item(text) => format!("[{}]", text_said(text)),
    }
}

/// A text as TOML.
pub(super) fn text_said(text: &str) -> String {
    Written::from(text).to_string()
}

/// Whether `written` says `value`, however it is spelled.
pub(super) fn says(written: &Written, value: &Value) -> bool {
    match (written, value) {
        (Written::Integer(number), Value::Integer(value)) => number.value() == value,
        (Written::String(text), Value::Text(value)) => text.value() == value,
        (Written::Datetime(when), Value::Day(day)) => when.value().to_string() == day.to_string(),
        (Written::Array(all), Value::Item(text)) => all.iter().any(|one| one.as_str() == Some(text)),
        _ => false,
    }
}
