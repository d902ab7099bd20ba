//! Policies.

use super::{SitePlan, Subject, head::Headed};
use crate::{base::language::Lang, catalog::Promise, diag::Diagnostics, view::PolicyView};

impl SitePlan<'_> {
    /// A policy, with its promise.
    pub(super) fn policy(&self, lang: Lang, place: usize, found: &mut Diagnostics) -> PolicyView {
        let policy = &self.catalog.policies[place];
        let words = &policy.words[lang];
        let typed = !matches!(policy.promise, Promise::Words);
        let headed = Headed {
            data: if typed { vec![self.store_data(lang)] } else { Vec::new() },
            form: policy.returns().is_some(),
            title_lang: self.tongue(lang, words.title.lang),
            ..Headed::new(Subject::Policy(place), "policy", &words.title, &words.summary)
        };
        PolicyView {
            page: self.head(lang, headed),
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            updated: policy.updated.map(|day| self.date(lang, day)),
            body: self.body(lang, &words.body, found),
            delivery: policy.delivery().and_then(|_| self.shop_delivery(lang)),
            areas: policy.delivery().map_or_else(Vec::new, |delivery| self.areas(lang, delivery)),
            returns: policy.returns().and_then(|_| self.shop_returns(lang)),
            order: policy.returns().and_then(|_| self.return_form(lang)),
            warranty: policy.warranty().and_then(|_| self.shop_warranty(lang)),
        }
    }
}
