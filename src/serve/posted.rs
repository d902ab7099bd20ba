//! A post becomes an answer: an order for the inbox, or the button that empties it. Everything else is refused.

use std::{error::Error, sync::Arc};

use hyper::{
    StatusCode,
    body::{Body, Bytes},
    header,
    http::request::Parts,
};

use super::{
    answer::{Answer, Desk, whole, with},
    inbox::{self, Reply},
    kind, page,
    shown::Shown,
};
use crate::diag::say;

const JSON: &str = "application/json";

impl Desk {
    /// Answers a post that the gate let in.
    pub(super) async fn posted<B>(&self, head: &Parts, body: B) -> Answer
    where
        B: Body<Data = Bytes>,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let path = head.uri.path();
        if path == inbox::EMPTY {
            self.inbox.empty();
            return lead(StatusCode::SEE_OTHER, inbox::ADDRESS);
        }
        let shown: Arc<Shown> = Arc::clone(&self.seen.borrow());
        let Some(site) = &shown.site else { return self.without_site(&shown) };
        let page = site.page(path).map(|_| path);
        if path != inbox::ADDRESS && page.is_none() {
            return self.no_post();
        }
        let reply = self.inbox.take(site, &self.gate, head, body, page).await;
        self.replied(reply)
    }

    /// Nothing can be posted there.
    pub(super) fn no_post(&self) -> Answer {
        let answer = self.saying(StatusCode::METHOD_NOT_ALLOWED, "serve.post");
        with(answer, header::ALLOW, "GET, HEAD")
    }

    fn replied(&self, reply: Reply) -> Answer {
        let word = |key: &str| say(self.speech, key, &[]);
        match reply {
            Reply::Json(status, value) => whole(status, JSON, value.to_string()),
            Reply::Lead(status, path) => lead(status, &path),
            Reply::Thanks(back) if back.is_empty() => {
                self.page(StatusCode::OK, "inbox.thanks", &[word("inbox.own_page")], None)
            }
            Reply::Thanks(back) => {
                let back = Some((back.as_str(), word("inbox.way_back")));
                self.page(StatusCode::OK, "inbox.thanks", &[word("inbox.own_page")], back)
            }
            Reply::Faults { faults, json: true } => {
                whole(StatusCode::UNPROCESSABLE_ENTITY, JSON, Reply::errors(&faults).to_string())
            }
            Reply::Faults { faults, .. } => {
                let lines: Vec<String> = faults.into_iter().map(|(_, words)| words).collect();
                self.page(StatusCode::UNPROCESSABLE_ENTITY, "inbox.refused", &lines, None)
            }
            Reply::Refused(status, key, field) => {
                let says = say(self.speech, key, &[("field", field.to_owned())]);
                self.page(status, "inbox.refused", &[says], None)
            }
            Reply::NotHere => self.no_post(),
        }
    }

    fn page(
        &self,
        status: StatusCode,
        title: &str,
        lines: &[String],
        back: Option<(&str, String)>,
    ) -> Answer {
        let page = page::saying(&say(self.speech, title, &[]), lines, back, self.speech);
        with(whole(status, kind::HTML, page), header::CONTENT_SECURITY_POLICY, page::POLICY)
    }
}

/// Leads to a path of this server.
fn lead(status: StatusCode, path: &str) -> Answer {
    with(whole(status, "text/plain; charset=utf-8", ""), header::LOCATION, path)
}
