//! Files for machines: sitemap, robots, feed, prices.
//!
//! Sources, read 2026-11-21: sitemaps.org protocol 0.9 (50,000 addresses a file),
//! Google "Localized versions" (xhtml:link), RFC 4287 (Atom).

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::{Item, ItemKind, ListKind, SitePlan, Subject, payment, script};
use crate::{
    base::{address::Address, language::Lang},
    catalog::{Catalog, Guide},
    theme::Theme,
};

/// Most addresses in one file of a sitemap.
const SITEMAP_ADDRESSES: usize = 50_000;

/// Most guides in a feed.
const FEED_GUIDES: usize = 50;

/// The address of the feed of a language.
pub(super) fn feed_address(catalog: &Catalog<'_>, lang: Lang) -> Address {
    let tag = (lang != Lang::FIRST).then(|| catalog.config.tag(lang).as_str());
    Address::file(tag.into_iter().chain(["guides", "feed.xml"]))
}

/// Sitemap, robots, feeds and prices.
pub(super) fn items(catalog: &Catalog<'_>, theme: &Theme, subjects: &[Subject]) -> Vec<Item> {
    let item = |address: Address, kind: ListKind| Item { address, kind: ItemKind::List(kind) };
    let mut items = vec![
        item(Address::file(["sitemap.xml"]), ListKind::Sitemap),
        item(Address::file(["robots.txt"]), ListKind::Robots),
    ];
    let listed =
        subjects.iter().filter(|subject| subject.is_listed()).count() * catalog.config.languages.len();
    if listed > SITEMAP_ADDRESSES {
        let parts = listed.div_ceil(SITEMAP_ADDRESSES);
        items.extend((0..parts).map(|part| item(part_address(part), ListKind::SitemapPart(part))));
    }
    if catalog.config.orders.is_some() {
        items.push(item(Address::file(["orders", "prices.json"]), ListKind::Prices));
        items.extend(payment::items(catalog));
    }
    items.extend(script::items(catalog, theme));
    if catalog.config.guides_feed && !catalog.guides.is_empty() {
        items.extend(
            catalog.config.langs().map(|lang| item(feed_address(catalog, lang), ListKind::Feed(lang))),
        );
    }
    items
}

fn part_address(part: usize) -> Address {
    Address::file([format!("sitemap-{}.xml", part + 1).as_str()])
}

/// The bytes of a file for machines.
pub(super) fn text(plan: &SitePlan<'_>, kind: ListKind) -> String {
    match kind {
        ListKind::Sitemap => plan.sitemap(),
        ListKind::SitemapPart(part) => plan.sitemap_part(part),
        ListKind::Robots => plan.robots(),
        ListKind::Prices => plan.prices(),
        ListKind::OrderScript(lang) => plan.order_script(lang),
        ListKind::Search(part) => plan.search_part(part),
        ListKind::Qr(place) => plan.qr(place),
        ListKind::Feed(lang) => plan.feed(lang),
        ListKind::Headers => plan.headers(),
        ListKind::Redirects => plan.redirects(),
        ListKind::Cname => {
            plan.catalog.config.deploy.domain.iter().map(|domain| format!("{domain}\n")).collect()
        }
        ListKind::NoJekyll => String::new(),
    }
}

/// An XML document written in memory. Writing into a `Vec` cannot fail; an error would leave the rest out.
fn document(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| write(&mut writer));
    let mut text = match written {
        Ok(()) => String::from_utf8(writer.into_inner()).unwrap_or_default(),
        Err(_) => String::new(),
    };
    text.push('\n');
    text
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text)).map(drop)
}

impl SitePlan<'_> {
    /// Pages that search engines should know, in the order of addresses.
    fn listed(&self) -> impl Iterator<Item = (Subject, Lang)> + '_ {
        self.items().iter().filter_map(|item| match item.kind {
            ItemKind::Page(subject, lang) if subject.is_listed() => Some((subject, lang)),
            _ => None,
        })
    }

    fn sitemap(&self) -> String {
        let parts: Vec<Address> = self
            .items()
            .iter()
            .filter_map(|item| match item.kind {
                ItemKind::List(ListKind::SitemapPart(part)) => Some(part_address(part)),
                _ => None,
            })
            .collect();
        if parts.is_empty() {
            return self.sitemap_part(0);
        }
        let site = &self.catalog.config.site;
        document(|writer| {
            let index = writer
                .create_element("sitemapindex")
                .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
            index
                .write_inner_content(|writer| {
                    for part in &parts {
                        let link = site.absolute(&part.link(&site.base));
                        writer
                            .create_element("sitemap")
                            .write_inner_content(|writer| element(writer, "loc", &link))?;
                    }
                    Ok(())
                })
                .map(drop)
        })
    }

    fn sitemap_part(&self, part: usize) -> String {
        document(|writer| {
            writer
                .create_element("urlset")
                .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
                .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
                .write_inner_content(|writer| {
                    for (subject, lang) in
                        self.listed().skip(part * SITEMAP_ADDRESSES).take(SITEMAP_ADDRESSES)
                    {
                        writer
                            .create_element("url")
                            .write_inner_content(|writer| self.sitemap_url(writer, subject, lang))?;
                    }
                    Ok(())
                })
                .map(drop)
        })
    }

    fn sitemap_url(&self, writer: &mut Writer<Vec<u8>>, subject: Subject, lang: Lang) -> std::io::Result<()> {
        element(writer, "loc", &self.absolute(subject, lang))?;
        if self.catalog.config.languages.len() > 1 {
            for other in self.langs() {
                writer
                    .create_element("xhtml:link")
                    .with_attribute(("rel", "alternate"))
                    .with_attribute(("hreflang", self.catalog.config.tag(other).as_str()))
                    .with_attribute(("href", self.absolute(subject, other).as_str()))
                    .write_empty()?;
            }
        }
        Ok(())
    }

    fn robots(&self) -> String {
        let site = &self.catalog.config.site;
        let sitemap = site.absolute(&Address::file(["sitemap.xml"]).link(&site.base));
        format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
    }

    fn feed(&self, lang: Lang) -> String {
        let config = self.catalog.config;
        let own = config.site.absolute(&feed_address(self.catalog, lang).link(&config.site.base));
        let guides: Vec<(usize, &Guide<'_>)> =
            self.catalog.guides.iter().enumerate().take(FEED_GUIDES).collect();
        let newest = guides.first().map(|(_, guide)| self.moment(guide)).unwrap_or_default();
        document(|writer| {
            writer
                .create_element("feed")
                .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
                .with_attribute(("xml:lang", config.tag(lang).as_str()))
                .write_inner_content(|writer| {
                    element(writer, "title", &config.name[lang])?;
                    element(writer, "id", &own)?;
                    element(writer, "updated", &newest)?;
                    writer
                        .create_element("link")
                        .with_attribute(("rel", "self"))
                        .with_attribute(("href", own.as_str()))
                        .write_empty()?;
                    writer
                        .create_element("author")
                        .write_inner_content(|writer| element(writer, "name", &config.name[lang]))?;
                    for (place, guide) in &guides {
                        writer
                            .create_element("entry")
                            .write_inner_content(|writer| self.entry(writer, lang, *place, guide))?;
                    }
                    Ok(())
                })
                .map(drop)
        })
    }

    fn entry(
        &self,
        writer: &mut Writer<Vec<u8>>,
        lang: Lang,
        place: usize,
        guide: &Guide<'_>,
    ) -> std::io::Result<()> {
        let link = self.absolute(Subject::Guide(place), lang);
        let words = &guide.words[lang];
        element(writer, "title", &words.title.text)?;
        element(writer, "id", &link)?;
        element(writer, "updated", &self.moment(guide))?;
        writer.create_element("link").with_attribute(("href", link.as_str())).write_empty()?;
        element(writer, "summary", &words.summary.text)
    }

    /// The first moment of a guide's day in the shop's time zone (RFC 3339).
    fn moment(&self, guide: &Guide<'_>) -> String {
        let zoned = guide.date.to_zoned(self.catalog.config.time_zone.clone());
        zoned.map(|moment| moment.timestamp().to_string()).unwrap_or_default()
    }
}
