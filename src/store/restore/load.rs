//! Writes rows of a backup into a table, many with one statement: the database itself takes the JSON apart.

use diesel::sql_types::Text;
use diesel::{RunQueryDsl, sql_query};

use super::{Contents, RestoreError};
use crate::domain::backup::{ColumnKind, Table};
use crate::store::backup::quoted;
use crate::store::{Db, StoreError};

/// Bytes of rows that are written with one statement, if they are not one row.
const CHUNK: usize = 1 << 18;

/// Takes rows in.
pub struct Loader<'a> {
    db: &'a mut Db,
    contents: Contents<'a>,
    table: Option<(String, String)>,
    rows: String,
}

impl<'a> Loader<'a> {
    /// Empties the tables, since migrations fill some, and waits for rows.
    pub(super) fn new(db: &'a mut Db, contents: Contents<'a>) -> Result<Loader<'a>, StoreError> {
        for table in contents.tables {
            sql_query(format!("DELETE FROM {}", quoted(&table.name))).execute(db)?;
        }
        Ok(Loader { db, contents, table: None, rows: String::new() })
    }

    /// The rows that follow are those of this table.
    pub fn begin_table(&mut self, name: &str) -> Result<(), RestoreError> {
        self.flush()?;
        // Only names that the migrations made get into a statement.
        let table = self.contents.tables.iter().find(|table| table.name == name);
        let table = table.ok_or_else(|| RestoreError::Shape(name.to_string()))?;
        let statement = insert(table, matches!(self.db, Db::Sqlite(_)));
        self.table = Some((table.name.clone(), statement));
        Ok(())
    }

    /// A row of the table, in its canonical form.
    pub fn row(&mut self, row: &str) -> Result<(), RestoreError> {
        self.rows.push(if self.rows.is_empty() { '[' } else { ',' });
        self.rows.push_str(row);
        if self.rows.len() < CHUNK { Ok(()) } else { self.flush() }
    }

    /// Writes what is left.
    pub(super) fn flush(&mut self) -> Result<(), RestoreError> {
        let Some((table, statement)) = &self.table else { return Ok(()) };
        if self.rows.is_empty() {
            return Ok(());
        }
        self.rows.push(']');
        let query = sql_query(statement.as_str()).bind::<Text, _>(self.rows.as_str());
        let done = match self.db {
            Db::Sqlite(sqlite) => query.execute(sqlite),
            Db::Pg(pg) => query.execute(pg),
        };
        done.map_err(|cause| RestoreError::Rows { table: table.clone(), cause })?;
        self.rows.clear();
        Ok(())
    }
}

fn insert(table: &Table, on_sqlite: bool) -> String {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let values = table.columns.iter().enumerate().map(|(n, column)| {
        let value = format!("r.value ->> {n}");
        match (on_sqlite, column.kind) {
            (true, ColumnKind::Bytes) => format!("unhex({value})"),
            (true, _) => value,
            (false, ColumnKind::Bytes) => format!("decode({value}, 'hex')"),
            (false, kind) => format!("({value})::{}", postgres_type(kind)),
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    let source = if on_sqlite { "json_each($1) AS r" } else { "json_array_elements($1::json) AS r(value)" };
    format!("INSERT INTO {} ({}) SELECT {values} FROM {source}", quoted(&table.name), names.join(", "))
}

fn postgres_type(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Integer => "bigint",
        ColumnKind::Boolean => "boolean",
        ColumnKind::Timestamp => "timestamp",
        ColumnKind::Date => "date",
        ColumnKind::Bytes => "bytea",
    }
}
