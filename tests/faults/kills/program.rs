//! The program itself as a process: started, killed, stopped.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that runs.
pub struct Program {
    child: Child,
    /// Under another program that looks on, the server is a child of that one.
    watched: bool,
}

impl Program {
    /// Starts a server and waits until it is ready; `None` if it ended before.
    pub fn start(settings: &[(String, String)], under: &[&str]) -> Option<Program> {
        let own = env!("CARGO_BIN_EXE_rendezvous");
        let mut words = under.iter().copied().chain([own, "serve"]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words).env_remove("TEST_DATABASE_URL");
        for name in ["DATABASE_URL", "BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR"] {
            command.env_remove(name);
        }
        command.envs(settings.iter().map(|(name, value)| (name, value)));
        let log = if std::env::var("FAULTS_LOG").is_ok() { Stdio::inherit() } else { Stdio::null() };
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        if lines.map_while(Result::ok).any(|line| line == "ready") {
            return Some(Program { child, watched: !under.is_empty() });
        }
        child.wait().unwrap();
        None
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
        let id = self.child.id().to_string();
        let target = if self.watched { ["-P", id.as_str()] } else { ["", id.as_str()] };
        let status = match target {
            ["-P", id] => Command::new("pkill").args([&format!("-{name}"), "-P", id]).status(),
            [_, id] => Command::new("kill").args([&format!("-{name}"), id]).status(),
        };
        status.unwrap();
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
