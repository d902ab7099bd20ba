//! As little of a browser as a test needs. Every wait has a deadline.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

const DEADLINE: Duration = Duration::from_secs(120);

/// An answer.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Got {
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Sends one request as written, but for the lines that every request has.
pub(super) fn ask(port: u16, line: &str, headers: &[(&str, &str)]) -> Got {
    let host = format!("localhost:{port}");
    let mut all = vec![("Host", host.as_str()), ("Connection", "close")];
    all.retain(|(name, _)| !headers.iter().any(|(given, _)| given == name));
    all.extend(headers);
    answer(send(port, line, &all))
}

fn answer(mut stream: TcpStream) -> Got {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    Got { status: head.split(' ').nth(1).unwrap().parse().unwrap(), head, body: bytes[end + 4..].to_vec() }
}

/// `GET`.
pub(super) fn get(port: u16, path: &str) -> Got {
    ask(port, &format!("GET {path} HTTP/1.1"), &[])
}

/// `POST` of a form, as a browser sends it from a page of this server.
pub(super) fn post(port: u16, path: &str, body: &str, headers: &[(&str, &str)]) -> Got {
    let (host, origin) = (format!("localhost:{port}"), format!("http://localhost:{port}"));
    let length = body.len().to_string();
    let mut all = vec![
        ("Host", host.as_str()),
        ("Connection", "close"),
        ("Origin", &origin),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Length", &length),
    ];
    all.retain(|(name, _)| !headers.iter().any(|(given, _)| given == name));
    all.extend(headers.iter().filter(|(_, value)| !value.is_empty()));
    let mut stream = send(port, &format!("POST {path} HTTP/1.1"), &all);
    // A server that does not want it may have closed.
    let _ = stream.write_all(body.as_bytes());
    answer(stream)
}

/// What a page's script would hear.
pub(super) struct Events(BufReader<TcpStream>);

impl Events {
    pub(super) fn of(port: u16) -> Self {
        Self::at(port, "/__posra/events")
    }

    pub(super) fn at(port: u16, path: &str) -> Self {
        let host = format!("localhost:{port}");
        Self(BufReader::new(send(port, &format!("GET {path} HTTP/1.1"), &[("Host", &host)])))
    }

    /// The number in the next version.
    pub(super) fn next(&mut self) -> u64 {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("an event in time") > 0, "the events have ended");
            if let Some(version) = line.trim_end().strip_prefix("data: ") {
                return version.rsplit('-').next().unwrap().parse().unwrap();
            }
        }
    }
}

/// A connection of its own, with `lines` sent.
pub(super) fn send(port: u16, line: &str, headers: &[(&str, &str)]) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    stream.write_all(format!("{line}\r\n{headers}\r\n").as_bytes()).unwrap();
    stream
}
