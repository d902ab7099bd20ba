//! Tells a browser what version is shown, of the shop and of the inbox: once when it asks, and whenever that changes.

use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use hyper::body::{Body, Bytes, Frame};
use tokio::sync::watch::Receiver;

use super::shown::Shown;

/// What is shown and, for the page of the inbox, the number of changes there.
#[derive(Clone)]
pub(super) struct Seen {
    pub(super) shown: Receiver<Arc<Shown>>,
    pub(super) orders: Option<Receiver<u64>>,
}

impl Seen {
    /// Names what is shown now.
    pub(super) fn version(&self) -> String {
        let shown = self.shown.borrow().version();
        match &self.orders {
            Some(orders) => format!("{shown}-{}", *orders.borrow()),
            None => shown,
        }
    }

    /// Waits for another version; `None` when the server ends.
    async fn changed(mut self) -> Option<Self> {
        match &mut self.orders {
            Some(orders) => tokio::select! {
                change = self.shown.changed() => change.ok()?,
                change = orders.changed() => change.ok()?,
            },
            None => self.shown.changed().await.ok()?,
        }
        Some(self)
    }

    fn mark(&mut self) {
        self.shown.borrow_and_update();
        if let Some(orders) = &mut self.orders {
            orders.borrow_and_update();
        }
    }
}

/// A stream of server-sent events that ends with the server. It holds no value that is shown, only the way to the one of now.
pub(super) struct Events {
    next: Pin<Box<dyn Future<Output = Option<Seen>> + Send>>,
}

impl Events {
    pub(super) fn new(mut seen: Seen) -> Self {
        seen.shown.mark_changed();
        Self { next: Box::pin(seen.changed()) }
    }
}

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        let Some(mut seen) = ready!(this.next.as_mut().poll(context)) else { return Poll::Ready(None) };
        seen.mark();
        let version = seen.version();
        this.next = Box::pin(seen.changed());
        Poll::Ready(Some(Ok(Frame::data(format!("retry: 500\ndata: {version}\n\n").into()))))
    }
}
