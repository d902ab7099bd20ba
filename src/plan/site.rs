//! What every page of one language shares.

use super::{ListOf, Subject, collection::siblings};
use crate::{
    base::language::Lang,
    catalog::{Catalog, Label, Text},
    config::{Weekday, kind_name, payment_kind_name},
    theme::Theme,
    view::{Bar, Business, Channel, Hours, Language, Link, Logo, Payment, Site},
};

/// The template global `site`.
pub(super) fn site(catalog: &Catalog<'_>, theme: &Theme, lang: Lang) -> Site {
    let config = catalog.config;
    let base = &config.site.base;
    let link = |subject: Subject| subject.address(catalog, lang).link(base);
    let to =
        |title: String, subject: Subject| Link { title, lang: None, link: link(subject), current: false };
    let named = |title: &Text, subject: Subject| {
        let tongue = (title.lang != lang).then(|| config.tag(title.lang).as_str().to_owned());
        Link { lang: tongue, ..to(title.text.clone(), subject) }
    };
    let words = |key: &str| theme.words[lang].plain(key, &[], &config.locales[lang]).unwrap_or_default();
    let contact = catalog.contact.as_ref().map_or_else(
        || to(words("title.contact"), Subject::Contact),
        |one| named(&one.words[lang].title, Subject::Contact),
    );
    let numbered = |count: usize| 0..count;
    let any = |labels: &[Label]| labels.iter().any(|label| label.slug.is_some());
    Site {
        name: config.name[lang].clone(),
        tagline: config.tagline.as_ref().map(|tagline| tagline[lang].clone()),
        bar: theme.bar.map(|[light, dark]| Bar { light: light.to_string(), dark: dark.to_string() }),
        logo: theme.logo.as_ref().map(|logo| Logo {
            link: logo.address.link(base),
            dark: logo.dark.as_ref().map(|dark| dark.link(base)),
            width: logo.width,
            height: logo.height,
        }),
        language: Language {
            tag: config.tag(lang).as_str().to_owned(),
            direction: config.tag(lang).direction(),
        },
        home: link(Subject::Home),
        products: to(words("title.products"), ListOf::All.first()),
        search: to(words("title.search"), Subject::Search),
        collections: siblings(catalog, lang, None)
            .into_iter()
            .map(|place| {
                named(&catalog.collections[place].words[lang].title, ListOf::Collection(place).first())
            })
            .collect(),
        brands: any(&catalog.labels.brands).then(|| to(words("title.brands"), Subject::Brands)),
        tags: any(&catalog.labels.tags).then(|| to(words("title.tags"), Subject::Tags)),
        guides: (!catalog.guides.is_empty()).then(|| to(words("title.guides"), Subject::Guides)),
        pages: numbered(catalog.pages.len())
            .map(|place| named(&catalog.pages[place].words[lang].title, Subject::Page(place)))
            .collect(),
        policies: numbered(catalog.policies.len())
            .map(|place| named(&catalog.policies[place].words[lang].title, Subject::Policy(place)))
            .collect(),
        contact,
        feed: (config.guides_feed && !catalog.guides.is_empty())
            .then(|| super::list::feed_address(catalog, lang).link(base)),
        channels: channels(catalog, lang),
        hours: hours(catalog, lang),
        reply_hours: config.support.reply_hours,
        payments: payments(catalog, lang),
        business: business(catalog, lang),
    }
}

fn channels(catalog: &Catalog<'_>, lang: Lang) -> Vec<Channel> {
    let channels = catalog.config.support.channels.iter();
    channels
        .map(|one| Channel {
            kind: kind_name(one.kind),
            label: one.label[lang].clone(),
            link: one.link.clone(),
        })
        .collect()
}

fn hours(catalog: &Catalog<'_>, lang: Lang) -> Vec<Hours> {
    let locale = &catalog.config.locales[lang];
    let hours = catalog.config.support.hours.iter();
    hours
        .map(|one| Hours {
            first: weekday(one.first),
            last: (one.last != one.first).then(|| weekday(one.last)),
            open: locale.time(one.open),
            close: locale.time(one.close),
        })
        .collect()
}

/// A day of the week as themes know it.
fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

fn payments(catalog: &Catalog<'_>, lang: Lang) -> Vec<Payment> {
    let payments = catalog.config.payments.iter();
    payments
        .map(|one| Payment {
            kind: payment_kind_name(one.kind),
            name: one.name.as_ref().map(|name| name[lang].clone()),
            note: one.note.as_ref().map(|note| note[lang].clone()),
        })
        .collect()
}

fn business(catalog: &Catalog<'_>, lang: Lang) -> Business {
    let business = &catalog.config.business;
    Business {
        legal_name: business.legal_name.as_ref().map(|name| name[lang].clone()),
        trade_licence: business.trade_licence.clone(),
        dbid: business.dbid.clone(),
        tax_id: business.tax_id.clone(),
        address: business.address.as_ref().map_or_else(Vec::new, |address| {
            address.lines(lang, catalog.config.tag(lang), &catalog.config.locales[lang])
        }),
    }
}
