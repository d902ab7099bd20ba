//! posra (পসরা, goods laid out on display): a folder of products becomes a shop.
//!
//! The library is a river of six values, each made by one room:
//! `ShopConfig`, `SourceTree`, `Catalog` and `Theme`, `SitePlan`, `Rendered`,
//! `Written`. [`pipeline`] is the only file that names all of them; ARCHITECTURE.md
//! draws the house.

#![forbid(unsafe_code)]

pub mod base;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod config;
pub mod darkroom;
pub mod diag;
pub mod disk;
pub mod edit;
pub mod emit;
pub mod history;
pub mod image;
pub mod ledger;
pub mod locale;
pub mod markdown;
pub mod orders;
pub mod pipeline;
pub mod plan;
pub mod postal;
pub mod render;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod sheet;
pub mod source;
pub mod stock;
pub mod theme;
pub mod ticket;
pub mod view;
