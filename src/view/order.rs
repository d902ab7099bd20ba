//! The order form. No price in it is a field.

use serde::Serialize;

use super::{Amount, Link, Price, Stock, Text};

/// A form, with exactly the markup that the service documents.
#[derive(Debug, Clone, Serialize)]
pub struct OrderForm {
    /// What is asked of the buyer: `order`; `basket` (an order for all that was put aside, filled in by the script); `request` (an order for goods that are sold out); `enquiry` (the price);
    /// `notify` (a number to call when it is back); or `return` (to give something back).
    pub kind: &'static str,
    /// Where it posts to.
    pub action: String,
    /// Attributes of the form that the service asks for.
    pub attributes: Vec<Attribute>,
    /// Hidden fields.
    pub hidden: Vec<Hidden>,
    /// Name of the field that people must leave empty.
    pub honeypot: String,
    /// Whether that field is a box to leave unticked.
    pub honeypot_box: bool,
    /// Variants to choose from, those with the same first value together; empty when there is nothing to choose.
    pub groups: Vec<ChoiceGroup>,
    /// Names of the options, such as "মাপ" and "রং".
    pub choice_titles: Vec<Text>,
    /// Fewest pieces in one order.
    pub least_quantity: u16,
    /// Most pieces in one order.
    pub max_quantity: u16,
    /// Pieces from one possible number to the next.
    pub quantity_step: u16,
    /// Zones with their charges.
    pub zones: Vec<ZoneChoice>,
    /// Whether the buyer chooses among the districts of the zones, posted as `district`, rather than the zones themselves.
    pub by_district: bool,
    /// Ways to pay; shown as a choice only when there is more than one.
    pub payments: Vec<PaymentChoice>,
    /// For a script: prices in whole minor units by SKU, as `CUP-S=45000/6:40000` (from 6 pieces less), by `,`. `None` when nothing is bought.
    pub goods: Option<String>,
    /// For a script: zones as `dhaka=6000/500000+3` (charge, free above, days at most), by `,`, when they are not those of the shop.
    pub own_zones: Option<String>,
    /// For a script: the page of thanks, when it is not that of the shop.
    pub own_thanks: Option<String>,
    /// What it costs in all, for readers without script; `None` when nothing is bought, or there are many prices.
    pub totals: Option<Totals>,
    /// Whether the form asks for the number of a transfer, since some way to pay has an account.
    pub transaction: bool,
    /// Policies that the buyer agrees to.
    pub consent: Vec<Link>,
}

/// Goods and delivery together, by zone and number of pieces.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    /// The numbers, in the reader's digits.
    pub numbers: Vec<String>,
    /// One for each price that can be chosen.
    pub groups: Vec<TotalsGroup>,
}

/// What goods of one price cost.
#[derive(Debug, Clone, Serialize)]
pub struct TotalsGroup {
    /// The price of one piece; `None` when all that can be chosen costs the same.
    pub price: Option<String>,
    /// A row for each zone.
    pub rows: Vec<TotalsRow>,
}

/// What an order to one zone costs.
#[derive(Debug, Clone, Serialize)]
pub struct TotalsRow {
    /// The zone.
    pub zone: Text,
    /// The sums, in the order of the numbers.
    pub sums: Vec<String>,
}

/// An attribute of the form element.
#[derive(Debug, Clone, Serialize)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// Name of the hidden field with the signed facts.
pub const TICKET: &str = "ticket";

impl OrderForm {
    /// Signs the facts of the ticket, when the form has one.
    pub fn sign(&mut self, sign: impl Fn(&str) -> String) {
        if let Some(ticket) = self.hidden.iter_mut().find(|field| field.name == TICKET) {
            ticket.value = sign(&ticket.value);
        }
    }
}

/// A hidden field.
#[derive(Debug, Clone, Serialize)]
pub struct Hidden {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// Variants with the same value of the first option.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceGroup {
    /// The value; `None` when there is only one option.
    pub title: Option<Text>,
    /// Its colour, as `#rrggbb`.
    pub swatch: Option<String>,
    /// The variants.
    pub choices: Vec<Choice>,
}

/// A variant in the form.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Posted as `variant`.
    pub sku: String,
    /// What the buyer reads, such as "বড় · নীল"; inside a group the group's value is not repeated.
    pub label: Text,
    /// Its colour, as `#rrggbb`, when the only option has colours.
    pub swatch: Option<String>,
    /// Its price; `None` on request.
    pub price: Option<Price>,
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
    pub name: Text,
    /// What it costs; `None` means nothing.
    pub charge: Option<Amount>,
    /// Its districts, when the buyer chooses among them.
    pub districts: Vec<DistrictChoice>,
}

/// A district in the form.
#[derive(Debug, Clone, Serialize)]
pub struct DistrictChoice {
    /// Posted as `district`.
    pub id: String,
    /// What the buyer reads.
    pub name: String,
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
    /// The account that the buyer sends the money to.
    pub transfer: Option<Transfer>,
    /// The page of a payment service on which the buyer pays.
    pub link: Option<String>,
    /// What is paid beforehand, when it is not everything, such as "৳ ২০০" or "১০%".
    pub advance: Option<String>,
}

/// An account that takes money.
#[derive(Debug, Clone, Serialize)]
pub struct Transfer {
    /// Its number, as it is to be typed.
    pub number: String,
    /// What the buyer chooses in the wallet: `personal` (Send Money), `merchant` (Payment) or `agent` (Cash Out); `None` elsewhere.
    pub account: Option<&'static str>,
    /// Whose it is.
    pub holder: Option<String>,
    /// Bank and branch.
    pub bank: Option<String>,
    /// Link of the picture of its QR code.
    pub qr: Option<String>,
}
