//! A mail server on loopback that refuses, stalls, drips, hangs up and forgets where a test says so, and remembers what it was
//! told. It speaks plain SMTP (RFC 5321), without TLS.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;
use rendezvous::config::{Secret, TransportConfig};
use rendezvous::mail::transport::{Mailer, SmtpLimits};

/// The points of a conversation at which it may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Greeting,
    Ehlo,
    Auth,
    Mail,
    Rcpt,
    Data,
    /// After the final dot.
    End,
}

impl At {
    /// Each of them, in order.
    pub const ALL: [At; 7] = [At::Greeting, At::Ehlo, At::Auth, At::Mail, At::Rcpt, At::Data, At::End];
}

/// What it does there instead of saying yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lie {
    /// Says this.
    Answer(&'static str),
    /// Says nothing until it is honest again or the client leaves.
    Hang,
    /// Says yes after so long.
    Late(Duration),
    /// Says yes, one byte after each pause.
    Drip(Duration),
    /// Closes the connection.
    HangUp,
}

struct Told {
    at: At,
    /// A part of the recipient's address; every one if empty.
    whom: String,
    lie: Lie,
}

/// A mail that came in whole.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub recipient: String,
    pub message_id: String,
    /// The mail as it came over the wire.
    pub text: String,
}

#[derive(Default)]
struct State {
    lies: Vec<Told>,
    arrivals: Vec<Arrival>,
    commands: Vec<String>,
    connections: usize,
    open: usize,
    most_open: usize,
}

/// The server. It serves until the test ends.
pub struct LyingServer {
    port: u16,
    state: Arc<Mutex<State>>,
}

/// Limits with which a test does not wait for minutes.
pub fn short_limits() -> SmtpLimits {
    let limit = Duration::from_millis(400);
    SmtpLimits { greeting: limit, sender: limit, recipient: limit, data: limit, end: limit, farewell: limit }
}

impl LyingServer {
    /// An honest one, so far.
    pub fn start() -> LyingServer {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let kept = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&kept);
                thread::spawn(move || {
                    {
                        let mut state = state.lock();
                        state.connections += 1;
                        state.open += 1;
                        state.most_open = state.most_open.max(state.open);
                    }
                    // That the client is gone is its good right.
                    let _ = Conversation { stream, state: &state, recipient: String::new() }.hold();
                    state.lock().open -= 1;
                });
            }
        });
        LyingServer { port, state }
    }

    /// Lies at a point to the recipients whose address holds `whom`; before they are named, to everybody.
    pub fn lie(&self, at: At, whom: &str, lie: Lie) {
        self.state.lock().lies.push(Told { at, whom: whom.to_string(), lie });
    }

    /// Tells no more lies, also to those who wait.
    pub fn be_honest(&self) {
        self.state.lock().lies.clear();
    }

    /// Mails that came in whole, in their order, whether or not it then said yes.
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.state.lock().arrivals.clone()
    }

    /// Their recipients' local parts, in their order.
    pub fn arrived(&self) -> Vec<String> {
        let local = |mail: Arrival| mail.recipient.split('@').next().unwrap_or_default().to_string();
        self.arrivals().into_iter().map(local).collect()
    }

    /// Every command, in its order.
    pub fn commands(&self) -> Vec<String> {
        self.state.lock().commands.clone()
    }

    /// How many connections were opened so far.
    pub fn connections(&self) -> usize {
        self.state.lock().connections
    }

    /// How many were open at once at most.
    pub fn most_open(&self) -> usize {
        self.state.lock().most_open
    }

    /// The setting that leads here, with a log-in such as `user:secret@` or none.
    pub fn setting(&self, scheme: &str, login: &str) -> TransportConfig {
        TransportConfig::Smtp(Secret::new(format!("{scheme}://{login}127.0.0.1:{}", self.port)))
    }

    /// The way here.
    pub fn mailer(&self, limits: SmtpLimits) -> Mailer {
        Mailer::within(&self.setting("smtp", ""), limits).unwrap()
    }
}

struct Conversation<'a> {
    stream: TcpStream,
    state: &'a Mutex<State>,
    recipient: String,
}

impl Conversation<'_> {
    fn hold(&mut self) -> std::io::Result<()> {
        let mut lines = BufReader::new(self.stream.try_clone()?);
        if !self.say(At::Greeting, "220 liar ESMTP")? {
            return Ok(());
        }
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let command = line.trim_end().to_string();
            self.state.lock().commands.push(command.clone());
            let word = command.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let goes_on = match word.as_str() {
                "EHLO" => self.say(At::Ehlo, "250-liar\r\n250 AUTH PLAIN")?,
                "AUTH" => self.say(At::Auth, "235 welcome")?,
                "MAIL" => self.say(At::Mail, "250 fine")?,
                "RCPT" => {
                    let named = command.split(['<', '>']).nth(1).unwrap_or_default();
                    self.recipient = named.to_string();
                    self.say(At::Rcpt, "250 fine")?
                }
                "DATA" => self.take(&mut lines)?,
                "QUIT" => {
                    self.stream.write_all(b"221 bye\r\n")?;
                    false
                }
                _ => self.stream.write_all(b"250 fine\r\n").map(|()| true)?,
            };
            if !goes_on {
                return Ok(());
            }
        }
    }

    fn take(&mut self, lines: &mut impl BufRead) -> std::io::Result<bool> {
        let refuses = matches!(self.lie(At::Data), Some(Lie::Answer(_)));
        if !self.say(At::Data, "354 go on")? || refuses {
            return Ok(refuses);
        }
        let mut text = String::new();
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line)? == 0 {
                return Ok(false);
            }
            if line.trim_end_matches(['\r', '\n']) == "." {
                break;
            }
            text.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
        let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default();
        let message_id = id.trim().to_string();
        let arrival = Arrival { recipient: self.recipient.clone(), message_id, text };
        if !matches!(self.lie(At::End), Some(Lie::Answer(_))) {
            self.state.lock().arrivals.push(arrival);
        }
        self.say(At::End, "250 taken")
    }

    fn lie(&self, at: At) -> Option<Lie> {
        let state = self.state.lock();
        let told = state.lies.iter().find(|told| told.at == at && self.recipient.contains(&told.whom));
        told.map(|told| told.lie.clone())
    }

    /// Says yes, or lies; gives whether the conversation goes on.
    fn say(&mut self, at: At, yes: &str) -> std::io::Result<bool> {
        let yes = format!("{yes}\r\n");
        match self.lie(at) {
            None => self.stream.write_all(yes.as_bytes())?,
            Some(Lie::Answer(answer)) => {
                self.stream.write_all(format!("{answer}\r\n").as_bytes())?;
                return Ok(!answer.starts_with("421"));
            }
            Some(Lie::Hang) => {
                self.hang(at)?;
                return Ok(false);
            }
            Some(Lie::Late(pause)) => {
                thread::sleep(pause);
                self.stream.write_all(yes.as_bytes())?;
            }
            Some(Lie::Drip(pause)) => {
                for byte in yes.as_bytes() {
                    thread::sleep(pause);
                    self.stream.write_all(&[*byte])?;
                }
            }
            Some(Lie::HangUp) => return Ok(false),
        }
        Ok(true)
    }

    fn hang(&mut self, at: At) -> std::io::Result<()> {
        self.stream.set_read_timeout(Some(Duration::from_millis(20)))?;
        let mut byte = [0];
        while self.lie(at) == Some(Lie::Hang) {
            match self.stream.read(&mut byte) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error)
                    if matches!(
                        error.kind(),
                        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
                    ) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
