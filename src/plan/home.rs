//! The home page, and the pages that have no source of their own.

use super::{SitePlan, Subject, head::Headed};
use crate::{
    base::language::Lang,
    diag::Diagnostics,
    view::{Body, ContactView, HomeView, NotFoundView, ThanksView},
};

/// Guides on the home page.
const GUIDES: usize = 3;

impl SitePlan<'_> {
    /// The home page. A shop without `content/home` shows its name, its tagline and what it has.
    pub(super) fn home(&self, lang: Lang, found: &mut Diagnostics) -> HomeView {
        let config = self.catalog.config;
        let words = self.catalog.home.as_ref().map(|home| &home.words[lang]);
        let shop = config.name[lang].clone();
        let tagline = config.tagline.as_ref().map(|tagline| tagline[lang].clone()).unwrap_or_default();
        let title = words.map_or_else(|| Self::own(shop.clone()), |words| self.said(lang, &words.title));
        let summary =
            words.map_or_else(|| Self::own(tagline.clone()), |words| self.said(lang, &words.summary));
        let source = self.catalog.home.as_ref().and_then(|home| home.picture.as_ref());
        let alt =
            words.and_then(|words| words.alt.as_ref()).map_or_else(|| shop.clone(), |alt| alt.text.clone());
        let window = if tagline.is_empty() || tagline == title.text {
            shop
        } else {
            self.words(lang, "title.full", &[("title", &tagline), ("shop", &shop)])
        };
        let page = self.head(
            lang,
            Headed {
                share_picture: self.share_picture(source, &alt),
                data: vec![self.site_data(lang), self.store_data(lang)],
                ..Headed::new(Subject::Home, "home", &window, &summary.text)
            },
        );
        let front = self.front();
        let cards = |places: &[usize]| places.iter().map(|place| self.card(lang, *place)).collect();
        let mut view = HomeView {
            page,
            title,
            summary,
            body: words.map_or_else(Body::default, |words| self.body(lang, &words.body, found)),
            picture: source.map(|picture| self.picture("cover", picture, alt)),
            sections: Vec::new(),
            collections: self.front_collections(lang),
            featured: cards(&front.featured),
            offers: cards(&front.offers),
            new: cards(&front.new),
            guides: self.guide_cards(lang).into_iter().take(GUIDES).collect(),
            delivery: self.shop_delivery(lang),
            returns: self.shop_returns(lang),
            warranty: self.shop_warranty(lang),
        };
        view.sections = self.front_sections(&view);
        view
    }

    /// The contact page.
    pub(super) fn contact(&self, lang: Lang, found: &mut Diagnostics) -> ContactView {
        let words = self.catalog.contact.as_ref().map(|contact| &contact.words[lang]);
        let shop = &self.catalog.config.name[lang];
        let title =
            words.map_or_else(|| self.words(lang, "title.contact", &[]), |words| words.title.text.clone());
        let summary = words.map_or_else(
            || self.words(lang, "summary.contact", &[("shop", shop)]),
            |words| words.summary.text.clone(),
        );
        let headed = Headed {
            data: vec![self.store_data(lang)],
            ..Headed::new(Subject::Contact, "contact", &title, &summary)
        };
        ContactView {
            page: self.head(lang, headed),
            title: words.map(|words| self.said(lang, &words.title)),
            body: words.map_or_else(Body::default, |words| self.body(lang, &words.body, found)),
        }
    }

    /// The page after a form was sent: an order, one of a product that is paid on a page of its own, or something else.
    pub(super) fn thanks(&self, lang: Lang, subject: Subject) -> ThanksView {
        let ordered = subject != Subject::ThanksAsked;
        let link = match subject {
            Subject::ThanksFor(place) => self.catalog.products[place].payment_link.as_deref(),
            _ => None,
        };
        let title = self.words(lang, if ordered { "title.thanks" } else { "title.asked" }, &[]);
        let summary = self.words(lang, if ordered { "summary.thanks" } else { "summary.asked" }, &[]);
        ThanksView {
            page: self.head(lang, Headed::new(subject, "thanks", &title, &summary)),
            ordered,
            reply_hours: self.catalog.config.orders.as_ref().and_then(|orders| orders.reply_hours),
            delivery: self.shop_delivery(lang).filter(|_| ordered),
            payments: if ordered { self.payments_beforehand(lang, link) } else { Vec::new() },
        }
    }

    /// The page for addresses that lead nowhere.
    pub(super) fn not_found(&self, lang: Lang) -> NotFoundView {
        let title = self.words(lang, "title.not_found", &[]);
        let summary = self.words(lang, "summary.not_found", &[]);
        NotFoundView {
            page: self.head(lang, Headed::new(Subject::NotFound, "not-found", &title, &summary)),
            collections: self.collection_cards(lang, None),
        }
    }
}
