//! The host that the output is made for.

use super::shop::{SiteAddress, fault};
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
    pub(super) fn read(written: Option<&schema::Deploy>, site: &SiteAddress, takes_orders: bool, found: &mut Diagnostics) -> Self {
        let Some(written) = written else { return Self { host: Host::None, domain: None } };
        if written.host.value == Host::Github && takes_orders {
            found.push(Diagnostic::warning(Code::HOST_GITHUB_SHOP).at(super::shop::place(&written.host)));
        }
        let domain = written.domain.as_ref().and_then(|at| {
            let sound = written.host.value == Host::Github && site.origin == format!("https://{}", at.value);
            if !sound {
                found.push(fault(Code::HOST_DOMAIN, at).with("value", &at.value).with("origin", &site.origin));
            }
            sound.then(|| at.value.clone())
        });
        Self { host: written.host.value, domain }
    }
}
