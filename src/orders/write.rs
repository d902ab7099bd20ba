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
    base::language::Lang,
    catalog::{Catalog, Zone},
    config::Payment,
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
