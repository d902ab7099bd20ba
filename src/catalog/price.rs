//! Prices.

use jiff::civil::Date;

use super::reading::Reading;
use crate::{
    base::money::{Money, MoneyFault},
    diag::Code,
    schema::{Amount, At, QuantityPrice},
};

/// A price, and the one before a reduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// What it costs; more than nothing.
    pub now: Money,
    /// What it cost before; more than `now`. While an offer runs: what it costs without it.
    pub was: Option<Money>,
    /// The offer that makes it so, when one runs today.
    pub offer: Option<Running>,
}

/// An offer that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    /// What it costs afterwards.
    pub regular: Money,
    /// What it cost before that.
    pub regular_was: Option<Money>,
    /// Last day.
    pub ends: Date,
}

/// The price of one piece when at least so many are bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Fewest pieces, at least two.
    pub from: u32,
    /// Price of one piece.
    pub price: Money,
}

/// Reads a price: an amount above zero.
pub(super) fn read_price(reading: &mut Reading<'_, '_>, at: &At<Amount>) -> Option<Money> {
    let money = read_amount(reading, at)?;
    if money == Money::ZERO {
        reading.wrong(Code::PRICE_ZERO, at, &at.value.0);
        return None;
    }
    Some(money)
}

/// Reads an amount of money.
pub(super) fn read_amount(reading: &mut Reading<'_, '_>, at: &At<Amount>) -> Option<Money> {
    let written = as_typed(reading, at);
    let fault = match Money::read(&written, reading.config().currency) {
        Ok(money) => return Some(money),
        Err(fault) => fault,
    };
    let code = match fault {
        MoneyFault::NoNumber | MoneyFault::Unknown => Code::PRICE_UNREADABLE,
        MoneyFault::Doubtful => Code::PRICE_DOUBTFUL,
        MoneyFault::Decimals => Code::PRICE_DECIMALS,
        MoneyFault::Negative => Code::PRICE_NEGATIVE,
        MoneyFault::Large => Code::PRICE_LARGE,
    };
    reading.wrong(code, at, written);
    None
}

/// The amount as it was typed: a number without quotes loses its last zeros on the way
/// (`1.250` comes as `1.25`), and with them the doubt whether a thousand was meant.
fn as_typed(reading: &Reading<'_, '_>, at: &At<Amount>) -> String {
    let typed = reading.tree.text(reading.path.as_str()).and_then(|text| text.get(at.span.clone()));
    match typed {
        Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => number.replace('_', ""),
        _ => at.value.0.clone(),
    }
}

/// A price of its parts. The was-price must be above the price.
pub(super) fn together(
    reading: &mut Reading<'_, '_>,
    now: Option<Money>,
    was: Option<&At<Amount>>,
) -> Option<Price> {
    let was_money = was.and_then(|at| read_price(reading, at));
    let now = now?;
    if let (Some(at), Some(money)) = (was, was_money)
        && money <= now
    {
        reading.wrong(Code::PRICE_WAS_LOW, at, &at.value.0);
        return Some(Price { now, was: None, offer: None });
    }
    Some(Price { now, was: was_money, offer: None })
}

/// Reads prices by quantity: from more and more pieces, for less and less money. The broken ones are told and left out.
pub(super) fn tiers(
    reading: &mut Reading<'_, '_>,
    written: &[QuantityPrice],
    single: Option<Money>,
) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    for one in written {
        let Some(price) = read_price(reading, &one.price) else { continue };
        let (from, above) = tiers.last().map_or((1, single), |last| (last.from, Some(last.price)));
        if one.from.value <= from {
            reading.wrong(Code::QUANTITY_PRICE_FROM, &one.from, one.from.value);
        } else if above.is_some_and(|above| price >= above) {
            reading.wrong(Code::QUANTITY_PRICE_HIGH, &one.price, &one.price.value.0);
        } else {
            tiers.push(Tier { from: one.from.value, price });
        }
    }
    tiers
}
