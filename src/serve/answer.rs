//! A request becomes an answer. No part of a request is ever a path of a file: an address is found whole, or not.

use std::{error::Error, sync::Arc};

use http_body_util::{Either, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Body, Bytes},
    header::{self, HeaderName, HeaderValue},
};
use tokio::sync::watch::Receiver;

use super::{
    events::{Events, Seen},
    gate::Gate,
    inbox::{self, Inbox, Inside},
    kind,
    live::Live,
    page,
    shown::Shown,
    signal::Signal,
};
use crate::{
    base::address::Address,
    diag::{Speech, say},
};

/// What is sent.
pub(super) type Sent = Either<Full<Bytes>, Events>;

pub(super) type Answer = Response<Sent>;

/// Where requests are answered.
pub(super) struct Desk {
    pub(super) seen: Receiver<Arc<Shown>>,
    pub(super) gate: Gate,
    pub(super) speech: Speech,
    pub(super) inbox: Inbox,
    signal: Arc<Signal>,
}

impl Desk {
    pub(super) fn new(
        seen: Receiver<Arc<Shown>>,
        port: u16,
        speech: Speech,
        inbox: Inbox,
        signal: Arc<Signal>,
    ) -> Self {
        Self { seen, gate: Gate::new(port), speech, inbox, signal }
    }

    /// Answers one request.
    pub(super) async fn answer<B>(&self, request: Request<B>) -> Answer
    where
        B: Body<Data = Bytes>,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let (head, body) = request.into_parts();
        let path = head.uri.path();
        let inner = path.starts_with("/__posra/");
        let reads = matches!(head.method, Method::GET | Method::HEAD);
        if !self.gate.lets(&head.uri, &head.headers, inner || !reads) {
            return self.saying(StatusCode::FORBIDDEN, "serve.foreign");
        }
        match head.method {
            _ if reads => {}
            Method::POST => return self.posted(&head, body).await,
            _ => return self.no_post(),
        }
        if inner {
            return self.own(path).await;
        }
        let shown = Arc::clone(&self.seen.borrow());
        match &shown.site {
            Some(site) => self.of_shop(site, &shown, path, head.uri.query()).await,
            None => self.without_site(&shown),
        }
    }

    /// What belongs to the server and not to the shop.
    async fn own(&self, path: &str) -> Answer {
        match path {
            page::SCRIPT => whole(StatusCode::OK, "text/javascript; charset=utf-8", page::SCRIPT_TEXT),
            page::STYLE => whole(StatusCode::OK, "text/css; charset=utf-8", page::STYLE_TEXT),
            page::INBOX_STYLE => whole(StatusCode::OK, "text/css; charset=utf-8", page::INBOX_STYLE_TEXT),
            page::EVENTS => events(Seen { shown: self.seen.clone(), orders: None }),
            inbox::EVENTS => events(self.with_orders()),
            inbox::ADDRESS => self.orders().await,
            _ => self.saying(StatusCode::NOT_FOUND, "serve.missing"),
        }
    }

    /// The page of the inbox.
    async fn orders(&self) -> Answer {
        // Before the orders are read, so that none which comes meanwhile is missed.
        let version = self.with_orders().version();
        let shown = Arc::clone(&self.seen.borrow());
        let Some(site) = &shown.site else { return self.without_site(&shown) };
        let inside = Inside { version, faulty: shown.faults.is_some() };
        match self.inbox.show(site, inside).await {
            Some(page) => {
                let answer = whole(StatusCode::OK, kind::HTML, page);
                with(answer, header::CONTENT_SECURITY_POLICY, page::INBOX_POLICY)
            }
            None => self.lost(&shown),
        }
    }

    fn with_orders(&self) -> Seen {
        Seen { shown: self.seen.clone(), orders: Some(self.inbox.changes()) }
    }

    /// There never was a good site, or there is none yet.
    pub(super) fn without_site(&self, shown: &Shown) -> Answer {
        let (status, key) = match shown.faults {
            Some(_) => (StatusCode::INTERNAL_SERVER_ERROR, "serve.faulty"),
            None => (StatusCode::SERVICE_UNAVAILABLE, "serve.making"),
        };
        self.plain(status, key, Some(shown))
    }

    async fn of_shop(&self, site: &Live, shown: &Shown, path: &str, query: Option<&str>) -> Answer {
        let base = site.base.as_str();
        if path == "/" && base != "/" || format!("{path}/") == base {
            return moved(base, query);
        }
        let Some(text) = path.strip_prefix(base).and_then(decoded) else {
            return self.missing(site, shown, "").await;
        };
        if let Some(found) = site.find(&text) {
            return self.item(site, shown, found, StatusCode::OK).await;
        }
        match site.find(&format!("{text}/")) {
            Some((_, address)) => moved(&address.link(base), query),
            None => self.missing(site, shown, &text).await,
        }
    }

    /// The shop's own page for what is not there, in the language that the address begins with.
    async fn missing(&self, site: &Live, shown: &Shown, text: &str) -> Answer {
        let first = text.split('/').next().unwrap_or_default();
        let page = site.find(&format!("{first}/404.html")).or_else(|| site.find("404.html"));
        match page {
            Some(found) => self.item(site, shown, found, StatusCode::NOT_FOUND).await,
            None => self.saying(StatusCode::NOT_FOUND, "serve.missing"),
        }
    }

    async fn item(&self, site: &Live, shown: &Shown, found: (usize, &Address), status: StatusCode) -> Answer {
        let (place, address) = found;
        let kind = kind::of(address);
        match site.bytes(place).await {
            Some(html) if kind == kind::HTML => whole(status, kind, page::dressed(&html, shown, self.speech)),
            Some(bytes) => whole(status, kind, bytes),
            None => self.lost(shown),
        }
    }

    /// The store lost a picture, or the site's thread died: another run mends both.
    fn lost(&self, shown: &Shown) -> Answer {
        self.signal.raise();
        self.plain(StatusCode::SERVICE_UNAVAILABLE, "serve.making", Some(shown))
    }

    pub(super) fn saying(&self, status: StatusCode, key: &str) -> Answer {
        self.plain(status, key, None)
    }

    fn plain(&self, status: StatusCode, key: &str, waiting: Option<&Shown>) -> Answer {
        let page = page::plain(&say(self.speech, key, &[]), waiting, self.speech);
        with(whole(status, kind::HTML, page), header::CONTENT_SECURITY_POLICY, page::POLICY)
    }
}

/// The text of a path; `None` when it is none.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Leads to a link that was made of an address of the site.
fn moved(link: &str, query: Option<&str>) -> Answer {
    let target = query.map_or_else(|| link.to_owned(), |query| format!("{link}?{query}"));
    with(whole(StatusCode::FOUND, "text/plain; charset=utf-8", ""), header::LOCATION, &target)
}

fn events(seen: Seen) -> Answer {
    sealed(Response::new(Either::Right(Events::new(seen))), StatusCode::OK, "text/event-stream")
}

pub(super) fn whole(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let body: Bytes = body.into();
    let length = body.len();
    let mut answer = sealed(Response::new(Either::Left(Full::new(body))), status, kind);
    answer.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    answer
}

/// The same for every answer: nothing is stored, guessed, or given to other sites.
fn sealed(mut answer: Answer, status: StatusCode, kind: &'static str) -> Answer {
    *answer.status_mut() = status;
    let fixed = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

pub(super) fn with(mut answer: Answer, name: HeaderName, value: &str) -> Answer {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
    answer
}
