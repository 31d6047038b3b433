//! Connections without a browser: from an address of the test's choice, with bytes that no browser sends.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use socket2::{Domain, Socket, Type};

/// A connection to a server at `http://…`, from an address of this machine.
pub fn connect(from: Ipv4Addr, base: &str) -> std::io::Result<TcpStream> {
    let there: SocketAddr = base.trim_start_matches("http://").parse().unwrap();
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.bind(&SocketAddr::from((from, 0)).into())?;
    socket.connect_timeout(&there.into(), Duration::from_secs(10))?;
    let stream = TcpStream::from(socket);
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_write_timeout(Some(Duration::from_secs(20)))?;
    Ok(stream)
}

/// Status and text of an answer; status 0 if the connection was hung up on without one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    /// A line of its head.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default();
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Reads until the server closes.
pub fn read_all(mut stream: &TcpStream) -> Answer {
    let mut bytes = Vec::new();
    // What came before the connection broke counts.
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Answer { status, text }
}

/// Asks for a page and reads the answer.
pub fn get(from: Ipv4Addr, base: &str, path: &str) -> Answer {
    send(from, base, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
}

/// Sends a whole request and reads the answer.
pub fn send(from: Ipv4Addr, base: &str, request: &str) -> Answer {
    let Ok(mut stream) = connect(from, base) else { return Answer::default() };
    if stream.write_all(request.as_bytes()).is_err() {
        return Answer::default();
    }
    read_all(&stream)
}

/// A form that is sent to a path, with the cookies and the token of a page.
pub fn form(path: &str, cookie: &str, kind: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// What a browser has from a page with a form: its cookie, and the token of the form.
pub fn begun(from: Ipv4Addr, base: &str, path: &str) -> (String, String) {
    let page = get(from, base, path);
    let cookie = page.header("set-cookie").unwrap_or_default().split(';').next().unwrap_or_default();
    let token = page.text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    (cookie.to_string(), token.unwrap_or_default().to_string())
}
