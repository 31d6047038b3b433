//! All SQL. `Store::read` and `Store::write` are the only doors; no rule lives here.
//!
//! Invariants: every write is one transaction, `BEGIN IMMEDIATE` behind a fair queue on SQLite and `BEGIN` on Postgres; times
//! are UTC in whole microseconds.

pub mod accessibility;
pub mod accounts;
pub mod blocked_addresses;
mod connection;
pub mod consent_texts;
pub mod consents;
pub mod domain_alarms;
pub mod erasure;
mod error;
pub mod events;
pub mod feeds;
pub mod links;
pub mod log;
pub mod meeting_reports;
pub mod meetings;
pub mod outbox;
pub mod participants;
pub mod pictures;
pub mod programme;
pub mod proposals;
pub mod questions;
pub mod registration_forms;
pub mod registrations;
pub mod reminders;
pub mod rounds;
mod rows;
mod schema;
pub mod subscriptions;
pub mod uploads;
pub mod wishes;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::{Connection, r2d2::Pool};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use parking_lot::FairMutex;

pub use connection::Db;
use connection::Manager;
pub use error::{Constraint, StoreError};

use crate::config::DatabaseUrl;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Reads run beside each other on a pool. Writes on SQLite go through one connection behind a fair queue: many writers
/// that wait on the file's lock starve each other for seconds.
pub struct Store {
    readers: Pool<Manager>,
    writer: Writer,
}

enum Writer {
    Sqlite(Box<FairMutex<Db>>),
    Postgres,
}

impl Store {
    /// Opens the database and brings its tables up to date.
    pub fn open(url: &DatabaseUrl) -> Result<Store, StoreError> {
        let manager = Manager::new(url.clone());
        let mut first = manager.open().map_err(unavailable)?;
        run_migrations(&mut first)?;
        let (writer, pool_size) = match first {
            Db::Sqlite(_) => (Writer::Sqlite(Box::new(FairMutex::new(first))), 8),
            Db::Pg(_) => (Writer::Postgres, 16),
        };
        let readers = Pool::builder()
            .max_size(pool_size)
            .min_idle(Some(1))
            .connection_timeout(std::time::Duration::from_secs(10))
            .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
            .build(manager)
            .map_err(unavailable)?;
        Ok(Store { readers, writer })
    }

    /// Reads with a connection of the pool.
    pub fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let mut db = self.readers.get().map_err(unavailable)?;
        f(&mut db)
    }

    /// Writes in one transaction: all of it, or nothing. On SQLite it is `BEGIN IMMEDIATE`, since a deferred one fails
    /// as soon as another has written. On Postgres, whoever takes something scarce begins with [`events::lock`].
    pub fn write<T, E: From<StoreError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        match &self.writer {
            Writer::Sqlite(writer) => transaction(&mut writer.lock(), f),
            Writer::Postgres => {
                let mut db = self.readers.get().map_err(unavailable)?;
                transaction(&mut db, f)
            }
        }
    }

    /// Leaves nothing behind of what was deleted or changed: pages of the file that held it are overwritten already, so
    /// here the journal is emptied, or dead rows are removed.
    pub fn scrub(&self) -> Result<(), StoreError> {
        match &self.writer {
            Writer::Sqlite(_) => self.empty_journal(),
            Writer::Postgres => self.read(|db| Ok(db.batch_execute("VACUUM")?)),
        }
    }

    /// Writes what stands in SQLite's journal into the file and empties it. If others read just then, it is left for
    /// the next time.
    pub fn empty_journal(&self) -> Result<(), StoreError> {
        match &self.writer {
            Writer::Sqlite(writer) => Ok(writer.lock().batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?),
            Writer::Postgres => Ok(()),
        }
    }

    /// Whether the database answers.
    pub fn ping(&self) -> Result<(), StoreError> {
        self.read(|db| Ok(diesel::RunQueryDsl::execute(diesel::sql_query("SELECT 1"), db).map(|_| ())?))
    }
}

fn unavailable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unavailable(error.to_string())
}

fn run_migrations(db: &mut Db) -> Result<(), StoreError> {
    // Two servers on one Postgres may start at once: the first migrates, the second waits.
    if let Db::Pg(pg) = db {
        diesel::connection::SimpleConnection::batch_execute(
            pg,
            "SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock(727274)",
        )?;
    }
    let done = db.run_pending_migrations(MIGRATIONS).map(|_| ()).map_err(unavailable);
    if let Db::Pg(pg) = db {
        diesel::connection::SimpleConnection::batch_execute(pg, "SELECT pg_advisory_unlock(727274)")?;
    }
    done
}

/// What begins and ends the transactions of a connection.
type Transactions = <Db as Connection>::TransactionManager;

fn transaction<T, E: From<StoreError>>(db: &mut Db, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
    // A panic in an earlier write left its transaction open: undo that first.
    while Transactions::is_broken_transaction_manager(db) || depth(db) > 0 {
        if Transactions::rollback_transaction(db).is_err() {
            break;
        }
    }
    let begun = match db {
        Db::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE"),
        Db::Pg(pg) => AnsiTransactionManager::begin_transaction_sql(pg, "BEGIN"),
    };
    begun.map_err(StoreError::from)?;
    match f(db) {
        Ok(value) => {
            Transactions::commit_transaction(db).map_err(StoreError::from)?;
            Ok(value)
        }
        Err(error) => {
            // What the closure said matters more than a rollback that fails: the database rolls back by itself then.
            let _ = Transactions::rollback_transaction(db);
            Err(error)
        }
    }
}

fn depth(db: &mut Db) -> u32 {
    let status = match db {
        Db::Sqlite(sqlite) => AnsiTransactionManager::transaction_manager_status_mut(sqlite),
        Db::Pg(pg) => AnsiTransactionManager::transaction_manager_status_mut(pg),
    };
    status.transaction_depth().ok().flatten().map_or(0, std::num::NonZeroU32::get)
}
