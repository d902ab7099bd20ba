//! What every part of the settings needs: where something was written, and faults about it.

use url::Url;

use crate::{
    diag::{Code, Diagnostic, Place},
    schema::At,
};

/// Name of the settings file.
pub const FILE: &str = "posra.toml";

/// Where something of `posra.toml` was written.
pub(super) fn place<T>(at: &At<T>) -> Place {
    Place::span(FILE, at.span.clone())
}

/// An error at something of `posra.toml`.
pub(super) fn fault<T>(code: Code, at: &At<T>) -> Diagnostic {
    Diagnostic::error(code).at(place(at))
}

/// Whether a URL leads to this machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
