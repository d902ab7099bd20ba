//! What a product is found by.

use std::collections::BTreeMap;

use super::entry::Weight;
use crate::{
    base::sound::sounds,
    catalog::{Catalog, Product, ProductWords, Text},
};

/// Sounds of the words of a product, each with the most that it weighs.
pub(super) fn of(catalog: &Catalog<'_>, product: &Product<'_>) -> BTreeMap<String, Weight> {
    let mut found = Found::default();
    for (_, words) in product.words.iter() {
        found.add(&words.title.text, Weight::Title);
        in_words(&mut found, words);
    }
    same_meaning(catalog, &mut found);
    labels(catalog, product, &mut found);
    codes(product, &mut found);
    found.0
}

#[derive(Default)]
struct Found(BTreeMap<String, Weight>);

impl Found {
    /// Adds the words of a text; those that a sign joins are also one word, as people write `handwoven` and `P108`.
    fn add(&mut self, text: &str, weight: Weight) {
        for joined in text.split_whitespace() {
            let parts = sounds(joined);
            if parts.len() > 1 {
                self.word(parts.concat(), weight);
            }
            parts.into_iter().for_each(|part| self.word(part, weight));
        }
    }

    fn word(&mut self, word: String, weight: Weight) {
        let known = self.0.entry(word).or_insert(weight);
        *known = (*known).min(weight);
    }

    fn has_all(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.0.contains_key(word))
    }
}

fn in_words(found: &mut Found, words: &ProductWords<'_>) {
    let text = |found: &mut Found, text: &Text, weight| found.add(&text.text, weight);
    text(found, &words.summary, Weight::Text);
    words.highlights.iter().for_each(|one| text(found, one, Weight::Text));
    words.origin.iter().chain(&words.maker).for_each(|one| text(found, one, Weight::Label));
    words.options.iter().flat_map(|(_, values)| values).for_each(|one| text(found, one, Weight::Label));
    words.facts.iter().flatten().for_each(|(_, value)| text(found, value, Weight::Text));
}

/// Adds what the merchant says means the same as words of the titles.
fn same_meaning(catalog: &Catalog<'_>, found: &mut Found) {
    for group in &catalog.config.synonyms {
        if group.iter().any(|one| found.has_all(&sounds(one))) {
            group.iter().for_each(|one| found.add(one, Weight::Title));
        }
    }
}

fn labels(catalog: &Catalog<'_>, product: &Product<'_>, found: &mut Found) {
    let brand =
        product.brand.iter().filter_map(|one| Some(&catalog.labels.brands[catalog.labels.brand(one)?]));
    let tags = product.tags.iter().filter_map(|one| Some(&catalog.labels.tags[catalog.labels.tag(one)?]));
    for (_, name) in brand.chain(tags).flat_map(|label| label.names.iter()) {
        found.add(&name.text, Weight::Label);
    }
    let around = product.collections.iter().flat_map(|place| catalog.way_up(*place));
    for (_, words) in around.flat_map(|place| catalog.collections[place].words.iter()) {
        found.add(&words.title.text, Weight::Label);
    }
}

fn codes(product: &Product<'_>, found: &mut Found) {
    let mut codes: Vec<&str> = vec![product.sku.as_str()];
    codes.extend(product.mpn.as_deref());
    codes.extend(product.gtin.as_deref());
    for variant in &product.variants {
        codes.push(variant.sku.as_str());
        codes.extend(variant.mpn.as_deref());
        codes.extend(variant.gtin.as_deref());
    }
    codes.into_iter().for_each(|code| found.add(code, Weight::Label));
}
