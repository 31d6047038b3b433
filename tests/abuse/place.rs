//! The program with one open event, at its default limits.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use diesel::sql_types::BigInt;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl};
use rendezvous::config::DatabaseUrl;

use crate::support::app::TestApp;
use crate::support::build::an_event;
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::visitor::Visitor;

/// A running server.
pub struct Place {
    program: Child,
    /// Where it listens: `http://…`.
    pub base: String,
    pub database: &'static str,
    folder: Folder,
    postgres: Option<PostgresDatabase>,
}

#[derive(QueryableByName)]
struct Size {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

/// Runs an attack on each database there is.
pub fn on_each_database(attack: impl Fn(&Place)) {
    attack(&Place::start(None));
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => attack(&Place::start(Some(PostgresDatabase::new(&server)))),
        Err(_) => eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)"),
    }
}

impl Place {
    fn start(postgres: Option<PostgresDatabase>) -> Place {
        let folder = Folder::new();
        let url = match &postgres {
            Some(postgres) => postgres.url(),
            None => DatabaseUrl::in_folder(&folder.0),
        };
        let address = match &url {
            DatabaseUrl::Sqlite(file) => format!("sqlite:{}", file.display()),
            DatabaseUrl::Postgres(url) => url.expose().to_string(),
        };
        let app = TestApp::on(url, |_| ());
        an_event(&app).on(chrono::Utc::now().date_naive() + chrono::Days::new(100)).make();
        drop(app);
        let mut program = Command::new(env!("CARGO_BIN_EXE_rendezvous"))
            .arg("serve")
            .env("DATABASE_URL", address)
            .env("DATA_DIR", folder.0.join("server"))
            .env("LISTEN", "127.0.0.1:0")
            // Browsers come by a proxy at 127.0.0.1, with addresses of their own; connections come from 127.0.0.x.
            .env("TRUSTED_PROXIES", "127.0.0.1")
            .env("RUST_LOG", "off")
            .env_remove("SMTP_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut base = String::new();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map_while(Result::ok);
        for line in lines.by_ref() {
            base = line.strip_prefix("site: ").map(String::from).unwrap_or(base);
            if line == "ready" {
                break;
            }
        }
        // It goes on writing to nobody.
        std::thread::spawn(move || lines.for_each(drop));
        let database = if postgres.is_some() { "Postgres" } else { "SQLite" };
        Place { program, base, database, folder, postgres }
    }

    /// A browser of this machine.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.base.clone())
    }

    /// Bytes of memory that the program holds.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default()
            << 10
    }

    /// Bytes that it has on the disk.
    pub fn disk(&self) -> u64 {
        let of_server = self.postgres.as_ref().map_or(0, |postgres| {
            let DatabaseUrl::Postgres(url) = postgres.url() else { return 0 };
            let size = diesel::sql_query("SELECT pg_database_size(current_database()) AS bytes");
            let size: Size = size.get_result(&mut PgConnection::establish(url.expose()).unwrap()).unwrap();
            u64::try_from(size.bytes).unwrap()
        });
        of_server + folder_size(&self.folder.0)
    }
}

fn folder_size(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(data) if data.is_dir() => folder_size(&entry.path()),
        Ok(data) => data.len(),
        Err(_) => 0,
    };
    entries.filter_map(Result::ok).map(size).sum()
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
