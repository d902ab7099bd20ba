//! `posra serve`: the shop in a browser while it is being written.
//!
//! In: settings and a port. Out: pages on the loopback, made when they are asked for, and a [`Listener`] that
//! hears what became of each run. The parts, and what passes between them:
//!
//! 1. `folders` watches the shop and raises the one flag of `signal`; however many files change, it is one flag.
//! 2. `keeper` waits for the flag and for quiet, lets `run` make the site anew on a thread of its own, and judges:
//!    a good site takes the place of the last good one, a faulty one leaves it there and its faults beside it.
//!    What is shown now is one value, `shown::Shown`.
//! 3. `door` lets connections in, `gate` says who may ask, `answer` finds the address and asks the `live` site
//!    for its bytes; `page` puts the faults and the reload script into what is sent; `events` tells the browser.
//! 4. Forms of the shop post to the preview itself (`Overrides::orders`): `posted` hands what comes to the `inbox`,
//!    which plays the shop's service, keeps orders in memory, and shows them as `posra orders` does.
//!
//! It must not write to the output, open a file because of a request, or tell a change by comparing clocks.
//! The same river as `build`; no other way of making a page.

mod answer;
mod door;
mod events;
mod folders;
mod gate;
mod inbox;
mod keeper;
mod kind;
mod live;
mod page;
mod posted;
mod run;
mod shown;
mod signal;
#[cfg(test)]
mod tests;

use std::{
    future::Future,
    net::{Ipv4Addr, TcpListener},
    sync::Arc,
    time::Duration,
};

use tokio::sync::watch;

use crate::{
    diag::{Code, Failure, Speech},
    pipeline::{Report, Settings, Watcher},
};
use folders::Folders;
use inbox::Inbox;
use keeper::Keeper;
use shown::Shown;
use signal::Signal;

/// Hears what becomes of the shop, from the thread that keeps it.
pub trait Listener: Watcher + Send {
    /// The shop can be seen at `address`, and what is ordered in the preview at `inbox`.
    fn serving(&self, address: &str, inbox: &str);
    /// A run is over, after so much time.
    fn ended(&self, end: &End<'_>, took: Duration);
}

/// How a run ended.
#[derive(Debug)]
pub enum End<'r> {
    /// All is as it was before.
    Nothing,
    /// The new pages are shown.
    Made(&'r Report),
    /// There are errors. Whether the pages of an earlier run stay.
    Faulty(&'r Report, bool),
    /// The machine failed in this run; the next change is the next try.
    Failed(&'r Failure),
}

/// Serves the shop at `http://localhost:<port>` until Ctrl-C.
pub fn serve(
    settings: Settings,
    port: u16,
    speech: Speech,
    listener: Arc<dyn Listener>,
) -> Result<(), Failure> {
    let server = Server::bind(settings, port, speech, listener)?;
    server.run(async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Nobody can ask to stop: the system ends the process.
            std::future::pending::<()>().await;
        }
    })
}

/// A server that has its port.
struct Server {
    settings: Settings,
    socket: TcpListener,
    port: u16,
    speech: Speech,
    listener: Arc<dyn Listener>,
}

impl Server {
    /// Takes the port; 0 takes any that is free.
    fn bind(
        settings: Settings,
        port: u16,
        speech: Speech,
        listener: Arc<dyn Listener>,
    ) -> Result<Self, Failure> {
        let failed = |cause| Failure::new(Code::FAILURE_PORT, format!("127.0.0.1:{port}"), cause);
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        socket.set_nonblocking(true).map_err(failed)?;
        let port = socket.local_addr().map_err(failed)?.port();
        Ok(Self { settings, socket, port, speech, listener })
    }

    /// Serves until `stop` is over. A run that is going on then is left to end with the process.
    fn run(self, stop: impl Future<Output = ()>) -> Result<(), Failure> {
        let Self { mut settings, socket, port, speech, listener } = self;
        settings.overrides.address = None;
        settings.overrides.origin = Some(format!("http://localhost:{port}"));
        settings.overrides.orders = Some(inbox::ADDRESS.to_owned());
        let inbox = Inbox::new(settings.now);
        let signal = Arc::new(Signal::default());
        let folders = Folders::watch(&settings, &signal)?;
        let (shown, seen) = watch::channel(Arc::new(Shown::default()));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|cause| Failure::new(Code::FAILURE_INTERNAL, "tokio", cause))?;
        Keeper::new(settings, speech, listener, folders, Arc::clone(&signal), shown).start()?;
        let desk = answer::Desk::new(seen, port, speech, inbox, Arc::clone(&signal));
        let over = runtime.block_on(async {
            tokio::select! {
                over = door::open(socket, port, desk) => over,
                () = stop => Ok(()),
            }
        });
        signal.stop();
        over
    }
}
