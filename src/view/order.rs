//! The order form. No price in it is a field.

use serde::Serialize;

use super::{Amount, Link, Price, Stock};

/// The form of one product, with exactly the markup that the service documents.
#[derive(Debug, Clone, Serialize)]
pub struct OrderForm {
    /// Where it posts to.
    pub action: String,
    /// Attributes of the form that the service asks for.
    pub attributes: Vec<Attribute>,
    /// Hidden fields.
    pub hidden: Vec<Hidden>,
    /// Name of the field that people must leave empty.
    pub honeypot: String,
    /// Variants to choose from; empty when there is nothing to choose.
    pub choices: Vec<Choice>,
    /// Words for the choice, such as "মাপ" or "রং ও মাপ".
    pub choice_title: String,
    /// Most pieces in one order.
    pub max_quantity: u16,
    /// Zones with their charges.
    pub zones: Vec<ZoneChoice>,
    /// Ways to pay; shown as a choice only when there is more than one.
    pub payments: Vec<PaymentChoice>,
    /// Policies that the buyer agrees to.
    pub consent: Vec<Link>,
}

/// An attribute of the form element.
#[derive(Debug, Clone, Serialize)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// A hidden field.
#[derive(Debug, Clone, Serialize)]
pub struct Hidden {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// A variant in the form.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Posted as `variant`.
    pub sku: String,
    /// What the buyer reads, such as "বড় · নীল".
    pub label: String,
    /// Its price.
    pub price: Price,
    /// Its stock.
    pub stock: Stock,
    /// Whether it is chosen at first: the first one that can be ordered.
    pub chosen: bool,
}

/// A zone in the form.
#[derive(Debug, Clone, Serialize)]
pub struct ZoneChoice {
    /// Posted as `zone`.
    pub id: String,
    /// What the buyer reads.
    pub name: String,
    /// What it costs; `None` means nothing.
    pub charge: Option<Amount>,
}

/// A way to pay in the form.
#[derive(Debug, Clone, Serialize)]
pub struct PaymentChoice {
    /// Posted as `payment`.
    pub id: String,
    /// Kind, whose name the theme knows.
    pub kind: &'static str,
    /// The merchant's own name for it.
    pub name: Option<String>,
    /// What the buyer has to do.
    pub note: Option<String>,
}
