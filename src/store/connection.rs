//! One connection type over both databases, made by the scheme of the address, with the settings that we rely on.

use std::path::Path;
use std::sync::Arc;

use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::sql_types::Text;
use diesel::{Connection, ConnectionError, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use parking_lot::Mutex;

use super::error::{Sign, StoreError, Trouble, sign_of};
use super::receipts::Receipt;
use crate::config::{DatabaseUrl, Secret};

/// A connection to either database; almost every query is written once for both.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

/// The back end of [`Db`], for boxed queries.
pub type Backend = MultiBackend;

/// A connection, and what is known of it beside its queries.
pub struct Line {
    pub(super) db: Db,
    /// What the last query that failed says of the database, whatever its caller made of the error.
    sign: Arc<Mutex<Option<Sign>>>,
    /// Where the writes of this connection are counted; only on Postgres, from the first write on.
    pub(super) receipt: Option<Receipt>,
    /// Whether it must not be used again.
    pub(super) spent: bool,
}

impl Line {
    fn new(mut db: Db) -> Line {
        let sign = Arc::new(Mutex::new(None));
        let seen = Arc::clone(&sign);
        let note = move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::FinishQuery { error: Some(error), .. } = event
                && let Some(found) = sign_of(error)
            {
                *seen.lock() = Some(found);
            }
        };
        match &mut db {
            Db::Pg(pg) => pg.set_instrumentation(note),
            Db::Sqlite(sqlite) => sqlite.set_instrumentation(note),
        }
        Line { db, sign, receipt: None, spent: false }
    }

    /// Takes what the queries since the last call have shown.
    pub(super) fn take_sign(&self) -> Option<Sign> {
        self.sign.lock().take()
    }
}

/// Opens connections for the pools. Diesel's own manager tries one back end after the other and so hides why the first
/// one failed; here the address decides, and the cause is kept.
#[derive(Debug, Clone)]
pub struct Manager {
    url: DatabaseUrl,
    create: bool,
}

impl Manager {
    /// A manager for one database, which makes the file of SQLite if there is none.
    pub fn new(url: &DatabaseUrl) -> Manager {
        let url = match url {
            DatabaseUrl::Sqlite(path) => DatabaseUrl::Sqlite(path.clone()),
            DatabaseUrl::Postgres(url) => DatabaseUrl::Postgres(Secret::new(with_limits(url.expose()))),
        };
        Manager { url, create: true }
    }

    /// The same for a database that is there: a file that has gone since is not made anew, empty.
    pub fn of_existing(&self) -> Manager {
        Manager { create: false, ..self.clone() }
    }

    /// Opens a connection and sets it up.
    pub fn open(&self) -> Result<Line, ConnectionError> {
        match &self.url {
            DatabaseUrl::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(&sqlite_address(path, self.create))?;
                connection
                    .batch_execute(SQLITE_SETTINGS)
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Line::new(Db::Sqlite(connection)))
            }
            DatabaseUrl::Postgres(url) => {
                let mut connection = PgConnection::establish(url.expose())?;
                connection
                    .batch_execute(POSTGRES_SETTINGS)
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Line::new(Db::Pg(connection)))
            }
        }
    }
}

/// `synchronous=FULL`: whoever is told "registered" stays so after a power cut. The time is [`TURN`](super::patience).
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;";

/// Whatever the server's defaults are: each statement sees what was committed before it, a row lock is waited for no
/// longer than [`TURN`](super::patience), and a commit is on disk when it is reported.
const POSTGRES_SETTINGS: &str = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE; \
     SET TIME ZONE 'UTC'; SET lock_timeout = '5s'; SET statement_timeout = '60s'; \
     SET idle_in_transaction_session_timeout = '60s'; \
     SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit') \
     WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false);";

/// How long a server may take to answer, if the address says nothing of it: without limits a machine that has lost its
/// network is waited for for minutes. Several hosts are tried one after the other.
const POSTGRES_LIMITS: [(&str, &str); 5] = [
    ("connect_timeout", "2"),
    ("tcp_user_timeout", "6000"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "2"),
    ("keepalives_count", "3"),
];

fn with_limits(url: &str) -> String {
    let named = |name: &str| url.split(['?', '&']).skip(1).any(|pair| pair.split('=').next() == Some(name));
    POSTGRES_LIMITS.iter().filter(|(name, _)| !named(name)).fold(url.to_string(), |url, (name, value)| {
        let sign = if url.contains('?') { '&' } else { '?' };
        format!("{url}{sign}{name}={value}")
    })
}

/// The file as an address that says whether it may be made (https://sqlite.org/uri.html).
fn sqlite_address(path: &Path, create: bool) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?mode={}", if create { "rwc" } else { "rw" })
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// The column called `value` of a query of our own.
pub(super) fn texts(db: &mut Db, sql: &str) -> Result<Vec<String>, StoreError> {
    let query = diesel::sql_query(sql);
    let rows: Vec<Value> = match db {
        Db::Pg(pg) => query.load(pg)?,
        Db::Sqlite(sqlite) => query.load(sqlite)?,
    };
    Ok(rows.into_iter().map(|row| row.value).collect())
}

/// The same of a query that gives one row.
pub(super) fn text(db: &mut Db, sql: &str) -> Result<String, StoreError> {
    texts(db, sql)?.into_iter().next().ok_or(StoreError::NotFound)
}

/// A setting of a database: its name, the query that reads it, and whether its value will do.
type Setting = (&'static str, &'static str, fn(&str) -> bool);

/// Refuses a database on which what we promise would not hold.
pub(super) fn check_settings(db: &mut Db) -> Result<(), StoreError> {
    let wanted: &[Setting] = match db {
        Db::Sqlite(_) => &[
            ("journal_mode", "SELECT journal_mode AS value FROM pragma_journal_mode", |is| is == "wal"),
            ("synchronous", "SELECT CAST(synchronous AS TEXT) AS value FROM pragma_synchronous", |is| {
                is == "2"
            }),
            ("foreign_keys", "SELECT CAST(foreign_keys AS TEXT) AS value FROM pragma_foreign_keys", |is| {
                is == "1"
            }),
        ],
        Db::Pg(_) => &[
            ("server_version_num", "SELECT current_setting('server_version_num') AS value", |is| {
                is.parse().is_ok_and(|version: u32| version >= 140_000)
            }),
            ("server_encoding", "SELECT current_setting('server_encoding') AS value", |is| is == "UTF8"),
            ("synchronous_commit", "SELECT current_setting('synchronous_commit') AS value", |is| {
                ["on", "remote_apply"].contains(&is)
            }),
        ],
    };
    for (name, query, fits) in wanted {
        let is = text(db, query)?;
        if !fits(&is) {
            return Err(StoreError::Unsuitable { name, is });
        }
    }
    Ok(())
}

/// Why a pooled connection could not be opened or is no longer of use.
#[derive(Debug, thiserror::Error)]
pub enum ManagerError {
    #[error("{0}")]
    Open(#[from] ConnectionError),
    #[error("{0}")]
    Query(#[from] diesel::result::Error),
}

impl ManageConnection for Manager {
    type Connection = Line;
    type Error = ManagerError;

    fn connect(&self) -> Result<Line, ManagerError> {
        Ok(self.open()?)
    }

    fn is_valid(&self, line: &mut Line) -> Result<(), ManagerError> {
        Ok(line.db.ping()?)
    }

    fn has_broken(&self, line: &mut Line) -> bool {
        // A server that has become a standby answers, but to no write; what a reader has seen counts too.
        let left = matches!(line.take_sign(), Some(Sign::Lost | Sign::Trouble(Trouble::ReadOnly)));
        std::thread::panicking() || line.spent || left || line.db.is_broken()
    }
}
