//! As written: the shapes of everything a merchant or a theme maker types.
//!
//! 1. In: the text of a TOML file, or of the front matter between `+++` lines.
//! 2. [`read`] checks the text against the shape of its type, collects every
//!    fault (unknown keys, wrong types, missing keys, broken TOML), and only
//!    then makes the value.
//! 3. Out: plain structs, with a span wherever a later fault may need pointing.
//!
//! One definition gives parsing, the JSON Schema for editors and the reference
//! page in `docs/`. Nothing here knows what a value means: no price is read, no
//! picture is looked for. Keys are `snake_case`; `flatten` and `untagged` are not
//! used, since both lose spans.

mod amount;
mod at;
mod collection;
mod label;
mod look;
mod orders;
mod page;
mod policy;
mod product;
mod read;
mod reference;
mod review;
mod shape;
mod shop;
mod size_chart;
mod stock;
mod theme;
mod words;

pub use amount::{Amount, Fact};
pub use at::At;
pub use collection::{Collection, CollectionSort, CollectionWords, Rule};
pub use label::{Tag, Tags};
pub use look::{
    ColourRole, ContrastRule, FontPlace, Fonts, Logo, Look, OwnColours, OwnFonts, OwnLook, Palette, Tokens,
    WebFont,
};
pub use orders::{AccountKind, OrderPlace, Orders, Payment, PaymentKind, Service, TicketPeriod, Tickets};
pub use page::{Contact, Guide, Home, HomeSection, Page, PageWords};
pub use policy::{
    Delivery, DeliveryWords, PlainPolicy, RefundKind, Remedy, ReturnMethod, ReturnPayer, Returns,
    ReturnsWords, Warranty, WarrantyGiver, WarrantyWords, Zone,
};
pub use product::{
    DeliveryException, Download, Measure, Offer, OptionValue, OptionWords, Picture, Product, ProductOption,
    ProductWords, Quantity, QuantityPrice, Question, QuestionWords, ReturnsException, SoldOut,
    SpecificationGroup, SpecificationRow, SpecificationWords, Variant, Video, WarrantyException,
};
pub use read::{Document, read, split_front_matter, toml_range};
pub use reference::{json_schemas, reference_page};
pub use review::Review;
pub use shop::{
    AddressScheme, Business, Channel, ChannelKind, Deploy, Feeds, Host, Hours, ListSort, Lists, MoneyFormat,
    Numbers, Pictures, PostalAddress, Search, Shop, SlugLetters, Slugs, StockSettings, Support, Tax,
    Variants, Weekday,
};
pub use size_chart::{ChartRow, ChartSize, SizeChart, SizeChartWords};
pub use stock::Stock;
pub use theme::{PictureRole, Theme};
pub use words::Words;
