//! Every row that an undo puts back, to compare what was before an act with what is after its undo.

use std::collections::{BTreeMap, BTreeSet};

use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use rendezvous::config::DatabaseUrl;
use rendezvous::store::acts::UNDONE;
use rendezvous::store::{Db, StoreError};

use super::app::{TestApp, with_settings};

/// As servers run: mails of acts wait five minutes.
pub fn as_in_life(test: impl Fn(&TestApp)) {
    with_settings(|config| config.mails_wait_minutes = 5, test);
}

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The column `line` of a query.
pub fn lines(app: &TestApp, query: &str) -> Vec<String> {
    let rows = app.app.store.read(|db| {
        let rows: Vec<Line> = match db {
            Db::Pg(pg) => diesel::sql_query(query).load(pg)?,
            Db::Sqlite(sqlite) => diesel::sql_query(query).load(sqlite)?,
        };
        Ok::<_, StoreError>(rows.into_iter().map(|row| row.line).collect())
    });
    rows.unwrap()
}

/// Columns that count on.
const COUNT_ON: [&str; 3] = ["version", "sequence", "next_seq"];

/// Every row that an undo puts back, by table.
pub fn kept(app: &TestApp) -> BTreeMap<&'static str, BTreeSet<String>> {
    let of = |table: &'static str| {
        let query = match app.app.config.database {
            DatabaseUrl::Postgres(_) => {
                let without: String = COUNT_ON.iter().map(|column| format!(" - '{column}'")).collect();
                format!("SELECT (to_jsonb(t){without})::text AS line FROM {table} t")
            }
            DatabaseUrl::Sqlite(_) => {
                let columns = lines(app, &format!("SELECT name AS line FROM pragma_table_info('{table}')"));
                let columns = columns.iter().filter(|column| !COUNT_ON.contains(&column.as_str()));
                let shown: Vec<String> =
                    columns.map(|column| format!("'{column}=' || quote({column})")).collect();
                format!("SELECT {} AS line FROM {table}", shown.join(" || ' ' || "))
            }
        };
        (table, lines(app, &query).into_iter().collect())
    };
    UNDONE.into_iter().map(of).collect()
}

/// What is different in two states, to be read by people.
pub fn difference(
    before: &BTreeMap<&str, BTreeSet<String>>,
    after: &BTreeMap<&str, BTreeSet<String>>,
) -> Vec<String> {
    let of = |table: &str| {
        let (old, new) = (&before[table], &after[table]);
        let gone = old.difference(new).map(move |row| format!("- {row:.300}"));
        let come = new.difference(old).map(move |row| format!("+ {row:.300}"));
        gone.chain(come).map(|row| format!("{table} {row}")).collect::<Vec<_>>()
    };
    before.keys().flat_map(|table| of(table)).collect()
}
