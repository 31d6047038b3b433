//! Triggers that this program makes itself and not a migration, since the two databases write them differently.

use diesel::connection::SimpleConnection;

use super::connection::{Db, texts};
use super::{StoreError, away};

/// A trigger.
pub(super) struct Trigger {
    pub name: String,
    pub sql: String,
}

/// What belongs together. On Postgres each trigger calls a function of its own name.
pub(super) struct Kind {
    /// Names of its triggers begin so, in every version of them.
    pub stem: &'static str,
    /// What these functions call on Postgres.
    pub functions: Option<&'static str>,
}

/// Whether exactly these are there.
pub(super) fn are_there(db: &mut Db, kind: &Kind, wanted: &[Trigger]) -> Result<bool, StoreError> {
    let there = names(db, kind)?;
    Ok(wanted.len() == there.len() && wanted.iter().all(|trigger| there.contains(&trigger.name)))
}

/// Makes them; none of the kind is there. Nobody else changes tables meanwhile.
pub(super) fn make(db: &mut Db, kind: &Kind, wanted: Vec<Trigger>) -> Result<(), StoreError> {
    if let (Db::Pg(pg), Some(functions)) = (&mut *db, kind.functions) {
        pg.batch_execute(functions).map_err(away)?;
    }
    for trigger in wanted {
        db.batch_execute(&trigger.sql)?;
    }
    Ok(())
}

/// Takes those that are there away: a table cannot be replaced while one of them reads it.
pub(super) fn drop_all(db: &mut Db, kind: &Kind) -> Result<(), StoreError> {
    for name in names(db, kind)? {
        match db {
            Db::Sqlite(sqlite) => sqlite.batch_execute(&format!("DROP TRIGGER {name}"))?,
            // With the function go the triggers that call it.
            Db::Pg(pg) => pg.batch_execute(&format!("DROP FUNCTION IF EXISTS {name}() CASCADE"))?,
        }
    }
    Ok(())
}

/// The names of those that are there.
fn names(db: &mut Db, kind: &Kind) -> Result<Vec<String>, StoreError> {
    let like = format!("LIKE '{}%' ESCAPE '\\'", kind.stem.replace('_', "\\_"));
    let query = match db {
        Db::Sqlite(_) => {
            format!("SELECT name AS value FROM sqlite_master WHERE type = 'trigger' AND name {like}")
        }
        Db::Pg(_) => format!(
            "SELECT t.tgname::text AS value FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
             WHERE t.tgname {like} AND c.relnamespace = current_schema()::regnamespace"
        ),
    };
    texts(db, &query)
}
