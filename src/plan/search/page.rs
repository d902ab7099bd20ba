//! The page of the search. Without script it is the list of goods by collection.

use url::form_urlencoded::Serializer;

use super::SitePlan;
use crate::{
    base::language::Lang,
    plan::{ListOf, Subject, head::Headed},
    view::{Link, SearchGroup, SearchView},
};

/// Most goods on the page, so that it stays light in a shop of any size: every collection shows its share of them.
const MOST: usize = 400;

/// Fewest goods that are worth narrowing: more than a screen or two.
const LEAST_TO_NARROW: usize = 8;

/// Fewest goods that a collection shows.
const LEAST: usize = 4;

impl SitePlan<'_> {
    /// The page of the search.
    pub(in crate::plan) fn search(&self, lang: Lang) -> SearchView {
        let title = self.words(lang, "title.search", &[]);
        let summary = self.words(lang, "summary.search", &[("shop", &self.catalog.config.name[lang])]);
        let groups = self.search_groups();
        let share = (MOST / groups.len().max(1)).max(LEAST);
        let groups = groups.iter().map(|(of, goods)| self.search_group(lang, *of, goods, share)).collect();
        SearchView { page: self.head(lang, Headed::new(Subject::Search, "search", &title, &summary)), groups }
    }

    /// The search of what a list holds, where it is long enough to be narrowed.
    pub(in crate::plan) fn search_in(&self, lang: Lang, of: ListOf) -> Option<Link> {
        if self.lists.of(of).count() < LEAST_TO_NARROW {
            return None;
        }
        let catalog = self.catalog;
        let (name, value) = match of {
            ListOf::All => ("q", ""),
            ListOf::Collection(place) => ("collection", catalog.collections[place].slug.as_str()),
            ListOf::Brand(place) => ("brand", catalog.labels.brands[place].written.as_str()),
            ListOf::Tag(place) => ("q", catalog.labels.tags[place].names[lang].text.as_str()),
        };
        let query = Serializer::for_suffix(String::from("?"), 1).append_pair(name, value).finish();
        let link = self.search_link(lang) + &query;
        Some(Link { title: self.words(lang, "search.narrow", &[]), lang: None, link, current: false })
    }

    /// Each product once, with the first collection that has it; what is in none comes last.
    fn search_groups(&self) -> Vec<(ListOf, Vec<usize>)> {
        let catalog = self.catalog;
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); catalog.collections.len()];
        let mut others = Vec::new();
        for place in &self.search.order {
            match catalog.products[*place].collections.first() {
                Some(collection) => own[*collection].push(*place),
                None => others.push(*place),
            }
        }
        let mut groups: Vec<(ListOf, Vec<usize>)> =
            own.into_iter().enumerate().map(|(place, goods)| (ListOf::Collection(place), goods)).collect();
        groups.push((ListOf::All, others));
        groups.retain(|(_, goods)| !goods.is_empty());
        groups
    }

    fn search_group(&self, lang: Lang, of: ListOf, goods: &[usize], share: usize) -> SearchGroup {
        let link = |subject: Subject, title: &crate::catalog::Text| {
            let said = self.said(lang, title);
            Link { title: said.text, lang: said.lang, link: self.link(subject, lang), current: false }
        };
        let product =
            |place: &usize| link(Subject::Product(*place), &self.catalog.products[*place].words[lang].title);
        let title = match of {
            ListOf::Collection(place) => link(of.first(), &self.catalog.collections[place].words[lang].title),
            _ => Link {
                title: self.words(lang, "search.others", &[]),
                lang: None,
                link: self.link(of.first(), lang),
                current: false,
            },
        };
        SearchGroup {
            title,
            goods: goods.iter().take(share).map(product).collect(),
            more: goods.len().saturating_sub(share) as u32,
        }
    }
}
