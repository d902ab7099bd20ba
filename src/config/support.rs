//! Who runs the shop, and where buyers get help.

use jiff::civil::Time;
use url::Url;

use super::{
    PostalAddress,
    lang::{Languages, spoken},
    told::fault,
};
use crate::{
    base::{html::unbroken, language::PerLanguage, money::latin_digits},
    diag::{Code, Diagnostics},
    postal::Scheme,
    schema::{self, At},
};

pub use crate::schema::{ChannelKind, Weekday};

/// Who runs the shop; every part may be missing.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct Business {
    pub legal_name: Option<PerLanguage<String>>,
    pub trade_licence: Option<String>,
    pub dbid: Option<String>,
    pub tax_id: Option<String>,
    pub address: Option<PostalAddress>,
}

impl Business {
    pub(super) fn read(
        written: Option<&schema::Business>,
        languages: &Languages,
        home: (&'static Scheme, &str),
        found: &mut Diagnostics,
    ) -> Self {
        let Some(written) = written else { return Self::default() };
        let text = |at: &Option<At<String>>| at.as_ref().map(|at| at.value.clone());
        Self {
            legal_name: written.legal_name.as_ref().map(|words| spoken(words, languages, found)),
            trade_licence: text(&written.trade_licence),
            dbid: text(&written.dbid),
            tax_id: text(&written.tax_id),
            address: written.address.as_ref().and_then(|at| PostalAddress::read(at, home, languages, found)),
        }
    }

    /// Whether a buyer can see who runs the shop.
    pub fn is_known(&self) -> bool {
        self.legal_name.is_some() && self.address.is_some()
    }
}

/// Where buyers get help.
#[derive(Debug, Default)]
pub struct Support {
    /// The best way first.
    pub channels: Vec<Channel>,
    /// When somebody answers.
    pub hours: Vec<Hours>,
    /// Hours within which a question is answered.
    pub reply_hours: Option<u16>,
}

/// One way to reach the shop.
#[derive(Debug)]
pub struct Channel {
    /// Its kind.
    pub kind: ChannelKind,
    /// What the buyer sees.
    pub label: PerLanguage<String>,
    /// `tel:`, `mailto:` or `https:`.
    pub link: String,
}

/// Hours in which somebody answers.
#[derive(Debug)]
pub struct Hours {
    /// First day.
    pub first: Weekday,
    /// Last day; the same for one day.
    pub last: Weekday,
    /// Opening time.
    pub open: Time,
    /// Closing time.
    pub close: Time,
}

impl Support {
    pub(super) fn read(
        written: Option<&schema::Support>,
        languages: &Languages,
        found: &mut Diagnostics,
    ) -> Self {
        let Some(written) = written else { return Self::default() };
        Self {
            channels: written.channels.iter().filter_map(|one| channel(one, languages, found)).collect(),
            hours: written.hours.iter().filter_map(|one| hours(one, found)).collect(),
            reply_hours: written.reply_hours.as_ref().map(|at| at.value),
        }
    }
}

fn channel(written: &schema::Channel, languages: &Languages, found: &mut Diagnostics) -> Option<Channel> {
    let kind = written.kind.value;
    let Some((link, shown)) = channel_link(kind, &written.value.value) else {
        found.push(
            fault(Code::SUPPORT_VALUE, &written.value)
                .with("value", &written.value.value)
                .with("kind", kind_name(kind)),
        );
        return None;
    };
    let label = match &written.label {
        Some(words) => {
            let words = spoken(words, languages, found);
            PerLanguage::make(languages.tags.len(), |lang| number_unbroken(&words[lang]))
        }
        None => PerLanguage::make(languages.tags.len(), |_| shown.clone()),
    };
    Some(Channel { kind, label, link })
}

/// A label as written, unless it is a number.
fn number_unbroken(label: &str) -> String {
    if label.chars().any(char::is_alphabetic) { label.to_owned() } else { unbroken(label) }
}

/// Name of a kind, as it is written and as themes know it.
pub fn kind_name(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Phone => "phone",
        ChannelKind::Whatsapp => "whatsapp",
        ChannelKind::Messenger => "messenger",
        ChannelKind::Email => "email",
        ChannelKind::Web => "web",
    }
}

/// The link of a channel and the words for it.
fn channel_link(kind: ChannelKind, value: &str) -> Option<(String, String)> {
    match kind {
        ChannelKind::Phone => international(value).map(|digits| (format!("tel:+{digits}"), unbroken(value))),
        ChannelKind::Whatsapp => {
            international(value).map(|digits| (format!("https://wa.me/{digits}"), unbroken(value)))
        }
        ChannelKind::Messenger => {
            let page = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '.') && !value.is_empty();
            page.then(|| (format!("https://m.me/{value}"), value.to_owned()))
        }
        ChannelKind::Email => {
            let (name, host) = value.split_once('@')?;
            let sound = !name.is_empty()
                && host.contains('.')
                && !value.chars().any(|c| {
                    c.is_whitespace() || c.is_control() || matches!(c, '?' | '&' | '%' | ',' | '<' | '>')
                });
            sound.then(|| (format!("mailto:{value}"), value.to_owned()))
        }
        ChannelKind::Web => {
            let url = Url::parse(value).ok().filter(|url| url.scheme() == "https")?;
            Some((url.to_string(), value.to_owned()))
        }
    }
}

/// Digits of an international number: `+`, then 7 to 15 digits, with spaces and dashes between them (ITU-T E.164).
fn international(value: &str) -> Option<String> {
    let latin = latin_digits(value);
    let rest = latin.trim().strip_prefix('+')?;
    let digits: String = rest.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let sound = digits.bytes().all(|b| b.is_ascii_digit()) && (7..=15).contains(&digits.len());
    sound.then_some(digits)
}

fn hours(written: &schema::Hours, found: &mut Diagnostics) -> Option<Hours> {
    let open = time(&written.open, found);
    let close = time(&written.close, found);
    let (first, last) = match written.days.as_slice() {
        [day] => (day.value, day.value),
        [first, last] => (first.value, last.value),
        _ => {
            found.push(fault(Code::SUPPORT_HOURS, &written.open).with("value", &written.open.value));
            return None;
        }
    };
    let (open, close) = (open?, close?);
    if close <= open {
        found.push(fault(Code::SUPPORT_HOURS, &written.close).with("value", &written.close.value));
        return None;
    }
    Some(Hours { first, last, open, close })
}

fn time(at: &At<String>, found: &mut Diagnostics) -> Option<Time> {
    let read = || {
        let (hour, minute) = at.value.split_once(':')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    };
    let time = read();
    if time.is_none() {
        found.push(fault(Code::SUPPORT_HOURS, at).with("value", &at.value));
    }
    time
}
