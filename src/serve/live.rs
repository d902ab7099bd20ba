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

use crate::{
    base::{address::Address, hash::Digest},
    pipeline::Site,
    render::Content,
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
    ask: Sender<Question>,
    gone: AtomicBool,
}

/// Asks for the bytes of one address.
pub(super) struct Question {
    place: usize,
    answer: oneshot::Sender<Option<Vec<u8>>>,
}

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
        let base = site.catalog.config.site.base.clone();
        (
            Self { digest: site.digest(), base, addresses, places, ask, gone: AtomicBool::new(false) },
            questions,
        )
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

    /// The bytes of an address; `None` when they cannot be made now.
    pub(super) async fn bytes(&self, place: usize) -> Option<Vec<u8>> {
        let (answer, told) = oneshot::channel();
        // A question that cannot be sent is dropped, and its answer with it.
        let _ = self.ask.send(Question { place, answer });
        match told.await {
            Ok(bytes) => bytes,
            Err(_) => {
                self.gone.store(true, Ordering::Relaxed);
                None
            }
        }
    }
}

/// Answers until nobody can ask any more.
pub(super) fn tell(site: &Site<'_>, questions: &Receiver<Question>) {
    let rendered = site.renderer.rendered();
    while let Ok(Question { place, answer }) = questions.recv() {
        if answer.is_closed() {
            continue;
        }
        let bytes = match rendered.maker.make(place, None).content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Same | Content::Nothing => None,
        };
        // Whoever asked may have left.
        let _ = answer.send(bytes);
    }
}
