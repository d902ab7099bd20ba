//! The shape of a type, taken from its JSON Schema, and the check of TOML against it.
//!
//! serde stops at the first fault and speaks English; this walk finds every
//! unknown key, missing key and wrong type of a file, each with its place.

use std::{
    any::TypeId,
    collections::BTreeMap,
    ops::Range,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// What may stand at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Text,
    Boolean,
    Integer { least: i64, most: i64 },
    Decimal,
    Day,
    Choice(Vec<String>),
    List { of: Box<Shape>, exactly: Option<usize> },
    Table(BTreeMap<String, Field>),
    Map(Box<Shape>),
    Either(Vec<Shape>),
}

/// One key of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) shape: Shape,
    pub(super) required: bool,
}

static SHAPES: LazyLock<Mutex<BTreeMap<TypeId, Arc<Shape>>>> = LazyLock::new(Mutex::default);

impl Shape {
    /// The shape of `T`, worked out once.
    pub(super) fn of<T: JsonSchema + 'static>() -> Arc<Self> {
        let mut shapes = SHAPES.lock().unwrap_or_else(PoisonError::into_inner);
        shapes.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(Self::derive::<T>())).clone()
    }

    fn derive<T: JsonSchema>() -> Self {
        let schema = SchemaGenerator::default().into_root_schema_for::<T>().to_value();
        from_schema(&schema, &schema["$defs"])
    }

    /// Key of the words that say what is expected, in the table of sentences.
    fn expected(&self) -> &'static str {
        match self {
            Self::Text => "@expected.text",
            Self::Boolean => "@expected.boolean",
            Self::Integer { .. } => "@expected.integer",
            Self::Decimal => "@expected.number",
            Self::Day => "@expected.day",
            Self::Choice(_) => "@expected.choice",
            Self::List { .. } => "@expected.list",
            Self::Table(_) | Self::Map(_) => "@expected.table",
            Self::Either(shapes) => match shapes.first() {
                Some(Self::Integer { .. }) if shapes.contains(&Self::Text) => "@expected.amount",
                Some(Self::Integer { .. }) => "@expected.stock",
                _ => "@expected.words",
            },
        }
    }
}

fn from_schema(schema: &Value, definitions: &Value) -> Shape {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return from_schema(&definitions[name], definitions);
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(all) = schema[key].as_array() {
            return from_alternatives(all, definitions);
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        return Shape::Choice(values.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    if let Some(value) = schema["const"].as_str() {
        return Shape::Choice(vec![value.to_owned()]);
    }
    if let Some(kinds) = schema["type"].as_array() {
        let shapes: Vec<Shape> = kinds
            .iter()
            .filter_map(Value::as_str)
            .filter(|kind| *kind != "null")
            .map(|kind| from_kind(kind, schema, definitions))
            .collect();
        return one_or_either(shapes);
    }
    from_kind(schema["type"].as_str().unwrap_or_default(), schema, definitions)
}

fn from_alternatives(all: &[Value], definitions: &Value) -> Shape {
    let mut choices = Vec::new();
    let mut shapes = Vec::new();
    for one in all.iter().filter(|one| one["type"] != "null") {
        match from_schema(one, definitions) {
            Shape::Choice(values) => choices.extend(values),
            shape => shapes.push(shape),
        }
    }
    if !choices.is_empty() {
        shapes.push(Shape::Choice(choices));
    }
    one_or_either(shapes)
}

fn one_or_either(mut shapes: Vec<Shape>) -> Shape {
    match shapes.len() {
        1 => shapes.remove(0),
        _ => Shape::Either(shapes),
    }
}

fn from_kind(kind: &str, schema: &Value, definitions: &Value) -> Shape {
    match kind {
        "string" if schema["x-posra"] == "day" => Shape::Day,
        "boolean" => Shape::Boolean,
        "integer" => Shape::Integer {
            least: schema["minimum"].as_i64().unwrap_or(i64::MIN),
            most: schema["maximum"].as_i64().unwrap_or(i64::MAX),
        },
        "number" => Shape::Decimal,
        "array" => Shape::List {
            of: Box::new(from_schema(&schema["items"], definitions)),
            exactly: schema["maxItems"]
                .as_u64()
                .filter(|most| schema["minItems"].as_u64() == Some(*most))
                .map(|n| n as usize),
        },
        "object" => from_object(schema, definitions),
        _ => Shape::Text,
    }
}

fn from_object(schema: &Value, definitions: &Value) -> Shape {
    let Some(properties) = schema["properties"].as_object() else {
        return Shape::Map(Box::new(from_schema(&schema["additionalProperties"], definitions)));
    };
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, schema): (&String, &Value)| {
        let shape = from_schema(schema, definitions);
        (name.clone(), Field { shape, required: required.contains(&name.as_str()) })
    };
    Shape::Table(properties.iter().map(field).collect())
}

/// Checks `table` against `shape` and tells every fault.
pub(super) fn check(
    file: &str,
    table: &DeTable<'_>,
    span: Range<usize>,
    shape: &Shape,
    found: &mut Diagnostics,
) {
    Walk { file, found }.table(table, span, shape, "");
}

struct Walk<'a> {
    file: &'a str,
    found: &'a mut Diagnostics,
}

impl Walk<'_> {
    fn table(&mut self, table: &DeTable<'_>, span: Range<usize>, shape: &Shape, key: &str) {
        match shape {
            Shape::Table(fields) => self.fields(table, span, fields),
            Shape::Map(of) => {
                for (name, value) in table.iter() {
                    self.value(value, of, name.get_ref());
                }
            }
            _ => self.wrong(span, shape, key, "@found.table"),
        }
    }

    fn fields(&mut self, table: &DeTable<'_>, span: Range<usize>, fields: &BTreeMap<String, Field>) {
        for (name, value) in table.iter() {
            match fields.get(name.get_ref().as_ref()) {
                Some(field) => self.value(value, &field.shape, name.get_ref()),
                None => self.found.push(
                    Diagnostic::error(Code::KEY_UNKNOWN)
                        .at(Place::span(self.file, name.span()))
                        .with("key", name.get_ref())
                        .did_you_mean(name.get_ref(), fields.keys().map(String::as_str)),
                ),
            }
        }
        for (name, field) in fields {
            if field.required && !table.contains_key(name.as_str()) {
                self.missing(name, span.clone());
            }
        }
    }

    /// A missing key is shown at its table's header; at the top there is none to point at but the first line.
    fn missing(&mut self, name: &str, span: Range<usize>) {
        let code = if name == "price" { Code::PRICE_MISSING } else { Code::KEY_MISSING };
        let span = if span.start == 0 { 0..3.min(span.end) } else { span };
        self.found.push(Diagnostic::error(code).at(Place::span(self.file, span)).with("key", name));
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, shape: &Shape, key: &str) {
        let span = value.span();
        match (value.get_ref(), shape) {
            (DeValue::Table(table), Shape::Either(shapes)) => {
                match shapes.iter().find(|one| matches!(one, Shape::Table(_) | Shape::Map(_))) {
                    Some(one) => self.table(table, span, one, key),
                    None => self.wrong(span, shape, key, "@found.table"),
                }
            }
            (DeValue::Table(table), _) => self.table(table, span, shape, key),
            (DeValue::Array(array), Shape::List { of, exactly }) => {
                if exactly.is_some_and(|count| count != array.len()) {
                    self.wrong(span, shape, key, "@found.length");
                }
                for one in array.iter() {
                    self.value(one, of, key);
                }
            }
            (DeValue::String(text), Shape::Choice(choices)) => self.choice(text, choices, span, key),
            (DeValue::String(text), Shape::Either(shapes)) if !shapes.contains(&Shape::Text) => {
                match shapes
                    .iter()
                    .find_map(|one| if let Shape::Choice(choices) = one { Some(choices) } else { None })
                {
                    Some(choices) => self.choice(text, choices, span, key),
                    None => self.wrong(span, shape, key, "@found.text"),
                }
            }
            (found, _) if fits(found, shape) => {}
            (found, _) => self.wrong(span, shape, key, found_words(found)),
        }
    }

    fn choice(&mut self, text: &str, choices: &[String], span: Range<usize>, key: &str) {
        if !choices.iter().any(|choice| choice == text) {
            self.found.push(
                Diagnostic::error(Code::VALUE_CHOICE)
                    .at(Place::span(self.file, span))
                    .with("key", key)
                    .with("value", text)
                    .with("choices", choices.join(", "))
                    .did_you_mean_text(text, choices.iter().map(String::as_str)),
            );
        }
    }

    fn wrong(&mut self, span: Range<usize>, shape: &Shape, key: &str, found: &str) {
        self.found.push(
            Diagnostic::error(Code::VALUE_TYPE)
                .at(Place::span(self.file, span))
                .with("key", key)
                .with("expected", shape.expected())
                .with("found", found),
        );
    }
}

fn fits(value: &DeValue<'_>, shape: &Shape) -> bool {
    match (value, shape) {
        (_, Shape::Either(shapes)) => shapes.iter().any(|one| fits(value, one)),
        (DeValue::String(_), Shape::Text) | (DeValue::Boolean(_), Shape::Boolean) => true,
        (DeValue::Float(_), Shape::Decimal) => true,
        (DeValue::Datetime(day), Shape::Day) => day.date.is_some() && day.time.is_none(),
        (DeValue::Integer(number), Shape::Integer { least, most }) => {
            i64::from_str_radix(number.as_str(), number.radix()).is_ok_and(|n| (*least..=*most).contains(&n))
        }
        _ => false,
    }
}

fn found_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "@found.text",
        DeValue::Integer(_) | DeValue::Float(_) => "@found.number",
        DeValue::Boolean(_) => "@found.boolean",
        DeValue::Datetime(_) => "@found.day",
        DeValue::Array(_) => "@found.list",
        DeValue::Table(_) => "@found.table",
    }
}
