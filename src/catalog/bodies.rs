//! Every Markdown text of the shop, in every language.

use super::{Body, Catalog, Guide, Product, Words};
use crate::{base::language::PerLanguage, markdown};

impl<'s> Catalog<'s> {
    /// The texts of everything that is shown.
    pub fn bodies(&self) -> impl Iterator<Item = &Body<'s>> {
        let charts =
            self.size_charts.iter().flat_map(|chart| chart.words.iter().map(|(_, words)| &words.body));
        (self.products.iter().flat_map(of_product))
            .chain(self.collections.iter().flat_map(|one| of_words(&one.words)))
            .chain(self.pages.iter().flat_map(|one| of_words(&one.words)))
            .chain(self.guides.iter().flat_map(|one| of_words(&one.words)))
            .chain(self.policies.iter().flat_map(|one| of_words(&one.words)))
            .chain(self.home.iter().flat_map(|one| of_words(&one.words)))
            .chain(self.contact.iter().flat_map(|one| of_words(&one.words)))
            .chain(charts)
    }

    /// Whether anything shows a size chart, or will: `later` are the guides of a later day.
    pub(super) fn shows_chart(&self, name: &str, later: &[Guide<'s>]) -> bool {
        let of =
            |product: &Product<'_>| product.size_chart.as_ref().is_some_and(|slug| slug.as_str() == name);
        let bodies = (self.bodies())
            .chain(self.later.iter().flat_map(of_product))
            .chain(later.iter().flat_map(|one| of_words(&one.words)));
        let mut named = bodies.flat_map(|body| markdown::size_charts(&body.text));
        self.products.iter().chain(&self.later).any(of) || named.any(|one| one == name)
    }
}

/// Description, care and answers.
fn of_product<'p, 's>(product: &'p Product<'s>) -> impl Iterator<Item = &'p Body<'s>> {
    product.words.iter().flat_map(|(_, words)| {
        let answers = words.questions.iter().map(|question| &question.answer);
        std::iter::once(&words.body).chain(&words.care).chain(answers)
    })
}

fn of_words<'w, 's>(words: &'w PerLanguage<Words<'s>>) -> impl Iterator<Item = &'w Body<'s>> {
    words.iter().map(|(_, words)| &words.body)
}
