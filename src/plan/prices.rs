//! `orders/prices.json`: what an endpoint needs to check an order by itself. Public facts alone.

use serde_json::{Map, Value, json};

use super::SitePlan;
use crate::{
    base::money::Money,
    catalog::{Life, Product, Terms, goods},
    config::Orders,
    ticket::{Priced, PublicKey},
};

impl SitePlan<'_> {
    /// Prices in whole minor units by SKU; `zones` and `quantity` (least, most, step) hold for all goods that have none of
    /// their own. Charges hold for an order of one product.
    pub(super) fn prices(&self) -> String {
        let config = self.catalog.config;
        let Some(orders) = &config.orders else { return String::new() };
        let shared = Shared {
            zones: self.catalog.terms(None).map_or_else(Map::new, |terms| zones(&terms)),
            quantity: json!([1, orders.max_quantity, 1]),
        };
        let products = self.catalog.products.iter().filter(|product| product.life == Life::Live);
        let goods: Map<String, Value> =
            products.flat_map(|product| self.priced(product, orders, &shared)).collect();
        let keys: Vec<&str> = orders.tickets.keys.iter().map(PublicKey::as_str).collect();
        let payments: Vec<&str> = config.payments.iter().map(|payment| payment.id.as_str()).collect();
        let mut prices = json!({
            "form": "posra-prices-1",
            "shop": config.site.shop(),
            "currency": config.currency.code(),
            "decimals": config.currency.exponent(),
            "keys": keys,
            "payments": payments,
            "zones": shared.zones,
            "quantity": shared.quantity,
            "goods": goods,
        });
        if let Some(districts) = self.district_zones() {
            prices["districts"] = districts.into();
        }
        format!("{prices}\n")
    }

    fn priced(&self, product: &Product<'_>, orders: &Orders, shared: &Shared) -> Vec<(String, Value)> {
        let rule = product.quantity;
        let quantity =
            json!([rule.least, rule.most.unwrap_or(orders.max_quantity).max(rule.least), rule.step]);
        let zones = self.catalog.terms(Some(product)).map_or_else(Map::new, |terms| zones(&terms));
        let one = |priced: Priced| {
            let variant = product.variants.iter().find(|variant| variant.sku == priced.sku);
            let stock = variant.map_or(product.stock, |variant| variant.stock);
            let tiers: Vec<Value> =
                priced.tiers.iter().map(|(from, price)| json!([from, price.minor()])).collect();
            let mut value = json!({
                "product": product.sku.as_str(),
                "price": priced.price.minor(),
                "available": stock.is_available(),
            });
            if !tiers.is_empty() {
                value["tiers"] = json!(tiers);
            }
            if zones != shared.zones {
                value["zones"] = json!(zones);
            }
            if quantity != shared.quantity {
                value["quantity"] = quantity.clone();
            }
            (priced.sku.to_string(), value)
        };
        goods(product).into_iter().map(one).collect()
    }
}

/// What holds for all goods that say nothing else.
struct Shared {
    zones: Map<String, Value>,
    quantity: Value,
}

/// `{ "dhaka": [6000, 200000] }`: what a zone costs and from which worth on it is free; `null` when never.
fn zones(terms: &Terms<'_>) -> Map<String, Value> {
    let all = terms.zones.iter();
    all.map(|one| {
        let free = one.zone.free_above.map(Money::minor);
        (one.zone.id.to_string(), json!([one.charge.minor(), free]))
    })
    .collect()
}
