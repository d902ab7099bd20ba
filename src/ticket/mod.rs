//! What a page promised, signed: the price truth of an order.
//!
//! In: the facts of one product ([`Promise`]) and the shop's private key ([`Seal`]). Out: a line of plain
//! ASCII that goes along with an order, and, when it comes back, a [`Verdict`] on it.
//!
//! The line is `posra1*shop*currency*goods*delivery*returns*until*key*signature`:
//!
//! * `shop`: host and base path of the site, such as `clay.example/`;
//! * `currency`: ISO 4217;
//! * `goods`: `SKU=price` in whole minor units, by `,`; lower prices by quantity follow, as `/5:42000` (from 5 pieces);
//! * `delivery`, `returns`: marks of the promises, the first 8 bytes of a BLAKE3 hash;
//! * `until`: the last day on which it holds, as `2026-12-31`;
//! * `key`: which key signed, the first 6 characters of the public one;
//! * `signature`: Ed25519 (RFC 8032) over all that stands before its `*`.
//!
//! Marks, keys and signatures are base64url without padding (RFC 4648, section 5). No clock, no version and no
//! commit is in it: the same facts and the same key give the same line. This room must not know a catalogue,
//! read a file, or let a private key be printed.

mod key;
mod promise;
mod verdict;

pub use key::{KeyFault, PublicKey, Seal};
pub use promise::{Mark, Priced, Promise};
pub use verdict::{Verdict, judge};

#[cfg(test)]
mod tests;
