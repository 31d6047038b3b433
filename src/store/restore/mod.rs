//! Brings the tables and rows of a backup back into an empty database: whole, or not at all.
//!
//! The tables are made as the backup's program had them, by the migrations that its database had seen. When the rows are
//! in and add up to what the backup says, the newer migrations follow, as they would have there. On SQLite all this
//! happens in a file beside the one that is asked for, which is renamed at the end; on Postgres in one transaction.

mod file;
mod load;
mod place;
mod postgres;

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::MigrationHarness;

pub use file::remove_leftovers;
pub use load::Loader;

use super::connection::Backend;
use super::identity::MIGRATIONS;
use super::{Db, StoreError, away, backup, catalogue};
use crate::config::DatabaseUrl;
use crate::domain::backup::{Table, TableTotal};

/// What a backup says of its tables.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    pub tables: &'a [Table],
    pub migrations: &'a [String],
}

/// Why a backup cannot be restored here.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// Somebody uses the database: it has so many accounts and events.
    #[error("the database is in use: it has {accounts} accounts and {events} events")]
    InUse { accounts: i64, events: i64 },
    /// There are tables of something else.
    #[error("the database holds something else: {0}")]
    Foreign(String),
    /// The backup, or the place, has seen migrations that this program does not know.
    #[error("{0} is of a newer version of Rendezvous")]
    Newer(&'static str),
    /// A table is not what the migrations make of it.
    #[error("the table {0} of the backup is not one that this program knows")]
    Shape(String),
    /// The rows of a table are refused.
    #[error("the rows of {table} cannot be restored: {cause}")]
    Rows { table: String, cause: diesel::result::Error },
    /// What was written is not what the backup says.
    #[error("after restoring, {0} is not what the backup says")]
    Differs(String),
    #[error("{file}: {cause}")]
    File { file: String, cause: std::io::Error },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Restores: `load` hands the rows over and gives the totals that the backup tells; `finish` runs on the finished
/// database, before anybody else sees it. If either fails, nothing is left.
pub fn restore<T, E: From<StoreError> + From<RestoreError>>(
    url: &DatabaseUrl,
    contents: Contents<'_>,
    load: impl FnOnce(&mut Loader<'_>) -> Result<Vec<TableTotal>, E>,
    finish: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    known_migrations("the backup", contents.migrations)?;
    match url {
        DatabaseUrl::Sqlite(path) => file::restore(path, contents, load, finish),
        DatabaseUrl::Postgres(_) => postgres::restore(url, contents, load, finish),
    }
}

/// Whether a backup can be restored there, before any of it is read.
pub fn check_place(url: &DatabaseUrl, contents: Contents<'_>) -> Result<(), RestoreError> {
    known_migrations("the backup", contents.migrations)?;
    match url {
        DatabaseUrl::Sqlite(path) => file::check_place(path),
        DatabaseUrl::Postgres(_) => place::check(&mut postgres::open(url)?),
    }
}

type Migrations = Vec<Box<dyn Migration<Backend>>>;

/// All migrations of this program, oldest first.
fn all_migrations() -> Result<Migrations, StoreError> {
    let mut all: Migrations = MIGRATIONS.migrations().map_err(away)?;
    all.sort_by(|one, other| one.name().version().cmp(&other.name().version()));
    Ok(all)
}

fn known_migrations(whose: &'static str, seen: &[String]) -> Result<(), RestoreError> {
    let all = all_migrations()?;
    let is_known = |version: &String| all.iter().any(|one| one.name().version().to_string() == *version);
    if seen.iter().all(is_known) { Ok(()) } else { Err(RestoreError::Newer(whose)) }
}

/// Makes the tables as they were when the backup was made, and checks that they are the same.
fn make_tables(db: &mut Db, contents: Contents<'_>) -> Result<(), RestoreError> {
    db.applied_migrations().map_err(away)?;
    for migration in all_migrations()? {
        if contents.migrations.contains(&migration.name().version().to_string()) {
            db.run_migration(&*migration).map_err(away)?;
        }
    }
    let made = catalogue::tables(db)?;
    let differs = |table: &&Table| !made.iter().any(|known| is_same(table, known));
    if let Some(table) = contents.tables.iter().find(differs) {
        return Err(RestoreError::Shape(table.name.clone()));
    }
    let is_missing = |table: &&Table| !contents.tables.iter().any(|known| known.name == table.name);
    match made.iter().find(is_missing) {
        Some(table) => Err(RestoreError::Shape(table.name.clone())),
        None => Ok(()),
    }
}

/// The same columns, in whatever order.
fn is_same(one: &Table, other: &Table) -> bool {
    one.name == other.name
        && one.columns.len() == other.columns.len()
        && one.columns.iter().all(|column| other.columns.contains(column))
}

/// Reads everything back and compares it with what the backup says.
fn compare(db: &mut Db, contents: Contents<'_>, totals: &[TableTotal]) -> Result<(), RestoreError> {
    for table in contents.tables {
        let found = backup::total(db, table)?;
        if !totals.contains(&found) {
            return Err(RestoreError::Differs(table.name.clone()));
        }
    }
    Ok(())
}

/// All of it, or nothing. A restore is nobody's request: it is not tried again.
fn transaction<T, E: From<StoreError>>(db: &mut Db, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
    type Transactions = <Db as Connection>::TransactionManager;
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
            // What went wrong matters more than a rollback that fails: the database rolls back by itself then.
            let _ = Transactions::rollback_transaction(db);
            Err(error)
        }
    }
}
