//! What a theme may see: the contract between program and theme.
//!
//! Plain data, one type per template, made by `plan` and read by nothing but
//! templates. Text arrives ready for the reader: money, numbers, dates and
//! addresses are formatted for the page's language, so that a template chooses
//! nothing. Structs, lists and ordered maps only (no floats, no hash maps), since
//! the canonical bytes of a view are the fingerprint of its page.
//!
//! A change of shape is a change of [`CONTRACT`]: `tests/it/contract.rs` pins both.

mod collection;
mod common;
mod delivery;
mod label;
mod order;
mod page;
mod picture;
mod product;
mod review;
mod site;
mod size_chart;
mod specimen;

pub use collection::{Card, CollectionCard, CollectionView, Paging, PagingLink};
pub use common::{
    Amount, Body, Crumb, Day, Days, Link, Offer, Part, Price, Property, Share, SharePicture, Stock, Tax,
    Text, Tier, UnitPrice,
};
pub use delivery::{Area, AreaDistrict, AreaThanas, Delivery, Returns, Warranty, Zone};
pub use label::{Label, LabelCard, LabelsView};
pub use order::{
    Attribute, Choice, ChoiceGroup, DistrictChoice, Hidden, OrderForm, PaymentChoice, TICKET, Totals,
    TotalsGroup, TotalsRow, Transfer, ZoneChoice,
};
pub use page::{
    Alternate, BasketView, ContactView, GuideCard, GuideView, GuidesView, Head, HomeView, NotFoundView,
    PageView, PolicyView, SearchGroup, SearchView, ThanksView,
};
pub use picture::{GalleryPicture, Picture, PictureSource};
pub use product::{
    Download, MeasureView, OptionValueView, OptionView, ProductDetail, ProductView, QuestionView,
    SpecificationGroup, SpecificationRow, VariantLink, VariantView, Video,
};
pub use review::{Rating, ReviewView, Reviews, StarCount};
pub use site::{Bar, Business, Channel, Hours, Language, Logo, Payment, Site};
pub use size_chart::{SizeChart, SizeRow};
pub use specimen::{site_specimen, specimens};

use serde::Serialize;

/// Number of the contract. A theme names it in `theme.toml`.
pub const CONTRACT: u32 = 2;

/// One page, ready for its template.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum View {
    Home(Box<HomeView>),
    Collection(CollectionView),
    Labels(LabelsView),
    Product(Box<ProductView>),
    Page(PageView),
    Guides(GuidesView),
    Guide(GuideView),
    Policy(Box<PolicyView>),
    Contact(ContactView),
    Search(SearchView),
    Basket(Box<BasketView>),
    Thanks(ThanksView),
    NotFound(NotFoundView),
}

/// Every template a theme must have, in the order of the views.
pub const TEMPLATES: [&str; 13] = [
    "home",
    "collection",
    "labels",
    "product",
    "page",
    "guides",
    "guide",
    "policy",
    "contact",
    "search",
    "basket",
    "thanks",
    "not-found",
];

impl View {
    /// Signs what is to be signed on the page. Done after its fingerprint was taken: the facts decide, and signing takes time.
    pub fn sign(&mut self, sign: impl Fn(&str) -> String) {
        if let Self::Product(view) = self
            && let Some(order) = &mut view.order
        {
            order.sign(sign);
        }
    }

    /// Name of its template, without folder and ending.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Collection(_) => "collection",
            Self::Labels(_) => "labels",
            Self::Product(_) => "product",
            Self::Page(_) => "page",
            Self::Guides(_) => "guides",
            Self::Guide(_) => "guide",
            Self::Policy(_) => "policy",
            Self::Contact(_) => "contact",
            Self::Search(_) => "search",
            Self::Basket(_) => "basket",
            Self::Thanks(_) => "thanks",
            Self::NotFound(_) => "not-found",
        }
    }
}
