//! The host that the output is made for.

use super::{shop::SiteAddress, told::fault};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    schema,
};

pub use crate::schema::Host;

/// The host, and what it needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deploy {
    /// The host.
    pub host: Host,
    /// Custom domain, for `CNAME`.
    pub domain: Option<String>,
}

impl Deploy {
    pub(super) fn read(
        written: Option<&schema::Deploy>,
        site: &SiteAddress,
        orders: Option<&schema::Orders>,
        found: &mut Diagnostics,
    ) -> Self {
        let Some(written) = written else { return Self { host: Host::None, domain: None } };
        let host = written.host.value;
        let warning = |code: Code| Diagnostic::warning(code).at(super::told::place(&written.host));
        if host == Host::Github && orders.is_some() {
            found.push(warning(Code::HOST_GITHUB_SHOP));
        }
        let netlify_forms = orders.is_some_and(|orders| orders.service.value == schema::Service::Netlify);
        if netlify_forms && matches!(host, Host::Github | Host::Cloudflare) {
            found.push(warning(Code::HOST_NETLIFY_FORMS).with("value", name(host)));
        }
        let domain = written.domain.as_ref().and_then(|at| {
            let sound = written.host.value == Host::Github && site.origin == format!("https://{}", at.value);
            if !sound {
                found
                    .push(fault(Code::HOST_DOMAIN, at).with("value", &at.value).with("origin", &site.origin));
            }
            sound.then(|| at.value.clone())
        });
        Self { host: written.host.value, domain }
    }
}

/// Name of a host, as it is written.
fn name(host: Host) -> &'static str {
    match host {
        Host::Netlify => "netlify",
        Host::Cloudflare => "cloudflare",
        Host::Github => "github",
        Host::None => "none",
    }
}
