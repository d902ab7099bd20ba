//! What is made of checked orders, as bytes.

mod courier;
mod sheet;
mod slips;
mod stock;

pub use courier::{Courier, courier};
pub use sheet::{sheet, verdict};
pub use slips::slips;
pub use stock::stock;

use super::{Line, Order};
use crate::{
    base::{language::Lang, money::Money},
    catalog::{Catalog, Zone},
    config::{Payment, PaymentKind, payment_kind_name},
    diag::{Speech, say},
};

impl Order {
    /// Its delivery zone.
    pub fn zone<'c>(&self, catalog: &'c Catalog<'_>) -> Option<&'c Zone> {
        catalog.delivery()?.zones.get(self.zone?)
    }

    /// How it is to be paid.
    pub fn payment<'c>(&self, catalog: &'c Catalog<'_>) -> Option<&'c Payment> {
        catalog.config.payments.get(self.payment?)
    }

    /// What is to be taken at the door: what is left of the total when it is paid there, else nothing.
    pub fn to_collect(&self, catalog: &Catalog<'_>) -> Money {
        let payment = self.payment(catalog);
        let at_the_door = payment.is_none_or(|one| one.kind == PaymentKind::CashOnDelivery);
        let total = self.total().filter(|_| at_the_door).unwrap_or(Money::ZERO);
        let advance = payment.and_then(|one| one.advance).map_or(Money::ZERO, |advance| advance.of(total));
        total.minus(advance).unwrap_or(total)
    }

    /// How it is paid, in the desk's words: the merchant's own name for it, else the kind's.
    pub fn payment_in_words(&self, catalog: &Catalog<'_>, lang: Lang, speech: Speech) -> Option<String> {
        let payment = self.payment(catalog)?;
        let kind = || say(speech, &format!("orders.payment.{}", payment_kind_name(payment.kind)), &[]);
        Some(payment.name.as_ref().map_or_else(kind, |name| name[lang].clone()))
    }

    /// Pieces in all.
    fn pieces(&self) -> u32 {
        self.lines.iter().fold(0, |sum, line| sum.saturating_add(line.quantity))
    }

    /// The goods in one line: `2 × Cup (large), 1 × Pot`.
    fn goods_in_words(&self, catalog: &Catalog<'_>, lang: Lang) -> String {
        let line = |line: &Line| format!("{} × {}", line.quantity, line.title(catalog, lang));
        self.lines.iter().map(line).collect::<Vec<_>>().join(", ")
    }
}

impl Line {
    /// The product's name and the names of its choice; the SKU when it is not known.
    pub fn title(&self, catalog: &Catalog<'_>, lang: Lang) -> String {
        let Some(product) = self.product.and_then(|place| catalog.products.get(place)) else {
            return self.sku.clone();
        };
        let words = &product.words[lang];
        let Some(variant) = self.variant.and_then(|at| product.variants.get(at)) else {
            return words.title.text.clone();
        };
        format!("{} ({})", words.title.text, variant.choice_in(words))
    }
}
