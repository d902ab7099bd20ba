//! How a product becomes its page, and the pages of its variants.

use super::{ListOf, SitePlan, Subject, body::Placing, head::Headed};
use crate::{
    base::language::Lang,
    catalog::{self, Life, Product, ProductWords, Stock, Text, Variant, VariantPage},
    diag::Diagnostics,
    view::{self, Link, ProductDetail, ProductView, Property},
};

/// The description, below the heading of its section. The ids are those of the page's other sections.
const DESCRIPTION: Placing<'static> =
    Placing { first_heading: 3, taken: &["main", "order", "reviews", "size-chart"], ..Placing::ALONE };

/// A text below a heading of its own.
fn beside(prefix: &str) -> Placing<'_> {
    Placing { first_heading: 4, prefix, ..Placing::ALONE }
}

/// A product, or one choice of it.
#[derive(Clone, Copy)]
pub(super) struct Shown<'p> {
    pub(super) place: usize,
    pub(super) product: &'p Product<'p>,
    /// The choice, on the page of one.
    pub(super) page: Option<&'p VariantPage>,
}

impl Shown<'_> {
    /// The variant that stands for the page: the first of the choice that can be had, else the first.
    pub(super) fn variant(&self) -> Option<usize> {
        let all: Vec<usize> = match self.page {
            Some(page) => page.variants.clone(),
            None => (0..self.product.variants.len()).collect(),
        };
        let available = |place: &&usize| self.product.variants[**place].stock.is_available();
        all.iter().find(available).or(all.first().filter(|_| self.page.is_some())).copied()
    }
}

impl SitePlan<'_> {
    /// The view of a product, or of the choice at `page` among its variant pages.
    pub(super) fn product(
        &self,
        lang: Lang,
        place: usize,
        page: Option<usize>,
        found: &mut Diagnostics,
    ) -> ProductView {
        let product = &self.catalog.products[place];
        // A text is judged once, on the product's own page; the pages of its variants say the same.
        let mut silent = Diagnostics::new();
        let found = if page.is_some() { &mut silent } else { found };
        let shown = Shown { place, product, page: page.map(|page| &product.variant_pages[page]) };
        let words = &product.words[lang];
        let live = product.life == Life::Live && product.stock != Stock::Discontinued;
        ProductView {
            page: self.product_head(lang, shown, page),
            product: self.detail(lang, shown, page, found),
            delivery: self.product_delivery(lang, product).filter(|_| live),
            returns: self.product_returns(lang, product).filter(|_| live),
            warranty: self.product_warranty(lang, product).filter(|_| live),
            reviews: self.reviews(lang, product),
            order: self.order_form(lang, shown, &words.title),
            replaced_by: match product.is_available() {
                true => Vec::new(),
                false => self.cards_of(lang, product.replaced_by.iter().map(|(slug, _)| slug)),
            },
            goes_with: self.cards_of(lang, &product.goes_with),
            related: self.related[place].iter().map(|other| self.card(lang, *other)).collect(),
        }
    }

    fn product_head(&self, lang: Lang, shown: Shown<'_>, page: Option<usize>) -> view::Head {
        let Shown { place, product, .. } = shown;
        let words = &product.words[lang];
        let alt = words.alts.first().map_or(&*words.title, |alt| alt);
        let mut above = match product.collections.first() {
            Some(collection) => self.way_to(lang, *collection),
            None => vec![(Self::own(self.words(lang, "title.products", &[])), ListOf::All.first())],
        };
        let (subject, title) = match (page, shown.page) {
            (Some(page), Some(choice)) => {
                above.push((self.said(lang, &words.title), Subject::Product(place)));
                let label = choice_label(choice, words);
                let args = [("title", &*words.title), ("choice", &*label)];
                (Subject::Variant(place, page), self.words(lang, "title.variant", &args))
            }
            _ => (Subject::Product(place), words.title.text.clone()),
        };
        let pictures = ordered(shown);
        let first = pictures.first().and_then(|place| product.pictures.get(*place));
        self.head(
            lang,
            Headed {
                above,
                title_lang: self.tongue(lang, words.title.lang),
                share_kind: "product",
                share_picture: self.share_picture(first, alt),
                properties: self.product_properties(shown),
                data: vec![self.product_data(lang, place, product)],
                form: product.life == Life::Live,
                ..Headed::new(subject, "product", &title, &words.summary)
            },
        )
    }

    /// Open Graph properties that catalogues of Meta read (Microdata tags, 2026-02-13).
    fn product_properties(&self, shown: Shown<'_>) -> Vec<Property> {
        let product = shown.product;
        let currency = self.catalog.config.currency;
        let variant = shown.page.and(shown.variant()).map(|place| &product.variants[place]);
        let price = variant.map_or(product.price, |variant| variant.price);
        let available = product.life == Life::Live
            && variant.map_or(product.stock, |variant| variant.stock).is_available();
        let availability = if available { "in stock" } else { "out of stock" };
        let item = variant.map_or(&product.sku, |variant| &variant.sku);
        let mut properties = Vec::new();
        if let Some(price) = price {
            properties.extend([
                Property { name: "product:price:amount", value: price.now.machine(currency) },
                Property { name: "product:price:currency", value: currency.code().to_owned() },
            ]);
        }
        properties.extend([
            Property { name: "product:availability", value: availability.to_owned() },
            Property { name: "product:condition", value: "new".to_owned() },
            Property { name: "product:retailer_item_id", value: item.to_string() },
        ]);
        properties.extend(
            product.brand.iter().map(|brand| Property { name: "product:brand", value: brand.clone() }),
        );
        properties
    }

    fn detail(
        &self,
        lang: Lang,
        shown: Shown<'_>,
        page: Option<usize>,
        found: &mut Diagnostics,
    ) -> ProductDetail {
        let product = shown.product;
        let words = &product.words[lang];
        let texts = |texts: &[Text]| texts.iter().map(|text| self.said(lang, text)).collect();
        let order = ordered(shown);
        let gallery = order
            .iter()
            .map(|place| (&product.pictures[*place], words.alts[*place].text.clone()))
            .map(|(picture, alt)| self.gallery_picture(picture, alt));
        let variant = shown.page.and(shown.variant()).map(|place| &product.variants[place]);
        let price = match variant {
            Some(variant) => self.variant_price(lang, product, variant),
            None => self.product_price(lang, product),
        };
        ProductDetail {
            sku: variant.map_or(&product.sku, |variant| &variant.sku).to_string(),
            title: self.said(lang, &words.title),
            summary: self.said(lang, &words.summary),
            chosen: shown.page.map(|choice| self.said(lang, &choice_label(choice, words))),
            archived: product.life == Life::Archived,
            brand: self.brand(lang, product),
            tags: self.product_tags(lang, product),
            price,
            tiers: match variant {
                Some(variant) => self.tiers(lang, &variant.tiers, variant.price),
                None => self.tiers(lang, &product.tiers, product.price),
            },
            tax: self.tax(lang, product),
            stock: match variant.filter(|_| product.life == Life::Live) {
                Some(variant) => self.stock(lang, variant.stock),
                None => self.product_stock(lang, product),
            },
            stock_as_of: product.stock_as_of.map(|on| self.day(lang, on)),
            highlights: texts(&words.highlights),
            gallery: gallery.collect(),
            video: self.video(lang, product),
            options: self.options(lang, product, words),
            variants: product
                .variants
                .iter()
                .map(|variant| self.variant(lang, product, variant, words, &order))
                .collect(),
            variant_pages: self.variant_links(lang, shown, page),
            size_chart: self.product_chart(lang, product, found),
            specifications: self.specifications(lang, product, words),
            in_the_box: texts(&words.in_the_box),
            origin: words.origin.as_ref().map(|text| self.said(lang, text)),
            maker: words.maker.as_ref().map(|text| self.said(lang, text)),
            weight: product.weight.as_ref().map(|weight| self.measure(lang, weight)),
            gtin: product.gtin.clone(),
            mpn: product.mpn.clone(),
            description: self.text(lang, &words.body, DESCRIPTION, found),
            care: words.care.as_ref().map(|care| self.text(lang, care, beside("care_"), found)),
            questions: self.questions(lang, words, found),
            downloads: self.downloads(lang, product),
            collections: self.collection_links(lang, product),
        }
    }

    fn tax(&self, lang: Lang, product: &Product<'_>) -> Option<view::Tax> {
        let tax = self.catalog.config.tax.as_ref()?;
        let rate = product.tax_rate.as_ref().unwrap_or(&tax.rate);
        Some(view::Tax {
            name: tax.name[lang].clone(),
            rate: self.number(lang, rate),
            included: tax.included,
        })
    }

    pub(super) fn variant_price(
        &self,
        lang: Lang,
        product: &Product<'_>,
        variant: &Variant,
    ) -> Option<view::Price> {
        Some(self.price(lang, product, variant.price?, false, variant.measure.as_ref()))
    }

    /// A variant; `order` says in which order the page shows the product's pictures.
    fn variant(
        &self,
        lang: Lang,
        product: &Product<'_>,
        variant: &Variant,
        words: &ProductWords<'_>,
        order: &[usize],
    ) -> view::VariantView {
        let shown_at = |picture: &usize| order.iter().position(|one| one == picture).map(|at| at as u32 + 1);
        view::VariantView {
            sku: variant.sku.to_string(),
            label: self.said(lang, &label(variant, words)),
            price: self.variant_price(lang, product, variant),
            tiers: self.tiers(lang, &variant.tiers, variant.price),
            stock: self.stock(lang, variant.stock),
            pictures: variant.pictures.iter().filter_map(shown_at).collect(),
            weight: product.weight_of(variant).map(|weight| self.measure(lang, weight)),
            gtin: variant.gtin.clone(),
            mpn: variant.mpn.clone(),
        }
    }

    fn variant_links(&self, lang: Lang, shown: Shown<'_>, here: Option<usize>) -> Vec<view::VariantLink> {
        let Shown { place, product, .. } = shown;
        let link = |(page, choice): (usize, &VariantPage)| view::VariantLink {
            label: self.said(lang, &choice_label(choice, &product.words[lang])),
            link: self.link(Subject::Variant(place, page), lang),
            current: here == Some(page),
            swatch: match choice.choice.as_slice() {
                [(option, value)] => product.options[*option].values[*value].swatch.clone(),
                _ => None,
            },
            available: choice.variants.iter().any(|one| product.variants[*one].stock.is_available()),
        };
        product.variant_pages.iter().enumerate().map(link).collect()
    }

    fn specifications(
        &self,
        lang: Lang,
        product: &Product<'_>,
        words: &ProductWords<'_>,
    ) -> Vec<view::SpecificationGroup> {
        let groups = product.specifications.iter().zip(&words.groups).zip(&words.facts);
        let value = |row: &catalog::Fact, value: &Text| match &row.number {
            Some(number) => Self::own(self.number(lang, number)),
            None => self.said(lang, value),
        };
        groups
            .map(|((group, name), facts)| view::SpecificationGroup {
                name: self.said(lang, name),
                rows: group
                    .rows
                    .iter()
                    .zip(facts)
                    .map(|(row, (name, words))| view::SpecificationRow {
                        name: self.said(lang, name),
                        value: value(row, words),
                        unit: row.unit,
                    })
                    .collect(),
            })
            .collect()
    }

    fn questions(
        &self,
        lang: Lang,
        words: &ProductWords<'_>,
        found: &mut Diagnostics,
    ) -> Vec<view::QuestionView> {
        words
            .questions
            .iter()
            .map(|question| {
                let prefix = format!("{}_", question.id);
                let answer = self.text(lang, &question.answer, beside(&prefix), found);
                view::QuestionView { ask: self.said(lang, &question.ask), answer }
            })
            .collect()
    }

    fn collection_links(&self, lang: Lang, product: &Product<'_>) -> Vec<Link> {
        let link = |place: &usize| {
            let title = &self.catalog.collections[*place].words[lang].title;
            self.link_to(lang, title, ListOf::Collection(*place).first())
        };
        product.collections.iter().map(link).collect()
    }

    fn options(&self, lang: Lang, product: &Product<'_>, words: &ProductWords<'_>) -> Vec<view::OptionView> {
        let value = |(value, name): (&catalog::OptionValue, &Text)| view::OptionValueView {
            id: value.id.to_string(),
            name: self.said(lang, name),
            swatch: value.swatch.clone(),
        };
        let options = product.options.iter().zip(&words.options);
        options
            .map(|(option, (name, values))| view::OptionView {
                id: option.id.to_string(),
                name: self.said(lang, name),
                values: option.values.iter().zip(values).map(value).collect(),
            })
            .collect()
    }
}

/// Places of the pictures in the order of the page: those of the choice first.
fn ordered(shown: Shown<'_>) -> Vec<usize> {
    let variants = shown.page.map_or(&[][..], |page| &page.variants);
    let mut order: Vec<usize> = Vec::new();
    let chosen = variants.iter().flat_map(|variant| &shown.product.variants[*variant].pictures).copied();
    for place in chosen.chain(0..shown.product.pictures.len()) {
        if !order.contains(&place) {
            order.push(place);
        }
    }
    order
}

/// The names of a variant's values, such as "বড় · নীল".
pub(super) fn label(variant: &Variant, words: &ProductWords<'_>) -> Text {
    joined(variant.choice.iter().copied().enumerate(), words)
}

/// The names of the values of a choice.
pub(super) fn choice_label(page: &VariantPage, words: &ProductWords<'_>) -> Text {
    joined(page.choice.iter().copied(), words)
}

/// The names of values, by places of option and value. Their language is that of the first.
pub(super) fn joined(choice: impl IntoIterator<Item = (usize, usize)>, words: &ProductWords<'_>) -> Text {
    let values = choice.into_iter().filter_map(|(option, value)| words.options.get(option)?.1.get(value));
    let values: Vec<&Text> = values.collect();
    let lang = values.first().map_or(words.title.lang, |text| text.lang);
    let text = values.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" · ");
    Text { text, lang }
}
