//! One connection type over both databases, made by the scheme of the address.

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::{Connection, ConnectionError, PgConnection, SqliteConnection};

use crate::config::DatabaseUrl;

/// A connection to either database; almost every query is written once for both.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

/// The back end of [`Db`], for boxed queries.
pub type Backend = MultiBackend;

/// Opens connections for the pool. Diesel's own manager tries one back end after the other and so hides why the first
/// one failed; here the address decides, and the cause is kept.
#[derive(Debug, Clone)]
pub struct Manager {
    url: DatabaseUrl,
}

impl Manager {
    /// A manager for one database.
    pub fn new(url: DatabaseUrl) -> Manager {
        Manager { url }
    }

    /// Opens a connection and sets it up.
    pub fn open(&self) -> Result<Db, ConnectionError> {
        match &self.url {
            DatabaseUrl::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(&path.to_string_lossy())?;
                connection
                    .batch_execute(SQLITE_SETTINGS)
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Db::Sqlite(connection))
            }
            DatabaseUrl::Postgres(url) => {
                let mut connection = PgConnection::establish(url.expose())?;
                connection
                    .batch_execute(POSTGRES_SETTINGS)
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Db::Pg(connection))
            }
        }
    }
}

/// `synchronous=FULL`: whoever is told "registered" stays so after a power cut.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;";

const POSTGRES_SETTINGS: &str = "SET TIME ZONE 'UTC'; SET synchronous_commit = on; SET lock_timeout = '20s'; \
     SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s';";

/// Why a pooled connection could not be opened or is no longer of use.
#[derive(Debug, thiserror::Error)]
pub enum ManagerError {
    #[error("{0}")]
    Open(#[from] ConnectionError),
    #[error("{0}")]
    Query(#[from] diesel::result::Error),
}

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = ManagerError;

    fn connect(&self) -> Result<Db, ManagerError> {
        Ok(self.open()?)
    }

    fn is_valid(&self, connection: &mut Db) -> Result<(), ManagerError> {
        Ok(connection.ping()?)
    }

    fn has_broken(&self, connection: &mut Db) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}
