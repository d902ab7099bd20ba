//! Orders that came in, checked for the person at the desk.
//!
//! In: exports of the services that took the orders, as bytes, and the catalogue. Each order is read
//! ([`read`]), judged by itself (`judge`): its ticket, goods, price, zone, phone; then joined with its
//! copies. Out: a [`Desk`] of orders with findings, and what is made of them: a sheet, a courier's file,
//! packing slips, counts for `posra stock set`. One bad order never stops the rest.
//!
//! Orders hold what people trusted the shop with. This room must not write a file, publish anything, or
//! ask the network.

mod desk;
mod finding;
mod goods;
mod join;
mod judge;
mod order;
mod phone;
mod posted;
mod read;
mod script;
mod words;
mod write;

pub use desk::{Desk, check};
pub use finding::{Finding, Weight};
pub use goods::Line;
pub use order::{Kind, Order};
pub use phone::e164;
pub use posted::Posted;
pub use read::read;
pub use script::script;
pub use write::{Courier, courier, sheet, slips, stock, verdict};

/// Fields that a form of a shop posts, whatever the service asks for beside them (docs/orders.md).
pub const FIELDS: [&str; 20] = [
    "kind",
    "number",
    "id",
    "product",
    "title",
    "variant",
    "quantity",
    "items",
    "name",
    "mobile",
    "address",
    "district",
    "zone",
    "payment",
    "transaction",
    "note",
    "consent",
    "language",
    "ticket",
    "about",
];
