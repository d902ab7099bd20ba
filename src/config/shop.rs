//! The shop's own settings, and the door to this room.

use std::sync::Arc;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use url::Url;

use super::{
    Deploy, Lists, LookSettings, Orders, Payment, Support,
    lang::{Languages, spoken},
    picture,
    support::Business,
    synonyms,
    tax::Tax,
    told::{FILE, fault, is_loopback, place},
};
use crate::{
    base::{
        language::{Lang, PerLanguage, Tag},
        letters::Letters,
        money::Currency,
    },
    diag::{Code, Diagnostic, Diagnostics, Place},
    image::Encoding,
    locale::{self, Digits, Grouping, Locale},
    postal::{self, Scheme},
    schema::{self, AddressScheme, At, SlugLetters, SoldOut, Words},
};

/// Counts up to this many are called low when the shop says nothing.
const LOW_STOCK: u32 = 3;

/// Settings of a shop, checked.
#[derive(Debug)]
pub struct ShopConfig {
    /// Name of the shop.
    pub name: PerLanguage<String>,
    /// What the shop is, in one sentence.
    pub tagline: Option<PerLanguage<String>>,
    /// Where the site will be found.
    pub site: SiteAddress,
    /// The languages, the default one first.
    pub languages: Vec<Tag>,
    /// How numbers, money and days are written in each language.
    pub locales: PerLanguage<Arc<Locale>>,
    /// The one currency.
    pub currency: Currency,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// How addresses are made.
    pub scheme: &'static Scheme,
    /// Where the shop's days begin and end.
    pub time_zone: TimeZone,
    /// The day of the build in the shop's time zone.
    pub today: Date,
    /// Name of the theme.
    pub theme: String,
    /// Where the theme was named.
    pub theme_place: Place,
    /// What the shop changes of the theme's look.
    pub look: LookSettings,
    /// Who runs the shop.
    pub business: Business,
    /// Where buyers get help.
    pub support: Support,
    /// Where orders go; `None` for a catalogue.
    pub orders: Option<Orders>,
    /// Ways to pay.
    pub payments: Vec<Payment>,
    /// Tax on the goods.
    pub tax: Option<Tax>,
    /// Counts up to this many are called low.
    pub low_stock: u32,
    /// What a page offers when the goods are sold out.
    pub sold_out: SoldOut,
    /// Whether variants get pages where a product does not say.
    pub variant_pages: bool,
    /// How each format of a picture is written, best first; the last one is JPEG, which every browser reads.
    pub encodings: Vec<Encoding>,
    /// Whether guides have a feed.
    pub guides_feed: bool,
    /// How buyers may sort and narrow lists.
    pub lists: Lists,
    /// Groups of words that mean the same to buyers, each of two or more.
    pub synonyms: Vec<Vec<String>>,
    /// Letters of addresses.
    pub letters: Letters,
    /// Host of the output.
    pub deploy: Deploy,
    /// The file's text, for diagnostics.
    pub text: String,
}

/// Where the site will be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    /// Scheme, host and port, such as `https://example.com`.
    pub origin: String,
    /// Base path, begins and ends with `/`.
    pub base: String,
}

/// When the build is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// At this moment: the day is the shop's.
    Moment(Timestamp),
    /// On this day.
    Day(Date),
}

impl Now {
    /// Reads `2026-11-21` or `2026-11-21T10:00:00Z`.
    pub fn read(text: &str) -> Option<Self> {
        match text.parse::<Timestamp>() {
            Ok(moment) => Some(Self::Moment(moment)),
            Err(_) => text.parse::<DateTime>().ok().map(|when| Self::Day(when.date())),
        }
    }

    fn day(self, time_zone: &TimeZone) -> Date {
        match self {
            Self::Moment(moment) => moment.to_zoned(time_zone.clone()).date(),
            Self::Day(day) => day,
        }
    }
}

/// What the command line changes.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// In place of `address`.
    pub address: Option<String>,
    /// In place of scheme, host and port of `address`, when the site is looked at here: `http://localhost:8000`.
    pub origin: Option<String>,
    /// In place of the address of the service that takes the orders, when the site is looked at here: a path of `origin`.
    pub orders: Option<String>,
}

impl ShopConfig {
    /// Every language by its place.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..self.languages.len() as u8).map(Lang)
    }

    /// The tag of a language.
    pub fn tag(&self, lang: Lang) -> &Tag {
        &self.languages[lang.0 as usize]
    }

    /// The language of a tag.
    pub fn lang(&self, tag: &str) -> Option<Lang> {
        self.languages.iter().position(|one| one.as_str() == tag).map(|place| Lang(place as u8))
    }
}

/// Reads the settings out of the text of `posra.toml`. There is no value when a fault leaves nothing to go on with.
pub fn load(text: String, overrides: &Overrides, now: Now) -> (Option<ShopConfig>, Diagnostics) {
    let mut found = Diagnostics::new();
    let document = match schema::split_front_matter(FILE, &text) {
        Ok(document) => document,
        Err(fault) => return (None, Diagnostics::from_iter([*fault])),
    };
    let (written, faults) = schema::read::<schema::Shop>(FILE, &document);
    found.append(faults);
    let mut config = written.and_then(|written| mean(written, overrides, now, text, &mut found));
    if let (Some(config), Some(origin)) = (&mut config, &overrides.origin) {
        config.site.origin.clone_from(origin);
    }
    if let Some(orders) = config.as_mut().and_then(|config| config.orders.as_mut()) {
        orders.here.clone_from(&overrides.orders);
    }
    (config, found)
}

fn mean(
    written: schema::Shop,
    overrides: &Overrides,
    now: Now,
    text: String,
    found: &mut Diagnostics,
) -> Option<ShopConfig> {
    let languages = Languages::read(&written.languages, found);
    let currency = currency(&written.currency, found);
    let country = country(&written.country, found);
    let time_zone = time_zone(&written.time_zone, found);
    let site = site_address(&written.address, overrides, found);
    let (languages, currency, country, time_zone, site) =
        (languages?, currency?, country?, time_zone?, site?);
    let locales = locales(&written, &languages, currency, &country, found)?;
    let scheme = scheme(written.address_scheme.as_ref(), &country);
    let theme = written.theme.as_ref();
    let stock = written.stock.as_ref();
    Some(ShopConfig {
        name: spoken(&written.name, &languages, found),
        tagline: written.tagline.as_ref().map(|words| spoken(words, &languages, found)),
        locales,
        today: now.day(&time_zone),
        theme: theme.map_or_else(|| "cotton".to_owned(), |name| name.value.clone()),
        theme_place: theme.map_or_else(|| Place::file(FILE), place),
        look: LookSettings::read(written.look.as_ref(), found),
        business: Business::read(written.business.as_ref(), &languages, (scheme, &country), found),
        support: Support::read(written.support.as_ref(), &languages, found),
        orders: written.orders.as_ref().and_then(|orders| Orders::read(orders, scheme, found)),
        payments: Payment::read_all(&written.payments, &languages, currency, found),
        tax: written.tax.as_ref().and_then(|tax| Tax::read(tax, &languages, found)),
        low_stock: stock.and_then(|stock| stock.low).unwrap_or(LOW_STOCK),
        sold_out: stock.and_then(|stock| stock.sold_out.as_ref()).map_or(SoldOut::Notify, |at| at.value),
        variant_pages: written.variants.as_ref().and_then(|variants| variants.pages).unwrap_or(true),
        encodings: picture::read(written.pictures.as_ref(), found),
        guides_feed: written.feeds.as_ref().and_then(|feeds| feeds.guides).unwrap_or(true),
        lists: Lists::read(written.lists.as_ref()),
        synonyms: synonyms::read(written.search.as_ref(), found),
        letters: letters(written.slugs.as_ref()),
        deploy: Deploy::read(written.deploy.as_ref(), &site, written.orders.as_ref(), found),
        site,
        languages: languages.tags,
        currency,
        country,
        scheme,
        time_zone,
        text,
    })
}

fn currency(code: &At<String>, found: &mut Diagnostics) -> Option<Currency> {
    let currency = Currency::read(&code.value);
    if currency.is_none() {
        found.push(fault(Code::SHOP_CURRENCY, code).with("value", &code.value));
    }
    currency
}

fn country(code: &At<String>, found: &mut Diagnostics) -> Option<String> {
    let country = postal::country(&code.value);
    if country.is_none() {
        found.push(fault(Code::SHOP_COUNTRY, code).with("value", &code.value));
    }
    country.map(|country| country.code.clone())
}

fn scheme(written: Option<&At<AddressScheme>>, country: &str) -> &'static Scheme {
    match written.map(|at| at.value) {
        Some(AddressScheme::Bd) => Scheme::bd(),
        Some(AddressScheme::Generic) => Scheme::generic(),
        None => Scheme::of(country),
    }
}

fn time_zone(name: &At<String>, found: &mut Diagnostics) -> Option<TimeZone> {
    let zone = TimeZone::get(&name.value).ok();
    if zone.is_none() {
        found.push(fault(Code::SHOP_TIME_ZONE, name).with("value", &name.value));
    }
    zone
}

fn site_address(written: &At<String>, overrides: &Overrides, found: &mut Diagnostics) -> Option<SiteAddress> {
    let text = overrides.address.as_ref().unwrap_or(&written.value);
    let address = SiteAddress::read(text);
    if address.is_none() {
        found.push(fault(Code::SHOP_ADDRESS, written).with("value", text));
    }
    address
}

impl SiteAddress {
    /// Reads `https://host/base/`; plain http only on the loopback.
    fn read(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let plain = url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        let safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
        let path = url.path();
        let base = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        (plain && safe && url.has_host()).then(|| Self { origin: url.origin().ascii_serialization(), base })
    }

    /// Names the shop in tickets: host and base path. No `*` is in it.
    pub fn shop(&self) -> String {
        let host = self.origin.split_once("://").map_or(&*self.origin, |(_, host)| host);
        format!("{host}{}", self.base).replace('*', "%2A")
    }

    /// The absolute form of a link that begins with the base path.
    pub fn absolute(&self, link: &str) -> String {
        format!("{}{link}", self.origin)
    }
}

fn locales(
    written: &schema::Shop,
    languages: &Languages,
    currency: Currency,
    country: &str,
    found: &mut Diagnostics,
) -> Option<PerLanguage<Arc<Locale>>> {
    let money = written.money.as_ref();
    let patterns = money
        .and_then(|money| money.pattern.as_ref())
        .map(|pattern| (spoken(pattern, languages, found), pattern));
    let numbers = written.numbers.as_ref();
    let grouping = chosen(
        numbers.and_then(|numbers| numbers.grouping.as_ref()),
        ("grouping", &GROUPINGS, locale::default_grouping(currency)),
        languages,
        found,
    );
    let digits = chosen(
        numbers.and_then(|numbers| numbers.digits.as_ref()),
        ("digits", &DIGITS, Digits::Locale),
        languages,
        found,
    );
    let mut made = Vec::new();
    for (lang, tag) in languages.each() {
        let pattern = match &patterns {
            Some((patterns, _)) => patterns[lang].clone(),
            None => locale::default_pattern(currency),
        };
        match Locale::new(tag, currency, country, (digits[lang], grouping[lang]), &pattern) {
            Ok(locale) => made.push(Arc::new(locale)),
            Err(_) => {
                let at = patterns.as_ref().map_or_else(|| Place::file(FILE), |(_, pattern)| place(pattern));
                found.push(Diagnostic::error(Code::SHOP_MONEY_PATTERN).at(at).with("value", pattern));
                return None;
            }
        }
    }
    Some(PerLanguage::make(made.len(), |lang| made[lang.0 as usize].clone()))
}

/// What `numbers.grouping` may say.
const GROUPINGS: [(&str, Grouping); 3] =
    [("locale", Grouping::Locale), ("lakh", Grouping::Lakh), ("thousand", Grouping::Thousand)];

/// What `numbers.digits` may say.
const DIGITS: [(&str, Digits); 3] =
    [("locale", Digits::Locale), ("latin", Digits::Latin), ("native", Digits::Native)];

/// A choice for all languages, or for each; a language without one has the usual.
fn chosen<T: Copy>(
    written: Option<&At<Words>>,
    (key, choices, usual): (&'static str, &[(&'static str, T)], T),
    languages: &Languages,
    found: &mut Diagnostics,
) -> PerLanguage<T> {
    let count = languages.tags.len();
    let Some(at) = written else { return PerLanguage::make(count, |_| usual) };
    let mut meant = |place: Place, text: &str| match choices.iter().find(|(name, _)| *name == text) {
        Some((_, value)) => *value,
        None => {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let told = Diagnostic::error(Code::VALUE_CHOICE).at(place).with("key", key).with("value", text);
            let told = told.with("choices", names.join(", "));
            found.push(told.did_you_mean_text(text, names));
            usual
        }
    };
    match &at.value {
        Words::One(text) => {
            let value = meant(place(at), text);
            PerLanguage::make(count, |_| value)
        }
        Words::Each(each) => {
            let values: Vec<(&str, T)> =
                each.iter().map(|(tag, text)| (tag.as_str(), meant(place(text), &text.value))).collect();
            languages.known(each, found);
            PerLanguage::make(count, |lang| {
                let tag = languages.tags[usize::from(lang.0)].as_str();
                values.iter().find(|(one, _)| *one == tag).map_or(usual, |(_, value)| *value)
            })
        }
    }
}

fn letters(written: Option<&schema::Slugs>) -> Letters {
    match written.and_then(|slugs| slugs.letters.as_ref()).map(|at| at.value) {
        Some(SlugLetters::Latin) => Letters::Latin,
        Some(SlugLetters::Kept) | None => Letters::Kept,
    }
}
