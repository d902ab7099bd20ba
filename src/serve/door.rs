//! Lets connections in: on the loopback only, so many at once, and none that never finishes its question.

use std::{
    collections::VecDeque,
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use hyper::{
    Request,
    body::{Body, Bytes, Frame, Incoming, SizeHint},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    task::AbortHandle,
};

use super::answer::{Desk, Sent};
use crate::diag::{Code, Failure};

/// Connections at once.
const SEATS: usize = 256;

/// Bytes of a request before its body.
const HEADER: usize = 16 << 10;

/// Time to send them in.
const PATIENCE: Duration = Duration::from_secs(10);

/// After a connection could not be taken, mostly because too many files are open.
const PAUSE: Duration = Duration::from_millis(50);

/// Takes connections for ever.
pub(super) async fn open(socket: std::net::TcpListener, port: u16, desk: Desk) -> Result<(), Failure> {
    let failed = |cause| Failure::new(Code::FAILURE_PORT, format!("127.0.0.1:{port}"), cause);
    let socket = TcpListener::from_std(socket).map_err(failed)?;
    let desk = Arc::new(desk);
    let mut seats = Seats::default();
    loop {
        match socket.accept().await {
            Ok((stream, _)) => seats.give(stream, &desk),
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// The connections of now, oldest first.
#[derive(Default)]
struct Seats {
    taken: VecDeque<Seat>,
}

struct Seat {
    /// Whether an answer is under way.
    busy: Arc<AtomicBool>,
    handle: AbortHandle,
}

impl Seats {
    /// When all seats are taken, the oldest connection that is not being answered goes: whoever sends slowly, or nothing, keeps nobody out.
    fn give(&mut self, stream: TcpStream, desk: &Arc<Desk>) {
        self.taken.retain(|seat| !seat.handle.is_finished());
        if self.taken.len() >= SEATS {
            let idle = self.taken.iter().position(|seat| !seat.busy.load(Ordering::Relaxed));
            match idle.and_then(|place| self.taken.remove(place)) {
                Some(seat) => seat.handle.abort(),
                None => return,
            }
        }
        let busy = Arc::new(AtomicBool::new(false));
        let task = tokio::spawn(connection(stream, Arc::clone(desk), Arc::clone(&busy)));
        self.taken.push_back(Seat { busy, handle: task.abort_handle() });
    }
}

async fn connection(stream: TcpStream, desk: Arc<Desk>, busy: Arc<AtomicBool>) {
    // Only a matter of speed.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let (desk, seat) = (Arc::clone(&desk), Arc::clone(&busy));
        async move {
            // Whoever still sends a body may be slow at it: no answer is under way yet.
            let whole = request.body().is_end_stream().then(|| Busy::new(&seat));
            let answer = desk.answer(request).await;
            let busy = whole.unwrap_or_else(|| Busy::new(&seat));
            Ok::<_, Infallible>(answer.map(|body| Held { body, _busy: busy }))
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_header_size(HEADER);
    // A connection that breaks concerns nobody but its browser.
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}

/// An answer is under way as long as this lives.
struct Busy(Arc<AtomicBool>);

impl Busy {
    fn new(busy: &Arc<AtomicBool>) -> Self {
        busy.store(true, Ordering::Relaxed);
        Self(Arc::clone(busy))
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// A body that keeps its seat until it is sent.
struct Held {
    body: Sent,
    _busy: Busy,
}

impl Body for Held {
    type Data = Bytes;
    type Error = <Sent as Body>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
