//! Old addresses, known from the shop's history: adverts, bookmarks and search engines still lead there.

use std::collections::{BTreeMap, BTreeSet};

use super::before::{self, Before};
use crate::{
    base::{address::Address, language::Lang, name::Slug, path::ShopPath},
    catalog::{Catalog, Product},
    config::FILE,
    diag::{Code, Diagnostic, Diagnostics, Place},
    history::{History, Past},
    pipeline::Site,
    plan::{Subject, address_of},
};

/// Things that moved, went, or took the address of another, as the history tells it.
pub(super) fn old(site: &Site<'_>, found: &mut Diagnostics) {
    // A broken file would look like one that went.
    if !site.is_sound {
        return;
    }
    let texts = site.tree.texts.iter().map(|(path, file)| (path.as_str(), &*file.text)).collect();
    let history = match History::read(site.root, &texts, &|path| before::thing(path).is_some()) {
        Ok(Some(history)) => history,
        Ok(None) => return,
        Err(cause) => {
            let note = Diagnostic::note(Code::CHECK_HISTORY).at(Place::file(FILE));
            return found.push(note.with("cause", cause));
        }
    };
    let mut look = Look {
        catalog: site.catalog,
        history: &history,
        served: site.plan.served(),
        owners: owners(&site.catalog.products),
        at: site.catalog.products.iter().enumerate().map(|(place, _)| (key(site, place), place)).collect(),
        told: BTreeSet::new(),
        found,
    };
    for (which, past) in history.past().iter().enumerate() {
        look.at(which, past);
    }
}

fn key(site: &Site<'_>, product: usize) -> String {
    Subject::Product(product).address(site.catalog, Lang::FIRST).collision_key()
}

/// Products by their SKUs and those of their variants.
fn owners(products: &[Product<'_>]) -> BTreeMap<String, usize> {
    let each = |(place, product): (usize, &Product<'_>)| {
        let skus = std::iter::once(&product.sku).chain(product.variants.iter().map(|one| &one.sku));
        skus.map(|sku| (sku.as_str().to_ascii_lowercase(), place)).collect::<Vec<_>>()
    };
    products.iter().enumerate().flat_map(each).collect()
}

struct Look<'l, 's> {
    catalog: &'l Catalog<'s>,
    history: &'l History,
    /// Keys of all addresses at which something stands.
    served: BTreeSet<String>,
    /// Products by SKU.
    owners: BTreeMap<String, usize>,
    /// Products by the key of their address.
    at: BTreeMap<String, usize>,
    /// Addresses, and SKUs at an address, that need no more words.
    told: BTreeSet<(String, String)>,
    found: &'l mut Diagnostics,
}

/// What became of a thing.
enum Now {
    /// It is this, and its address.
    Here(Subject, Address),
    /// It is there, but nobody is to see it yet.
    Waits,
    Gone,
}

impl Look<'_, '_> {
    /// Looks at one text of the past.
    fn at(&mut self, which: usize, past: &Past) {
        let Some((folder, slug)) = before::thing(&past.path) else { return };
        let address = address_of(folder, &slug, self.catalog.config.letters);
        let key = address.collision_key();
        let is_served = self.served.contains(&key);
        if is_served && folder != "products" || self.waits(folder, &slug) {
            return;
        }
        let Some(text) = self.history.text(past) else { return };
        let before = Before::of(&past.path, &text);
        let sku = if is_served { before.sku.clone().unwrap_or_default() } else { String::new() };
        if before.is_draft || !self.told.insert((key.clone(), sku)) {
            return;
        }
        match is_served {
            true => self.reused(&key, &address, past, &before),
            false => self.left(which, folder, &address, past, &before),
        }
    }

    /// An address at which nothing stands.
    fn left(&mut self, which: usize, folder: &str, address: &Address, past: &Past, before: &Before) {
        let told = match self.now(which, folder, before) {
            Now::Waits => return,
            Now::Gone => Diagnostic::note(Code::CHECK_ADDRESS_GONE).at(Place::file(past.path.as_str())),
            Now::Here(subject, now) => {
                let Some(place) = self.place(subject) else { return };
                let (file, change) = (place.file.clone(), before::alias(address));
                let told = Diagnostic::warning(Code::CHECK_ADDRESS_MOVED).at(place).with("now", now);
                told.fix(file, vec![change])
            }
        };
        self.found.push(told.with("value", address));
    }

    /// An address at which another product stands than once stood there.
    fn reused(&mut self, key: &str, address: &Address, past: &Past, before: &Before) {
        let (Some(here), Some(sku)) = (self.at.get(key), &before.sku) else { return };
        let owner = self.owners.get(sku);
        // A SKU that was changed in its place, and is nowhere now, was mended.
        if owner == Some(here) || owner.is_none() && !past.is_gone {
            return;
        }
        let products = &self.catalog.products;
        let told = Diagnostic::warning(Code::CHECK_ADDRESS_REUSED).at(products[*here].sku_place.clone());
        let told = told.with("value", address).with("sku", sku);
        self.found.push(owner.into_iter().fold(told, |told, one| told.and(products[*one].sku_place.clone())));
    }

    /// A product is its SKU; for everything else, and where the SKU changed with the name, git sees what it became.
    fn now(&self, which: usize, folder: &str, before: &Before) -> Now {
        if let Some(sku) = before.sku.as_ref().filter(|_| folder == "products") {
            if let Some(place) = self.owners.get(sku) {
                return self.here(Subject::Product(*place));
            }
            if self.catalog.later.iter().any(|one| one.sku.as_str().eq_ignore_ascii_case(sku)) {
                return Now::Waits;
            }
        }
        let Some((folder, slug)) = self.history.became(which).and_then(|path| before::thing(&path)) else {
            return Now::Gone;
        };
        if self.waits(folder, &slug) {
            return Now::Waits;
        }
        match self.subject(folder, &slug) {
            Some(Subject::Product(place)) if !before.may_be(&self.catalog.products[place]) => Now::Gone,
            Some(subject) => self.here(subject),
            None => Now::Gone,
        }
    }

    fn here(&self, subject: Subject) -> Now {
        Now::Here(subject, subject.address(self.catalog, Lang::FIRST))
    }

    /// Whether it is a draft, or of a later day.
    fn waits(&self, folder: &str, slug: &Slug) -> bool {
        self.catalog.broken.iter().any(|(one, waiting)| *one == folder && waiting == slug)
    }

    fn subject(&self, folder: &str, slug: &Slug) -> Option<Subject> {
        before::subject(self.catalog, folder, slug)
    }

    /// Where its old addresses are written.
    fn place(&self, subject: Subject) -> Option<Place> {
        let file = |path: &ShopPath| Some(Place::file(path.shared()));
        let catalog = self.catalog;
        match subject {
            Subject::Product(place) => Some(catalog.products[place].sku_place.clone()),
            Subject::List(crate::plan::ListOf::Collection(place), ..) => {
                file(catalog.collections[place].words[Lang::FIRST].body.path)
            }
            Subject::Page(place) => file(catalog.pages[place].words[Lang::FIRST].body.path),
            Subject::Guide(place) => file(catalog.guides[place].words[Lang::FIRST].body.path),
            Subject::Policy(place) => file(catalog.policies[place].words[Lang::FIRST].body.path),
            _ => None,
        }
    }
}
