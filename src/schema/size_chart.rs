//! A size chart as written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Fact};

/// Front matter of `content/size-charts/<slug>.md`: a table that several products may share. The body says how to
/// measure, in Markdown.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeChart {
    /// What the chart is called, such as "পাঞ্জাবির মাপ".
    pub title: At<String>,
    /// The unit of every value: `mm`, `cm`, `m` or `inch`.
    pub unit: At<String>,
    /// The sizes, in the order they are shown. Their ids are those of the values of a product's option `size`.
    pub sizes: At<Vec<ChartSize>>,
    /// What is measured, in the order it is shown.
    pub rows: At<Vec<ChartRow>>,
}

/// One size of a chart.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartSize {
    /// Short handle, such as `38`.
    pub id: At<String>,
    /// What the buyer reads, such as "৩৮".
    pub name: At<String>,
}

/// One measurement of every size.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartRow {
    /// Short handle, such as `chest`.
    pub id: At<String>,
    /// What is measured, such as "বুক".
    pub name: At<String>,
    /// One value for each size: a number, or a range such as `"38-39"`.
    pub values: At<Vec<At<Fact>>>,
}

/// Front matter of `content/size-charts/<slug>.<language>.md`: the words in another language.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeChartWords {
    /// Title in this language.
    pub title: Option<At<String>>,
    /// Names of the sizes, by id.
    #[serde(default)]
    pub sizes: BTreeMap<String, At<String>>,
    /// Names of the rows, by id.
    #[serde(default)]
    pub rows: BTreeMap<String, At<String>>,
}
