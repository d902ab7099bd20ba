//! Pages of lists (all products, collections, brands, tags), and cards of collections.

use serde_json::{Value, json};

use super::{Arranged, ListOf, SitePlan, Subject, head::Headed};
use crate::{
    base::language::Lang,
    catalog::{self, Catalog, Collection, Label, Picture},
    diag::Diagnostics,
    schema::CollectionSort,
    view::{self, Body, CollectionCard, CollectionView, Link, Text},
};

/// What a list says of itself.
struct Said<'c> {
    title: Text,
    summary: Text,
    body: Option<&'c catalog::Body<'c>>,
    /// The way to it from the home page.
    above: Vec<(Text, Subject)>,
    picture: Option<&'c Picture>,
}

impl<'a> SitePlan<'a> {
    /// A page of a list.
    pub(super) fn list_page(
        &self,
        lang: Lang,
        of: ListOf,
        arranged: Arranged,
        number: u32,
        found: &mut Diagnostics,
    ) -> CollectionView {
        let list = self.lists.of(of);
        let members = list.members(lang, arranged);
        let shown = self.page_of(members, number);
        let said = self.list_words(lang, of);
        let first = arranged == Arranged::Own && number == 1;
        let here = |number| Subject::List(of, arranged, number);
        let data = if arranged == Arranged::Own {
            vec![self.list_data(lang, here(number), shown)]
        } else {
            Vec::new()
        };
        let page = self.head(
            lang,
            Headed {
                share_picture: self.share_picture(said.picture, &said.title.text),
                title_lang: said.title.lang.clone(),
                above: said.above,
                data,
                ..Headed::new(
                    here(number),
                    "collection",
                    &self.list_title(lang, &said.title.text, arranged, number),
                    &said.summary.text,
                )
            },
        );
        CollectionView {
            page,
            title: said.title,
            summary: said.summary,
            body: match said.body {
                Some(body) if first => self.body(lang, body, found),
                _ => Body::default(),
            },
            children: match of {
                ListOf::Collection(place) if first => self.collection_cards(lang, Some(place)),
                _ => Vec::new(),
            },
            orders: self.orders(lang, of, arranged),
            narrowed: self.narrowed(lang, of, arranged),
            count: members.len() as u32,
            cards: shown.iter().map(|member| self.card(lang, *member)).collect(),
            paging: self.paging(lang, members.len(), number, here),
        }
    }

    fn list_words(&self, lang: Lang, of: ListOf) -> Said<'a> {
        match of {
            ListOf::All => Said {
                title: Self::own(self.words(lang, "title.products", &[])),
                summary: Self::own(self.shop_words(lang, "summary.products", "")),
                body: None,
                above: Vec::new(),
                picture: None,
            },
            ListOf::Collection(place) => self.collection_words(lang, place),
            ListOf::Brand(place) => {
                self.label_words(lang, &self.catalog.labels.brands[place], of, Subject::Brands, "brand")
            }
            ListOf::Tag(place) => {
                self.label_words(lang, &self.catalog.labels.tags[place], of, Subject::Tags, "tag")
            }
        }
    }

    fn collection_words(&self, lang: Lang, place: usize) -> Said<'a> {
        let collection = &self.catalog.collections[place];
        let words = &collection.words[lang];
        let mut above = vec![(Self::own(self.words(lang, "title.products", &[])), ListOf::All.first())];
        above.extend(collection.parent.into_iter().flat_map(|parent| self.way_to(lang, parent)));
        Said {
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            body: Some(&words.body),
            above,
            picture: collection.picture.as_ref().or_else(|| self.picture_of(ListOf::Collection(place))),
        }
    }

    fn label_words(&self, lang: Lang, label: &Label, of: ListOf, index: Subject, key: &str) -> Said<'a> {
        let name = &label.names[lang];
        Said {
            title: self.said(lang, name),
            summary: Self::own(self.shop_words(lang, &format!("summary.{key}"), name)),
            body: None,
            above: vec![(Self::own(self.words(lang, &format!("title.{key}s"), &[])), index)],
            picture: self.picture_of(of),
        }
    }

    fn shop_words(&self, lang: Lang, key: &str, title: &str) -> String {
        self.words(lang, key, &[("shop", &self.catalog.config.name[lang]), ("title", title)])
    }

    /// The first picture of the first product of a list.
    fn picture_of(&self, of: ListOf) -> Option<&'a Picture> {
        let first = self.lists.of(of).members(Lang::FIRST, Arranged::Own).first()?;
        self.catalog.products[*first].pictures.first()
    }

    /// The outermost collection around a collection first, itself last.
    pub(super) fn way_to(&self, lang: Lang, place: usize) -> Vec<(Text, Subject)> {
        let title = |place: usize| self.said(lang, &self.catalog.collections[place].words[lang].title);
        let mut way: Vec<(Text, Subject)> = self
            .catalog
            .way_up(place)
            .map(|place| (title(place), ListOf::Collection(place).first()))
            .collect();
        way.reverse();
        way
    }

    /// The window's title: pages that are arranged otherwise say how, later pages their number.
    fn list_title(&self, lang: Lang, title: &str, arranged: Arranged, number: u32) -> String {
        let mut title = title.to_owned();
        if arranged != Arranged::Own {
            let order = self.arranged_words(lang, arranged);
            title = self.words(lang, "title.sorted", &[("title", &title), ("order", &order)]);
        }
        if number > 1 {
            let digits = self.catalog.config.locales[lang].integer(i64::from(number));
            title = self.words(lang, "title.paged", &[("title", &title), ("n", &digits)]);
        }
        title
    }

    fn arranged_words(&self, lang: Lang, arranged: Arranged) -> String {
        let key = match arranged {
            Arranged::Own => "sort.featured",
            Arranged::Newest => "sort.newest",
            Arranged::Price => "sort.price",
            Arranged::PriceDescending => "sort.price-descending",
            Arranged::InStock => "sort.in-stock",
        };
        self.words(lang, key, &[])
    }

    /// What the list's own order is called.
    fn own_words(&self, lang: Lang, of: ListOf) -> String {
        let collection = match of {
            ListOf::Collection(place) => Some(&self.catalog.collections[place]),
            _ => None,
        };
        let key = match collection.filter(|one| one.first.is_empty()).map(|one| one.sort) {
            Some(CollectionSort::Newest) => "sort.newest",
            Some(CollectionSort::Price) => "sort.price",
            Some(CollectionSort::PriceDescending) => "sort.price-descending",
            Some(CollectionSort::Title) => "sort.title",
            Some(CollectionSort::Featured) | None => "sort.featured",
        };
        self.words(lang, key, &[])
    }

    fn orders(&self, lang: Lang, of: ListOf, current: Arranged) -> Vec<Link> {
        let sorts: Vec<Arranged> = self.lists.of(of).ways().filter(|one| *one != Arranged::InStock).collect();
        if sorts.is_empty() {
            return Vec::new();
        }
        let own = self.way_link(lang, of, Arranged::Own, current, self.own_words(lang, of));
        let sorts = sorts
            .into_iter()
            .map(|one| self.way_link(lang, of, one, current, self.arranged_words(lang, one)));
        std::iter::once(own).chain(sorts).collect()
    }

    fn narrowed(&self, lang: Lang, of: ListOf, current: Arranged) -> Vec<Link> {
        let search = self.search_in(lang, of);
        if !self.lists.of(of).ways().any(|one| one == Arranged::InStock) {
            return search.into_iter().collect();
        }
        let mut all = self.way_link(lang, of, Arranged::Own, current, self.words(lang, "sort.all", &[]));
        all.current = current != Arranged::InStock;
        let words = self.arranged_words(lang, Arranged::InStock);
        [all, self.way_link(lang, of, Arranged::InStock, current, words)].into_iter().chain(search).collect()
    }

    fn way_link(&self, lang: Lang, of: ListOf, one: Arranged, current: Arranged, title: String) -> Link {
        Link { title, lang: None, link: self.link(Subject::List(of, one, 1), lang), current: one == current }
    }

    /// The products of a page, for search engines.
    fn list_data(&self, lang: Lang, subject: Subject, shown: &[usize]) -> Value {
        let items: Vec<Value> = shown
            .iter()
            .enumerate()
            .map(|(at, product)| {
                let url = self.absolute(Subject::Product(*product), lang);
                json!({ "@type": "ListItem", "position": at + 1, "url": url })
            })
            .collect();
        json!({
            "@type": "CollectionPage",
            "url": self.absolute(subject, lang),
            "mainEntity": { "@type": "ItemList", "numberOfItems": shown.len(), "itemListElement": items },
        })
    }

    /// Cards of the collections that stand directly in `parent`, or in none.
    pub(super) fn collection_cards(&self, lang: Lang, parent: Option<usize>) -> Vec<CollectionCard> {
        self.cards_of_collections(lang, siblings(self.catalog, lang, parent).into_iter())
    }

    /// Cards of these collections; one that holds nothing just now is not offered.
    pub(super) fn cards_of_collections(
        &self,
        lang: Lang,
        places: impl Iterator<Item = usize>,
    ) -> Vec<CollectionCard> {
        places.map(|place| self.collection_card(lang, place)).filter(|card| card.count > 0).collect()
    }

    fn collection_card(&self, lang: Lang, place: usize) -> CollectionCard {
        let collection = &self.catalog.collections[place];
        CollectionCard {
            link: self.link(ListOf::Collection(place).first(), lang),
            title: self.said(lang, &collection.words[lang].title),
            summary: self.said(lang, &collection.words[lang].summary),
            count: self.lists.of(ListOf::Collection(place)).count() as u32,
            picture: self.collection_picture(lang, place, collection),
        }
    }

    /// The collection's own picture, or that of its first product.
    fn collection_picture(
        &self,
        lang: Lang,
        place: usize,
        collection: &Collection<'_>,
    ) -> Option<view::Picture> {
        if let Some(picture) = &collection.picture {
            let words = &collection.words[lang];
            return Some(self.picture(
                "card",
                picture,
                words.alt.as_ref().unwrap_or(&words.title).text.clone(),
            ));
        }
        let first = self.lists.of(ListOf::Collection(place)).members(lang, Arranged::Own).first()?;
        self.first_picture(lang, &self.catalog.products[*first], "card")
    }
}

/// Places of the collections that stand directly in `parent`, or in none, as readers of a language expect them.
pub(super) fn siblings(catalog: &Catalog<'_>, lang: Lang, parent: Option<usize>) -> Vec<usize> {
    let all = &catalog.collections;
    let mut places: Vec<usize> = (0..all.len()).filter(|place| all[*place].parent == parent).collect();
    let locale = &catalog.config.locales[lang];
    places.sort_by(|a, b| {
        let titles = || locale.compare(&all[*a].words[lang].title, &all[*b].words[lang].title);
        all[*a].order.cmp(&all[*b].order).then_with(titles)
    });
    places
}
