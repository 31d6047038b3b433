//! A fresh app on each database: SQLite in a folder of its own, and Postgres where `TEST_DATABASE_URL` names a server.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use diesel::{Connection, PgConnection, RunQueryDsl};
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::{BaseUrl, Config, DatabaseUrl, Limits, MailConfig, Secret, TransportConfig};
use rendezvous::domain::text::Email;
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::{World, open};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// The moment at which the clock of every app stands.
pub fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// Runs a test on each database.
pub fn on_each_database(test: impl Fn(&App)) {
    on_each_database_sending(|_| Mailer::Memory(Memory::default()), test);
}

/// Runs a test on each database with this way out for mail, which may keep files in the folder.
pub fn on_each_database_sending(mailer: impl Fn(&Path) -> Mailer, test: impl Fn(&App)) {
    let sqlite = Scratch::new();
    test(&app(DatabaseUrl::in_folder(&sqlite.0), sqlite.0.clone(), mailer(&sqlite.0)));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let folder = Scratch::new();
            test(&app(new_postgres_database(&server), folder.0.clone(), mailer(&folder.0)));
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// Runs a test on SQLite alone, where the database is not what is tested.
pub fn on_sqlite(test: impl Fn(&App)) {
    let folder = Scratch::new();
    let mailer = Mailer::Memory(Memory::default());
    test(&app(DatabaseUrl::in_folder(&folder.0), folder.0.clone(), mailer));
}

struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Scratch {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("rendezvous-it-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn new_postgres_database(server: &str) -> DatabaseUrl {
    let name = format!("it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::establish(server).unwrap();
    diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut connection).unwrap();
    let (host, _) = server.rsplit_once('/').unwrap();
    DatabaseUrl::Postgres(Secret::new(format!("{host}/{name}")))
}

fn app(database: DatabaseUrl, folder: PathBuf, mailer: Mailer) -> App {
    let config = Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        database,
        base_url: BaseUrl::parse("http://127.0.0.1:8080").unwrap(),
        mail: MailConfig {
            transport: TransportConfig::Folder(folder.join("mail")),
            from: Email::parse("events@example.org").unwrap(),
        },
        trust_proxy: false,
        limits: Limits::default(),
        data: folder,
    };
    let world = World {
        clock: Clock::set_to(now()),
        random: Random::seeded(1),
        mailer,
        passwords: PasswordHasher::cheap(),
    };
    open(config, world).unwrap()
}
