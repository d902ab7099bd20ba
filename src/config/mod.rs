//! Settings as meant.
//!
//! 1. In: the text of `posra.toml`, what the command line overrides, and the moment of the build.
//! 2. Every setting is read into a type that cannot be wrong; every fault is told with its place.
//! 3. Out: [`ShopConfig`], the first value of the river.
//!
//! This room reads no other file and knows nothing of products.

mod deploy;
mod lang;
mod lists;
mod look;
mod orders;
mod payment;
mod picture;
mod postal;
mod shop;
mod support;
mod synonyms;
mod tax;
mod tickets;
mod told;
mod variables;

pub use deploy::{Deploy, Host};
pub use lists::Lists;
pub use look::{Colours, Logo, LookSettings, WebFont};
pub(crate) use look::{HEADING_SIZE, RADIUS, WEIGHT, colours, ranged};
pub(crate) use orders::safe_url;
pub use orders::{OrderService, Orders, WEB3FORMS};
pub use payment::{AccountKind, Advance, Payment, PaymentKind, Transfer, payment_kind_name};
pub use postal::{Locality, PostalAddress};
pub use shop::{Now, Overrides, ShopConfig, SiteAddress, load};
pub use support::{Business, Channel, ChannelKind, Hours, Support, Weekday, kind_name};
pub use tax::{Tax, percent};
pub use tickets::{Period, Tickets, VARIABLES};
pub use told::FILE;
pub use variables::Variables;
