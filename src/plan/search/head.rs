//! What the search has to know before anything is looked for.

use serde_json::{Map, Value, json};

use super::{
    SitePlan, cards,
    narrow::{FacetValue, Holds},
};
use crate::{
    base::{
        language::Lang,
        money::Money,
        sound::{FAMILIES, SPELLINGS},
    },
    plan::Subject,
    schema::ChannelKind,
};

/// Words of the theme on cards, besides those of the search.
const CARD_WORDS: [&str; 9] = [
    "price.now",
    "price.was",
    "price.from",
    "price.on_request",
    "stock.low",
    "stock.out",
    "stock.discontinued",
    "stock.made-to-order",
    "stock.pre-order",
];

/// Fewest prices that are worth parting into bands.
const LEAST_PRICES: usize = 8;

impl SitePlan<'_> {
    /// `search/index.json`: the same in every language.
    pub(super) fn search_index(&self) -> String {
        let index = &self.search;
        let bengali = self.has_bengali();
        let needed = SPELLINGS.iter().filter(|(spelling, _)| bengali || !spelling.chars().any(is_bengali));
        let spellings: Map<String, Value> =
            needed.map(|(spelling, sound)| ((*spelling).to_owned(), Value::from(*sound))).collect();
        let available =
            index.order.iter().filter(|place| self.catalog.products[**place].is_available()).count();
        let index = json!({
            "spellings": spellings,
            "families": FAMILIES,
            "words": index.shards.iter().map(|shard| &shard.names).collect::<Vec<_>>(),
            "count": index.order.len(),
            "available": available,
            "each": cards::EACH,
        });
        format!("{index}\n")
    }

    /// Whether a title is written in Bengali letters: only then are they typed by those who look for it.
    fn has_bengali(&self) -> bool {
        let products = self.search.order.iter().map(|place| &self.catalog.products[*place]);
        let mut titles =
            products.flat_map(|product| product.words.iter()).map(|(_, words)| &words.title.text);
        titles.any(|title| title.chars().any(is_bengali))
    }

    /// `search/words.json` of a language.
    pub(super) fn search_head(&self, lang: Lang) -> String {
        let texts = self.theme.words[lang].texts("search.");
        let mut words: Map<String, Value> =
            texts.map(|(key, text)| (format!("search.{key}"), Value::from(text))).collect();
        words.extend(CARD_WORDS.map(|key| (key.to_owned(), self.words(lang, key, &[]).into())));
        let facets: Vec<Value> = self
            .search
            .narrow
            .facets()
            .iter()
            .map(|facet| match &facet.holds {
                Holds::Values { title, values } => json!({
                    "name": facet.name,
                    "title": title.as_ref().map(|title| title[lang].text.as_str()),
                    "values": values.iter().map(|value| self.facet_value(lang, value)).collect::<Vec<_>>(),
                }),
                Holds::Prices(prices) => json!({ "name": facet.name, "bands": self.bands(lang, prices) }),
                Holds::Days(_) => json!({ "name": facet.name }),
            })
            .collect();
        let head = json!({
            "words": words,
            "facets": facets,
            "digits": self.catalog.config.locales[lang].digits().iter().collect::<String>(),
            "index": self.catalog.config.site.base.clone() + "search/",
            "page": self.search_link(lang),
            "contact": self.link(Subject::Contact, lang),
            "ask": self.ask(),
        });
        format!("{head}\n")
    }

    /// `[id, name, colour]`; how many there are is said by its goods.
    fn facet_value(&self, lang: Lang, value: &FacetValue) -> Value {
        let name = &value.name[lang].text;
        value
            .swatch
            .as_ref()
            .map_or_else(|| json!([value.id, name]), |swatch| json!([value.id, name, swatch]))
    }

    /// Where a question can be sent with its words: the first WhatsApp number.
    fn ask(&self) -> Option<&str> {
        let channels = &self.catalog.config.support.channels;
        let whatsapp = channels.iter().find(|channel| channel.kind == ChannelKind::Whatsapp);
        whatsapp.map(|channel| channel.link.as_str())
    }

    /// Bands of prices, each about as many goods: `[from, below, words]`, amounts in minor units.
    fn bands(&self, lang: Lang, prices: &[Option<i64>]) -> Vec<Value> {
        let edges = edges(prices, self.catalog.config.currency.exponent());
        let amount = |minor: i64| self.amount(lang, Money::from_minor(minor)).text;
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else { return Vec::new() };
        let below = self.words(lang, "search.below", &[("amount", &amount(*first))]);
        let above = self.words(lang, "search.above", &[("amount", &amount(*last))]);
        let between = edges.windows(2).map(|pair| {
            let (from, to) = (amount(pair[0]), amount(pair[1]));
            json!([pair[0], pair[1], self.words(lang, "search.between", &[("from", &from), ("to", &to)])])
        });
        let mut bands = vec![json!([null, first, below])];
        bands.extend(between);
        bands.push(json!([last, null, above]));
        bands
    }
}

fn is_bengali(letter: char) -> bool {
    matches!(letter, '\u{980}'..='\u{9ff}')
}

/// Round amounts that part the prices into bands, rising; none when there is little to part.
fn edges(prices: &[Option<i64>], exponent: u8) -> Vec<i64> {
    let mut prices: Vec<i64> = prices.iter().copied().flatten().collect();
    prices.sort_unstable();
    if prices.len() < LEAST_PRICES {
        return Vec::new();
    }
    let major = 10_i64.pow(u32::from(exponent));
    let mut edges: Vec<i64> = (1..5).map(|fifth| round(prices[prices.len() * fifth / 5], major)).collect();
    edges.dedup();
    let (lowest, highest) = (prices[0], prices[prices.len() - 1]);
    edges.retain(|edge| *edge > lowest && *edge <= highest);
    edges
}

/// The nearest of 1, 2, 3, 5 and 7 and a half times a power of ten, at least `least`.
fn round(amount: i64, least: i64) -> i64 {
    let power =
        (1..18).map(|digits| 10_i64.pow(digits)).take_while(|power| *power <= amount).last().unwrap_or(1);
    let steps = [10, 20, 30, 50, 75, 100].map(|tenths| power.saturating_mul(tenths) / 10);
    steps.into_iter().min_by_key(|step| (step - amount).abs()).unwrap_or(amount).max(least)
}
