//! Collections put together: their order, what stands inside what, and whose the products are.

use super::{Collection, Product, collection::Links, label::KnownWords, reading::Reading, rule};
use crate::{
    base::{
        language::Lang,
        name::{Slug, nfc},
    },
    diag::{Code, Diagnostic, Diagnostics, Place, Severity},
    schema::At,
    source::SourceTree,
};

/// Collections as they were read, and the names of all, the broken ones among them.
pub(super) struct Shelves<'a, 's> {
    pub(super) tree: &'s SourceTree<'s>,
    pub(super) read: Vec<Option<(Collection<'s>, Links<'s>)>>,
    pub(super) slugs: &'a [Slug],
    pub(super) product_slugs: &'a [Slug],
    pub(super) words: &'a KnownWords,
    /// Whether no product is missing because it is broken.
    pub(super) whole: bool,
}

impl<'s> Shelves<'_, 's> {
    /// Sorts the collections by their order and title, and lets the products follow.
    pub(super) fn arrange(
        mut self,
        products: &mut [Product<'s>],
        broken: &mut Vec<(&'static str, Slug)>,
        found: &mut Diagnostics,
    ) -> Vec<Collection<'s>> {
        let (mut collections, links) = self.ordered(products, broken);
        for (place, links) in links.iter().enumerate() {
            let mut reading = Reading { tree: self.tree, path: links.path, found };
            collections[place].parent = self.parent(&mut reading, links, &collections);
            collections[place].first = self.by_hand(&mut reading, links, products);
            for product in &collections[place].first {
                let of = &mut products[*product].collections;
                if !of.contains(&place) {
                    of.push(place);
                }
            }
        }
        break_rings(&mut collections, &links, found);
        for (place, links) in links.iter().enumerate() {
            let mut reading = Reading { tree: self.tree, path: links.path, found };
            collections[place].rule = self.rule(&mut reading, links, &collections, products);
        }
        self.fill(&mut collections, products);
        collections
    }

    /// What could be read, in the order of the shop's first language, and its links. Products name places from now on.
    fn ordered(
        &mut self,
        products: &mut [Product<'s>],
        broken: &mut Vec<(&'static str, Slug)>,
    ) -> (Vec<Collection<'s>>, Vec<Links<'s>>) {
        let mut kept = Vec::new();
        for (place, (one, slug)) in std::mem::take(&mut self.read).into_iter().zip(self.slugs).enumerate() {
            match one {
                Some((collection, links)) => kept.push((place, collection, links)),
                None => broken.push(("collections", slug.clone())),
            }
        }
        let locale = &self.tree.config.locales[Lang::FIRST];
        kept.sort_by(|(_, a, _), (_, b, _)| {
            let titles = || locale.compare(&a.words[Lang::FIRST].title, &b.words[Lang::FIRST].title);
            a.order.cmp(&b.order).then_with(titles).then_with(|| a.slug.cmp(&b.slug))
        });
        let mut moved = vec![None; self.slugs.len()];
        for (new, (old, _, _)) in kept.iter().enumerate() {
            moved[*old] = Some(new);
        }
        for product in products {
            product.collections = product.collections.iter().filter_map(|place| moved[*place]).collect();
        }
        kept.into_iter().map(|(_, collection, links)| (collection, links)).unzip()
    }

    fn parent(
        &self,
        reading: &mut Reading<'_, '_>,
        links: &Links<'_>,
        collections: &[Collection<'_>],
    ) -> Option<usize> {
        let at = links.parent.as_ref()?;
        let slug = nfc(&at.value);
        if !self.slugs.iter().any(|one| one.as_str() == slug) {
            reading.unknown(Code::COLLECTION_UNKNOWN, at, self.slugs.iter().map(Slug::as_str));
        }
        collections.iter().position(|one| one.slug.as_str() == slug)
    }

    /// Products that the collection names, in its order. One that is broken is left out.
    fn by_hand(
        &self,
        reading: &mut Reading<'_, '_>,
        links: &Links<'_>,
        products: &[Product<'_>],
    ) -> Vec<usize> {
        let mut places = Vec::new();
        for at in &links.products {
            let slug = nfc(&at.value);
            if self.product_slugs.binary_search_by(|one| one.as_str().cmp(&slug)).is_err() {
                reading.unknown(Code::PRODUCT_UNKNOWN, at, self.product_slugs.iter().map(Slug::as_str));
            }
            let place = products.binary_search_by(|one| one.slug.as_str().cmp(&slug));
            places.extend(place.ok().filter(|place| !places.contains(place)));
        }
        places
    }

    /// Reads a rule, and tells when it takes nothing.
    fn rule(
        &self,
        reading: &mut Reading<'_, '_>,
        links: &Links<'_>,
        collections: &[Collection<'_>],
        products: &[Product<'_>],
    ) -> Option<rule::Rule> {
        let at: &At<_> = links.rule.as_ref()?;
        let faults = reading.found.count(Severity::Error);
        let inside = |slug: &str| inside(collections, slug);
        let rule = rule::read(reading, &at.value, self.words, self.slugs, inside);
        let sound = self.whole && reading.found.count(Severity::Error) == faults;
        let today = self.tree.config.today;
        if sound && !products.iter().any(|product| product.is_listed() && rule.holds(product, today)) {
            let told = Diagnostic::warning(Code::COLLECTION_RULE_EMPTY).at(reading.place(at));
            reading.found.push(told);
        }
        Some(rule)
    }

    /// Gives every collection its products: those that name it, those it names, and those its rule takes.
    fn fill(&self, collections: &mut [Collection<'s>], products: &[Product<'s>]) {
        let today = self.tree.config.today;
        for (place, product) in products.iter().enumerate().filter(|(_, product)| product.is_listed()) {
            for collection in &product.collections {
                collections[*collection].members.push(place);
            }
        }
        for collection in collections {
            let Some(rule) = &collection.rule else { continue };
            let listed = products.iter().enumerate().filter(|(_, product)| product.is_listed());
            let taken = listed.filter(|(_, product)| rule.holds(product, today)).map(|(place, _)| place);
            collection.members.extend(taken);
            collection.members.sort_unstable();
            collection.members.dedup();
        }
    }
}

/// The place of a collection, and of all that stand inside it.
fn inside(collections: &[Collection<'_>], slug: &str) -> Vec<usize> {
    let above = |place: usize| std::iter::successors(Some(place), |one| collections[*one].parent);
    let is_below = |place: &usize| above(*place).any(|one| collections[one].slug.as_str() == slug);
    (0..collections.len()).filter(is_below).collect()
}

/// Tells collections that stand inside themselves, each ring once, and takes them out of it.
fn break_rings(collections: &mut [Collection<'_>], links: &[Links<'_>], found: &mut Diagnostics) {
    for start in 0..collections.len() {
        let Some(ring) = ring(collections, start) else { continue };
        let mut places = ring.iter().filter_map(|place| {
            let links = &links[*place];
            links.parent.as_ref().map(|at| Place::span(links.path.shared(), at.span.clone()))
        });
        let names: Vec<&str> = ring.iter().map(|place| collections[*place].slug.as_str()).collect();
        let mut told = Diagnostic::error(Code::COLLECTION_RING).with("value", names.join(" → "));
        told = places.next().into_iter().fold(told, Diagnostic::at);
        found.push(places.fold(told, Diagnostic::and));
        for place in ring {
            collections[place].parent = None;
        }
    }
}

/// The ring that begins and ends at `start`.
fn ring(collections: &[Collection<'_>], start: usize) -> Option<Vec<usize>> {
    let mut way = vec![start];
    while let Some(next) = collections[way[way.len() - 1]].parent {
        if next == start {
            return Some(way);
        }
        if way.contains(&next) {
            return None;
        }
        way.push(next);
    }
    None
}
