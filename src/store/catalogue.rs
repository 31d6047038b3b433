//! What the database says of itself: its tables with their columns, and the migrations that it has seen. Backups go by
//! it, so that no table is forgotten.

use std::collections::BTreeMap;

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::connection::texts;
use super::{Db, StoreError};
use crate::domain::backup::{Column, ColumnKind, Table};

/// The list of migrations, which diesel keeps: no table of ours.
const MIGRATION_LIST: &str = "__diesel_schema_migrations";

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    declared: String,
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, c.type AS declared \
     FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' \
     ORDER BY m.name, c.cid";

const POSTGRES_COLUMNS: &str = "SELECT c.table_name::text AS table_name, c.column_name::text AS column_name, \
     c.data_type::text AS declared FROM information_schema.columns c \
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name \
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
     ORDER BY c.table_name COLLATE \"C\", c.ordinal_position";

fn columns(db: &mut Db) -> Result<Vec<ColumnRow>, StoreError> {
    Ok(match db {
        Db::Sqlite(sqlite) => sql_query(SQLITE_COLUMNS).load(sqlite)?,
        Db::Pg(pg) => sql_query(POSTGRES_COLUMNS).load(pg)?,
    })
}

/// The names of all tables, in their order, but for the list of migrations.
pub fn table_names(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let mut names: Vec<String> = columns(db)?.into_iter().map(|row| row.table_name).collect();
    names.dedup();
    names.retain(|name| name != MIGRATION_LIST);
    Ok(names)
}

/// All tables, in the order of their names, but for the list of migrations.
///
/// # Errors
/// [`StoreError::Corrupt`] for a type of column that the two databases do not share.
pub fn tables(db: &mut Db) -> Result<Vec<Table>, StoreError> {
    let mut tables: Vec<Table> = Vec::new();
    for row in columns(db)? {
        if row.table_name == MIGRATION_LIST {
            continue;
        }
        let kind = kind(&row.declared).ok_or_else(|| StoreError::Corrupt {
            what: "a column of a type",
            value: format!("{}.{}: {}", row.table_name, row.column_name, row.declared),
        })?;
        let column = Column { name: row.column_name, kind };
        match tables.last_mut().filter(|table| table.name == row.table_name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table { name: row.table_name, columns: vec![column] }),
        }
    }
    Ok(tables)
}

const SQLITE_KEYS: &str = "SELECT m.name AS table_name, c.name AS column_name, c.type AS declared \
     FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk > 0 ORDER BY m.name, c.pk";

const POSTGRES_KEYS: &str = "SELECT t.relname::text AS table_name, c.attname::text AS column_name, \
     format_type(c.atttypid, c.atttypmod) AS declared FROM pg_index i \
     CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k(number, place) \
     JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = current_schema()::regnamespace \
     JOIN pg_attribute c ON c.attrelid = i.indrelid AND c.attnum = k.number \
     WHERE i.indisprimary ORDER BY t.relname, k.place";

/// The columns of each table's key, in its order, by the names of tables.
pub fn keys(db: &mut Db) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let rows: Vec<ColumnRow> = match db {
        Db::Sqlite(sqlite) => sql_query(SQLITE_KEYS).load(sqlite)?,
        Db::Pg(pg) => sql_query(POSTGRES_KEYS).load(pg)?,
    };
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        keys.entry(row.table_name).or_default().push(row.column_name);
    }
    Ok(keys)
}

/// By the names that migrations use, and those that Postgres gives back.
fn kind(declared: &str) -> Option<ColumnKind> {
    Some(match declared.to_ascii_lowercase().as_str() {
        "text" => ColumnKind::Text,
        "integer" | "bigint" | "smallint" => ColumnKind::Integer,
        "boolean" => ColumnKind::Boolean,
        "timestamp" | "timestamp without time zone" => ColumnKind::Timestamp,
        "date" => ColumnKind::Date,
        "bytea" => ColumnKind::Bytes,
        _ => return None,
    })
}

/// The migrations that the database has seen, oldest first; none if it is no database of ours.
pub fn migrations(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let all = columns(db)?;
    if !all.iter().any(|row| row.table_name == MIGRATION_LIST) {
        return Ok(Vec::new());
    }
    texts(db, &format!("SELECT CAST(version AS TEXT) AS value FROM {MIGRATION_LIST} ORDER BY 1"))
}
