//! The goods with their stock.

use jiff::civil::Date;

use crate::{
    base::language::Lang,
    catalog::{Catalog, Life, Product, Stock},
    diag::Failure,
    pipeline::{self, Report, Settings},
    sheet::{self, Cell, Kind},
};

/// One thing that can be counted: a product without variants, or a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Stock keeping unit.
    pub sku: String,
    /// What it is called, with the names of its choice.
    pub title: String,
    /// `in-stock`, `low`, `out`, `made-to-order`, `pre-order` or `discontinued`.
    pub state: &'static str,
    /// Pieces, when they are counted.
    pub count: Option<u32>,
    /// The day of the count.
    pub as_of: Option<Date>,
}

/// What is low or sold out, or everything; in the language of `tag` where the shop has it. Archived goods are left out.
pub fn list(settings: &Settings, tag: &str, all: bool) -> Result<(Report, Vec<Row>), Failure> {
    let mut rows = Vec::new();
    let report = pipeline::with_catalog(settings, &mut |catalog, _| {
        let lang = catalog.config.lang(tag).unwrap_or(Lang::FIRST);
        rows = goods(catalog)
            .flat_map(|product| rows_of(product, lang))
            .filter(|row| all || matches!(row.state, "low" | "out"))
            .collect();
        Ok(())
    })?;
    Ok((report, rows))
}

/// Every product that is or will be for sale, by its name.
fn goods<'c>(catalog: &'c Catalog<'c>) -> impl Iterator<Item = &'c Product<'c>> {
    let live = catalog.products.iter().filter(|product| product.life == Life::Live);
    live.chain(&catalog.later)
}

fn rows_of(product: &Product<'_>, lang: Lang) -> Vec<Row> {
    let words = &product.words[lang];
    let row = |sku: String, title: String, stock: Stock| Row {
        sku,
        title,
        state: state(stock),
        count: if let Stock::Count { pieces, .. } = stock { Some(pieces) } else { None },
        as_of: product.stock_as_of,
    };
    if product.variants.is_empty() {
        return vec![row(product.sku.to_string(), words.title.text.clone(), product.stock)];
    }
    let variants = product.variants.iter();
    variants
        .map(|one| {
            row(one.sku.to_string(), format!("{} – {}", words.title.text, one.choice_in(words)), one.stock)
        })
        .collect()
}

fn state(stock: Stock) -> &'static str {
    match stock {
        Stock::Discontinued => "discontinued",
        Stock::MadeToOrder(_) => "made-to-order",
        Stock::PreOrder(_) => "pre-order",
        stock if !stock.is_available() => "out",
        stock if stock.is_low() => "low",
        _ => "in-stock",
    }
}

/// The rows as a sheet that `posra stock set` takes back. Promises are left out: a count in their place would break them.
pub fn csv(rows: &[Row]) -> Result<Vec<u8>, Failure> {
    let counted = rows.iter().filter(|row| !matches!(row.state, "made-to-order" | "pre-order"));
    let cells = counted.map(|row| {
        let stock = row.count.map_or_else(|| row.state.to_owned(), |count| count.to_string());
        let as_of = row.as_of.map(|day| day.to_string()).unwrap_or_default();
        [row.sku.clone(), row.title.clone(), stock, as_of].map(Cell::Text)
    });
    sheet::write(Kind::Csv, ["sku", "title", "stock", "as_of"], cells)
}
