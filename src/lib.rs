//! posra (পসরা, goods laid out on display): a folder of products becomes a shop.
//!
//! The library is a river of six values, each made by one room:
//! `ShopConfig`, `SourceTree`, `Catalog` and `Theme`, `SitePlan`, `Rendered`,
//! `Written`. [`pipeline`] is the only file that names all of them; ARCHITECTURE.md
//! draws the house.

#![forbid(unsafe_code)]

pub mod base;
pub mod diag;
pub mod schema;
pub mod view;
