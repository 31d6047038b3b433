//! Restoring into a database of Postgres: in one transaction.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{PgConnection, QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::MigrationHarness;

use super::{Contents, Loader, RestoreError, compare, make_tables, place, transaction};
use crate::config::DatabaseUrl;
use crate::domain::backup::TableTotal;
use crate::store::connection::Manager;
use crate::store::identity::migrate;
use crate::store::identity::{MIGRATIONS, TABLES_LOCK};
use crate::store::{Db, StoreError, acts, away, catalogue, event_versions};

/// A connection that waits as long as it takes, and keeps servers that start meanwhile from migrating.
pub(super) fn open(url: &DatabaseUrl) -> Result<Db, StoreError> {
    let mut db = Manager::new(url).open().map_err(away)?.db;
    db.batch_execute(&format!(
        "SET lock_timeout = 0; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; \
         SELECT pg_advisory_lock({TABLES_LOCK})"
    ))?;
    Ok(db)
}

pub(super) fn restore<T, E: From<StoreError> + From<RestoreError>>(
    url: &DatabaseUrl,
    contents: Contents<'_>,
    load: impl FnOnce(&mut Loader<'_>) -> Result<Vec<TableTotal>, E>,
    finish: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    let mut db = open(url)?;
    let made = transaction::<_, E>(&mut db, |db| {
        clear(db)?;
        make_tables(db, contents)?;
        let references = references(db)?;
        for one in &references {
            db.batch_execute(&format!("ALTER TABLE {} DROP CONSTRAINT {}", one.of, one.name))
                .map_err(StoreError::from)?;
        }
        let mut loader = Loader::new(db, contents)?;
        let totals = load(&mut loader)?;
        loader.flush()?;
        compare(db, contents, &totals)?;
        for one in &references {
            // Every row is checked: far quicker than one by one.
            db.batch_execute(&format!(
                "ALTER TABLE {} ADD CONSTRAINT {} {}",
                one.of, one.name, one.definition
            ))
            .map_err(|cause| RestoreError::Rows { table: one.of.clone(), cause })?;
        }
        migrate(db)?;
        finish(db)
    })?;
    // The planner knows nothing of the new rows until then. It would find out by itself, later.
    let _ = db.batch_execute("ANALYZE");
    Ok(made)
}

/// Takes the tables of a server away that nobody has set up.
fn clear(db: &mut Db) -> Result<(), RestoreError> {
    place::check(db)?;
    if !catalogue::migrations(db)?.is_empty() {
        event_versions::unwatch(db)?;
        acts::unwatch(db)?;
        db.revert_all_migrations(MIGRATIONS).map_err(away)?;
    }
    let left = catalogue::table_names(db)?;
    if left.is_empty() { Ok(()) } else { Err(RestoreError::Foreign(left.join(", "))) }
}

/// A foreign key.
#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    of: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    definition: String,
}

fn references(db: &mut Db) -> Result<Vec<Reference>, StoreError> {
    let load = |pg: &mut PgConnection| {
        sql_query(
            "SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, \
             pg_get_constraintdef(oid) AS definition FROM pg_constraint \
             WHERE contype = 'f' AND connamespace = current_schema()::text::regnamespace ORDER BY 1, 2",
        )
        .load(pg)
    };
    match db {
        Db::Pg(pg) => Ok(load(pg)?),
        Db::Sqlite(_) => Ok(Vec::new()),
    }
}
