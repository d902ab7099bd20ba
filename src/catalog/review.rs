//! What buyers say of products.
//!
//! The words are those of strangers: they are plain text, in which nothing is a link, a picture or a tag.

use jiff::civil::Date;

use super::{Product, Text, policy::day, reading::Reading};
use crate::{
    base::{
        language::Lang,
        name::{Slug, nfc},
    },
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At},
    source::SourceTree,
};

/// One review.
#[derive(Debug, Clone)]
pub struct Review {
    /// The buyer's name.
    pub author: String,
    /// Its day.
    pub date: Date,
    /// Stars, 1 to 5.
    pub rating: u8,
    /// Whether the goods were bought here.
    pub verified: bool,
    /// The language of its words.
    pub lang: Lang,
    /// The words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// What the shop answered.
    pub reply: Option<Text>,
    /// Day of the answer.
    pub reply_date: Option<Date>,
}

/// The folder of all reviews.
const FOLDER: &str = "content/reviews";

/// Reads every review and gives it to its product, the newest first. `known` are all products, broken ones included.
pub(super) fn read_all(
    tree: &SourceTree<'_>,
    known: &[Slug],
    products: &mut [Product<'_>],
    found: &mut Diagnostics,
) {
    for (path, file) in tree.texts_below(FOLDER) {
        if !path.name().ends_with(".md") {
            found.push(Diagnostic::warning(Code::FILE_UNKNOWN).at(Place::file(path.shared())));
            continue;
        }
        let mut reading = Reading { tree, path, found };
        let Some((slug, review)) = read(&mut reading, &file.text, known) else { continue };
        if let Ok(place) = products.binary_search_by(|product| product.slug.cmp(&slug)) {
            products[place].reviews.push(review);
        }
    }
    for product in products {
        // The sort is stable: reviews of one day stand in the order of their files.
        product.reviews.sort_by_key(|review| std::cmp::Reverse(review.date));
    }
}

fn read<'s>(reading: &mut Reading<'s, '_>, text: &'s str, known: &[Slug]) -> Option<(Slug, Review)> {
    let (written, body) = reading.front_matter::<schema::Review>(text)?;
    let slug = product(reading, &written.product, known);
    let date = day(reading, Some(&written.date));
    let date = past(reading, date, &written.date);
    let rating = Some(written.rating.value).filter(|rating| (1..=5).contains(rating));
    if rating.is_none() {
        reading.wrong(Code::REVIEW_RATING, &written.rating, written.rating.value);
    }
    if !written.consent.value {
        reading.error(Code::REVIEW_CONSENT, &written.consent);
    }
    let lang = language(reading, written.language.as_ref());
    let reply_date = written.reply_date.as_ref().and_then(|at| {
        let on = day(reading, Some(at));
        past(reading, on, at)
    });
    if let (Some(on), Some(date), Some(at)) = (reply_date, date, &written.reply_date)
        && on < date
    {
        reading.wrong(Code::REVIEW_REPLY_DATE, at, on);
    }
    let whole = At { value: text[body.clone()].to_owned(), span: body };
    let words = reading.text(&whole);
    let review = Review {
        author: reading.words("author", &written.author),
        date: date?,
        rating: rating?,
        verified: written.order.is_some(),
        lang: lang?,
        paragraphs: paragraphs(&words),
        reply: reading
            .text_of(written.reply.as_ref())
            .map(|text| Text { text, lang: lang.unwrap_or(Lang::FIRST) }),
        reply_date,
    };
    Some((slug?, review))
}

fn product(reading: &mut Reading<'_, '_>, at: &At<String>, known: &[Slug]) -> Option<Slug> {
    let name = nfc(&at.value);
    let slug = known.binary_search_by(|slug| slug.as_str().cmp(&name)).ok().map(|place| known[place].clone());
    if slug.is_none() {
        reading.unknown(Code::PRODUCT_UNKNOWN, at, known.iter().map(Slug::as_str));
    }
    slug
}

/// A day that is not ahead.
fn past<T>(reading: &mut Reading<'_, '_>, on: Option<Date>, at: &At<T>) -> Option<Date> {
    let on = on?;
    if on > reading.config().today {
        reading.wrong(Code::REVIEW_DATE, at, on);
        return None;
    }
    Some(on)
}

fn language(reading: &mut Reading<'_, '_>, at: Option<&At<String>>) -> Option<Lang> {
    let Some(at) = at else { return Some(Lang::FIRST) };
    let lang = reading.config().lang(&at.value);
    if lang.is_none() {
        let known: Vec<&str> = reading.config().languages.iter().map(|tag| tag.as_str()).collect();
        let told = Diagnostic::error(Code::WORDS_LANGUAGE).at(reading.place(at)).with("value", &at.value);
        reading.found.push(told.with("known", known.join(", ")));
    }
    lang
}

/// Paragraphs stand apart by an empty line.
fn paragraphs(words: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in words.lines().map(str::trim) {
        let last = paragraphs.len() - 1;
        match line.is_empty() {
            true if !paragraphs[last].is_empty() => paragraphs.push(String::new()),
            true => {}
            false if paragraphs[last].is_empty() => paragraphs[last].push_str(line),
            false => {
                paragraphs[last].push(' ');
                paragraphs[last].push_str(line);
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
