//! Offers: a lower price from one day to another.
//!
//! An offer follows the day of the build. Before its first day and after its last one
//! the product costs what it costs; the days on which that changes are kept, so that
//! the shop can be built anew for them.

use jiff::civil::Date;

use super::{
    policy::day,
    price::{Price, Running, read_price},
    reading::Reading,
};
use crate::{
    base::money::Money,
    diag::Code,
    schema::{self, Amount, At},
};

/// An offer with its days, and the price of what has none of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer {
    price: Option<Money>,
    starts: Option<Date>,
    ends: Date,
}

/// Reads an offer; one that ends before it starts is refused.
pub(super) fn read(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Option<Offer> {
    let offer = &written.offer.as_ref()?.value;
    let price = offer.price.as_ref().and_then(|at| read_price(reading, at));
    let starts = day(reading, offer.starts.as_ref());
    let ends = day(reading, Some(&offer.ends))?;
    if let Some(starts) = starts.filter(|starts| *starts > ends) {
        reading.wrong(Code::OFFER_ORDER, &offer.ends, starts);
        return None;
    }
    let without = written.variants.iter().all(|variant| variant.offer_price.is_none());
    if let (None, true, Some(at)) = (&offer.price, without, &written.offer) {
        reading.error(Code::OFFER_NO_PRICE, at);
        return None;
    }
    Some(Offer { price, starts, ends })
}

impl Offer {
    /// The days on which prices change by this offer.
    pub(super) fn changes(self) -> [Option<Date>; 2] {
        [self.starts, self.ends.tomorrow().ok()]
    }

    fn runs(self, today: Date) -> bool {
        self.starts.is_none_or(|starts| starts <= today) && today <= self.ends
    }
}

/// `price` under the offer, where it has one: of its own, or the product's. An offer that is not lower is refused.
pub(super) fn applied(
    reading: &mut Reading<'_, '_>,
    price: Price,
    offer: Option<Offer>,
    own: Option<&At<Amount>>,
    product: Option<&At<Amount>>,
) -> Price {
    let own_price = own.and_then(|at| read_price(reading, at));
    let Some(offer) = offer else {
        if let Some(at) = own {
            reading.error(Code::OFFER_NONE, at);
        }
        return price;
    };
    let Some(lower) = own_price.or(offer.price) else { return price };
    if lower >= price.now {
        if let Some(at) = own.or(product) {
            reading.wrong(Code::OFFER_PRICE_HIGH, at, &at.value.0);
        }
        return price;
    }
    if !offer.runs(reading.config().today) {
        return price;
    }
    let running = Running { regular: price.now, regular_was: price.was, ends: offer.ends };
    Price { now: lower, was: Some(price.now), offer: Some(running) }
}
