//! Reads a whole database as it was at one moment, whatever is written meanwhile, and holds nobody up: a snapshot of
//! SQLite's journal, or a repeatable read on Postgres.

use std::path::Path;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::catalogue;
use super::connection::{Db, Manager};
use super::{StoreError, away, network_keys};
use crate::config::DatabaseUrl;
use crate::domain::backup::{ColumnKind, RowError, RowSum, Table, TableTotal};

/// A database as it was when this was opened.
pub struct Snapshot {
    db: Db,
    /// All tables but the list of migrations.
    pub tables: Vec<Table>,
    /// The migrations that it has seen, oldest first.
    pub migrations: Vec<String>,
}

impl Snapshot {
    /// Opens the database as it is: nothing is migrated and nothing made. None if there is no database of ours.
    pub fn open(url: &DatabaseUrl) -> Result<Option<Snapshot>, StoreError> {
        if matches!(url, DatabaseUrl::Sqlite(path) if !is_file(path)) {
            return Ok(None);
        }
        let mut db = Manager::new(url).of_existing().open().map_err(away)?.db;
        begin(&mut db)?;
        let migrations = catalogue::migrations(&mut db)?;
        if migrations.is_empty() {
            return Ok(None);
        }
        let tables = catalogue::tables(&mut db)?;
        Ok(Some(Snapshot { db, tables, migrations }))
    }

    /// Hands over the rows of a table in their canonical form, one after the other.
    ///
    /// # Errors
    /// What `take` gives; a database that fails; a value that does not fit its column.
    pub fn rows<E: From<StoreError>>(
        &mut self,
        table: &Table,
        take: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        // A copy that is kept for weeks would keep what is to be thrown away with its week.
        if table.name == network_keys::TABLE {
            return Ok(());
        }
        rows(&mut self.db, table, take)
    }
}

fn is_file(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|about| about.is_file())
}

fn begin(db: &mut Db) -> Result<(), StoreError> {
    match db {
        Db::Sqlite(sqlite) => sqlite.batch_execute("BEGIN; SELECT COUNT(*) FROM sqlite_master")?,
        Db::Pg(pg) => {
            pg.batch_execute(
                "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; \
                 BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            )?;
            lock_tables(pg)?;
        }
    }
    Ok(())
}

/// Keeps migrations away until the rows are read; nobody else notices.
fn lock_tables(pg: &mut diesel::PgConnection) -> Result<(), StoreError> {
    let names: Vec<Row> = sql_query(
        "SELECT quote_ident(tablename::text) AS \"row\" FROM pg_tables WHERE schemaname = current_schema()",
    )
    .load(pg)?;
    if !names.is_empty() {
        let names: Vec<String> = names.into_iter().map(|name| name.row).collect();
        pg.batch_execute(&format!("LOCK TABLE {} IN ACCESS SHARE MODE", names.join(", ")))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    row: String,
}

/// The rows of a table in their canonical form. They stream: only one is in memory.
pub(super) fn rows<E: From<StoreError>>(
    db: &mut Db,
    table: &Table,
    mut take: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let query = sql_query(select(table, matches!(db, Db::Sqlite(_))));
    let mut each = |line: Result<Row, diesel::result::Error>| {
        let line = line.map_err(StoreError::from)?.row;
        take(&table.canonical(&line).map_err(unreadable)?)
    };
    match db {
        Db::Sqlite(sqlite) => {
            let mut lines = query.load_iter::<Row, DefaultLoadingMode>(sqlite).map_err(StoreError::from)?;
            lines.try_for_each(&mut each)
        }
        Db::Pg(pg) => {
            let mut lines = query.load_iter::<Row, PgRowByRowLoadingMode>(pg).map_err(StoreError::from)?;
            lines.try_for_each(&mut each)
        }
    }
}

fn unreadable(error: RowError) -> StoreError {
    StoreError::Corrupt { what: "a row", value: error.to_string() }
}

/// How many rows a table has, and their sum.
pub(super) fn total(db: &mut Db, table: &Table) -> Result<TableTotal, StoreError> {
    let mut sum = RowSum::default();
    rows(db, table, |row| {
        sum.add(row);
        Ok::<_, StoreError>(())
    })?;
    Ok(sum.total(&table.name))
}

/// Each database writes its rows as JSON itself.
fn select(table: &Table, on_sqlite: bool) -> String {
    let values = table.columns.iter().map(|column| {
        let name = quoted(&column.name);
        match (column.kind, on_sqlite) {
            (ColumnKind::Bytes, true) => format!("iif({name} IS NULL, NULL, lower(hex({name})))"),
            (ColumnKind::Bytes, false) => format!("encode({name}, 'hex')"),
            _ => name,
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    let name = quoted(&table.name);
    match on_sqlite {
        true => format!("SELECT json_array({values}) AS \"row\" FROM {name}"),
        false => format!("SELECT json_build_array({values})::text AS \"row\" FROM {name}"),
    }
}

/// A name as both databases take it, whatever is in it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
