//! A way to make addresses: of Bangladesh, or of anywhere.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    District, Division, Named, Thana,
    fold::fold,
    form::{Form, Line},
};

/// What an address is made of.
#[derive(Debug)]
pub struct Scheme {
    /// `bd` or `generic`.
    pub id: String,
    /// The parts in the order a form asks for them.
    pub parts: Vec<Part>,
    /// The divisions with their districts and thanas; none where these are not parts of an address.
    pub divisions: Vec<Division>,
    forms: Vec<Form>,
    /// Places of division, district and thana, by every folded name of the thana.
    thanas: BTreeMap<String, Vec<[usize; 3]>>,
}

/// One part of an address.
#[derive(Debug, Deserialize)]
pub struct Part {
    /// Which one.
    pub id: PartId,
    /// Whether an address must have it.
    #[serde(default)]
    pub required: bool,
    /// Whether it is chosen from a list.
    #[serde(default)]
    pub list: bool,
    /// The part whose choice narrows the list.
    pub within: Option<PartId>,
    /// How many digits it has, where it has nothing else. They are shown in the reader's digits.
    pub digits: Option<usize>,
}

/// Name of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum PartId {
    Street,
    Thana,
    District,
    City,
    Region,
    Postcode,
    Country,
}

impl PartId {
    /// The key of the part, as it is typed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Street => "street",
            Self::Thana => "thana",
            Self::District => "district",
            Self::City => "city",
            Self::Region => "region",
            Self::Postcode => "postcode",
            Self::Country => "country",
        }
    }

    pub(super) fn read(name: &str) -> Option<Self> {
        use PartId::{City, Country, District, Postcode, Region, Street, Thana};
        [Street, Thana, District, City, Region, Postcode, Country]
            .into_iter()
            .find(|one| one.as_str() == name)
    }
}

static BD: LazyLock<Scheme> = LazyLock::new(|| Scheme::read(include_str!("bd.toml")));
static GENERIC: LazyLock<Scheme> = LazyLock::new(|| Scheme::read(include_str!("generic.toml")));

/// A scheme as its file has it.
#[derive(Debug, Default, Deserialize)]
struct Written {
    id: String,
    parts: Vec<Part>,
    #[serde(default)]
    divisions: Vec<Division>,
    lines: Vec<Form>,
}

impl Scheme {
    /// Addresses of Bangladesh: division, district, thana.
    pub fn bd() -> &'static Self {
        &BD
    }

    /// Addresses of anywhere: city, region, country.
    pub fn generic() -> &'static Self {
        &GENERIC
    }

    /// The scheme of a country.
    pub fn of(country: &str) -> &'static Self {
        if country == "BD" { Self::bd() } else { Self::generic() }
    }

    /// The files are parts of the program; a test reads them.
    fn read(text: &str) -> Self {
        let written: Written = toml::from_str(text).unwrap_or_default();
        let mut thanas: BTreeMap<String, Vec<[usize; 3]>> = BTreeMap::new();
        for (v, division) in written.divisions.iter().enumerate() {
            for (d, district) in division.districts.iter().enumerate() {
                for (t, thana) in district.thanas.iter().enumerate() {
                    for name in thana.names() {
                        let places = thanas.entry(fold(name)).or_default();
                        if !places.contains(&[v, d, t]) {
                            places.push([v, d, t]);
                        }
                    }
                }
            }
        }
        let Written { id, parts, divisions, lines: forms } = written;
        Self { id, parts, divisions, forms, thanas }
    }

    /// A part, if addresses have it.
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// All districts, division by division.
    pub fn districts(&self) -> impl Iterator<Item = &District> {
        self.divisions.iter().flat_map(|division| &division.districts)
    }

    /// The district that is called so.
    pub fn district(&self, written: &str) -> Option<&District> {
        self.districts().find(|district| district.is_called(written))
    }

    /// The division that a district lies in.
    pub fn division_of(&self, district: &District) -> Option<&Division> {
        self.divisions.iter().find(|division| division.districts.contains(district))
    }

    /// Every thana that is called so, each with its district. Several districts may have one of the same name;
    /// `gazipur/kaliganj` names one of them.
    pub fn thanas(&self, written: &str) -> Vec<(&District, &Thana)> {
        if let Some((district, thana)) = written.split_once('/') {
            let named = self.district(district).and_then(|one| Some((one, one.thana(thana)?)));
            return named.into_iter().collect();
        }
        let places = self.thanas.get(&fold(written)).map_or(&[][..], Vec::as_slice);
        let at = |[v, d, t]: &[usize; 3]| {
            let district = self.divisions.get(*v)?.districts.get(*d)?;
            Some((district, district.thanas.get(*t)?))
        };
        places.iter().filter_map(at).collect()
    }

    /// An address of a country, line by line; a part that is not there leaves no trace.
    pub fn lines(&self, country: &str, value: impl Fn(PartId) -> Option<String>) -> Vec<String> {
        let own = self.forms.iter().find(|form| form.countries.iter().any(|one| one == country));
        let form = own.or_else(|| self.forms.iter().find(|form| form.countries.is_empty()));
        let lines: &[Line] = form.map_or(&[], |form| &form.lines);
        lines.iter().filter_map(|line| line.fill(&value)).collect()
    }

    #[cfg(test)]
    pub(super) fn forms(&self) -> &[Form] {
        &self.forms
    }
}
