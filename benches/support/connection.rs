//! A connection that asks for pages, one after the other, as a browser does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::Outcome;

/// A connection that stays open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    cookies: String,
}

impl Connection {
    /// To a site, with what a browser sends of itself.
    pub fn open(base: &str, cookies: String) -> Outcome<Connection> {
        let host = base.trim_start_matches("http://").to_string();
        let stream = TcpStream::connect(&host)?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream: BufReader::new(stream), host, cookies })
    }

    /// Asks for a page and reads its answer; gives how many bytes came over the wire.
    pub fn get(&mut self, path: &str) -> Outcome<usize> {
        let Connection { host, cookies, .. } = &*self;
        let ask = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\naccept-encoding: gzip\r\ncookie: {cookies}\r\naccept-language: en\r\n\r\n"
        );
        self.stream.get_mut().write_all(ask.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        if !line.starts_with("HTTP/1.1 200") {
            return Err(format!("{path}: {line}").into());
        }
        let (mut length, mut is_chunked) = (0, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let head = line.trim().to_ascii_lowercase();
            match head.split_once(": ") {
                Some(("content-length", value)) => length = value.parse()?,
                Some(("transfer-encoding", "chunked")) => is_chunked = true,
                None if head.is_empty() => break,
                _ => {}
            }
        }
        if !is_chunked {
            self.stream.read_exact(&mut vec![0; length])?;
            return Ok(length);
        }
        let mut all = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16)?;
            self.stream.read_exact(&mut vec![0; size + 2])?;
            if size == 0 {
                return Ok(all);
            }
            all += size;
        }
    }
}
