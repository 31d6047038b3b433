//! The outbox of one database, a mail server that lies, and servers of ours that send over it.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::ids::MailId;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::{MailKind, MailPause, MailState, OutboxEntry};
use rendezvous::mail::transport::Mailer;
use rendezvous::random::Random;
use rendezvous::services::outbox::{self, Sending, Timing};
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::{self, World};
use rendezvous::store;
use rendezvous::store::outbox::NewMail;

use crate::mail_samples::{Sample, email};
use crate::support::app::{config, first_moment};
use crate::support::build::plain_account;
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::lying_server::LyingServer;

/// How a test wants its servers.
pub struct Wish {
    pub clock: fn() -> Clock,
    pub mailer: fn(&LyingServer) -> Mailer,
    pub timing: Timing,
}

/// What a test holds.
pub struct Flow {
    pub app: Arc<App>,
    pub server: LyingServer,
    timing: Timing,
    running: Mutex<Vec<(Arc<Sending>, JoinHandle<()>)>>,
    _folder: Folder,
}

/// A clock that a test moves.
pub fn standing_clock() -> Clock {
    Clock::set_to(first_moment())
}

/// Runs a test on each database.
pub fn on_each_database(wish: &Wish, test: impl Fn(&Flow)) {
    let folder = Folder::new();
    let file = DatabaseUrl::in_folder(&folder.0);
    test(&Flow::open(file, folder, wish));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let database = PostgresDatabase::new(&server);
            test(&Flow::open(database.url(), Folder::new(), wish));
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

impl Flow {
    fn open(database: DatabaseUrl, folder: Folder, wish: &Wish) -> Flow {
        let server = LyingServer::start();
        let world = World {
            clock: (wish.clock)(),
            random: Random::seeded(1),
            mailer: (wish.mailer)(&server),
            passwords: PasswordHasher::cheap(),
        };
        let config = config("127.0.0.1:8080".parse().unwrap(), database, &folder);
        let app = Arc::new(startup::open(config, world).unwrap());
        Flow { app, server, timing: wish.timing, running: Mutex::default(), _folder: folder }
    }

    /// Puts a mail to an address into the outbox.
    pub fn post(&self, kind: MailKind, address: &str) -> MailId {
        let at = self.app.clock.now();
        let id: MailId = self.app.random.id(at);
        let mut mail = Sample::in_language(Lang::En).mail(kind);
        mail.priority = kind.priority(None, at);
        (mail.recipient, mail.event, mail.participant) = (email(address), None, None);
        mail.useful_until = None;
        mail.message_id = format!("{id}@rendezvous.example");
        // Each has a Message-ID of its own, as mails have that are not samples.
        let (head, rest) = mail.mime.split_once("Message-ID: <").unwrap();
        let (_, rest) = rest.split_once('>').unwrap();
        mail.mime = format!("{head}Message-ID: <{}>{rest}", mail.message_id);
        self.app
            .store
            .write(|db| {
                store::outbox::insert_all(
                    db,
                    &[NewMail { id: &id, mail: &mail, problem: None, due_at: None }],
                    at,
                )
            })
            .unwrap();
        id
    }

    /// The same to several people at one domain.
    pub fn post_to(&self, names: &[&str], domain: &str) -> Vec<MailId> {
        names.iter().map(|name| self.post(MailKind::Schedule, &format!("{name}@{domain}"))).collect()
    }

    /// Starts a server of ours.
    pub fn start(&self) -> Arc<Sending> {
        let sending = Arc::new(Sending::new(&self.app, self.timing));
        let (app, own) = (Arc::clone(&self.app), Arc::clone(&sending));
        let thread = thread::spawn(move || outbox::run(&app, &own));
        self.running.lock().push((Arc::clone(&sending), thread));
        sending
    }

    /// Stops every server of ours, as at the end of the program.
    pub fn stop(&self) {
        for (sending, thread) in self.running.lock().drain(..) {
            sending.stop();
            thread.join().unwrap();
        }
    }

    /// A mail as it stands now.
    pub fn entry(&self, id: &MailId) -> OutboxEntry {
        let admin = plain_account("a1", first_moment());
        outbox::show(&self.app, &admin, id).unwrap().entry
    }

    /// How many mails are in a state.
    pub fn count(&self, state: MailState) -> usize {
        let counts = self.app.store.read(|db| store::outbox::count_by_state(db, None)).unwrap();
        let found = counts.into_iter().find(|(code, _)| code == state.code());
        found.map_or(0, |(_, n)| usize::try_from(n).unwrap())
    }

    /// The pause, if mail is paused.
    pub fn pause(&self) -> Option<MailPause> {
        self.app.store.read(store::mail_pause::get).unwrap()
    }

    /// Waits until something holds; it fails if that takes far longer than it may.
    pub fn until(&self, what: &str, holds: impl Fn() -> bool) {
        let begun = Instant::now();
        while !holds() {
            assert!(begun.elapsed() < Duration::from_secs(180), "{what}: {:?}", self.server.arrived());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// The same while time passes, a little each time.
    pub fn until_passing(&self, step: chrono::Duration, what: &str, holds: impl Fn() -> bool) {
        self.until(what, || {
            let done = holds();
            if !done {
                self.app.clock.advance(step);
                thread::sleep(Duration::from_millis(50));
            }
            done
        });
    }
}

impl Drop for Flow {
    fn drop(&mut self) {
        self.server.be_honest();
        for (sending, thread) in self.running.lock().drain(..) {
            sending.stop();
            let _ = thread.join();
        }
    }
}
