//! Old addresses that lead to new ones.

use std::collections::BTreeSet;

use super::{ListOf, SitePlan, Subject};
use crate::{
    base::{address::Address, html::escape, language::Lang},
    catalog::Catalog,
    diag::Place,
};

/// An old address, in one language.
#[derive(Debug, Clone)]
pub(super) struct Alias {
    pub(super) from: Address,
    pub(super) to: Subject,
    pub(super) lang: Lang,
    pub(super) place: Place,
}

/// Every alias in every language.
pub(super) fn aliases(catalog: &Catalog<'_>) -> Vec<Alias> {
    let mut all: Vec<(&(Address, Place), Subject)> = Vec::new();
    for (place, one) in catalog.products.iter().enumerate() {
        all.extend(one.aliases.iter().map(|alias| (alias, Subject::Product(place))));
    }
    for (place, one) in catalog.collections.iter().enumerate() {
        all.extend(one.aliases.iter().map(|alias| (alias, ListOf::Collection(place).first())));
    }
    for (place, one) in catalog.pages.iter().enumerate() {
        all.extend(one.aliases.iter().map(|alias| (alias, Subject::Page(place))));
    }
    for (place, one) in catalog.guides.iter().enumerate() {
        all.extend(one.aliases.iter().map(|alias| (alias, Subject::Guide(place))));
    }
    for (place, one) in catalog.policies.iter().enumerate() {
        all.extend(one.aliases.iter().map(|alias| (alias, Subject::Policy(place))));
    }
    let in_each = |lang: Lang| {
        all.iter()
            .map(move |((from, place), to)| Alias {
                from: in_language(catalog, from, lang),
                to: *to,
                lang,
                place: place.clone(),
            })
            .collect::<Vec<_>>()
    };
    catalog.config.langs().flat_map(in_each).collect()
}

impl SitePlan<'_> {
    /// Everything at which something stands, old addresses that lead on included, by its collision key.
    pub fn served(&self) -> BTreeSet<String> {
        let aliases = aliases(self.catalog);
        let items = self.items().iter().map(|item| &item.address);
        items.chain(aliases.iter().map(|alias| &alias.from)).map(Address::collision_key).collect()
    }
}

fn in_language(catalog: &Catalog<'_>, address: &Address, lang: Lang) -> Address {
    let tag = (lang != Lang::FIRST).then(|| catalog.config.tag(lang).as_str());
    let parts = address.as_str().split('/').filter(|part| !part.is_empty());
    Address::page(tag.into_iter().chain(parts))
}

/// A page that leads on, for hosts that know no redirects. It needs no style and no script.
pub(super) fn page(plan: &SitePlan<'_>, subject: Subject, lang: Lang) -> String {
    let config = plan.catalog.config;
    let (link, absolute) = (escape(&plan.link(subject, lang)), escape(&plan.absolute(subject, lang)));
    let title = escape(&config.name[lang]);
    let tag = config.tag(lang).as_str();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<link rel=\"canonical\" href=\"{absolute}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n<p><a href=\"{link}\">{absolute}</a></p>\n</body>\n</html>\n"
    )
}
