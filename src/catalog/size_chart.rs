//! A size chart: what each size measures.

use super::{
    extent::{self, Extent},
    group::{File, Group},
    product::Known,
    reading::Reading,
    specification::UNITS,
    text::{Body, Text},
    translation::{by_id, lay_over, names},
    variant::ProductOption,
};
use crate::{
    base::{
        language::{Lang, PerLanguage},
        name::{Handle, Slug, nfc},
        path::ShopPath,
    },
    diag::{Code, Diagnostic, Diagnostics, Severity},
    schema::{self, At},
    source::SourceTree,
};

/// Units of lengths.
const LENGTHS: [&str; 4] = ["mm", "cm", "m", "inch"];

/// A table of sizes that products share.
#[derive(Debug)]
pub struct SizeChart<'s> {
    /// Its name.
    pub slug: Slug,
    /// Its file.
    pub path: &'s ShopPath,
    /// Its words.
    pub words: PerLanguage<SizeChartWords<'s>>,
    /// Unit of every value, as themes know it.
    pub unit: &'static str,
    /// Its sizes.
    pub sizes: Vec<Handle>,
    /// What is measured, one value for each size.
    pub rows: Vec<SizeRow>,
}

/// One measurement of every size. Its name is in the chart's words, in the same order.
#[derive(Debug)]
pub struct SizeRow {
    /// Its handle.
    pub id: Handle,
    /// For each size.
    pub values: Vec<Extent>,
}

/// Words of a chart in one language. Lists stand in the order of the chart's handles.
#[derive(Debug, Clone)]
pub struct SizeChartWords<'s> {
    /// What it is called.
    pub title: Text,
    /// Names of the sizes.
    pub sizes: Vec<Text>,
    /// Names of the rows.
    pub rows: Vec<Text>,
    /// How to measure.
    pub body: Body<'s>,
}

impl SizeChart<'_> {
    /// Place of a size.
    pub fn size(&self, id: &Handle) -> Option<usize> {
        self.sizes.iter().position(|one| one == id)
    }
}

impl SizeChartWords<'_> {
    /// Names of the keys that are not written in `lang`; `body` is the text below the front matter.
    pub fn missing(&self, lang: Lang) -> Vec<&'static str> {
        let not = |text: &Text| text.lang != lang && text.chars().any(char::is_alphabetic);
        let parts = [
            ("title", not(&self.title)),
            ("sizes", self.sizes.iter().any(not)),
            ("rows", self.rows.iter().any(not)),
            ("body", self.body.lang != lang && !self.body.is_empty()),
        ];
        parts.into_iter().filter_map(|(name, missing)| missing.then_some(name)).collect()
    }
}

/// Reads a chart; one with a fault is told and left out.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<SizeChart<'s>> {
    let before = found.count(Severity::Error);
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::SizeChart>(group.base.text)?;
    let unit = unit(&mut reading, &written.unit);
    let sizes = sizes(&mut reading, &written.sizes);
    let rows = rows(&mut reading, &written);
    let mut name = |at: &At<String>| Text::first(reading.words("name", at));
    let first = SizeChartWords {
        sizes: written.sizes.value.iter().map(|size| name(&size.name)).collect(),
        rows: written.rows.value.iter().map(|row| name(&row.name)).collect(),
        title: Text::first(reading.words("title", &written.title)),
        body: Body::of(group.base, body, Lang::FIRST),
    };
    let unit = unit.filter(|_| reading.found.count(Severity::Error) == before)?;
    let words = PerLanguage::make(group.words.count(), |lang| {
        let mut words = first.clone();
        if let Some(file) = group.words[lang] {
            let mut reading = Reading { tree, path: file.path, found: &mut *found };
            translate(&mut reading, &mut words, file, lang, &sizes, &rows);
        }
        words
    });
    Some(SizeChart { slug: group.slug.clone(), path: group.base.path, words, unit, sizes, rows })
}

fn unit(reading: &mut Reading<'_, '_>, at: &At<String>) -> Option<&'static str> {
    let unit = LENGTHS.into_iter().find(|unit| *unit == at.value);
    match unit {
        Some(_) => {}
        // Meant as it is written, so nothing near is.
        None if UNITS.contains(&at.value.as_str()) => reading.wrong(Code::SIZE_CHART_UNIT, at, &at.value),
        None => reading.unknown(Code::SIZE_CHART_UNIT, at, LENGTHS),
    }
    unit
}

fn sizes(reading: &mut Reading<'_, '_>, written: &At<Vec<schema::ChartSize>>) -> Vec<Handle> {
    let mut sizes = Vec::new();
    for one in &written.value {
        sizes.extend(reading.handle(&one.id, &sizes));
    }
    if written.value.is_empty() {
        reading.wrong(Code::SIZE_CHART_EMPTY, written, "sizes");
    }
    sizes
}

fn rows(reading: &mut Reading<'_, '_>, written: &schema::SizeChart) -> Vec<SizeRow> {
    let (mut rows, mut ids) = (Vec::new(), Vec::new());
    for one in &written.rows.value {
        let id = reading.handle(&one.id, &ids);
        let values = one.values.value.iter().filter_map(|at| extent::read(reading, at)).collect();
        let (count, sizes) = (one.values.value.len(), written.sizes.value.len());
        if count != sizes {
            let told = Diagnostic::error(Code::SIZE_CHART_COUNT).at(reading.place(&one.values));
            reading.found.push(told.with("value", &one.id.value).with("here", count).with("there", sizes));
        }
        ids.extend(id.clone());
        rows.extend(id.map(|id| SizeRow { id, values }));
    }
    if written.rows.value.is_empty() {
        reading.wrong(Code::SIZE_CHART_EMPTY, &written.rows, "rows");
    }
    rows
}

fn translate<'s>(
    reading: &mut Reading<'s, '_>,
    words: &mut SizeChartWords<'s>,
    file: File<'s>,
    lang: Lang,
    sizes: &[Handle],
    rows: &[SizeRow],
) {
    let Some((written, body)) = reading.front_matter::<schema::SizeChartWords>(file.text) else { return };
    words.title.take(reading.text_of(written.title.as_ref()), lang);
    let named = by_id(reading, &written.sizes, &names(sizes.iter()));
    lay_over(&mut words.sizes, named, lang);
    let named = by_id(reading, &written.rows, &names(rows.iter().map(|row| &row.id)));
    lay_over(&mut words.rows, named, lang);
    words.body.take(Body::of(file, body, lang));
}

/// The product's chart; every value of its option `size` must be in it.
pub(super) fn of_product(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    options: &[ProductOption],
    known: &Known<'_>,
) -> Option<Slug> {
    let at = written.size_chart.as_ref()?;
    let name = nfc(&at.value);
    if !known.chart_slugs.iter().any(|slug| slug.as_str() == name) {
        reading.unknown(Code::SIZE_CHART_UNKNOWN, at, known.chart_slugs.iter().map(Slug::as_str));
    }
    let chart = known.charts.iter().find(|chart| chart.slug.as_str() == name)?;
    let sizes = options.iter().filter(|option| option.id.as_str() == "size").flat_map(|one| &one.values);
    for value in sizes.filter(|value| chart.size(&value.id).is_none()) {
        let has: Vec<&str> = chart.sizes.iter().map(Handle::as_str).collect();
        let told = Diagnostic::error(Code::SIZE_CHART_SIZE).at(reading.place(at)).with("value", &value.id);
        reading.found.push(told.with("chart", &name).with("has", has.join(", ")));
    }
    Some(chart.slug.clone())
}
