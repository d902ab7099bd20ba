//! Facts meet looks: every address of the site, and how each view is made.
//!
//! 1. In: [`Catalog`](crate::catalog::Catalog) and [`Theme`](crate::theme::Theme).
//! 2. [`lay_out`] gives every page, file and picture its address (each once), sorts the
//!    products into collections, finds what is related, and lists the pictures to
//!    develop, in one pass.
//! 3. Out: [`SitePlan`]. [`SitePlan::view`] makes the view of one page when it is asked
//!    for; the plan has no setters and does no IO.
//!
//! This is the only room that sees both facts and looks. After it nobody asks a question.

mod area;
mod basket;
mod body;
mod body_fault;
mod card;
mod collection;
mod delivery;
mod front;
mod head;
mod home;
mod host;
mod item;
mod label;
mod lay_out;
mod link;
mod list;
mod lists;
mod order;
mod paging;
mod payment;
mod picture;
mod place;
mod plain;
mod policy;
mod prices;
mod product;
mod product_data;
mod redirect;
mod related;
mod review;
mod script;
mod search;
mod shown_picture;
mod site;
mod size_chart;
mod structured;
mod subject;
mod text;
mod totals;

pub use item::{Item, ItemKind, ListKind};
pub use lay_out::{Planned, SitePlan, lay_out};
pub use picture::PictureFileJob;
pub use shown_picture::Shades;
pub use subject::{Arranged, ListOf, Subject, address_of};
