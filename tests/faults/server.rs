//! One server of an installation: the program, started at its port again and again.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::program::Program;
use crate::support::visitor::Visitor;

/// A server that runs, or does not just now.
pub struct Server {
    /// From 0.
    pub number: usize,
    port: u16,
    settings: Vec<(&'static str, String)>,
    program: Mutex<Option<Program>>,
    starts: AtomicUsize,
    kills: AtomicUsize,
}

impl Server {
    /// One that does not run yet, with a data folder and settings of its own.
    pub fn new(number: usize, data: &PathBuf, mut settings: Vec<(&'static str, String)>) -> Server {
        fs::create_dir_all(data).unwrap();
        // A port that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        settings.push(("LISTEN", format!("127.0.0.1:{port}")));
        settings.push(("DATA_DIR", data.display().to_string()));
        Server {
            number,
            port,
            settings,
            program: Mutex::default(),
            starts: AtomicUsize::new(0),
            kills: AtomicUsize::new(0),
        }
    }

    /// Starts the program, under another one if words are given. Says whether it came up.
    pub fn start(&self, under: &[&str]) -> bool {
        let log = if std::env::var("FAULTS_LOG").is_ok() { Stdio::inherit() } else { Stdio::null() };
        let started = Program::start(&self.settings, under, log);
        let is_up = started.is_some();
        *self.program.lock() = started;
        self.starts.fetch_add(1, Ordering::SeqCst);
        is_up
    }

    /// `kill -9`.
    pub fn kill(&self) {
        if let Some(program) = self.program.lock().take() {
            self.kills.fetch_add(1, Ordering::SeqCst);
            program.kill();
        }
    }

    /// Notes that the program was killed from outside, if it was.
    pub fn was_killed(&self) -> bool {
        let mut program = self.program.lock();
        let is_dead = program.as_mut().is_some_and(|program| !program.runs());
        if is_dead {
            program.take();
            self.kills.fetch_add(1, Ordering::SeqCst);
        }
        is_dead
    }

    /// Stops it as an operator does, and says how long that took; `None` if it did not stop, or was not running.
    pub fn stop(&self) -> Option<Duration> {
        self.program.lock().take().and_then(Program::stop)
    }

    /// The number of its process, which runs.
    pub fn process(&self) -> u32 {
        self.program.lock().as_ref().unwrap().process()
    }

    /// How often it was started.
    pub fn starts(&self) -> usize {
        self.starts.load(Ordering::SeqCst)
    }

    /// How often it was killed.
    pub fn kills(&self) -> usize {
        self.kills.load(Ordering::SeqCst)
    }

    /// Whether it has gone down since it had been started so often. A line may break a moment before its process is seen to
    /// have ended.
    pub fn breaks_since(&self, starts: usize) -> bool {
        let seen = Instant::now();
        loop {
            let is_down = self.program.lock().as_mut().is_none_or(|program| !program.runs());
            if is_down || self.starts() != starts {
                return true;
            }
            if seen.elapsed() > Duration::from_secs(10) {
                return false;
            }
            sleep(Duration::from_millis(20));
        }
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(format!("http://127.0.0.1:{}", self.port))
    }

    /// Status and body of a page.
    pub fn get(&self, path: &str) -> (u16, String) {
        let page = self.visitor().get(path);
        (page.status, page.html)
    }
}
