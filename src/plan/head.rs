//! The head of a page: titles, alternates, crumbs, sharing, structured data, policy.

use serde_json::Value;

use super::{SitePlan, Subject};
use crate::{
    base::{html::ScriptJson, language::Lang},
    config::Orders,
    view::{self, Alternate, Crumb, Head, Property, Share, SharePicture},
};

/// What differs from page to page.
pub(super) struct Headed {
    pub(super) subject: Subject,
    pub(super) kind: &'static str,
    /// Title without the shop's name.
    pub(super) title: String,
    pub(super) description: String,
    /// The way from the home page, the page itself not among it.
    pub(super) above: Vec<(view::Text, Subject)>,
    /// The language of the title, when it is not the page's.
    pub(super) title_lang: Option<String>,
    pub(super) share_kind: &'static str,
    pub(super) share_picture: Option<SharePicture>,
    pub(super) properties: Vec<Property>,
    /// Nodes of structured data.
    pub(super) data: Vec<Value>,
    /// Whether a form stands on it.
    pub(super) form: bool,
}

impl Headed {
    pub(super) fn new(subject: Subject, kind: &'static str, title: &str, description: &str) -> Self {
        Self {
            subject,
            kind,
            title: title.to_owned(),
            description: description.to_owned(),
            above: Vec::new(),
            title_lang: None,
            share_kind: "website",
            share_picture: None,
            properties: Vec::new(),
            data: Vec::new(),
            form: false,
        }
    }
}

impl SitePlan<'_> {
    /// Makes the head.
    pub(super) fn head(&self, lang: Lang, page: Headed) -> Head {
        let config = self.catalog.config;
        let hidden = page.subject.is_hidden();
        let listed = page.subject.is_listed();
        let shop = config.name[lang].as_str();
        let title = match page.subject {
            Subject::Home => page.title.clone(),
            _ => self.words(lang, "title.full", &[("title", &page.title), ("shop", shop)]),
        };
        let crumbs = self.crumbs(lang, &page);
        let mut data = page.data;
        if !hidden && crumbs.len() > 1 {
            data.push(self.breadcrumb_data(lang, page.subject, &page.above, &page.title));
        }
        Head {
            kind: page.kind,
            title,
            description: page.description,
            canonical: (!hidden).then(|| self.absolute(page.subject.canonical(), lang)),
            alternates: self.alternates(lang, page.subject),
            default_alternate: (listed && config.languages.len() > 1)
                .then(|| self.absolute(page.subject, Lang::FIRST)),
            crumbs,
            share: Share { kind: page.share_kind, picture: page.share_picture, properties: page.properties },
            data: (!data.is_empty()).then(|| {
                ScriptJson::new(&serde_json::json!({ "@context": "https://schema.org", "@graph": data }))
            }),
            policy: self.security(page.subject, page.form),
            hidden,
        }
    }

    fn crumbs(&self, lang: Lang, page: &Headed) -> Vec<Crumb> {
        if page.subject == Subject::Home {
            return Vec::new();
        }
        let home = Crumb {
            title: self.words(lang, "title.home", &[]),
            lang: None,
            link: Some(self.link(Subject::Home, lang)),
        };
        let above = page.above.iter().map(|(title, subject)| Crumb {
            title: title.text.clone(),
            lang: title.lang.clone(),
            link: Some(self.link(*subject, lang)),
        });
        let here = Crumb { title: page.title.clone(), lang: page.title_lang.clone(), link: None };
        std::iter::once(home).chain(above).chain([here]).collect()
    }

    fn alternates(&self, lang: Lang, subject: Subject) -> Vec<Alternate> {
        let config = self.catalog.config;
        config
            .langs()
            .map(|one| {
                // Nobody can be led to a missing page in another language; its switch leads home.
                let target = if subject == Subject::NotFound { Subject::Home } else { subject };
                Alternate {
                    tag: config.tag(one).as_str().to_owned(),
                    name: config.locales[one].language_name(),
                    link: self.link(target, one),
                    absolute: subject.is_listed().then(|| self.absolute(target, one)),
                    current: one == lang,
                }
            })
            .collect()
    }

    fn security(&self, subject: Subject, form: bool) -> String {
        let orders = self.catalog.config.orders.as_ref();
        // The form of the search asks its own page.
        let other = if subject == Subject::Search { "'self'" } else { "'none'" };
        let origins = orders.filter(|_| form).map_or_else(|| vec![other.to_owned()], Orders::form_origins);
        content_policy(&origins, orders.and_then(Orders::origin))
    }
}

/// The content security policy of a page. `connect-src 'self'` keeps checkers of robots.txt content; a script may also
/// post to `service`, on whichever page the buyer comes back to. Nothing inline is ever allowed.
pub(super) fn content_policy(form_origins: &[String], service: Option<String>) -> String {
    let service = service.map_or_else(String::new, |origin| format!(" {origin}"));
    format!(
        "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; \
         connect-src 'self'{service}; manifest-src 'self'; base-uri 'none'; form-action {}",
        form_origins.join(" ")
    )
}
