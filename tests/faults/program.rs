//! The program itself as a process: started, killed, stopped.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that runs; it is killed when it is dropped.
pub struct Program {
    child: Child,
    /// Under another program that looks on, the server is a child of that one.
    watched: bool,
}

impl Program {
    /// Starts a server with these settings, under another program if words are given, and waits until it is ready; `None`
    /// if it ended before.
    pub fn start(settings: &[(&str, String)], under: &[&str], log: Stdio) -> Option<Program> {
        let own = env!("CARGO_BIN_EXE_rendezvous");
        let mut words = under.iter().copied().chain([own, "serve"]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words);
        for name in ["DATABASE_URL", "BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR"] {
            command.env_remove(name);
        }
        command.envs(settings.iter().map(|(name, value)| (name, value)));
        for name in ["MAILS_PER_MINUTE", "MAILS_BURST", "SIGN_INS_PER_MINUTE"] {
            command.env(name, "1000000");
        }
        command.env("CONNECTIONS_PER_NETWORK", "60000").env("MAILS_WAIT", "0");
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let is_ready = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok)
            .any(|line| line == "ready");
        let program = Program { child, watched: !under.is_empty() };
        is_ready.then_some(program)
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// Whether it runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Asks it to stop, and says how long that took; `None` if it does not within a minute.
    pub fn stop(mut self) -> Option<Duration> {
        let begun = Instant::now();
        self.signal("TERM");
        while begun.elapsed() < Duration::from_secs(60) {
            if !self.runs() {
                return Some(begun.elapsed());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    fn signal(&self, name: &str) {
        let (signal, id) = (format!("-{name}"), self.child.id().to_string());
        let done = if self.watched {
            Command::new("pkill").args([signal.as_str(), "-P", id.as_str()]).status()
        } else {
            Command::new("kill").args([signal, id]).status()
        };
        done.unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.runs() {
            self.signal("KILL");
            let _ = self.child.wait();
        }
    }
}
