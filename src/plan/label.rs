//! Brands and tags: the pages that list them, and the words on a product's page.

use super::{ListOf, SitePlan, Subject, head::Headed};
use crate::{
    base::language::Lang,
    catalog::{self, Product},
    view::{Label, LabelCard, LabelsView, Link},
};

impl SitePlan<'_> {
    /// All brands that have a page.
    pub(super) fn brands(&self, lang: Lang) -> LabelsView {
        self.labels(lang, Subject::Brands, "brands", &self.catalog.labels.brands, ListOf::Brand)
    }

    /// All tags that have a page.
    pub(super) fn tags(&self, lang: Lang) -> LabelsView {
        self.labels(lang, Subject::Tags, "tags", &self.catalog.labels.tags, ListOf::Tag)
    }

    fn labels(
        &self,
        lang: Lang,
        subject: Subject,
        key: &str,
        labels: &[catalog::Label],
        of: fn(usize) -> ListOf,
    ) -> LabelsView {
        let title = self.words(lang, &format!("title.{key}"), &[]);
        let shop = &self.catalog.config.name[lang];
        let summary = self.words(lang, &format!("summary.{key}"), &[("shop", shop)]);
        let mut cards: Vec<LabelCard> = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| label.slug.is_some())
            .map(|(place, label)| LabelCard {
                title: self.said(lang, &label.names[lang]),
                link: self.link(of(place).first(), lang),
                count: label.products.len() as u32,
            })
            .collect();
        let locale = &self.catalog.config.locales[lang];
        cards.sort_by(|a, b| locale.compare(&a.title.text, &b.title.text).then_with(|| a.link.cmp(&b.link)));
        LabelsView {
            page: self.head(lang, Headed::new(subject, "labels", &title, &summary)),
            title,
            labels: cards,
        }
    }

    /// The brand of a product, with its page when it has one.
    pub(super) fn brand(&self, lang: Lang, product: &Product<'_>) -> Option<Label> {
        let labels = &self.catalog.labels;
        let place = labels.brand(product.brand.as_ref()?);
        let label = place.map(|place| &labels.brands[place]);
        let link = label.filter(|label| label.slug.is_some()).and(place);
        Some(Label {
            title: product.brand.clone()?,
            link: link.map(|place| self.link(ListOf::Brand(place).first(), lang)),
        })
    }

    /// Those tags of a product that have a page.
    pub(super) fn product_tags(&self, lang: Lang, product: &Product<'_>) -> Vec<Link> {
        let labels = &self.catalog.labels;
        let places = product.tags.iter().filter_map(|tag| labels.tag(tag));
        let with_page = places.filter(|place| labels.tags[*place].slug.is_some());
        with_page
            .map(|place| self.link_to(lang, &labels.tags[place].names[lang], ListOf::Tag(place).first()))
            .collect()
    }
}
