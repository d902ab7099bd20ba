//! Tells a browser what version is shown: once when it asks, and whenever that changes.

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

type Seen = Receiver<Arc<Shown>>;

/// A stream of server-sent events that ends with the server. It holds no value that is shown, only the way to the one of now.
pub(super) struct Events {
    next: Pin<Box<dyn Future<Output = Option<Seen>> + Send>>,
}

impl Events {
    pub(super) fn new(mut seen: Seen) -> Self {
        seen.mark_changed();
        Self { next: Box::pin(changed(seen)) }
    }
}

async fn changed(mut seen: Seen) -> Option<Seen> {
    seen.changed().await.ok()?;
    Some(seen)
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
        let version = seen.borrow_and_update().version();
        this.next = Box::pin(changed(seen));
        Poll::Ready(Some(Ok(Frame::data(format!("retry: 500\ndata: {version}\n\n").into()))))
    }
}
