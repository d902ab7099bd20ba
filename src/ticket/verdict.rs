//! Whether a ticket that came back is the shop's own, and still holds.

use jiff::civil::Date;

use super::{Promise, PublicKey};

/// What is to be said of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The shop signed it, and it holds.
    Valid(Promise),
    /// The shop signed it, and its last day was over.
    Expired(Promise),
    /// Not as the shop signed it, or never signed by it.
    Altered,
    /// Signed with a key that the shop does not name, whose id this is.
    UnknownKey(String),
    /// Signed for another shop.
    OtherShop(String),
    /// There is none.
    Unsigned,
}

impl Verdict {
    /// The facts, where they can be believed.
    pub fn promise(&self) -> Option<&Promise> {
        match self {
            Self::Valid(promise) | Self::Expired(promise) => Some(promise),
            Self::Altered | Self::UnknownKey(_) | Self::OtherShop(_) | Self::Unsigned => None,
        }
    }
}

/// The verdict on `ticket`, which came with an order of the day `on`, for the shop named `shop` with these keys, old ones included.
pub fn judge(ticket: &str, shop: &str, keys: &[PublicKey], on: Date) -> Verdict {
    let ticket = ticket.trim();
    if ticket.is_empty() {
        return Verdict::Unsigned;
    }
    let Some((facts, signature)) = ticket.rsplit_once('*') else { return Verdict::Altered };
    let Some((promise, id)) = Promise::read(facts) else { return Verdict::Altered };
    // An id says which key to try; two keys may share one.
    let mut known = keys.iter().filter(|key| key.id() == id).peekable();
    if known.peek().is_none() {
        return Verdict::UnknownKey(id.to_owned());
    }
    if !known.any(|key| key.has_signed(facts, signature)) {
        return Verdict::Altered;
    }
    match promise {
        promise if promise.shop != shop => Verdict::OtherShop(promise.shop),
        promise if promise.until < on => Verdict::Expired(promise),
        promise => Verdict::Valid(promise),
    }
}
