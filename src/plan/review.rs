//! What buyers say of a product, on its page, on its card and for search engines.
//!
//! Source, read 2026-11-24: Google Search Central "Review snippet" (the figures are those
//! that the page shows, and count every review).

use serde_json::{Value, json};

use super::SitePlan;
use crate::{
    base::language::Lang,
    catalog::{Product, Review},
    view::{Rating, ReviewView, Reviews, StarCount},
};

/// Reviews on a page.
const SHOWN: usize = 20;

/// Fewest reviews that are worth counting star by star: fewer are read at a glance.
const COUNTED: usize = 5;

/// Most stars.
const BEST: u8 = 5;

impl SitePlan<'_> {
    /// The reviews of a product.
    pub(super) fn reviews(&self, lang: Lang, product: &Product<'_>) -> Option<Reviews> {
        let reviews = &product.reviews;
        let machine = average(reviews)?;
        let count = |stars: u8| reviews.iter().filter(|one| one.rating == stars).count() as u32;
        Some(Reviews {
            count: reviews.len() as u32,
            average: self.number(lang, &machine),
            machine,
            counts: match reviews.len() < COUNTED {
                true => Vec::new(),
                false => (1..=BEST).rev().map(|stars| StarCount { stars, count: count(stars) }).collect(),
            },
            items: reviews.iter().take(SHOWN).map(|one| self.review(lang, one)).collect(),
            more: reviews.len() > SHOWN,
        })
    }

    /// The reviews of a product in figures.
    pub(super) fn rating(&self, lang: Lang, product: &Product<'_>) -> Option<Rating> {
        let machine = average(&product.reviews)?;
        Some(Rating { average: self.number(lang, &machine), count: product.reviews.len() as u32 })
    }

    fn review(&self, lang: Lang, review: &Review) -> ReviewView {
        ReviewView {
            author: review.author.clone(),
            date: self.day(lang, review.date),
            rating: review.rating,
            verified: review.verified,
            paragraphs: review.paragraphs.clone(),
            lang: self.tongue(lang, review.lang),
            reply: review.reply.as_ref().map(|reply| self.said(lang, reply)),
            reply_date: review.reply_date.map(|on| self.day(lang, on)),
        }
    }

    /// `aggregateRating` of a product. The words of the reviews stand on the page, once: a phone pays for each byte.
    pub(super) fn rating_data(&self, product: &Product<'_>) -> Option<Value> {
        Some(json!({
            "@type": "AggregateRating",
            "ratingValue": average(&product.reviews)?,
            "reviewCount": product.reviews.len(),
            "bestRating": BEST,
        }))
    }
}

/// The mean with one decimal, half up; `None` of nothing.
fn average(reviews: &[Review]) -> Option<String> {
    let count = reviews.len();
    let sum: usize = reviews.iter().map(|review| usize::from(review.rating)).sum();
    let tenths = (sum * 20 + count).checked_div(count * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}
