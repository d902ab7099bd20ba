//! What a text of the past was: a thing with an address, a SKU, a title.

use crate::{
    base::{
        address::Address,
        change::{Change, Table, Value},
        language::Lang,
        name::{Slug, nfc},
        path::ShopPath,
    },
    catalog::{self, Catalog, Product},
    plan::{ListOf, Subject},
    schema,
};

/// What is asked of a text of the past. It may be older than any rule of today, so nothing of it must be right.
pub(super) struct Before {
    /// In lower case.
    pub(super) sku: Option<String>,
    pub(super) title: Option<String>,
    /// It was never shown.
    pub(super) is_draft: bool,
}

impl Before {
    pub(super) fn of(path: &str, text: &str) -> Self {
        let range = schema::toml_range(path, text).unwrap_or_default();
        let facts: toml::Table = toml::from_str(text.get(range).unwrap_or_default()).unwrap_or_default();
        let words = |key: &str| facts.get(key).and_then(|value| value.as_str());
        Self {
            sku: words("sku").map(|sku| sku.trim().to_ascii_lowercase()),
            title: words("title").map(|title| nfc(title.trim())),
            is_draft: facts.get("draft").and_then(toml::Value::as_bool) == Some(true),
        }
    }

    /// Whether a product with another SKU may be the same: goods are alike enough for git to mix them up.
    pub(super) fn may_be(&self, product: &Product<'_>) -> bool {
        self.sku.is_none() || self.title.as_ref() == Some(&product.words[Lang::FIRST].title.text)
    }
}

/// The folder and the slug of the thing whose facts stand at `path`.
pub(super) fn thing(path: &str) -> Option<(&'static str, Slug)> {
    catalog::thing_of(&ShopPath::read(path).ok()?)
}

/// The thing's page.
pub(super) fn subject(catalog: &Catalog<'_>, folder: &str, slug: &Slug) -> Option<Subject> {
    match folder {
        "products" => catalog.product(slug).map(Subject::Product),
        "collections" => {
            let place = catalog.collections.iter().position(|one| one.slug == *slug)?;
            Some(ListOf::Collection(place).first())
        }
        "pages" => catalog.pages.iter().position(|one| one.slug == *slug).map(Subject::Page),
        "guides" => catalog.guides.iter().position(|one| one.slug == *slug).map(Subject::Guide),
        _ => catalog.policies.iter().position(|one| one.slug == *slug).map(Subject::Policy),
    }
}

/// One more old address in the file of a thing.
pub(super) fn alias(address: &Address) -> Change {
    let after: &[&str] = &["aliases", "summary", "title"];
    Change { table: Table::Top, key: "aliases", value: Value::Item(address.to_string()), after }
}
