//! What each host reads, and its limits.
//!
//! Sources, read 2026-11-21: Netlify "Redirects and rewrites" and "Custom headers";
//! Cloudflare Pages "Redirects", "Headers" and "Limits"; GitHub "GitHub Pages limits".

use super::{
    Item, ItemKind, ListKind, SitePlan, Subject,
    head::content_policy,
    list,
    redirect::{self, Alias},
};
use crate::{
    base::address::Address,
    catalog::Catalog,
    config::{Host, Orders},
    diag::{Code, Diagnostic, Diagnostics, Place},
    theme::Theme,
};

/// Most files of a Cloudflare Pages site on the free plan.
const CLOUDFLARE_FILES: usize = 20_000;

/// Most static redirects of Cloudflare Pages.
const CLOUDFLARE_REDIRECTS: usize = 2_000;

/// Most rules of Netlify before it asks for placeholders.
const NETLIFY_REDIRECTS: usize = 10_000;

/// How many aliases the host takes as rules; the rest become pages.
fn rules(host: Host) -> usize {
    match host {
        Host::Netlify => NETLIFY_REDIRECTS,
        Host::Cloudflare => CLOUDFLARE_REDIRECTS,
        Host::Github | Host::None => 0,
    }
}

/// Pages for the aliases that the host takes no rules for.
pub(super) fn redirect_items(catalog: &Catalog<'_>, aliases: &[Alias]) -> Vec<Item> {
    let rest = aliases.iter().skip(rules(catalog.config.deploy.host));
    rest.map(|alias| Item { address: alias.from.clone(), kind: ItemKind::Redirect(alias.to, alias.lang) })
        .collect()
}

/// Files for machines.
pub(super) fn items(catalog: &Catalog<'_>, theme: &Theme, subjects: &[Subject]) -> Vec<Item> {
    let config = catalog.config;
    let mut items = list::items(catalog, theme, subjects);
    let mut add = |name: &str, kind: ListKind| {
        items.push(Item { address: Address::file([name]), kind: ItemKind::List(kind) })
    };
    match config.deploy.host {
        Host::Netlify | Host::Cloudflare => {
            add("_headers", ListKind::Headers);
            if !redirect::aliases(catalog).is_empty() {
                add("_redirects", ListKind::Redirects);
            }
        }
        Host::Github => {
            add(".nojekyll", ListKind::NoJekyll);
            if config.deploy.domain.is_some() {
                add("CNAME", ListKind::Cname);
            }
        }
        Host::None => {}
    }
    items
}

/// Most files that the host takes; `None` where it names no limit.
pub(super) fn most_files(host: Host) -> Option<usize> {
    match host {
        Host::Cloudflare => Some(CLOUDFLARE_FILES),
        Host::Netlify | Host::Github | Host::None => None,
    }
}

/// Tells when the host will not take the site.
pub(super) fn check(catalog: &Catalog<'_>, files: usize, found: &mut Diagnostics) {
    if let Some(most) = most_files(catalog.config.deploy.host).filter(|most| files > *most) {
        found.push(
            Diagnostic::warning(Code::HOST_FILE_COUNT)
                .at(Place::file(crate::config::FILE))
                .with("count", files)
                .with("most", most),
        );
    }
}

impl SitePlan<'_> {
    /// `_headers`: the content security policy with what a `meta` element cannot say, and long lives for files named by their content.
    pub(super) fn headers(&self) -> String {
        let config = self.catalog.config;
        let base = &config.site.base;
        // The search has a form of its own, also where nothing can be ordered.
        let origins =
            config.orders.as_ref().map_or_else(|| vec!["'self'".to_owned()], |orders| orders.form_origins());
        let policy = format!(
            "{}; frame-ancestors 'none'",
            content_policy(&origins, config.orders.as_ref().and_then(Orders::origin))
        );
        let forever = "public, max-age=31536000, immutable";
        format!(
            "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
             Referrer-Policy: strict-origin-when-cross-origin\n  Permissions-Policy: camera=(), microphone=(), geolocation=()\n\n\
             {base}assets/*\n  Cache-Control: {forever}\n\n{base}pictures/*\n  Cache-Control: {forever}\n\n{base}files/*\n  Cache-Control: {forever}\n"
        )
    }

    /// `_redirects`: one rule for each alias, with and without the last `/`.
    pub(super) fn redirects(&self) -> String {
        let base = &self.catalog.config.site.base;
        let aliases = redirect::aliases(self.catalog);
        let mut out = String::new();
        for alias in aliases.iter().take(rules(self.catalog.config.deploy.host)) {
            out.push_str(&format!("{} {} 301\n", alias.from.link(base), self.link(alias.to, alias.lang)));
        }
        out
    }
}
