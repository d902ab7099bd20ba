//! What the front of the shop shows, and in which order.

use std::cmp::Reverse;

use super::SitePlan;
use crate::{
    base::{language::Lang, name::Slug},
    catalog::Product,
    schema::HomeSection,
    view::{CollectionCard, HomeView},
};

/// Products of a part, when the merchant chose none.
const GOODS: usize = 8;

/// All parts, in the order that a buyer asks: what is there, what is good, what is cheap, what is new, what is promised.
const ALL: [HomeSection; 7] = [
    HomeSection::Collections,
    HomeSection::Featured,
    HomeSection::Offers,
    HomeSection::New,
    HomeSection::Promises,
    HomeSection::Words,
    HomeSection::Guides,
];

/// Places of the goods of each part. Nothing is shown twice.
pub(super) struct Front {
    pub(super) featured: Vec<usize>,
    pub(super) offers: Vec<usize>,
    pub(super) new: Vec<usize>,
}

impl SitePlan<'_> {
    pub(super) fn front(&self) -> Front {
        let chosen = self.catalog.home.as_ref().map_or(&[][..], |home| &home.products);
        let by_hand: Vec<usize> = chosen.iter().filter_map(|slug| self.catalog.product(slug)).collect();
        let mut offers =
            self.of_the_shop(&by_hand, |product| product.price.is_some_and(|price| price.was.is_some()));
        offers.sort_by_key(|place| {
            self.catalog.products[*place].price.is_none_or(|price| price.offer.is_none())
        });
        offers.truncate(GOODS);
        let shown = [&by_hand[..], &offers].concat();
        let today = self.catalog.config.today;
        let mut new = self.of_the_shop(&shown, |product| product.is_new(today));
        new.sort_by_key(|place| Reverse(self.catalog.products[*place].published));
        new.truncate(GOODS);
        let featured = if by_hand.is_empty() {
            let mut first = self.of_the_shop(&[&shown[..], &new].concat(), |_| true);
            first.truncate(GOODS);
            first
        } else {
            by_hand
        };
        Front { featured, offers, new }
    }

    /// Places of what can be bought now, of one kind and not shown yet.
    fn of_the_shop(&self, shown: &[usize], is: impl Fn(&Product<'_>) -> bool) -> Vec<usize> {
        let fits = |place: &usize| {
            let product = &self.catalog.products[*place];
            product.is_available() && is(product) && !shown.contains(place)
        };
        self.catalog.listed().filter(fits).collect()
    }

    /// Collections that the merchant chose, else those that stand in no other.
    pub(super) fn front_collections(&self, lang: Lang) -> Vec<CollectionCard> {
        let chosen = self.catalog.home.as_ref().map_or(&[][..], |home| &home.collections);
        if chosen.is_empty() {
            return self.collection_cards(lang, None);
        }
        let place = |slug: &Slug| self.catalog.collections.iter().position(|one| one.slug == *slug);
        self.cards_of_collections(lang, chosen.iter().filter_map(place))
    }

    /// Names of the parts that have something to show.
    pub(super) fn front_sections(&self, view: &HomeView) -> Vec<&'static str> {
        let chosen = self.catalog.home.as_ref().and_then(|home| home.sections.as_deref());
        let part = |section: &HomeSection| {
            let (name, is_there) = match section {
                HomeSection::Collections => ("collections", !view.collections.is_empty()),
                HomeSection::Featured => ("featured", !view.featured.is_empty()),
                HomeSection::Offers => ("offers", !view.offers.is_empty()),
                HomeSection::New => ("new", !view.new.is_empty()),
                HomeSection::Promises => {
                    let promised =
                        view.delivery.is_some() || view.returns.is_some() || view.warranty.is_some();
                    ("promises", promised || !self.catalog.config.payments.is_empty())
                }
                HomeSection::Words => ("words", !view.body.parts.is_empty()),
                HomeSection::Guides => ("guides", !view.guides.is_empty()),
            };
            is_there.then_some(name)
        };
        chosen.unwrap_or(&ALL).iter().filter_map(part).collect()
    }
}
