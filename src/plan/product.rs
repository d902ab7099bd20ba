//! How a product becomes its page.

use super::{SitePlan, Subject, card::stock, head::Headed};
use crate::{
    base::language::Lang,
    catalog::{Body, Product, ProductWords, Variant},
    diag::Diagnostics,
    view::{self, Link, ProductDetail, ProductView, Property},
};

impl SitePlan<'_> {
    /// The view of a product.
    pub(super) fn product(&self, lang: Lang, place: usize, found: &mut Diagnostics) -> ProductView {
        let product = &self.catalog.products[place];
        let words = &product.words[lang];
        let page = self.product_head(lang, place, product);
        ProductView {
            product: self.detail(lang, product, found),
            delivery: self.product_delivery(lang, product),
            returns: self.product_returns(lang, product),
            order: self.order_form(lang, product, &words.title),
            related: self.related[place].iter().map(|other| self.card(lang, *other)).collect(),
            page,
        }
    }

    fn product_head(&self, lang: Lang, place: usize, product: &Product<'_>) -> view::Head {
        let words = &product.words[lang];
        let alt = words.alts.first().map_or(words.title.as_str(), String::as_str);
        let above = match product.collections.first() {
            Some(collection) => (
                self.catalog.collections[*collection].words[lang].title.clone(),
                Subject::Collection(*collection, 1),
            ),
            None => (self.words(lang, "title.products", &[]), Subject::Products(1)),
        };
        self.head(
            lang,
            Headed {
                above: vec![above],
                share_kind: "product",
                share_picture: self.share_picture("gallery", product.pictures.first(), alt),
                properties: self.product_properties(product),
                data: vec![self.product_data(lang, place, product)],
                form: true,
                ..Headed::new(Subject::Product(place), "product", &words.title, &words.summary)
            },
        )
    }

    /// Open Graph properties that catalogues of Meta read (Microdata tags, 2026-02-13).
    fn product_properties(&self, product: &Product<'_>) -> Vec<Property> {
        let currency = self.catalog.config.currency;
        let availability = if product.stock.is_available() { "in stock" } else { "out of stock" };
        let mut properties = vec![
            Property { name: "product:price:amount", value: product.price.now.machine(currency) },
            Property { name: "product:price:currency", value: currency.code().to_owned() },
            Property { name: "product:availability", value: availability.to_owned() },
            Property { name: "product:condition", value: "new".to_owned() },
            Property { name: "product:retailer_item_id", value: product.sku.to_string() },
        ];
        properties.extend(
            product.brand.iter().map(|brand| Property { name: "product:brand", value: brand.clone() }),
        );
        properties
    }

    fn detail(&self, lang: Lang, product: &Product<'_>, found: &mut Diagnostics) -> ProductDetail {
        let words = &product.words[lang];
        let gallery = product
            .pictures
            .iter()
            .zip(&words.alts)
            .map(|(picture, alt)| self.picture("gallery", picture, alt.clone()));
        ProductDetail {
            sku: product.sku.to_string(),
            title: words.title.clone(),
            summary: words.summary.clone(),
            words_lang: self.words_lang(lang, words.lang),
            brand: product.brand.clone(),
            price: self.price(lang, product.price, product.prices_differ),
            stock: stock(product.stock),
            gallery: gallery.collect(),
            options: options(product, words),
            variants: product.variants.iter().map(|variant| self.variant(lang, variant, words)).collect(),
            specifications: self.specifications(lang, product, words),
            description: self.body(lang, &words.body, 3, found),
            questions: self.questions(lang, words, found),
            collections: self.collection_links(lang, product),
        }
    }

    fn variant(&self, lang: Lang, variant: &Variant, words: &ProductWords<'_>) -> view::VariantView {
        view::VariantView {
            sku: variant.sku.to_string(),
            label: label(variant, words),
            price: self.price(lang, variant.price, false),
            stock: stock(variant.stock),
            picture: variant.picture.map(|place| place as u32 + 1),
        }
    }

    fn specifications(
        &self,
        lang: Lang,
        product: &Product<'_>,
        words: &ProductWords<'_>,
    ) -> Vec<view::SpecificationGroup> {
        let locale = &self.catalog.config.locales[lang];
        let groups = product.specifications.iter().zip(&words.groups).zip(&words.facts);
        groups
            .map(|((group, name), facts)| view::SpecificationGroup {
                name: name.clone(),
                rows: group
                    .rows
                    .iter()
                    .zip(facts)
                    .map(|(row, (name, value))| view::SpecificationRow {
                        name: name.clone(),
                        value: row
                            .number
                            .as_deref()
                            .map_or_else(|| value.clone(), |number| locale.number(number)),
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
                let path = words.body.path;
                let start = question.place.span.map_or(0, |(start, _)| start + 1);
                let body = Body { path, text: question.answer.as_str().into(), start };
                let prefix = format!("{}_", question.id);
                let answer = self.text(lang, &body, 4, &prefix, found);
                view::QuestionView { ask: question.ask.clone(), answer }
            })
            .collect()
    }

    fn collection_links(&self, lang: Lang, product: &Product<'_>) -> Vec<Link> {
        let link = |place: &usize| Link {
            title: self.catalog.collections[*place].words[lang].title.clone(),
            link: self.link(Subject::Collection(*place, 1), lang),
            current: false,
        };
        product.collections.iter().map(link).collect()
    }
}

fn options(product: &Product<'_>, words: &ProductWords<'_>) -> Vec<view::OptionView> {
    product
        .options
        .iter()
        .zip(&words.options)
        .map(|(option, (name, values))| view::OptionView {
            id: option.id.to_string(),
            name: name.clone(),
            values: option
                .values
                .iter()
                .zip(values)
                .map(|(id, name)| view::OptionValueView { id: id.to_string(), name: name.clone() })
                .collect(),
        })
        .collect()
}

/// The names of a variant's values, such as "বড় · নীল".
pub(super) fn label(variant: &Variant, words: &ProductWords<'_>) -> String {
    let names =
        variant.choice.iter().zip(&words.options).filter_map(|(value, (_, values))| values.get(*value));
    names.cloned().collect::<Vec<_>>().join(" · ")
}
