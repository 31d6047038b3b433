//! Whether a database is an empty place: without tables, or with those of a server that nobody has set up yet.

use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::{RestoreError, known_migrations};
use crate::store::{Db, StoreError, catalogue};

/// Whoever uses a database has rows in one of these.
const IN_USE: [&str; 2] = ["accounts", "events"];

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Nothing if the place is empty.
pub(super) fn check(db: &mut Db) -> Result<(), RestoreError> {
    let names = catalogue::table_names(db)?;
    let migrations = catalogue::migrations(db)?;
    if names.is_empty() {
        return Ok(());
    }
    let is_ours = IN_USE.iter().all(|table| names.iter().any(|name| name == table));
    if migrations.is_empty() || !is_ours {
        return Err(RestoreError::Foreign(names.join(", ")));
    }
    known_migrations("the database", &migrations)?;
    let mut count = |table: &str| -> Result<i64, RestoreError> {
        let query = sql_query(format!("SELECT COUNT(*) AS count FROM {table}"));
        let found: Count = match db {
            Db::Sqlite(sqlite) => query.get_result(sqlite),
            Db::Pg(pg) => query.get_result(pg),
        }
        .map_err(StoreError::from)?;
        Ok(found.count)
    };
    match (count(IN_USE[0])?, count(IN_USE[1])?) {
        (0, 0) => Ok(()),
        (accounts, events) => Err(RestoreError::InUse { accounts, events }),
    }
}
