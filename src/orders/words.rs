//! What is said of an order, in the desk's words: on a terminal and on a page alike.

use super::{Finding, Order, Weight};
use crate::{
    base::money::Money,
    diag::{Speech, say},
    locale::Locale,
};

impl Order {
    /// `৳ 900 + ৳ 60 = ৳ 960`; `None` when nothing is sent or a price is not known.
    pub fn sum_in_words(&self, locale: &Locale) -> Option<String> {
        let text = |money: Money| locale.amount(money).text;
        let (goods, total) = (self.goods?, self.total()?);
        if !self.kind.sends() {
            return None;
        }
        Some(match self.charge.filter(|charge| *charge != Money::ZERO) {
            Some(charge) => format!("{} + {} = {}", text(goods), text(charge), text(total)),
            None => text(total),
        })
    }
}

impl Finding {
    /// What stands before its sentence.
    pub fn mark(&self) -> &'static str {
        match self.weight() {
            Weight::Note => "·",
            Weight::Look => "!",
            Weight::Stop => "✗",
        }
    }

    /// Its sentence.
    pub fn in_words(&self, locale: &Locale, speech: Speech) -> String {
        let args = self.arguments(&|money| locale.amount(money).text);
        let args: Vec<(&str, String)> = args
            .into_iter()
            .map(|(name, value)| match name {
                "field" => (name, format!("@orders.field.{value}")),
                _ => (name, value),
            })
            .collect();
        say(speech, &format!("orders.finding.{}", self.name()), &args)
    }
}
