//! One installation in trouble: a database, the program that is started on it again and again, its mail server, the ledger.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rendezvous::config::DatabaseUrl;

use super::ledger::Ledger;
use super::mail_server::MailServer;
use crate::program::Program;
use crate::support::app::{Folder, PostgresDatabase, TestApp};
use crate::support::build::an_event;

/// Which database a site stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The databases there are.
pub fn kinds() -> Vec<Kind> {
    if std::env::var("TEST_DATABASE_URL").is_ok() {
        return vec![Kind::Sqlite, Kind::Postgres];
    }
    eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)");
    vec![Kind::Sqlite]
}

/// An installation with one open event.
pub struct Site {
    pub kind: Kind,
    pub mail: MailServer,
    pub ledger: Ledger,
    pub database: DatabaseUrl,
    folder: Folder,
    port: u16,
    program: Mutex<Option<Program>>,
    starts: AtomicUsize,
    kills: AtomicUsize,
    _postgres: Option<PostgresDatabase>,
}

impl Site {
    pub const SLUG: &str = "clusters";

    /// An event with so many seats; the program does not run yet.
    pub fn new(kind: Kind, seats: u32) -> Site {
        let folder = Folder::new();
        let postgres = (kind == Kind::Postgres)
            .then(|| PostgresDatabase::new(&std::env::var("TEST_DATABASE_URL").unwrap()));
        let database = match &postgres {
            Some(postgres) => postgres.url(),
            None => DatabaseUrl::in_folder(&folder.0),
        };
        let app = TestApp::on(database.clone(), |_| ());
        let in_a_while = chrono::Utc::now().date_naive() + chrono::Days::new(100);
        an_event(&app).with_seats(seats).on(in_a_while).make();
        drop(app);
        // A port that was free a moment ago; the program is started at it again after each kill.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Site {
            kind,
            mail: MailServer::start(),
            ledger: Ledger::default(),
            database,
            folder,
            port,
            program: Mutex::default(),
            starts: AtomicUsize::new(0),
            kills: AtomicUsize::new(0),
            _postgres: postgres,
        }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn folder(&self) -> &PathBuf {
        &self.folder.0
    }

    fn settings(&self) -> [(&str, String); 4] {
        let database = match &self.database {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.expose().to_string(),
        };
        [
            ("LISTEN", format!("127.0.0.1:{}", self.port)),
            ("DATA_DIR", self.folder.0.display().to_string()),
            ("DATABASE_URL", database),
            ("SMTP_URL", self.mail.url()),
        ]
    }

    /// Starts the program, under another one if words are given. Says whether it came up.
    pub fn start(&self, under: &[&str]) -> bool {
        let log = if std::env::var("FAULTS_LOG").is_ok() { Stdio::inherit() } else { Stdio::null() };
        let started = Program::start(&self.settings(), under, log);
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

    /// Stops it as an operator does.
    pub fn stop(&self) -> Option<std::time::Duration> {
        self.program.lock().take().and_then(Program::stop)
    }

    /// How often it was started.
    pub fn starts(&self) -> usize {
        self.starts.load(Ordering::SeqCst)
    }

    /// How often it was killed.
    pub fn kills(&self) -> usize {
        self.kills.load(Ordering::SeqCst)
    }

    /// Whether it has gone down since it had been started so often.
    pub fn broke_since(&self, starts: usize) -> bool {
        let is_down = self.program.lock().as_mut().is_none_or(|program| !program.runs());
        is_down || self.starts() != starts
    }
}
