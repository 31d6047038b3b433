//! The app alone, without a server: for tests of use cases.

use std::path::Path;

use chrono::{DateTime, Utc};
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::DatabaseUrl;
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::{World, open};

use super::support::app::{config, first_moment};
use super::support::database::{Folder, PostgresDatabase};

/// The moment at which the clock of every app stands.
pub fn now() -> DateTime<Utc> {
    first_moment()
}

/// Runs a test on each database.
pub fn app_on_each_database(test: impl Fn(&App)) {
    app_on_each_database_sending(|_| Mailer::Memory(Memory::default()), test);
}

/// Runs a test on each database with this way out for mail, which may keep files in the folder.
pub fn app_on_each_database_sending(mailer: impl Fn(&Path) -> Mailer, test: impl Fn(&App)) {
    let folder = Folder::new();
    test(&app(DatabaseUrl::in_folder(&folder.0), &folder, mailer(&folder.0)));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => {
            let database = PostgresDatabase::new(&server);
            let folder = Folder::new();
            test(&app(database.url(), &folder, mailer(&folder.0)));
        }
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

/// Runs a test on Postgres alone, on a database that `prepare` has had first.
pub fn on_postgres(prepare: impl Fn(&PostgresDatabase), test: impl Fn(&App)) {
    let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
        return eprintln!("SKIPPED: TEST_DATABASE_URL names no server (./test starts one)");
    };
    let database = PostgresDatabase::new(&server);
    prepare(&database);
    let folder = Folder::new();
    test(&app(database.url(), &folder, Mailer::Memory(Memory::default())));
}

/// Runs a test on SQLite alone, where the database is not what is tested.
pub fn on_sqlite(test: impl Fn(&App)) {
    let folder = Folder::new();
    test(&app(DatabaseUrl::in_folder(&folder.0), &folder, Mailer::Memory(Memory::default())));
}

fn app(database: DatabaseUrl, folder: &Folder, mailer: Mailer) -> App {
    let world = World {
        clock: Clock::set_to(now()),
        random: Random::seeded(1),
        mailer,
        passwords: PasswordHasher::cheap(),
    };
    open(config("127.0.0.1:8080".parse().unwrap(), database, folder), world).unwrap()
}
