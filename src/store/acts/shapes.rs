//! Statements over whole rows of any table, given as JSON: SQLite and Postgres read it each in its own way.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::journal::{UNDONE, image};
use super::undoing::Row;
use crate::domain::backup::Table;
use crate::store::connection::Db;
use crate::store::rows::{from_json, to_json};
use crate::store::{StoreError, catalogue};

/// The tables of [`UNDONE`] in its order: a table and the columns of its key.
pub(super) struct Shapes(Vec<(Table, Vec<String>)>);

#[derive(QueryableByName)]
struct Image {
    #[diesel(sql_type = Text)]
    value: String,
}

impl Shapes {
    pub(super) fn read(db: &mut Db) -> Result<Shapes, StoreError> {
        let tables = catalogue::tables(db)?;
        let mut keys = catalogue::keys(db)?;
        let mut shapes = Vec::new();
        for name in UNDONE {
            let found = tables.iter().find(|table| table.name == name);
            let table = found.ok_or_else(|| StoreError::Corrupt {
                what: "no table of the name",
                value: name.to_string(),
            })?;
            shapes.push((table.clone(), keys.remove(name).unwrap_or_default()));
        }
        Ok(Shapes(shapes))
    }

    /// What tells a row from others of its table.
    pub(super) fn key(&self, place: usize, row: &Row) -> String {
        let parts =
            self.0[place].1.iter().map(|column| row.get(column).map(ToString::to_string).unwrap_or_default());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// The rows with the keys of these as they are, by key.
    pub(super) fn now(
        &self,
        db: &mut Db,
        place: usize,
        rows: &[&Row],
    ) -> Result<BTreeMap<String, Row>, StoreError> {
        let (table, name) = (&self.0[place].0, UNDONE[place]);
        let found: Vec<Image> = match db {
            Db::Sqlite(sqlite) => sql_query(format!(
                "SELECT {} AS value FROM json_each(?) k CROSS JOIN {name} t ON {}",
                image(table, "t"),
                self.same_key(place, |column| format!("json_extract(k.value, '$.{column}')"))
            ))
            .bind::<Text, _>(self.keys(place, rows)?)
            .load(sqlite)?,
            Db::Pg(pg) => sql_query(format!(
                "SELECT to_jsonb(t)::text AS value FROM {} JOIN {name} t ON {}",
                given(name),
                self.same_key(place, |column| format!("k.{column}"))
            ))
            .bind::<Text, _>(self.keys(place, rows)?)
            .load(pg)?,
        };
        let read = |one: Image| {
            let row: Row = from_json("a row", &one.value)?;
            Ok((self.key(place, &row), row))
        };
        found.into_iter().map(read).collect()
    }

    /// Deletes the rows with the keys of these.
    pub(super) fn delete(&self, db: &mut Db, place: usize, rows: &[&Row]) -> Result<(), StoreError> {
        let name = UNDONE[place];
        let on_sqlite = format!("DELETE FROM {name} WHERE {}", self.among(place));
        let on_postgres = format!(
            "DELETE FROM {name} t USING {} WHERE {}",
            given(name),
            self.same_key(place, |column| format!("k.{column}"))
        );
        self.run(db, rows, self.keys(place, rows)?, (on_sqlite, on_postgres))
    }

    /// Inserts these rows.
    pub(super) fn insert(&self, db: &mut Db, place: usize, rows: &[&Row]) -> Result<(), StoreError> {
        let (table, name) = (&self.0[place].0, UNDONE[place]);
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<String> =
            columns.iter().map(|column| format!("json_extract(value, '$.{column}')")).collect();
        let on_sqlite = format!(
            "INSERT INTO {name} ({}) SELECT {} FROM json_each(?)",
            columns.join(", "),
            values.join(", ")
        );
        let on_postgres = format!("INSERT INTO {name} SELECT k.* FROM {}", given(name));
        self.run(db, rows, to_json("rows", &rows)?, (on_sqlite, on_postgres))
    }

    /// Gives the rows with the keys of these their values in some columns, and counts on in others.
    pub(super) fn put_back(
        &self,
        db: &mut Db,
        place: usize,
        (columns, counters): (&BTreeSet<&str>, &[&str]),
        rows: &[&Row],
    ) -> Result<(), StoreError> {
        if columns.is_empty() && counters.is_empty() {
            return Ok(());
        }
        let name = UNDONE[place];
        let set = |value: &dyn Fn(&str) -> String| {
            let values = columns.iter().map(|column| format!("{column} = {}", value(column)));
            let counted = counters.iter().map(|counter| format!("{counter} = t.{counter} + 1"));
            values.chain(counted).collect::<Vec<_>>().join(", ")
        };
        let in_json = |column: &str| format!("json_extract(k.value, '$.{column}')");
        let on_sqlite = format!(
            "UPDATE {name} AS t SET {} FROM json_each(?) k WHERE {}",
            set(&in_json),
            self.same_key(place, in_json)
        );
        let on_postgres = format!(
            "UPDATE {name} t SET {} FROM {} WHERE {}",
            set(&|column| format!("k.{column}")),
            given(name),
            self.same_key(place, |column| format!("k.{column}"))
        );
        self.run(db, rows, to_json("rows", &rows)?, (on_sqlite, on_postgres))
    }

    /// Changes the rows with the keys of these alike.
    pub(super) fn set(&self, db: &mut Db, place: usize, how: &str, rows: &[&Row]) -> Result<(), StoreError> {
        let name = UNDONE[place];
        let on_sqlite = format!("UPDATE {name} SET {how} WHERE {}", self.among(place));
        let keys = self.0[place].1.iter().map(|column| format!("k.{column}")).collect::<Vec<_>>().join(", ");
        let own = self.0[place].1.join(", ");
        let on_postgres =
            format!("UPDATE {name} SET {how} WHERE ({own}) IN (SELECT {keys} FROM {})", given(name));
        self.run(db, rows, self.keys(place, rows)?, (on_sqlite, on_postgres))
    }

    fn run(
        &self,
        db: &mut Db,
        rows: &[&Row],
        told: String,
        (on_sqlite, on_postgres): (String, String),
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        match db {
            Db::Sqlite(sqlite) => sql_query(on_sqlite).bind::<Text, _>(told).execute(sqlite)?,
            Db::Pg(pg) => sql_query(on_postgres).bind::<Text, _>(told).execute(pg)?,
        };
        Ok(())
    }

    /// The keys of rows, as JSON.
    fn keys(&self, place: usize, rows: &[&Row]) -> Result<String, StoreError> {
        let of = |row: &&Row| -> Row {
            let columns = self.0[place].1.iter();
            columns.filter_map(|column| Some((column.clone(), row.get(column)?.clone()))).collect()
        };
        to_json("keys", &rows.iter().map(of).collect::<Vec<_>>())
    }

    /// That row `t` has the key of `k`.
    fn same_key(&self, place: usize, of: impl Fn(&str) -> String) -> String {
        let parts = self.0[place].1.iter().map(|column| format!("t.{column} = {}", of(column)));
        parts.collect::<Vec<_>>().join(" AND ")
    }

    /// That a row of SQLite is one of those that are given.
    fn among(&self, place: usize) -> String {
        let columns = &self.0[place].1;
        let given: Vec<String> =
            columns.iter().map(|column| format!("json_extract(value, '$.{column}')")).collect();
        format!("({}) IN (SELECT {} FROM json_each(?))", columns.join(", "), given.join(", "))
    }
}

/// The given rows of a table as `k`, on Postgres.
fn given(name: &str) -> String {
    format!("jsonb_populate_recordset(NULL::{name}, $1::jsonb) k")
}
