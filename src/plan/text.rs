//! Pages of words and guides.

use super::{SitePlan, Subject, head::Headed};
use crate::{
    base::language::Lang,
    catalog::{Guide, Picture, Words},
    diag::Diagnostics,
    view::{self, GuideCard, GuideView, GuidesView, PageView},
};

impl SitePlan<'_> {
    /// A page of words.
    pub(super) fn page(&self, lang: Lang, place: usize, found: &mut Diagnostics) -> PageView {
        let page = &self.catalog.pages[place];
        let words = &page.words[lang];
        let headed = Headed {
            title_lang: self.tongue(lang, words.title.lang),
            share_picture: self.share_picture(page.picture.as_ref(), alt(words)),
            ..Headed::new(Subject::Page(place), "page", &words.title, &words.summary)
        };
        PageView {
            page: self.head(lang, headed),
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            picture: self.worded_picture("cover", page.picture.as_ref(), words),
            body: self.body(lang, &words.body, found),
        }
    }

    /// The list of guides.
    pub(super) fn guides(&self, lang: Lang) -> GuidesView {
        let title = self.words(lang, "title.guides", &[]);
        let summary = self.words(lang, "summary.guides", &[("shop", &self.catalog.config.name[lang])]);
        GuidesView {
            page: self.head(lang, Headed::new(Subject::Guides, "guides", &title, &summary)),
            guides: self.guide_cards(lang),
        }
    }

    /// A guide.
    pub(super) fn guide(&self, lang: Lang, place: usize, found: &mut Diagnostics) -> GuideView {
        let guide = &self.catalog.guides[place];
        let words = &guide.words[lang];
        let headed = Headed {
            above: vec![(Self::own(self.words(lang, "title.guides", &[])), Subject::Guides)],
            title_lang: self.tongue(lang, words.title.lang),
            share_kind: "article",
            share_picture: self.share_picture(guide.picture.as_ref(), alt(words)),
            data: vec![self.guide_data(lang, place, guide)],
            ..Headed::new(Subject::Guide(place), "guide", &words.title, &words.summary)
        };
        GuideView {
            page: self.head(lang, headed),
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            date: self.date(lang, guide.date),
            day: guide.date.to_string(),
            picture: self.worded_picture("cover", guide.picture.as_ref(), words),
            body: self.body(lang, &words.body, found),
            products: self.cards_of(lang, &guide.products),
        }
    }

    /// Cards of all guides, the newest first.
    pub(super) fn guide_cards(&self, lang: Lang) -> Vec<GuideCard> {
        let card = |(place, guide): (usize, &Guide<'_>)| {
            let words = &guide.words[lang];
            GuideCard {
                link: self.link(Subject::Guide(place), lang),
                title: self.said(lang, &words.title),
                summary: self.said(lang, &words.summary),
                date: self.date(lang, guide.date),
                day: guide.date.to_string(),
                picture: self.worded_picture("card", guide.picture.as_ref(), words),
            }
        };
        self.catalog.guides.iter().enumerate().map(card).collect()
    }

    /// A day in the reader's words.
    pub(super) fn date(&self, lang: Lang, date: jiff::civil::Date) -> String {
        self.catalog.config.locales[lang].date(date)
    }

    fn worded_picture(
        &self,
        role: &str,
        picture: Option<&Picture>,
        words: &Words<'_>,
    ) -> Option<view::Picture> {
        Some(self.picture(role, picture?, alt(words).to_owned()))
    }
}

/// What the picture of some words shows; their title when nothing is said.
fn alt<'w>(words: &'w Words<'_>) -> &'w str {
    words.alt.as_ref().unwrap_or(&words.title)
}
