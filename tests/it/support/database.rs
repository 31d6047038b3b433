//! Places that go with a test: a folder, and a database of Postgres, where `TEST_DATABASE_URL` names a server.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::{Connection, PgConnection, RunQueryDsl};
use rendezvous::config::{DatabaseUrl, Secret};
use rendezvous::store::Store;

use super::wire::Wire;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("rendezvous-web-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A database that goes with the test, copied from one that was migrated once.
pub struct PostgresDatabase {
    server: String,
    name: String,
}

impl PostgresDatabase {
    pub fn new(server: &str) -> PostgresDatabase {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        let template = TEMPLATE.get_or_init(|| {
            let name = format!("web_template_{}", std::process::id());
            run(server, &format!("CREATE DATABASE {name}"));
            drop(Store::open(&DatabaseUrl::Postgres(Secret::new(at(server, &name)))).unwrap());
            name
        });
        let name = format!("web_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        // Closed connections may linger for a moment; nobody else may be in the template while it is copied.
        run(
            server,
            &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'"),
        );
        run(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        PostgresDatabase { server: server.to_string(), name }
    }

    /// One without any table.
    pub fn blank(server: &str) -> PostgresDatabase {
        let name = format!("web_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        run(server, &format!("CREATE DATABASE {name}"));
        PostgresDatabase { server: server.to_string(), name }
    }

    pub fn url(&self) -> DatabaseUrl {
        DatabaseUrl::Postgres(Secret::new(at(&self.server, &self.name)))
    }

    /// A wire to it, and its address at the near end.
    pub fn behind_a_wire(&self) -> (Wire, DatabaseUrl) {
        let wire = Wire::to(&self.host());
        let near = self.by(wire.port);
        (wire, near)
    }

    /// Where the server listens: `host:port`.
    pub(super) fn host(&self) -> String {
        let (_, rest) = self.server.split_once('@').unwrap();
        rest.split_once('/').unwrap().0.to_string()
    }

    /// Its address by another port of this machine.
    pub(super) fn by(&self, port: u16) -> DatabaseUrl {
        let (user, _) = self.server.split_once('@').unwrap();
        DatabaseUrl::Postgres(Secret::new(format!("{user}@127.0.0.1:{port}/{}", self.name)))
    }

    /// Runs a statement on the server.
    pub fn run(&self, sql: &str) {
        run(&self.server, &sql.replace("{name}", &self.name));
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        run(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn at(server: &str, name: &str) -> String {
    format!("{}/{name}", server.rsplit_once('/').unwrap().0)
}

fn run(server: &str, sql: &str) {
    diesel::sql_query(sql).execute(&mut PgConnection::establish(server).unwrap()).unwrap();
}
