//! A mail server that counts what arrives, and that can die when it has taken a mail and not yet said so.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rendezvous::mail::reading::{self, OpenedMail};

/// Mails as they arrived, by Message-ID.
pub type Arrived = BTreeMap<String, Vec<Mail>>;

/// One copy of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub recipient: String,
    pub source: String,
}

/// The server.
pub struct MailServer {
    port: u16,
    kept: Arc<Kept>,
}

#[derive(Default)]
struct Kept {
    arrived: Mutex<Arrived>,
    /// Ends the conversation when it has taken each so many mails; 0 for never.
    dies_after: AtomicUsize,
    /// How often it still does.
    deaths_left: AtomicUsize,
    taken: AtomicUsize,
}

impl MailServer {
    /// Listens on a free port for as long as the tests run.
    pub fn start() -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let kept = Arc::new(Kept::default());
        let shared = Arc::clone(&kept);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&shared);
                // A line that breaks is what these tests are about.
                std::thread::spawn(move || talk(&stream, &kept).ok());
            }
        });
        MailServer { port, kept }
    }

    /// Hangs up after every so many mails, so many times: when the mail is taken and before it says so.
    pub fn dies_after_each(&self, mails: usize, times: usize) {
        self.kept.dies_after.store(mails, Ordering::Relaxed);
        self.kept.deaths_left.store(times, Ordering::Relaxed);
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Everything that has arrived.
    pub fn arrived(&self) -> Arrived {
        self.kept.arrived.lock().clone()
    }

    /// The latest mail to an address whose text holds a word.
    pub fn latest_to(&self, address: &str, word: &str) -> Option<OpenedMail> {
        let arrived = self.kept.arrived.lock();
        let to = arrived.values().flatten().filter(|mail| mail.recipient == address);
        to.filter_map(|mail| reading::open(&mail.source)).rfind(|mail| mail.text.contains(word))
    }
}

fn talk(stream: &TcpStream, kept: &Kept) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    out.write_all(b"220 sink ESMTP\r\n")?;
    let mut recipient = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        match line.get(..4).map(str::to_uppercase).as_deref() {
            Some("RCPT") => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_string();
                out.write_all(b"250 ok\r\n")?;
            }
            Some("DATA") => {
                out.write_all(b"354 go on\r\n")?;
                let source = read_mail(&mut lines)?;
                if keep(kept, &recipient, source) {
                    return stream.shutdown(Shutdown::Both);
                }
                out.write_all(b"250 taken\r\n")?;
            }
            Some("QUIT") => return out.write_all(b"221 bye\r\n"),
            _ => out.write_all(b"250 ok\r\n")?,
        }
    }
}

/// A mail up to its final dot; nothing if the line breaks before.
fn read_mail(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut source = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(source);
        }
        source.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// Keeps a mail; says whether the server dies now.
fn keep(kept: &Kept, recipient: &str, source: String) -> bool {
    let id =
        source.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_string();
    kept.arrived.lock().entry(id).or_default().push(Mail { recipient: recipient.to_string(), source });
    let taken = kept.taken.fetch_add(1, Ordering::Relaxed) + 1;
    let every = kept.dies_after.load(Ordering::Relaxed);
    let is_time = every > 0 && taken.is_multiple_of(every);
    let left = &kept.deaths_left;
    is_time && left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).is_ok()
}
