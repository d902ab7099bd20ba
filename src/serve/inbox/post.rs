//! The body of a form, read within limits: names and values as they were posted, and nothing believed yet.

use std::{error::Error, time::Duration};

use http_body_util::{BodyExt, Limited};
use hyper::{
    HeaderMap, StatusCode,
    body::{Body, Bytes},
    header::{ACCEPT, CONTENT_TYPE},
};
use url::form_urlencoded;

/// Most bytes of a body.
const LIMIT: usize = 64 << 10;

/// Most fields of a form.
const FIELDS: usize = 100;

/// Time to send it in.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a form posted, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::serve) struct Form {
    pub(super) fields: Vec<(String, String)>,
    /// Whether a script asks, which wants to stay on its page.
    pub(super) json: bool,
}

impl Form {
    /// Reads a body; else why not: a status and the key of a sentence.
    pub(super) async fn read<B>(headers: &HeaderMap, body: B) -> Result<Self, (StatusCode, &'static str)>
    where
        B: Body<Data = Bytes>,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let unread = (StatusCode::BAD_REQUEST, "inbox.unread");
        let large = (StatusCode::PAYLOAD_TOO_LARGE, "inbox.large");
        if !is_form(headers) {
            return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, "inbox.unread"));
        }
        if body.size_hint().lower() > LIMIT as u64 {
            return Err(large);
        }
        let whole = tokio::time::timeout(PATIENCE, Limited::new(body, LIMIT).collect()).await;
        let bytes = match whole.map_err(|_| (StatusCode::REQUEST_TIMEOUT, "inbox.unread"))? {
            Ok(body) => body.to_bytes(),
            Err(fault) if fault.is::<http_body_util::LengthLimitError>() => return Err(large),
            Err(_) => return Err(unread),
        };
        let fields: Vec<_> = form_urlencoded::parse(&bytes).into_owned().take(FIELDS + 1).collect();
        if fields.len() > FIELDS {
            return Err(large);
        }
        Ok(Self { fields, json: wants_json(headers) })
    }

    /// The first value of a field, without the spaces around it; empty when there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        let first = self.fields.iter().find(|(one, _)| one == name);
        first.map_or("", |(_, value)| value.trim())
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json")
}
