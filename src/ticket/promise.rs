//! The facts that a ticket holds, and how they are written.

use data_encoding::BASE64URL_NOPAD;
use jiff::civil::Date;

use super::PublicKey;
use crate::base::{hash::Digest, money::Money, name::Sku};

/// First word of a ticket: its form.
const FORM: &str = "posra1";

/// What a page promises on its goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Host and base path of the site, such as `clay.example/`.
    pub shop: String,
    /// ISO 4217.
    pub currency: String,
    /// Everything on the page that has a price, in the order of the page.
    pub goods: Vec<Priced>,
    /// Mark of the delivery terms.
    pub delivery: Mark,
    /// Mark of the return promise.
    pub returns: Mark,
    /// The last day on which the prices hold.
    pub until: Date,
}

/// A thing with its price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// Stock keeping unit.
    pub sku: Sku,
    /// Price of one piece.
    pub price: Money,
    /// Lower prices of one piece: from so many pieces on, rising.
    pub tiers: Vec<(u32, Money)>,
}

impl Priced {
    /// Price of one piece when `quantity` of them are bought.
    pub fn unit(&self, quantity: u32) -> Money {
        let tier = self.tiers.iter().rev().find(|(from, _)| *from <= quantity);
        tier.map_or(self.price, |(_, price)| *price)
    }
}

/// A short name for facts: equal facts have equal marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark(String);

impl Mark {
    /// The mark of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Digest::of(bytes);
        Self(BASE64URL_NOPAD.encode(digest.as_bytes().get(..8).unwrap_or_default()))
    }

    /// The mark as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (bytes.len() == 8).then(|| Self(text.to_owned()))
    }
}

impl Promise {
    /// The thing with this SKU.
    pub fn priced(&self, sku: &str) -> Option<&Priced> {
        self.goods.iter().find(|one| one.sku.as_str() == sku)
    }

    /// The goods with their prices, as a ticket and a form hold them.
    pub fn goods_text(&self) -> String {
        self.goods.iter().map(written).collect::<Vec<_>>().join(",")
    }

    /// All that is signed: the ticket without its signature.
    pub fn facts(&self, key: &PublicKey) -> String {
        let Self { shop, currency, delivery, returns, until, .. } = self;
        let (goods, delivery, returns) = (self.goods_text(), delivery.as_str(), returns.as_str());
        format!("{FORM}*{shop}*{currency}*{goods}*{delivery}*{returns}*{until}*{}", key.id())
    }

    /// The facts of a ticket and the id of its key; `None` when it is not of this form.
    pub(super) fn read(facts: &str) -> Option<(Self, &str)> {
        let [FORM, shop, currency, goods, delivery, returns, until, key] =
            *facts.split('*').collect::<Vec<_>>()
        else {
            return None;
        };
        let promise = Self {
            shop: shop.to_owned(),
            currency: currency.to_owned(),
            goods: goods.split(',').map(read).collect::<Option<_>>()?,
            delivery: Mark::read(delivery)?,
            returns: Mark::read(returns)?,
            until: until.parse().ok()?,
        };
        Some((promise, key))
    }
}

fn written(one: &Priced) -> String {
    let mut text = format!("{}={}", one.sku, one.price.minor());
    for (from, price) in &one.tiers {
        text.push_str(&format!("/{from}:{}", price.minor()));
    }
    text
}

fn read(text: &str) -> Option<Priced> {
    let (sku, prices) = text.split_once('=')?;
    let mut prices = prices.split('/');
    let minor = |text: &str| text.parse().ok().map(Money::from_minor);
    let price = minor(prices.next()?)?;
    let tier = |text: &str| {
        let (from, price) = text.split_once(':')?;
        Some((from.parse().ok()?, minor(price)?))
    };
    Some(Priced { sku: Sku::read(sku).ok()?, price, tiers: prices.map(tier).collect::<Option<_>>()? })
}
