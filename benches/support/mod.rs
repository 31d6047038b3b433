//! What the benchmarks share: databases, settings and a world without mail.

pub mod browser;
pub mod connection;
pub mod rate;
pub mod sign_up;
pub mod sink;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::{Connection, PgConnection, RunQueryDsl};
use rendezvous::clock::Clock;
use rendezvous::config::{
    BaseUrl, Config, DatabaseUrl, Limits, MailConfig, Proxies, Secret, TransportConfig,
};
use rendezvous::domain::text::Email;
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::World;

pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A new database on a server of Postgres, empty. It stays there, for whoever wants to look at it.
pub fn new_database(server: &str, what: &str) -> Outcome<DatabaseUrl> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("bench_{}_{what}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut PgConnection::establish(server)?)?;
    let host = server.rsplit_once('/').ok_or("TEST_DATABASE_URL has no database")?.0;
    Ok(DatabaseUrl::Postgres(Secret::new(format!("{host}/{name}"))))
}

/// The settings of a server that listens there and lets anybody ask for mail as often as they like.
pub fn config(listen: SocketAddr, database: DatabaseUrl, folder: &Path) -> Outcome<Config> {
    let from = Email::parse("events@example.org").map_err(|message| message.key)?;
    Ok(Config {
        listen,
        database,
        base_url: BaseUrl::parse(&format!("http://{listen}"))?,
        mail: MailConfig::new(TransportConfig::Folder(folder.join("mail")), from),
        proxies: Proxies::default(),
        limits: Limits {
            mails_per_minute: u32::MAX,
            mails_burst: u32::MAX,
            sign_ins_per_minute: 10,
            connections: u16::MAX,
            unproved_of_event: u32::MAX,
            unproved_of_domain: u32::MAX,
            ..Limits::default()
        },
        demo: false,
        security_contact: None,
        second_factor_required: false,
        mails_wait_minutes: 0,
        backups: None,
        data: folder.to_path_buf(),
    })
}

/// A world on the system's clock whose mails stay in memory.
pub fn world() -> World {
    World {
        clock: Clock::system(),
        random: Random::system(),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    }
}

/// Of so many figures the one that so many percent are not above; 0 of none.
pub fn at(took: &[f64], percent: usize) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}
