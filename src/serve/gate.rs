//! Who may ask.
//!
//! A browser carries requests of any website to the loopback. A name that a stranger's server points at 127.0.0.1
//! shows in `Host` (DNS rebinding), a page of another origin in `Origin` and `Sec-Fetch-Site`.

use hyper::{
    HeaderMap, Uri,
    header::{HOST, HeaderName, ORIGIN},
};
use url::Url;

/// The names of this server.
#[derive(Debug)]
pub(super) struct Gate {
    hosts: Vec<String>,
}

impl Gate {
    /// The names of the loopback with `port`.
    pub(super) fn new(port: u16) -> Self {
        let names = ["localhost", "127.0.0.1", "[::1]"];
        let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.map(str::to_owned));
        }
        Self { hosts }
    }

    /// The path and query of an address of this server, so that nobody is led anywhere else.
    pub(super) fn own_path(&self, address: &str) -> Option<String> {
        let url = Url::parse(address).ok().filter(|url| url.scheme() == "http")?;
        let host = format!("{}:{}", url.host_str()?, url.port_or_known_default()?);
        let path = url.path();
        // `//host/` would be another host's.
        let own = self.hosts.contains(&host) && !path.starts_with("//");
        own.then(|| url.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
    }

    /// Whether a request may be answered. `inner` addresses are for this server's own pages, not even for a link from elsewhere.
    pub(super) fn lets(&self, uri: &Uri, headers: &HeaderMap, inner: bool) -> bool {
        self.is_host(uri, headers) && self.is_own_origin(headers) && is_own_site(headers, inner)
    }

    fn is_host(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let known = |name: &str| self.hosts.iter().any(|host| host.eq_ignore_ascii_case(name));
        let mut hosts = headers.get_all(HOST).iter();
        let one = hosts.next().and_then(|host| host.to_str().ok()).is_some_and(known);
        let full = uri.authority().is_none_or(|authority| known(authority.as_str()));
        one && hosts.next().is_none() && full
    }

    fn is_own_origin(&self, headers: &HeaderMap) -> bool {
        let own = |origin: &str| {
            origin.strip_prefix("http://").is_some_and(|host| self.hosts.iter().any(|known| known == host))
        };
        headers.get_all(ORIGIN).iter().all(|origin| origin.to_str().is_ok_and(own))
    }
}

/// Another site may link here, which opens a page of its own, and nothing else.
fn is_own_site(headers: &HeaderMap, inner: bool) -> bool {
    match fetched(headers, "sec-fetch-site") {
        None | Some("same-origin" | "none") => true,
        Some(_) => {
            let followed = fetched(headers, "sec-fetch-mode") == Some("navigate");
            !inner && followed && fetched(headers, "sec-fetch-dest") == Some("document")
        }
    }
}

/// What the browser says of a request; something unreadable counts as said.
fn fetched<'h>(headers: &'h HeaderMap, name: &'static str) -> Option<&'h str> {
    headers.get(HeaderName::from_static(name)).map(|value| value.to_str().unwrap_or("?"))
}
