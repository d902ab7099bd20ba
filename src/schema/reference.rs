//! The JSON Schemas for editors, and the reference page made of them.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use super::{
    Collection, CollectionWords, Contact, Delivery, DeliveryWords, Guide, Home, Look, Page, PageWords,
    PlainPolicy, Product, ProductWords, Returns, ReturnsWords, Review, Shop, SizeChart, SizeChartWords, Tags,
    Theme, Tokens, Warranty, WarrantyWords,
};

/// Name of the file and JSON Schema of everything a person types.
pub fn json_schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("shop", schema::<Shop>()),
        ("product", schema::<Product>()),
        ("product-words", schema::<ProductWords>()),
        ("collection", schema::<Collection>()),
        ("collection-words", schema::<CollectionWords>()),
        ("tags", schema::<Tags>()),
        ("size-chart", schema::<SizeChart>()),
        ("size-chart-words", schema::<SizeChartWords>()),
        ("delivery", schema::<Delivery>()),
        ("delivery-words", schema::<DeliveryWords>()),
        ("returns", schema::<Returns>()),
        ("returns-words", schema::<ReturnsWords>()),
        ("warranty", schema::<Warranty>()),
        ("warranty-words", schema::<WarrantyWords>()),
        ("policy", schema::<PlainPolicy>()),
        ("home", schema::<Home>()),
        ("contact", schema::<Contact>()),
        ("page", schema::<Page>()),
        ("guide", schema::<Guide>()),
        ("page-words", schema::<PageWords>()),
        ("review", schema::<Review>()),
        ("theme", schema::<Theme>()),
        ("look", schema::<Look>()),
        ("tokens", schema::<Tokens>()),
    ]
}

fn schema<T: JsonSchema>() -> Value {
    SchemaGenerator::default().into_root_schema_for::<T>().to_value()
}

/// The reference page in Markdown: every key of every file, its kind, whether it must be there, and what it means.
pub fn reference_page() -> String {
    let mut out = String::from(
        "# Reference: what a merchant writes\n\n\
         This page is made from the program's own types (`posra schema --reference`); a test keeps it true.\n\
         Keys marked **required** must be there. Times and money are explained below the tables.\n",
    );
    for (_, schema) in json_schemas() {
        section(&mut out, &schema, &schema["$defs"]);
    }
    out
}

fn section(out: &mut String, schema: &Value, definitions: &Value) {
    let description = text(&schema["description"]);
    out.push_str(&format!("\n## {}\n\n{description}\n\n", heading(&description)));
    let entry = resolve(&schema["additionalProperties"], definitions);
    let (rows, prefix) = if entry["properties"].is_object() { (entry, "<tag>.") } else { (schema, "") };
    out.push_str("| key | kind | meaning |\n| --- | --- | --- |\n");
    table(out, rows, definitions, prefix);
}

/// The first path in a description names the file: between the first two backticks.
fn heading(description: &str) -> String {
    let path = description.split('`').nth(1).unwrap_or(description);
    format!("`{path}`")
}

fn table(out: &mut String, schema: &Value, definitions: &Value, prefix: &str) {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let key = format!("{prefix}{name}");
        let kind = kind(property, definitions);
        let must = if required.contains(&name.as_str()) { " **Required.**" } else { "" };
        out.push_str(&format!(
            "| `{key}` | {kind} | {}{must} |\n",
            text(&property["description"]).replace('|', "\\|")
        ));
        if let Some((inner, suffix)) = inner_table(property, definitions) {
            table(out, inner, definitions, &format!("{key}{suffix}."));
        }
    }
}

/// The table that a property holds, directly, in a list or in a map.
fn inner_table<'a>(property: &'a Value, definitions: &'a Value) -> Option<(&'a Value, &'static str)> {
    let resolved = resolve(property, definitions);
    if resolved["properties"].is_object() {
        return Some((resolved, ""));
    }
    let item = resolve(&resolved["items"], definitions);
    if item["properties"].is_object() {
        return Some((item, "[]"));
    }
    let value = resolve(&resolved["additionalProperties"], definitions);
    value["properties"].is_object().then_some((value, ".<id>"))
}

fn resolve<'a>(schema: &'a Value, definitions: &'a Value) -> &'a Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return &definitions[name];
    }
    let alternatives: Vec<&Value> =
        schema["anyOf"].as_array().into_iter().flatten().filter(|one| one["type"] != "null").collect();
    match alternatives.as_slice() {
        [one] => resolve(one, definitions),
        _ => schema,
    }
}

fn kind(property: &Value, definitions: &Value) -> String {
    let schema = resolve(property, definitions);
    match schema["x-posra"].as_str() {
        Some("money") => return "amount".into(),
        Some("fact") => return "number or words".into(),
        Some("words") => return "words, or words by language".into(),
        Some("day") => return "day".into(),
        Some("stock") => return "count, state or promise".into(),
        _ => {}
    }
    if let Some(values) = schema["oneOf"].as_array() {
        return values
            .iter()
            .filter_map(|one| one["const"].as_str())
            .map(|one| format!("`{one}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let Some(values) = schema["enum"].as_array() {
        return values
            .iter()
            .filter_map(Value::as_str)
            .map(|one| format!("`{one}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or("text");
    match kind {
        "string" => "text".into(),
        "integer" => "number".into(),
        "boolean" => "`true` or `false`".into(),
        "array" => format!("list of {}", self::kind(&schema["items"], definitions)),
        "object" => "table".into(),
        other => other.into(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().replace('\n', " ")
}
