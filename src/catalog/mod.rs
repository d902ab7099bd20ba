//! What is true: products, variants, prices, stock, collections, policies, pages.
//!
//! 1. In: the [`SourceTree`](crate::source::SourceTree).
//! 2. Every text is read by its schema, then meant: typed, checked, cross-referenced.
//!    All faults of all files are collected, in file order.
//! 3. Out: [`Catalog`]. Bodies are borrowed from the source and not parsed yet.
//!
//! Nothing here knows an address, a template, or how anything is written in a
//! reader's digits. A broken product keeps its name, so that links to it are not
//! reported twice.

mod alias;
mod assemble;
mod bodies;
mod calendar;
mod collection;
mod coverage;
mod extent;
mod file;
mod group;
mod gtin;
mod label;
mod life;
mod measure;
mod offer;
mod page;
mod payment_link;
mod picture;
mod policy;
mod price;
mod product;
mod product_words;
mod promise;
mod question;
mod reading;
mod returns;
mod review;
mod rule;
mod shelf;
mod size_chart;
mod specification;
mod stock;
mod terms;
mod text;
mod translation;
mod unique;
mod variant;
mod warranty;
mod zone;

pub use assemble::{Catalog, assemble};
pub use calendar::Calendar;
pub use collection::Collection;
pub use extent::Extent;
pub use file::{File, Video};
pub use group::{Group, thing_of};
pub use label::{Label, Labels};
pub use life::Life;
pub use measure::{Measure, UnitMeasure};
pub use page::{Contact, Guide, Home, Page};
pub use picture::Picture;
pub(crate) use picture::{picture_fault, resolve as resolve_picture};
pub use policy::{Days, Delivery, DeliveryException, Policy, Promise};
pub use price::{Price, Running, Tier};
pub use product::{Product, Quantity};
pub use product_words::ProductWords;
pub use promise::goods;
pub use question::Question;
pub use returns::{Returns, ReturnsException};
pub use review::Review;
pub use rule::Rule;
pub use size_chart::{SizeChart, SizeChartWords};
pub use specification::{Fact, SpecificationGroup, UNITS};
pub use stock::Stock;
pub use terms::{Terms, ZoneTerms};
pub use text::{Body, Text, Words};
pub use variant::{OptionValue, ProductOption, Variant, VariantPage};
pub use warranty::{Warranty, WarrantyException};
pub use zone::Zone;
