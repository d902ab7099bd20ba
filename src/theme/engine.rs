//! The template engine of one language: Tera in a closed environment.

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;
use tera::{Context, Error, Kwargs, Map, State, Tera, Value};

use super::words::{WordArg, WordFault, WordTable};
use crate::locale::Locale;

/// Templates of a theme, compiled for one language.
pub struct Engine {
    tera: Tera,
}

/// What templates of one language may use.
pub(super) struct Environment {
    pub(super) words: Arc<WordTable>,
    pub(super) locale: Arc<Locale>,
    /// Links of the assets by their names.
    pub(super) assets: Arc<BTreeMap<String, String>>,
}

impl Engine {
    /// Compiles `templates` (path inside the theme and text).
    pub(super) fn compile(templates: &[(&str, &str)], environment: Environment) -> Result<Self, Error> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        // Tera 2 wants functions and filters before templates.
        register(&mut tera, environment);
        tera.add_raw_templates(templates.iter().copied())?;
        Ok(Self { tera })
    }

    /// Renders a template with `view` at the top and `site` beside it.
    pub fn render(&self, template: &str, view: &impl Serialize, site: &Value) -> Result<String, Error> {
        let mut context = Context::from_serialize(view)?;
        context.insert_value("site", site.clone());
        self.tera.render(&format!("templates/{template}.html"), &context)
    }

    /// Whether there is such a template.
    pub fn has(&self, template: &str) -> bool {
        self.tera.contains_template(&format!("templates/{template}.html"))
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Engine")
    }
}

fn register(tera: &mut Tera, environment: Environment) {
    let Environment { words, locale, assets } = environment;
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| say(&words, &locale, &kwargs));
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| asset(&assets, &kwargs));
    tera.register_filter("trusted", trusted);
    tera.register_filter("safe", refuse_safe);
}

fn say(words: &WordTable, locale: &Locale, kwargs: &Kwargs) -> Result<String, Error> {
    let key: String = kwargs.must_get("key")?;
    let args = word_args(kwargs);
    words.say(&key, &args, locale).map_err(|fault| {
        Error::message(match fault {
            WordFault::Unknown(Some(near)) => format!("no words `{key}` (did you mean `{near}`?)"),
            WordFault::Unknown(None) => format!("no words `{key}`"),
            WordFault::NoNumber => format!("words `{key}` are plural and need a number `n`"),
            WordFault::NoValue(name) => format!("words `{key}` need a value `{name}`"),
        })
    })
}

fn word_args(kwargs: &Kwargs) -> Vec<(String, WordArg)> {
    kwargs
        .iter()
        .filter_map(|(name, value)| {
            let name = name.as_str()?;
            let arg = match value.as_i64() {
                Some(number) => WordArg::Number(number),
                None => WordArg::Text(value.as_str()?.to_owned()),
            };
            (name != "key").then(|| (name.to_owned(), arg))
        })
        .collect()
}

fn asset(assets: &BTreeMap<String, String>, kwargs: &Kwargs) -> Result<String, Error> {
    let name: String = kwargs.must_get("name")?;
    assets.get(&name).cloned().ok_or_else(|| {
        let known: Vec<&str> = assets.keys().map(String::as_str).collect();
        Error::message(format!("no asset `{name}`; there are {}", known.join(", ")))
    })
}

/// Lets through what only the program makes: a map with the one key `trusted`.
fn trusted(value: Map, _: Kwargs, _: &State<'_>) -> Result<Value, Error> {
    let text =
        value.iter().find(|(key, _)| key.as_str() == Some("trusted")).and_then(|(_, value)| value.as_str());
    match (value.len(), text) {
        (1, Some(text)) => Ok(Value::safe_string(text)),
        _ => Err(Error::message(
            "`trusted` takes a value that the program made (a description, an answer, structured data)",
        )),
    }
}

fn refuse_safe(_: Value, _: Kwargs, _: &State<'_>) -> Result<Value, Error> {
    Err(Error::message("`safe` is not here: use `trusted` on a value that the program made"))
}
