//! A real server on a free port with a database of its own: SQLite in a temporary folder, and Postgres where
//! `TEST_DATABASE_URL` names a server. Clock, randomness and mail are the test's.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use mail_parser::MessageParser;
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::{BaseUrl, Config, DatabaseUrl, Limits, MailConfig, Proxies, TransportConfig};
use rendezvous::domain::text::Email;
use rendezvous::mail::reading::OpenedMail;
use rendezvous::mail::transport::{Mailer, Memory, SmtpLimits};
use rendezvous::mail::{self, reading};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::services::registrations::{self, saved_form};
use rendezvous::services::{announcements, asked_mails, erasure, outbox, trusted_time};
use rendezvous::startup::{self, Background, Running, ServerLock, Workers, World};

use super::database::{Folder, PostgresDatabase};
use super::lying_server::LyingServer;
use super::pooler::Pooler;
use super::visitor::Visitor;
use super::wire::Wire;

/// The moment at which the clock of every server stands at first.
pub fn first_moment() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// Runs a test on each database there is.
pub fn on_each_database(test: impl Fn(&TestApp)) {
    with_settings(|_| {}, test);
}

/// The same with settings of the test's own.
pub fn with_settings(change: impl Fn(&mut Config), test: impl Fn(&TestApp)) {
    let folder = Folder::new();
    test(&TestApp::start(DatabaseUrl::in_folder(&folder.0), folder, &change));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let database = PostgresDatabase::new(&server);
            test(&TestApp::start(database.url(), Folder::new(), &change));
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// Runs a test on each database with a server that sends to a mail server on loopback.
pub fn with_mail_server(test: impl Fn(&TestApp, &LyingServer)) {
    let start = |database: DatabaseUrl, folder: Folder, mails: &LyingServer| {
        TestApp::sending(mails.mailer(SmtpLimits::default()), 1, database, folder, &|_: &mut Config| {})
    };
    let (folder, mails) = (Folder::new(), LyingServer::start());
    test(&start(DatabaseUrl::in_folder(&folder.0), folder, &mails), &mails);
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let (database, mails) = (PostgresDatabase::new(&server), LyingServer::start());
            test(&start(database.url(), Folder::new(), &mails), &mails);
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// Runs a test on each database with a server that writes its mails into the mail folder.
pub fn with_mail_folder(change: impl Fn(&mut Config), test: impl Fn(&TestApp)) {
    let start = |database: DatabaseUrl, folder: Folder| {
        let mailer = Mailer::Folder(mail::transport::Folder::new(folder.0.join("mail")));
        TestApp::sending(mailer, 1, database, folder, &change)
    };
    let folder = Folder::new();
    test(&start(DatabaseUrl::in_folder(&folder.0), folder));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let database = PostgresDatabase::new(&server);
            test(&start(database.url(), Folder::new()));
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// The same without the limit on log-ins from one network: all tests come from one.
pub fn without_the_gate(test: impl Fn(&TestApp)) {
    with_settings(|config| config.limits.sign_ins_per_minute = 100_000, test);
}

/// The same without the limit on mails that one network asks for either.
pub fn without_network_limits(test: impl Fn(&TestApp)) {
    let settings = |config: &mut Config| {
        config.limits.sign_ins_per_minute = 100_000;
        (config.limits.mails_per_minute, config.limits.mails_burst) = (100_000, 100_000);
    };
    with_settings(settings, test);
}

/// Runs a test on two servers that share a Postgres.
pub fn on_two_servers(test: impl Fn(&TestApp, &TestApp)) {
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let database = PostgresDatabase::new(&server);
            // Two servers do not draw the same lots.
            let start = |seed| TestApp::with_seed(seed, database.url(), Folder::new(), &|_: &mut Config| {});
            let [one, other] = [1, 2].map(start);
            test(&one, &other);
        }
        Err(_) => eprintln!("SKIPPED: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// Runs a test on Postgres behind a wire that it can cut.
pub fn behind_a_wire(test: impl Fn(&TestApp, &Wire)) {
    let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
        return eprintln!("SKIPPED: TEST_DATABASE_URL names no server (./test starts one)");
    };
    let database = PostgresDatabase::new(&server);
    let (wire, url) = database.behind_a_wire();
    test(&TestApp::start(url, Folder::new(), &|_| {}), &wire);
}

/// Runs a test on two servers that share a Postgres behind pgbouncer.
pub fn behind_a_pooler(test: impl Fn([&TestApp; 2], &mut Pooler)) {
    let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
        return eprintln!("SKIPPED: TEST_DATABASE_URL names no server (./test starts one)");
    };
    let database = PostgresDatabase::new(&server);
    let Some(mut pooler) = Pooler::before(&database.host()) else {
        return eprintln!("SKIPPED: no pgbouncer (Debian package pgbouncer)");
    };
    let start =
        |seed| TestApp::with_seed(seed, database.by(pooler.port), Folder::new(), &|_: &mut Config| {});
    let [one, other] = [1, 2].map(start);
    test([&one, &other], &mut pooler);
}

/// The settings of a server that listens there.
pub fn config(address: SocketAddr, database: DatabaseUrl, folder: &Folder) -> Config {
    Config {
        listen: address,
        database,
        base_url: BaseUrl::parse(&format!("http://{address}")).unwrap(),
        mail: MailConfig::new(
            TransportConfig::Folder(folder.0.join("mail")),
            Email::parse("events@example.org").unwrap(),
        ),
        proxies: Proxies::default(),
        // Tests send from one address what many people would, and most are of more people at one domain than come in an hour.
        limits: Limits {
            connections: u16::MAX,
            unproved_of_event: 100_000,
            unproved_of_domain: 100_000,
            ..Limits::default()
        },
        demo: false,
        security_contact: None,
        second_factor_required: false,
        // Tests look for mails at once; those of undoing wait as they do by default.
        mails_wait_minutes: 0,
        backups: None,
        data: folder.0.clone(),
    }
}

/// A world of its own for an app without a server.
pub fn world() -> World {
    World {
        clock: Clock::set_to(first_moment()),
        random: Random::seeded(1),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    }
}

/// A running server and what the test holds of its world.
pub struct TestApp {
    pub app: Arc<App>,
    running: Option<Running>,
    memory: Memory,
    folder: Folder,
}

impl TestApp {
    /// A server on a database that is there already.
    pub fn on(database: DatabaseUrl, change: impl Fn(&mut Config)) -> TestApp {
        // The server before drew other lots: its secrets are in the database.
        TestApp::with_seed(2, database, Folder::new(), &change)
    }

    /// Sends what is due, and gives every mail that this server has sent so far, as it went over the wire.
    pub fn sent(&self) -> Vec<String> {
        while outbox::deliver_due(&self.app).unwrap().count() > 0 {}
        self.memory.taken().into_iter().map(|mail| mail.mime).collect()
    }

    /// Every mail that this server has sent so far; nothing is sent for that.
    pub fn delivered(&self) -> std::collections::HashSet<String> {
        self.memory.taken().into_iter().map(|mail| mail.mime).collect()
    }

    fn start(database: DatabaseUrl, folder: Folder, change: &impl Fn(&mut Config)) -> TestApp {
        TestApp::with_seed(1, database, folder, change)
    }

    fn with_seed(seed: u64, database: DatabaseUrl, folder: Folder, change: &impl Fn(&mut Config)) -> TestApp {
        TestApp::sending(Mailer::Memory(Memory::default()), seed, database, folder, change)
    }

    fn sending(
        mailer: Mailer,
        seed: u64,
        database: DatabaseUrl,
        folder: Folder,
        change: &impl Fn(&mut Config),
    ) -> TestApp {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mut config = config(address, database, &folder);
        change(&mut config);
        let memory = match &mailer {
            Mailer::Memory(memory) => memory.clone(),
            Mailer::Folder(_) | Mailer::Smtp(_) => Memory::default(),
        };
        let world = World {
            clock: Clock::set_to(first_moment()),
            random: Random::seeded(seed),
            mailer,
            passwords: PasswordHasher::cheap(),
        };
        let lock: ServerLock = startup::lock(&config).unwrap();
        let app = Arc::new(startup::open(config, world).unwrap());
        let running =
            startup::start(Arc::clone(&app), listener, lock, Workers(1), Background::Elsewhere).unwrap();
        TestApp { app, running: Some(running), memory, folder }
    }

    /// Where the server listens.
    pub fn address(&self) -> String {
        format!("http://{}", self.running.as_ref().unwrap().address)
    }

    /// Somebody with a browser of their own, who reads English.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.address())
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        self.app.clock.advance(time);
    }

    /// Lets time pass until a moment.
    pub fn pass_until(&self, moment: &str) {
        let then: DateTime<Utc> = moment.parse().unwrap();
        self.pass(then - self.app.clock.now());
    }

    /// What the worker does each minute with what is deleted by date. Gives at how many events everything went, and how
    /// many answers.
    pub fn deletes_what_is_due(&self) -> (usize, usize) {
        let app = &self.app;
        trusted_time::watch(app).unwrap();
        saved_form::delete_old(app).unwrap();
        asked_mails::forget_old(app).unwrap();
        announcements::announce_due(app).unwrap();
        (erasure::shred_due(app).unwrap(), erasure::forget_answers_due(app).unwrap())
    }

    /// What the worker does each minute with registrations that nobody confirmed.
    pub fn deletes_the_unconfirmed(&self) {
        trusted_time::watch(&self.app).unwrap();
        registrations::lapse_due(&self.app).unwrap();
    }

    /// Sends what is due, and gives every mail that an address has got so far.
    pub fn mails_to(&self, address: &str) -> Vec<OpenedMail> {
        registrations::answer_link_requests(&self.app).unwrap();
        while outbox::deliver_due(&self.app).unwrap().count() > 0 {}
        let sent = self.memory.taken();
        let mut own: Vec<_> = sent.iter().filter(|mail| mail.recipient.as_str() == address).collect();
        // Several go at the same time: which arrives first says nothing of which was written first.
        own.sort_by_key(|mail| {
            let read = MessageParser::default().parse(&mail.mime);
            read.and_then(|read| read.date().map(mail_parser::DateTime::to_timestamp)).unwrap()
        });
        let own = own.into_iter().map(|mail| reading::open(&mail.mime).unwrap());
        own.chain(self.mail_files().into_iter().filter(|mail| mail.to.contains(address))).collect()
    }

    /// The mails in the mail folder, oldest first.
    pub fn mail_files(&self) -> Vec<OpenedMail> {
        let Ok(entries) = std::fs::read_dir(self.folder.0.join("mail")) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| reading::open(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
    }

    /// The path of the link in the last mail to an address that begins with `/confirm/` or `/my/`.
    pub fn mailed_path(&self, address: &str, beginning: &str) -> String {
        let mails = self.mails_to(address);
        let base = self.app.config.base_url.as_str();
        let found = mails.iter().rev().find_map(|mail| {
            let (_, rest) = mail.text.split_once(&format!("{base}{beginning}"))?;
            let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
            Some(format!("{beginning}{token}"))
        });
        found.unwrap_or_else(|| panic!("no link {beginning} to {address} in {mails:#?}"))
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }
}
