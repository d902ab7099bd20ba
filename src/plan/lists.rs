//! Every list of products, and its members in every order that is offered.
//!
//! Each list is sorted once, when the site is laid out. It holds places, never cards, so
//! that a list of every product costs a word for each of them and way.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{Arranged, ListOf};
use crate::{
    base::language::{Lang, PerLanguage},
    catalog::{Catalog, Collection, Label, Product},
    config::Lists as Offer,
    schema::{CollectionSort, ListSort},
};

/// Fewest products that are worth sorting: fewer are seen at a glance.
const LEAST: usize = 4;

/// Every list of the shop.
pub(super) struct Lists {
    all: List,
    collections: Vec<List>,
    brands: Vec<List>,
    tags: Vec<List>,
}

/// One list of products.
pub(super) struct List {
    own: Order,
    /// The other ways it is shown, in the order they are offered.
    ways: Vec<(Arranged, Order)>,
}

/// Places of products, in an order that depends on the language only when it goes by title.
enum Order {
    Same(Vec<usize>),
    Each(PerLanguage<Vec<usize>>),
}

impl Order {
    fn of(&self, lang: Lang) -> &[usize] {
        match self {
            Self::Same(places) => places,
            Self::Each(places) => &places[lang],
        }
    }

    fn map(&self, change: impl Fn(&[usize]) -> Vec<usize>) -> Self {
        match self {
            Self::Same(places) => Self::Same(change(places)),
            Self::Each(each) => {
                Self::Each(PerLanguage::from_vec(each.iter().map(|(_, places)| change(places)).collect()))
            }
        }
    }
}

impl Lists {
    pub(super) fn new(catalog: &Catalog<'_>) -> Self {
        let label = |label: &Label| {
            let places = if label.slug.is_some() { label.products.clone() } else { Vec::new() };
            List::new(catalog, Order::Same(available_first(catalog, places)), None)
        };
        Self {
            all: List::new(catalog, Order::Same(catalog.listed().collect()), None),
            collections: collections(catalog),
            brands: catalog.labels.brands.iter().map(label).collect(),
            tags: catalog.labels.tags.iter().map(label).collect(),
        }
    }

    pub(super) fn of(&self, of: ListOf) -> &List {
        match of {
            ListOf::All => &self.all,
            ListOf::Collection(place) => &self.collections[place],
            ListOf::Brand(place) => &self.brands[place],
            ListOf::Tag(place) => &self.tags[place],
        }
    }

    /// Every list that has pages.
    pub(super) fn each(&self, catalog: &Catalog<'_>) -> Vec<ListOf> {
        let with_page = |labels: &[Label], of: fn(usize) -> ListOf| {
            let places = (0..labels.len()).filter(|place| labels[*place].slug.is_some());
            places.map(of).collect::<Vec<_>>()
        };
        let mut lists = vec![ListOf::All];
        lists.extend((0..self.collections.len()).map(ListOf::Collection));
        lists.extend(with_page(&catalog.labels.brands, ListOf::Brand));
        lists.extend(with_page(&catalog.labels.tags, ListOf::Tag));
        lists
    }
}

impl List {
    /// A list that stands in `own` order; `sort` says which order that is, when it is one that buyers choose too.
    fn new(catalog: &Catalog<'_>, own: Order, sort: Option<ListSort>) -> Self {
        let ways = ways(catalog, &own, sort, &catalog.config.lists);
        Self { own, ways }
    }

    /// Number of all its products.
    pub(super) fn count(&self) -> usize {
        self.own.of(Lang::FIRST).len()
    }

    /// The other ways it is shown, besides its own order.
    pub(super) fn ways(&self) -> impl Iterator<Item = Arranged> + '_ {
        self.ways.iter().map(|(arranged, _)| *arranged)
    }

    /// Its products, arranged. A way that is not offered is its own order.
    pub(super) fn members(&self, lang: Lang, arranged: Arranged) -> &[usize] {
        let way = self.ways.iter().find(|(one, _)| *one == arranged);
        way.map_or(&self.own, |(_, order)| order).of(lang)
    }
}

/// The ways that are offered: none for short and for very long lists, none that shows what the list shows anyway.
fn ways(catalog: &Catalog<'_>, own: &Order, sort: Option<ListSort>, offer: &Offer) -> Vec<(Arranged, Order)> {
    let places = own.of(Lang::FIRST);
    if places.len() < LEAST || places.len() > offer.most {
        return Vec::new();
    }
    let product = |place: &usize| &catalog.products[*place];
    let dated = places.iter().any(|place| product(place).published.is_some());
    let offered = |one: &ListSort| Some(*one) != sort && (dated || *one != ListSort::Newest);
    let mut in_files: Vec<usize> = places.to_vec();
    in_files.sort_unstable();
    let sorted = |one: ListSort| {
        let mut places = in_files.clone();
        match one {
            ListSort::Newest => places.sort_by_key(|place| newest(product(place))),
            ListSort::Price => places.sort_by_key(|place| cheapest(product(place))),
            ListSort::PriceDescending => places.sort_by_key(|place| dearest(product(place))),
        }
        (Arranged::by(one), Order::Same(places))
    };
    let mut ways: Vec<(Arranged, Order)> =
        offer.sorted.iter().copied().filter(|one| offered(one)).map(sorted).collect();
    let available = |place: &&usize| product(place).is_available();
    let count = places.iter().filter(available).count();
    if offer.in_stock && (1..places.len()).contains(&count) {
        let narrowed = own.map(|places| places.iter().filter(available).copied().collect());
        ways.push((Arranged::InStock, narrowed));
    }
    ways
}

fn newest(product: &Product<'_>) -> impl Ord + use<> {
    Reverse(product.published)
}

/// What is on request comes last, whichever way prices go.
fn cheapest(product: &Product<'_>) -> impl Ord + use<> {
    (product.price.is_none(), product.price.map(|price| price.now))
}

fn dearest(product: &Product<'_>) -> impl Ord + use<> {
    Reverse(product.price.map(|price| price.now))
}

fn available_first(catalog: &Catalog<'_>, mut places: Vec<usize>) -> Vec<usize> {
    places.sort_by_key(|place| !catalog.products[*place].is_available());
    places
}

/// Lists of the collections. Each holds what stands in the collections inside it, too.
fn collections(catalog: &Catalog<'_>) -> Vec<List> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); catalog.collections.len()];
    for (place, collection) in catalog.collections.iter().enumerate() {
        for above in catalog.way_up(place) {
            members[above].extend(&collection.members);
        }
    }
    let list = |(place, mut members): (usize, Vec<usize>)| {
        members.sort_unstable();
        members.dedup();
        let collection = &catalog.collections[place];
        let sort = if collection.first.is_empty() { same(collection.sort) } else { None };
        List::new(catalog, ordered(catalog, place, collection, members), sort)
    };
    members.into_iter().enumerate().map(list).collect()
}

/// The sort of buyers that is the collection's own.
fn same(sort: CollectionSort) -> Option<ListSort> {
    match sort {
        CollectionSort::Newest => Some(ListSort::Newest),
        CollectionSort::Price => Some(ListSort::Price),
        CollectionSort::PriceDescending => Some(ListSort::PriceDescending),
        CollectionSort::Featured | CollectionSort::Title => None,
    }
}

/// The members of a collection, which come in the order of their files, in the collection's own order.
fn ordered(
    catalog: &Catalog<'_>,
    place: usize,
    collection: &Collection<'_>,
    mut members: Vec<usize>,
) -> Order {
    let product = |place: &usize| &catalog.products[*place];
    let hand: BTreeMap<usize, usize> =
        collection.first.iter().enumerate().map(|(rank, product)| (*product, rank)).collect();
    let by_hand = |place: &usize| hand.get(place).copied().unwrap_or(usize::MAX);
    let is_main = |one: &Product<'_>| {
        one.collections.first().is_some_and(|first| catalog.way_up(*first).any(|above| above == place))
    };
    match collection.sort {
        CollectionSort::Featured => members.sort_by_key(|place| {
            let one = product(place);
            (!one.is_available(), by_hand(place), !is_main(one))
        }),
        CollectionSort::Newest => members.sort_by_key(|place| (by_hand(place), newest(product(place)))),
        CollectionSort::Price => members.sort_by_key(|place| (by_hand(place), cheapest(product(place)))),
        CollectionSort::PriceDescending => {
            members.sort_by_key(|place| (by_hand(place), dearest(product(place))));
        }
        CollectionSort::Title => {
            return Order::Each(PerLanguage::make(catalog.config.languages.len(), |lang| {
                let title = |place: &usize| &product(place).words[lang].title;
                let locale = &catalog.config.locales[lang];
                let mut members = members.clone();
                members.sort_by(|a, b| {
                    by_hand(a).cmp(&by_hand(b)).then_with(|| locale.compare(title(a), title(b)))
                });
                members
            }));
        }
    }
    Order::Same(members)
}
