//! A mail server that answers at once.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Outcome;

/// A mail server that takes everything and forgets it.
pub struct Sink {
    pub url: String,
    taken: Arc<AtomicUsize>,
}

impl Sink {
    pub fn begin() -> Outcome<Sink> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let taken = Arc::new(AtomicUsize::new(0));
        let sink = Sink { url: format!("smtp://{}", listener.local_addr()?), taken: Arc::clone(&taken) };
        std::thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                let taken = Arc::clone(&taken);
                std::thread::spawn(move || talk(line, &taken));
            }
        });
        Ok(sink)
    }

    /// How many mails it has taken.
    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }
}

fn talk(mut line: TcpStream, taken: &AtomicUsize) -> std::io::Result<()> {
    line.set_nodelay(true)?;
    let mut heard = BufReader::new(line.try_clone()?);
    line.write_all(b"220 sink\r\n")?;
    let mut words = String::new();
    let mut in_text = false;
    loop {
        words.clear();
        if heard.read_line(&mut words)? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match words.trim_end() {
            "." if in_text => {
                in_text = false;
                taken.fetch_add(1, Ordering::Relaxed);
                b"250 taken\r\n"
            }
            _ if in_text => continue,
            "DATA" => {
                in_text = true;
                b"354 go on\r\n"
            }
            "QUIT" => return line.write_all(b"221 bye\r\n"),
            _ => b"250 ok\r\n",
        };
        line.write_all(answer)?;
    }
}

/// A connection that hands mails over.
pub struct Client {
    heard: BufReader<TcpStream>,
}

impl Client {
    /// Opens it, and greets.
    pub fn begin(url: &str) -> Outcome<Client> {
        let stream = TcpStream::connect(url.trim_start_matches("smtp://"))?;
        stream.set_nodelay(true)?;
        let mut client = Client { heard: BufReader::new(stream) };
        // Its greeting comes before anything is said.
        client.heard.read_line(&mut String::new())?;
        client.say("EHLO bench\r\n")?;
        Ok(client)
    }

    /// Hands a mail over, in four turns.
    pub fn send(&mut self) -> Outcome<()> {
        self.say("MAIL FROM:<a@example.org>\r\n")?;
        self.say("RCPT TO:<b@example.org>\r\n")?;
        self.say("DATA\r\n")?;
        self.say("Subject: nothing\r\n\r\nnothing\r\n.\r\n")
    }

    fn say(&mut self, words: &str) -> Outcome<()> {
        self.heard.get_mut().write_all(words.as_bytes())?;
        let mut answer = String::new();
        self.heard.read_line(&mut answer)?;
        if answer.starts_with(['2', '3']) { Ok(()) } else { Err(answer.into()) }
    }
}
