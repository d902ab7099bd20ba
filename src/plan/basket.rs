//! Forms that are about no one product: the basket, and the request to give something back.
//!
//! What lies in the basket is known in the buyer's browser alone. Its form has the fields that the theme's script fills:
//! `items` (SKUs and numbers), `title` (the same for people) and, in a shop that signs, `ticket`.

use super::{SitePlan, Subject, head::Headed, order::Asked};
use crate::{
    base::language::Lang,
    view::{BasketView, Hidden, OrderForm, TICKET},
};

impl SitePlan<'_> {
    /// The page on which the buyer orders all that was put aside.
    pub(super) fn basket(&self, lang: Lang) -> BasketView {
        let title = self.words(lang, "title.basket", &[]);
        let summary = self.words(lang, "summary.basket", &[]);
        let headed = Headed { form: true, ..Headed::new(Subject::Basket, "basket", &title, &summary) };
        BasketView {
            page: self.head(lang, headed),
            order: self.basket_form(lang, &title),
            delivery: self.shop_delivery(lang),
        }
    }

    fn basket_form(&self, lang: Lang, title: &str) -> Option<OrderForm> {
        let orders = self.catalog.config.orders.as_ref()?;
        let mut own = self.words_fields(lang, Asked::Basket, "");
        own.push(Hidden { name: "items", value: String::new() });
        own.extend(self.seal().map(|_| Hidden { name: TICKET, value: String::new() }));
        let zones = self.catalog.terms(None).map_or_else(Vec::new, |terms| self.zone_choices(lang, &terms));
        Some(OrderForm { zones, ..self.bare_form(lang, orders, Asked::Basket, title, own, Subject::Thanks) })
    }

    /// The request to give something back, for the page of the return policy.
    pub(super) fn return_form(&self, lang: Lang) -> Option<OrderForm> {
        let orders = self.catalog.config.orders.as_ref()?;
        let title = self.words(lang, "title.return", &[]);
        let own = self.words_fields(lang, Asked::Return, &title);
        Some(self.bare_form(lang, orders, Asked::Return, &title, own, Subject::ThanksAsked))
    }

    fn words_fields(&self, lang: Lang, asked: Asked, title: &str) -> Vec<Hidden> {
        let language = self.catalog.config.tag(lang).as_str().to_owned();
        vec![
            Hidden { name: "kind", value: asked.name().to_owned() },
            Hidden { name: "title", value: title.to_owned() },
            Hidden { name: "language", value: language },
        ]
    }
}
