//! The forms that a buyer sends: of a product, of the basket, for a return; each as its service documents it.
//!
//! Sources: Netlify "Forms setup" and "Spam filters", Formspree "Special fields" (read 2026-11-21); Web3Forms "API
//! Reference" and "Honeypot", Basin "Spam protection" (read 2026-11-26). The contract of `endpoint`, which the
//! script for a Google sheet keeps too, is in `docs/orders.md`.

use super::{
    SitePlan, Subject,
    product::{Shown, joined, label},
};
use crate::{
    base::language::Lang,
    catalog::{Life, Product, Stock},
    config::{OrderService, Orders, Payment, WEB3FORMS},
    schema::SoldOut,
    ticket::Seal,
    view::{Attribute, Choice, ChoiceGroup, Hidden, Link, OrderForm, TICKET, View},
};

/// What a form asks of the buyer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// An order.
    Order,
    /// An order for all that the buyer put aside.
    Basket,
    /// An order for goods that are sold out.
    Request,
    /// The price.
    Enquiry,
    /// To be told when it is back.
    Notify,
    /// To give something back.
    Return,
}

impl Asked {
    fn of(product: &Product<'_>) -> Option<Self> {
        match (product.life, product.stock, product.sold_out) {
            (Life::Later | Life::Archived, ..) | (_, Stock::Discontinued, _) => None,
            (_, stock, SoldOut::Hide) if !stock.is_available() => None,
            (_, stock, SoldOut::Notify) if !stock.is_available() => Some(Self::Notify),
            _ if product.price.is_none() => Some(Self::Enquiry),
            (_, stock, _) if !stock.is_available() => Some(Self::Request),
            _ => Some(Self::Order),
        }
    }

    /// As themes know it and as it is posted.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Basket => "basket",
            Self::Request => "request",
            Self::Enquiry => "enquiry",
            Self::Notify => "notify",
            Self::Return => "return",
        }
    }

    /// Whether goods are sent for it.
    fn sends(self) -> bool {
        matches!(self, Self::Order | Self::Basket | Self::Request)
    }

    /// Whether its form has the fields of a product's order, so that services may know them as one form.
    fn is_of_product(self) -> bool {
        matches!(self, Self::Order | Self::Request)
    }

    /// Whether a variant that is sold out can be chosen.
    fn takes_sold_out(self) -> bool {
        !matches!(self, Self::Order)
    }
}

impl SitePlan<'_> {
    /// The form, unless the shop takes no orders or the product is no longer sold.
    pub(super) fn order_form(&self, lang: Lang, shown: Shown<'_>, title: &str) -> Option<OrderForm> {
        let orders = self.catalog.config.orders.as_ref()?;
        let product = shown.product;
        let asked = Asked::of(product)?;
        let own = self.product_fields(lang, product, title, asked);
        let thanks = match (asked.sends(), &product.payment_link) {
            (true, Some(_)) => Subject::ThanksFor(shown.place),
            (true, None) => Subject::Thanks,
            (false, _) => Subject::ThanksAsked,
        };
        let quantity = product.quantity;
        let max_quantity = most(orders, product, asked);
        Some(OrderForm {
            groups: self.choice_groups(lang, shown, asked),
            choice_titles: product.words[lang]
                .options
                .iter()
                .map(|(name, _)| self.said(lang, name))
                .collect(),
            least_quantity: quantity.least,
            max_quantity,
            quantity_step: quantity.step,
            zones: self
                .catalog
                .terms(Some(product))
                .filter(|_| asked.sends())
                .map_or_else(Vec::new, |terms| self.zone_choices(lang, &terms)),
            goods: self
                .catalog
                .promise(product)
                .filter(|_| asked.sends())
                .map(|promise| promise.goods_text()),
            totals: self.totals(lang, product, max_quantity).filter(|_| asked.sends()),
            own_zones: self.own_zones(product).filter(|_| asked.sends()),
            ..self.bare_form(lang, orders, asked, title, own, thanks)
        })
    }

    /// A form without goods in it: what its service asks for, the fields `own`, and how to pay, if something is bought.
    pub(super) fn bare_form(
        &self,
        lang: Lang,
        orders: &Orders,
        asked: Asked,
        title: &str,
        own: Vec<Hidden>,
        thanks: Subject,
    ) -> OrderForm {
        let link = self.link(thanks, lang);
        let service = service_markup(orders, asked, &link, &self.absolute(thanks, lang), title);
        let payments = if asked.sends() { self.payment_choices(lang) } else { Vec::new() };
        // The last two are filled by a script, so that the same order is known however often it comes.
        let last = ["number", "id"].map(|name| Hidden { name, value: String::new() });
        OrderForm {
            kind: asked.name(),
            action: orders.taken_at(service.action),
            attributes: service.attributes,
            hidden: service.hidden.into_iter().chain(own).chain(last).collect(),
            honeypot: service.honeypot.to_owned(),
            honeypot_box: service.honeypot == BOX,
            groups: Vec::new(),
            choice_titles: Vec::new(),
            least_quantity: 1,
            max_quantity: orders.max_quantity,
            quantity_step: 1,
            zones: Vec::new(),
            by_district: orders.by_district,
            payments,
            goods: None,
            totals: None,
            own_zones: None,
            own_thanks: (thanks != Subject::Thanks).then_some(link),
            transaction: asked.sends() && self.catalog.config.payments.iter().any(Payment::has_transaction),
            consent: if asked.sends() { self.consent(lang) } else { Vec::new() },
        }
    }

    /// Fields that say what is ordered. A product without variants is its own variant. No price is among them.
    fn product_fields(&self, lang: Lang, product: &Product<'_>, title: &str, asked: Asked) -> Vec<Hidden> {
        let mut hidden = vec![
            Hidden { name: "kind", value: asked.name().to_owned() },
            Hidden { name: "product", value: product.sku.to_string() },
            Hidden { name: "title", value: title.to_owned() },
            Hidden { name: "language", value: self.catalog.config.tag(lang).as_str().to_owned() },
        ];
        if product.variants.is_empty() {
            hidden.push(Hidden { name: "variant", value: product.sku.to_string() });
        }
        hidden.extend(self.ticket(product, asked));
        hidden
    }

    /// The facts of the ticket, not signed yet; `None` when the shop cannot sign or nothing is bought.
    fn ticket(&self, product: &Product<'_>, asked: Asked) -> Option<Hidden> {
        let seal = self.seal()?;
        let promise = self.catalog.promise(product).filter(|_| asked.sends())?;
        Some(Hidden { name: TICKET, value: promise.facts(seal.public()) })
    }

    pub(super) fn seal(&self) -> Option<&Seal> {
        self.catalog.config.orders.as_ref()?.tickets.seal.as_ref()
    }

    /// Signs the ticket of a page.
    pub fn sign(&self, view: &mut View) {
        if let Some(seal) = self.seal() {
            view.sign(|facts| seal.sign(facts));
        }
    }

    /// The variants, those with the same first value together.
    fn choice_groups(&self, lang: Lang, shown: Shown<'_>, asked: Asked) -> Vec<ChoiceGroup> {
        let product = shown.product;
        let words = &product.words[lang];
        let chosen =
            shown.variant().or((asked.takes_sold_out() && !product.variants.is_empty()).then_some(0));
        let single = product.options.len() == 1;
        let mut groups: Vec<(usize, ChoiceGroup)> = Vec::new();
        for (place, variant) in product.variants.iter().enumerate() {
            let first = variant.choice.first().copied().unwrap_or_default();
            let swatch = product.options.first().and_then(|option| option.values.get(first)?.swatch.clone());
            let rest = variant.choice.iter().copied().enumerate().skip(1);
            let name = if single { label(variant, words) } else { joined(rest, words) };
            let choice = Choice {
                sku: variant.sku.to_string(),
                label: self.said(lang, &name),
                swatch: swatch.clone().filter(|_| single),
                price: self.variant_price(lang, product, variant),
                stock: self.stock(lang, variant.stock),
                chosen: Some(place) == chosen,
            };
            let key = if single { 0 } else { first };
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, group)) => group.choices.push(choice),
                None => {
                    let title = (!single).then(|| self.said(lang, &joined([(0, first)], words)));
                    let swatch = swatch.filter(|_| !single);
                    groups.push((key, ChoiceGroup { title, swatch, choices: vec![choice] }));
                }
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The policies that a buyer agrees to: terms, returns and privacy, as far as there are any.
    fn consent(&self, lang: Lang) -> Vec<Link> {
        ["terms", "returns", "privacy"].into_iter().filter_map(|slug| self.policy_link(lang, slug)).collect()
    }
}

/// The honeypot that is a box to tick, which sends nothing when it is left alone.
const BOX: &str = "botcheck";

/// What a service asks of a form.
struct Markup {
    action: String,
    attributes: Vec<Attribute>,
    hidden: Vec<Hidden>,
    honeypot: &'static str,
}

fn service_markup(orders: &Orders, asked: Asked, thanks: &str, thanks_absolute: &str, title: &str) -> Markup {
    let field = |name: &'static str, value: &str| Hidden { name, value: value.to_owned() };
    let markup = |action: &str, hidden: Vec<Hidden>, honeypot: &'static str| Markup {
        action: action.to_owned(),
        attributes: Vec::new(),
        hidden,
        honeypot,
    };
    match &orders.service {
        OrderService::Netlify { form } => netlify_markup(form, asked, thanks),
        OrderService::Formspree { action } => {
            let hidden = vec![field("_subject", title), field("_next", thanks_absolute)];
            markup(action, hidden, "_gotcha")
        }
        OrderService::Web3forms { key } => {
            let hidden =
                vec![field("access_key", key), field("subject", title), field("redirect", thanks_absolute)];
            markup(WEB3FORMS, hidden, BOX)
        }
        // Where the buyer is led afterwards is set at Basin.
        OrderService::Basin { action } => markup(action, Vec::new(), "_gotcha"),
        OrderService::AppsScript { action } | OrderService::Endpoint { action } => {
            markup(action, vec![field("return", thanks_absolute)], "leave_empty")
        }
    }
}

/// Netlify keeps the fields of each form by its name, so forms with other fields have other names.
fn netlify_markup(form: &str, asked: Asked, thanks: &str) -> Markup {
    let form = if asked.is_of_product() { form.to_owned() } else { format!("{form}-{}", asked.name()) };
    Markup {
        action: thanks.to_owned(),
        attributes: vec![
            Attribute { name: "name", value: form.clone() },
            Attribute { name: "data-netlify", value: "true".to_owned() },
            Attribute { name: "data-netlify-honeypot", value: "bot-field".to_owned() },
        ],
        hidden: vec![Hidden { name: "form-name", value: form }],
        honeypot: "bot-field",
    }
}

/// Most pieces in one order: never more than are counted, and one that the steps reach.
fn most(orders: &Orders, product: &Product<'_>, asked: Asked) -> u16 {
    let counted = |stock: Stock| if let Stock::Count { pieces, .. } = stock { Some(pieces) } else { None };
    let largest = if asked != Asked::Order {
        None
    } else if product.variants.is_empty() {
        counted(product.stock)
    } else {
        product.variants.iter().map(|variant| counted(variant.stock).unwrap_or(u32::MAX)).max()
    };
    let largest = u16::try_from(largest.unwrap_or(u32::MAX)).unwrap_or(u16::MAX);
    let quantity = product.quantity;
    let most = quantity.most.unwrap_or(orders.max_quantity).min(largest).max(quantity.least);
    most - (most - quantity.least) % quantity.step
}
