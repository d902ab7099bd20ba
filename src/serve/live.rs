//! A good site, as those see it who ask for its pages.
//!
//! The values of a site live on the thread that made them. [`Live`] is the way to that thread: it knows every
//! address and asks for bytes. When the last `Live` is dropped nobody can ask any more, and [`tell`] returns.

use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
};

use tokio::sync::oneshot;

use super::{answer::decoded, kind};
use crate::{
    base::{address::Address, hash::Digest, language::Lang},
    config::OrderService,
    pipeline::Site,
    plan::Subject,
    render::{Content, Rendered},
};

/// A site that answers.
#[derive(Debug)]
pub(super) struct Live {
    /// Hash of all that the site was made of.
    digest: Digest,
    /// Base path, begins and ends with `/`.
    pub(super) base: String,
    addresses: Vec<Address>,
    places: BTreeMap<String, usize>,
    /// The service that takes the orders.
    pub(super) service: Option<OrderService>,
    /// Path of the thank-you page of the first language.
    pub(super) thanks: String,
    ask: Sender<Question>,
    gone: AtomicBool,
}

/// What is asked of a site.
pub(super) enum Question {
    /// The bytes of one address.
    Bytes(usize, oneshot::Sender<Option<Vec<u8>>>),
    /// Looks at its values.
    Look(Box<Look>),
}

type Look = dyn FnOnce(&Site<'_>) + Send;

impl Live {
    /// The way to `site`, and the end of it for [`tell`].
    pub(super) fn to(site: &Site<'_>) -> (Self, Receiver<Question>) {
        let (ask, questions) = channel();
        let addresses: Vec<Address> = site.plan.items().iter().map(|item| item.address.clone()).collect();
        let mut places = BTreeMap::new();
        for (place, address) in addresses.iter().enumerate() {
            places.insert(address.as_str().to_owned(), place);
            places.insert(address.output_path(), place);
        }
        let config = site.catalog.config;
        let base = config.site.base.clone();
        let live = Self {
            digest: site.digest(),
            service: config.orders.as_ref().map(|orders| orders.service.clone()),
            thanks: Subject::Thanks.address(site.catalog, Lang::FIRST).link(&base),
            base,
            addresses,
            places,
            ask,
            gone: AtomicBool::new(false),
        };
        (live, questions)
    }

    /// What the site was made of; `None` when it cannot answer any more.
    pub(super) fn digest(&self) -> Option<Digest> {
        (!self.gone.load(Ordering::Relaxed)).then_some(self.digest)
    }

    /// The address with exactly this text (decoded, without the base path), also with `index.html` at its end.
    pub(super) fn find(&self, text: &str) -> Option<(usize, &Address)> {
        let place = *self.places.get(text)?;
        Some((place, self.addresses.get(place)?))
    }

    /// The page at a path of this server, as it is asked for.
    pub(super) fn page(&self, path: &str) -> Option<(usize, &Address)> {
        let text = decoded(path.strip_prefix(self.base.as_str())?)?;
        self.find(&text).filter(|(_, address)| kind::of(address) == kind::HTML)
    }

    /// The bytes of an address; `None` when they cannot be made now.
    pub(super) async fn bytes(&self, place: usize) -> Option<Vec<u8>> {
        let (answer, told) = oneshot::channel();
        self.asked(Question::Bytes(place, answer), told).await.flatten()
    }

    /// What `look` sees in the values of the site; `None` when it cannot answer any more.
    pub(super) async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Site<'_>) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, told) = oneshot::channel();
        let look = move |site: &Site<'_>| {
            // Whoever asked may have left.
            let _ = answer.send(look(site));
        };
        self.asked(Question::Look(Box::new(look)), told).await
    }

    async fn asked<T>(&self, question: Question, told: oneshot::Receiver<T>) -> Option<T> {
        // A question that cannot be sent is dropped, and its answer with it.
        let _ = self.ask.send(question);
        let told = told.await.ok();
        self.gone.fetch_or(told.is_none(), Ordering::Relaxed);
        told
    }
}

/// Answers until nobody can ask any more.
pub(super) fn tell(site: &Site<'_>, questions: &Receiver<Question>) {
    let rendered = site.renderer.rendered();
    while let Ok(question) = questions.recv() {
        match question {
            Question::Bytes(_, answer) if answer.is_closed() => {}
            // Whoever asked may have left.
            Question::Bytes(place, answer) => drop(answer.send(bytes(&rendered, place))),
            Question::Look(look) => look(site),
        }
    }
}

/// The bytes of a place, made now.
pub(super) fn bytes(rendered: &Rendered<'_>, place: usize) -> Option<Vec<u8>> {
    match rendered.maker.make(place, None).content {
        Content::Bytes(bytes) => Some(bytes),
        Content::Same | Content::Nothing => None,
    }
}
