//! Size charts, on pages and for search engines.
//!
//! Sources, read 2026-11-25: schema.org SizeSpecification and QuantitativeValue (version 29); Google Search Central
//! "Merchant listing" (2026-07-07) takes `size` as a text or as a SizeSpecification, of which it reads the name.

use serde_json::{Value, json};

use super::{SitePlan, body::Placing, product_data::unit_code, structured::put};
use crate::{
    base::language::Lang,
    catalog::{Extent, Product, SizeChart, Variant},
    diag::Diagnostics,
    view,
};

impl SitePlan<'_> {
    /// The chart of a product.
    pub(super) fn product_chart(
        &self,
        lang: Lang,
        product: &Product<'_>,
        found: &mut Diagnostics,
    ) -> Option<view::SizeChart> {
        let chart = self.catalog.size_chart(product.size_chart.as_ref()?.as_str())?;
        Some(self.size_chart(lang, chart, 3, "chart_", found))
    }

    /// A chart; `prefix` keeps the ids of its text apart.
    pub(super) fn size_chart(
        &self,
        lang: Lang,
        chart: &SizeChart<'_>,
        first_heading: u8,
        prefix: &str,
        found: &mut Diagnostics,
    ) -> view::SizeChart {
        let words = &chart.words[lang];
        let rows = chart.rows.iter().zip(&words.rows);
        let placing = Placing { first_heading, prefix, taken: &[], in_chart: true };
        view::SizeChart {
            title: self.said(lang, &words.title),
            unit: chart.unit,
            sizes: words.sizes.iter().map(|size| self.said(lang, size)).collect(),
            rows: rows
                .map(|(row, name)| view::SizeRow {
                    name: self.said(lang, name),
                    values: row.values.iter().map(|extent| self.extent(lang, extent)).collect(),
                })
                .collect(),
            body: self.text(lang, &words.body, placing, found),
        }
    }

    /// A length in the reader's digits.
    fn extent(&self, lang: Lang, extent: &Extent) -> String {
        let least = self.number(lang, &extent.least);
        match &extent.most {
            Some(most) => format!("{least}–{}", self.number(lang, most)),
            None => least,
        }
    }

    /// The size of a variant, with what it measures: its value `value` of the option `size`, called `name`.
    pub(super) fn size_data(
        &self,
        lang: Lang,
        product: &Product<'_>,
        variant: &Variant,
        name: &str,
    ) -> Value {
        let measured = product.size_chart.as_ref().and_then(|slug| {
            let chart = self.catalog.size_chart(slug.as_str())?;
            let option = product.options.iter().position(|option| option.id.as_str() == "size")?;
            let id = &product.options[option].values.get(*variant.choice.get(option)?)?.id;
            Some((chart, chart.size(id)?))
        });
        let Some((chart, size)) = measured else { return json!(name) };
        let rows = chart.rows.iter().zip(&chart.words[lang].rows);
        let measurements: Vec<Value> = rows
            .filter_map(|(row, name)| Some(measurement(&name.text, row.values.get(size)?, chart.unit)))
            .collect();
        json!({ "@type": "SizeSpecification", "name": name, "hasMeasurement": measurements })
    }
}

fn measurement(name: &str, extent: &Extent, unit: &str) -> Value {
    let mut value = json!({ "@type": "QuantitativeValue", "name": name, "unitCode": unit_code(unit) });
    match &extent.most {
        None => put(&mut value, "value", Some(json!(extent.least))),
        Some(most) => {
            put(&mut value, "minValue", Some(json!(extent.least)));
            put(&mut value, "maxValue", Some(json!(most)));
        }
    }
    value
}
