//! What the search shows of goods, a few in a file.

use serde_json::{Map, Value, json};

use super::SitePlan;
use crate::{base::language::Lang, plan::Subject, view};

/// Goods in one file. One question shows a dozen, which may each stand in a file of their own.
pub(super) const EACH: usize = 24;

/// Width of the picture: half a phone's screen, sharp.
const WIDTH: u32 = 360;

impl SitePlan<'_> {
    pub(super) fn search_cards(&self, lang: Lang, file: usize) -> String {
        let goods = self.search.order.iter().skip(file * EACH).take(EACH);
        let cards: Vec<Value> = goods.map(|place| self.search_card(lang, *place)).collect();
        format!("{}\n", Value::Array(cards))
    }

    /// `link`, `title`, `lang` of the title, `price` and what it is without the offer, stock and pictures; what is not so is left out.
    fn search_card(&self, lang: Lang, place: usize) -> Value {
        let product = &self.catalog.products[place];
        let title = self.said(lang, &product.words[lang].title);
        let mut card = Map::new();
        card.insert("link".into(), self.link(Subject::Product(place), lang).into());
        card.insert("title".into(), title.text.into());
        card.extend(title.lang.map(|tag| ("lang".into(), tag.into())));
        if let Some(price) = self.product_price(lang, product) {
            card.extend(priced(&price));
        }
        let stock = self.product_stock(lang, product);
        if stock.state != "in-stock" {
            card.insert("stock".into(), stock.state.into());
        }
        if let Some(picture) = product.pictures.first() {
            let (link, [width, height]) = self.small_picture("card", picture, WIDTH);
            card.insert("picture".into(), json!([link, width, height]));
            card.insert("thumbnail".into(), self.small_picture("thumbnail", picture, 0).0.into());
        }
        Value::Object(card)
    }
}

/// What stands before the number, the number, and what stands after it.
fn amount(amount: &view::Amount) -> Value {
    json!([amount.before, amount.number, amount.after])
}

fn priced(price: &view::Price) -> Vec<(String, Value)> {
    let mut parts = vec![("price".to_owned(), amount(&price.now))];
    if price.from {
        parts.push(("from".into(), true.into()));
    }
    parts.extend(price.was.iter().map(|was| ("was".to_owned(), amount(was))));
    parts.extend(price.offer.iter().map(|offer| ("until".to_owned(), Value::from(offer.until.as_str()))));
    parts
}
