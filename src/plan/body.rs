//! How a text becomes its parts: words, and blocks with what they mean.

use std::{cell::RefCell, ops::Range};

use super::{
    SitePlan,
    body_fault::diagnostic,
    link::{Named, Resolver},
};
use crate::{
    base::language::Lang,
    catalog::{self, Body, Life},
    diag::{Code, Diagnostic, Diagnostics, Place},
    markdown::{self, Block, Item, Options, Part, RowPicture},
    view,
};

/// How a text stands on its page.
#[derive(Clone, Copy)]
pub(super) struct Placing<'p> {
    /// Level of its highest headings.
    pub(super) first_heading: u8,
    /// Keeps its ids apart from those of other texts.
    pub(super) prefix: &'p str,
    /// Ids that the page has already.
    pub(super) taken: &'p [&'p str],
    /// Whether it says how to measure: then it holds no chart itself.
    pub(super) in_chart: bool,
}

impl Placing<'_> {
    /// Alone on a page.
    pub(super) const ALONE: Self = Self { first_heading: 2, prefix: "", taken: &["main"], in_chart: false };
}

impl SitePlan<'_> {
    /// The one text of a page, for readers of a language.
    pub(super) fn body(&self, lang: Lang, body: &Body<'_>, found: &mut Diagnostics) -> view::Body {
        self.text(lang, body, Placing::ALONE, found)
    }

    /// A text for readers of a language.
    pub(super) fn text(
        &self,
        lang: Lang,
        body: &Body<'_>,
        placing: Placing<'_>,
        found: &mut Diagnostics,
    ) -> view::Body {
        let says = |key: &str| self.words(lang, key, &[]);
        let (note, tip, important) = (says("body.note"), says("body.tip"), says("body.important"));
        let (warning, caution, back) = (says("body.warning"), says("body.caution"), says("body.back"));
        let words = markdown::Words {
            note: &note,
            tip: &tip,
            important: &important,
            warning: &warning,
            caution: &caution,
            back: &back,
        };
        let digits = self.catalog.config.locales[lang].digits();
        let Placing { first_heading, prefix, taken, .. } = placing;
        let options = Options { first_heading, prefix, taken, words, digits };
        let resolver = Resolver { plan: self, lang, body, refused: RefCell::default() };
        let (parts, faults) = markdown::to_parts(&body.text, options, &resolver);
        let refused = resolver.refused.into_inner();
        for fault in faults {
            let written = body.text.get(fault.span.clone()).unwrap_or_default();
            found.push(diagnostic(fault.kind, written, place(body, &fault.span), &refused));
        }
        let mut blocks = Blocks { plan: self, lang, body, placing, found };
        let parts = parts.into_iter().flat_map(|part| blocks.shown(part)).collect();
        view::Body { parts, lang: self.tongue(lang, body.lang) }
    }
}

/// Bytes of a body, in its file.
fn place(body: &Body<'_>, span: &Range<usize>) -> Place {
    Place::span(body.path.shared(), body.start + span.start..body.start + span.end)
}

/// What the blocks of one text mean for readers of one language.
struct Blocks<'b, 'a> {
    plan: &'b SitePlan<'a>,
    lang: Lang,
    body: &'b Body<'b>,
    placing: Placing<'b>,
    found: &'b mut Diagnostics,
}

impl Blocks<'_, '_> {
    /// What is shown of a part; a block of which nothing is left is not shown.
    fn shown(&mut self, part: Part) -> Vec<view::Part> {
        match part {
            Part::Html(html) => vec![view::Part::Html { html }],
            Part::Block { block: Block::Products(items), level } => {
                let cards = self.cards(&items);
                one_unless(cards.is_empty(), view::Part::Products { cards, level })
            }
            Part::Block { block: Block::Pictures(row), .. } => {
                let pictures: Vec<view::Picture> =
                    row.into_iter().filter_map(|one| self.picture(one)).collect();
                one_unless(pictures.is_empty(), view::Part::Pictures { pictures })
            }
            Part::Block { block: Block::SizeCharts(items), level } => {
                let charts = items.iter().filter_map(|item| self.chart(item, level));
                charts.map(|chart| view::Part::SizeChart { chart }).collect()
            }
        }
    }

    /// The cards of the products that are named, each once.
    fn cards(&mut self, items: &[Item]) -> Vec<view::Card> {
        let mut places = Vec::new();
        for item in items {
            let Some(place) = self.product(item) else { continue };
            if places.contains(&place) {
                self.tell(Diagnostic::error(Code::BLOCK_TWICE), item);
            } else {
                places.push(place);
            }
        }
        places.into_iter().map(|place| self.plan.card(self.lang, place)).collect()
    }

    /// A product. One that is not there yet waits; one that is no longer sold is left out and told.
    fn product(&mut self, item: &Item) -> Option<usize> {
        let products = &self.plan.catalog.products;
        match self.plan.known.product(&item.name) {
            Named::There(place) if products[place].life == Life::Archived => {
                self.tell(Diagnostic::warning(Code::BLOCK_ARCHIVED), item);
                None
            }
            Named::There(place) => Some(place),
            Named::Waits => None,
            Named::Unknown => {
                let as_address = item.name.starts_with('/');
                let written =
                    |slug: &str| if as_address { format!("/products/{slug}/") } else { slug.to_owned() };
                let known: Vec<String> =
                    products.iter().map(|product| written(product.slug.as_str())).collect();
                self.unknown("products", Code::PRODUCT_UNKNOWN, item, known.iter().map(String::as_str));
                None
            }
        }
    }

    fn picture(&mut self, one: RowPicture) -> Option<view::Picture> {
        let place = place(self.body, &one.span);
        match catalog::resolve_picture(self.plan.catalog.tree, self.body.path, &one.destination, place) {
            Ok(picture) => Some(self.plan.picture("row", &picture, one.alt)),
            Err(fault) => {
                self.found.push(*fault);
                None
            }
        }
    }

    fn chart(&mut self, item: &Item, level: u8) -> Option<view::SizeChart> {
        if self.placing.in_chart {
            self.tell(Diagnostic::error(Code::SIZE_CHART_INSIDE), item);
            return None;
        }
        let catalog = self.plan.catalog;
        let Some(chart) = catalog.size_chart(&item.name) else {
            let known = catalog.size_charts.iter().map(|chart| chart.slug.as_str());
            self.unknown("size-charts", Code::SIZE_CHART_UNKNOWN, item, known);
            return None;
        };
        let prefix = format!("{}chart_{}_", self.placing.prefix, chart.slug);
        Some(self.plan.size_chart(self.lang, chart, level, &prefix, self.found))
    }

    /// Tells a name that nothing has, unless it is the name of something that is broken or not there yet.
    fn unknown<'k>(&mut self, folder: &str, code: Code, item: &Item, known: impl Iterator<Item = &'k str>) {
        let broken = self.plan.catalog.broken.iter().filter(|(one, _)| *one == folder);
        let waiting: Vec<&str> = broken.map(|(_, slug)| slug.as_str()).collect();
        if !waiting.contains(&item.name.as_str()) {
            let told = Diagnostic::error(code).at(place(self.body, &item.span)).with("value", &item.name);
            let known: Vec<&str> = known.collect();
            self.found.push(told.did_you_mean(&item.name, known.into_iter().chain(waiting)));
        }
    }

    fn tell(&mut self, diagnostic: Diagnostic, item: &Item) {
        self.found.push(diagnostic.at(place(self.body, &item.span)).with("value", &item.name));
    }
}

fn one_unless(empty: bool, part: view::Part) -> Vec<view::Part> {
    if empty { Vec::new() } else { vec![part] }
}
