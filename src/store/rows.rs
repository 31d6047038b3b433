//! Between rows and domain values: times, enums as text, JSON as text.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;

/// A stored time.
pub(super) fn utc(at: NaiveDateTime) -> DateTime<Utc> {
    at.and_utc()
}

/// A count that the schema keeps from being negative.
pub(super) fn count(n: i32) -> u32 {
    u32::try_from(n).unwrap_or_default()
}

/// A count on its way into the database.
pub(super) fn stored(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

/// A value kept as JSON text.
pub(super) fn to_json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt { what, value: error.to_string() })
}

/// A value kept as JSON text.
pub(super) fn from_json<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Corrupt { what, value: error.to_string() })
}

/// Stores many rows, given as a slice, with few statements: Diesel has that for each database, not for both in one.
macro_rules! insert_all {
    ($db:expr, $table:expr, $rows:expr) => {
        // SQLite takes 32,766 parameters in a statement; no table has more than 40 columns.
        for part in $rows.chunks(400) {
            match $db {
                $crate::store::Db::Pg(pg) => diesel::insert_into($table).values(part).execute(pg)?,
                $crate::store::Db::Sqlite(sqlite) => {
                    diesel::insert_into($table).values(part).execute(sqlite)?
                }
            };
        }
    };
}
pub(super) use insert_all;

/// Runs a statement that Diesel has for each database, not for both in one: an insert that leaves a row that is there.
macro_rules! execute {
    ($db:expr, $statement:expr) => {
        match $db {
            $crate::store::Db::Pg(pg) => $statement.execute(pg)?,
            $crate::store::Db::Sqlite(sqlite) => $statement.execute(sqlite)?,
        }
    };
}
pub(super) use execute;

diesel::define_sql_function! {
    /// Lower case of a text: of every letter on Postgres, of ASCII letters on SQLite.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Codes that stand in one column, with commas between.
pub(super) fn codes(stored: &str) -> Vec<String> {
    stored.split(',').filter(|code| !code.is_empty()).map(String::from).collect()
}
