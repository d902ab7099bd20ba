//! The order form of a product, as each service documents it.
//!
//! Sources, read 2026-11-21: Netlify "Forms setup" and "Spam filters"; Formspree
//! "Special fields". The contract of `endpoint` is in `docs/orders.md`.

use super::{SitePlan, Subject, card::stock, product::label};
use crate::{
    base::language::Lang,
    catalog::{Product, Stock},
    config::{OrderService, Orders, payment_kind_name},
    view::{Attribute, Choice, Hidden, Link, OrderForm, PaymentChoice, ZoneChoice},
};

impl SitePlan<'_> {
    /// The form, unless the shop takes no orders.
    pub(super) fn order_form(&self, lang: Lang, product: &Product<'_>, title: &str) -> Option<OrderForm> {
        let config = self.catalog.config;
        let orders = config.orders.as_ref()?;
        let thanks = self.link(Subject::Thanks, lang);
        let mut hidden = self.own_fields(lang, product, title);
        let service = service_markup(orders, &thanks, &self.absolute(Subject::Thanks, lang), title);
        hidden.splice(0..0, service.hidden);
        let zones = self.terms(Some(product)).map_or_else(Vec::new, |terms| terms.zones);
        Some(OrderForm {
            action: service.action,
            attributes: service.attributes,
            hidden,
            honeypot: service.honeypot.to_owned(),
            choices: self.choices(lang, product),
            choice_title: product.words[lang]
                .options
                .iter()
                .map(|(name, _)| name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            max_quantity: most(orders, product),
            zones: zones
                .iter()
                .map(|one| ZoneChoice {
                    id: one.zone.id.to_string(),
                    name: one.zone.name[lang].clone(),
                    charge: self.charge(lang, one.charge),
                })
                .collect(),
            payments: config
                .payments
                .iter()
                .map(|payment| PaymentChoice {
                    id: payment.id.to_string(),
                    kind: payment_kind_name(payment.kind),
                    name: payment.name.as_ref().map(|name| name[lang].clone()),
                    note: payment.note.as_ref().map(|note| note[lang].clone()),
                })
                .collect(),
            consent: self.consent(lang),
        })
    }

    /// Fields that say what is ordered. A product without variants is its own variant. No price is among them.
    fn own_fields(&self, lang: Lang, product: &Product<'_>, title: &str) -> Vec<Hidden> {
        let mut hidden = vec![
            Hidden { name: "product", value: product.sku.to_string() },
            Hidden { name: "title", value: title.to_owned() },
            Hidden { name: "language", value: self.catalog.config.tag(lang).as_str().to_owned() },
        ];
        if product.variants.is_empty() {
            hidden.push(Hidden { name: "variant", value: product.sku.to_string() });
        }
        hidden
    }

    fn choices(&self, lang: Lang, product: &Product<'_>) -> Vec<Choice> {
        let first = product.variants.iter().position(|variant| variant.stock.is_available());
        product
            .variants
            .iter()
            .enumerate()
            .map(|(place, variant)| Choice {
                sku: variant.sku.to_string(),
                label: label(variant, &product.words[lang]),
                price: self.price(lang, variant.price, false),
                stock: stock(variant.stock),
                chosen: Some(place) == first,
            })
            .collect()
    }

    /// The policies that a buyer agrees to: terms, returns and privacy, as far as there are any.
    fn consent(&self, lang: Lang) -> Vec<Link> {
        ["terms", "returns", "privacy"].into_iter().filter_map(|slug| self.policy_link(lang, slug)).collect()
    }
}

/// What a service asks of a form.
struct Markup {
    action: String,
    attributes: Vec<Attribute>,
    hidden: Vec<Hidden>,
    honeypot: &'static str,
}

fn service_markup(orders: &Orders, thanks: &str, thanks_absolute: &str, title: &str) -> Markup {
    match &orders.service {
        OrderService::Netlify { form } => Markup {
            action: thanks.to_owned(),
            attributes: vec![
                Attribute { name: "name", value: form.clone() },
                Attribute { name: "data-netlify", value: "true".to_owned() },
                Attribute { name: "data-netlify-honeypot", value: "bot-field".to_owned() },
            ],
            hidden: vec![Hidden { name: "form-name", value: form.clone() }],
            honeypot: "bot-field",
        },
        OrderService::Formspree { action } => Markup {
            action: action.clone(),
            attributes: Vec::new(),
            hidden: vec![
                Hidden { name: "_subject", value: title.to_owned() },
                Hidden { name: "_next", value: thanks_absolute.to_owned() },
            ],
            honeypot: "_gotcha",
        },
        OrderService::Endpoint { action } => Markup {
            action: action.clone(),
            attributes: Vec::new(),
            hidden: vec![Hidden { name: "return", value: thanks_absolute.to_owned() }],
            honeypot: "leave_empty",
        },
    }
}

/// Most pieces in one order: never more than are counted.
fn most(orders: &Orders, product: &Product<'_>) -> u16 {
    let stocks = product.variants.iter().map(|variant| variant.stock);
    let counted = |stock: Stock| if let Stock::Count(count) = stock { Some(count) } else { None };
    let largest = if product.variants.is_empty() {
        counted(product.stock)
    } else {
        stocks.map(|stock| counted(stock).unwrap_or(u32::MAX)).max()
    };
    let largest = u16::try_from(largest.unwrap_or(u32::MAX)).unwrap_or(u16::MAX);
    orders.max_quantity.min(largest).max(1)
}
