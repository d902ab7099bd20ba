//! Collections, and the list of all products.

use super::{SitePlan, Subject, head::Headed};
use crate::{
    base::language::Lang,
    catalog::Collection,
    diag::Diagnostics,
    view::{Body, CollectionCard, CollectionView, Head, Paging, PagingLink, Picture},
};

impl SitePlan<'_> {
    /// A page of a collection.
    pub(super) fn collection(
        &self,
        lang: Lang,
        place: usize,
        number: u32,
        found: &mut Diagnostics,
    ) -> CollectionView {
        let collection = &self.catalog.collections[place];
        let words = &collection.words[lang];
        let members = &self.members[place];
        let of = |number| Subject::Collection(place, number);
        let above = vec![(Self::own(self.words(lang, "title.products", &[])), Subject::Products(1))];
        let share = collection
            .picture
            .as_ref()
            .or_else(|| members.first().and_then(|member| self.catalog.products[*member].pictures.first()));
        let page = self.list_head(
            lang,
            number,
            Headed {
                above,
                title_lang: self.tongue(lang, words.title.lang),
                share_picture: self.share_picture("card", share, &words.title),
                ..Headed::new(of(number), "collection", &words.title, &words.summary)
            },
        );
        CollectionView {
            page,
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            body: if number == 1 { self.body(lang, &words.body, 2, found) } else { Body::default() },
            count: members.len() as u32,
            cards: self.page_of(members, number).iter().map(|member| self.card(lang, *member)).collect(),
            paging: self.paging(lang, members.len(), number, of),
        }
    }

    /// A page of all products.
    pub(super) fn products_page(&self, lang: Lang, number: u32) -> CollectionView {
        let listed: Vec<usize> = self.catalog.listed().collect();
        let title = self.words(lang, "title.products", &[]);
        let summary = self.words(lang, "summary.products", &[("shop", &self.catalog.config.name[lang])]);
        let page = self.list_head(
            lang,
            number,
            Headed::new(Subject::Products(number), "collection", &title, &summary),
        );
        CollectionView {
            page,
            title: Self::own(title),
            summary: Self::own(summary),
            body: Body::default(),
            count: listed.len() as u32,
            cards: self.page_of(&listed, number).iter().map(|place| self.card(lang, *place)).collect(),
            paging: self.paging(lang, listed.len(), number, Subject::Products),
        }
    }

    /// The head of a page in a list: later pages say their number in the title.
    fn list_head(&self, lang: Lang, number: u32, mut headed: Headed) -> Head {
        if number > 1 {
            let digits = self.catalog.config.locales[lang].integer(i64::from(number));
            headed.title = self.words(lang, "title.paged", &[("title", &headed.title), ("n", &digits)]);
        }
        self.head(lang, headed)
    }

    fn page_of<'m>(&self, members: &'m [usize], number: u32) -> &'m [usize] {
        members.get(self.page_range(members.len(), number)).unwrap_or_default()
    }

    fn page_range(&self, count: usize, number: u32) -> std::ops::Range<usize> {
        let length = self.theme.page_length;
        let start = (number as usize - 1) * length;
        start.min(count)..(start + length).min(count)
    }

    fn paging(&self, lang: Lang, count: usize, current: u32, of: impl Fn(u32) -> Subject) -> Paging {
        let total = count.div_ceil(self.theme.page_length).max(1) as u32;
        let link = |number: u32| self.link(of(number), lang);
        Paging {
            current,
            total,
            previous: (current > 1).then(|| link(current - 1)),
            next: (current < total).then(|| link(current + 1)),
            links: self.paging_links(lang, total, current, link),
        }
    }

    fn paging_links(
        &self,
        lang: Lang,
        total: u32,
        current: u32,
        link: impl Fn(u32) -> String,
    ) -> Vec<PagingLink> {
        let mut links = Vec::new();
        let mut last = 0;
        for number in
            (1..=total).filter(|number| *number == 1 || *number == total || number.abs_diff(current) <= 1)
        {
            if number > last + 1 {
                links.push(PagingLink { number: String::new(), link: None, current: false });
            }
            last = number;
            links.push(PagingLink {
                number: self.catalog.config.locales[lang].integer(i64::from(number)),
                link: (number != current).then(|| link(number)),
                current: number == current,
            });
        }
        links
    }

    /// Cards of all collections.
    pub(super) fn collection_cards(&self, lang: Lang) -> Vec<CollectionCard> {
        let card = |(place, collection): (usize, &Collection<'_>)| CollectionCard {
            link: self.link(Subject::Collection(place, 1), lang),
            title: self.said(lang, &collection.words[lang].title),
            summary: self.said(lang, &collection.words[lang].summary),
            count: self.members[place].len() as u32,
            picture: self.collection_picture(lang, place, collection),
        };
        self.catalog.collections.iter().enumerate().map(card).collect()
    }

    /// The collection's own picture, or that of its first product.
    fn collection_picture(&self, lang: Lang, place: usize, collection: &Collection<'_>) -> Option<Picture> {
        if let Some(picture) = &collection.picture {
            let words = &collection.words[lang];
            return Some(self.picture(
                "card",
                picture,
                words.alt.as_ref().unwrap_or(&words.title).text.clone(),
            ));
        }
        let product = &self.catalog.products[*self.members[place].first()?];
        self.first_picture(lang, product, "card")
    }
}
