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

/// Makes these anew if others are there, or some are missing; whether it did. Nobody else changes tables meanwhile.
pub(super) fn renew(db: &mut Db, kind: &Kind, wanted: Vec<Trigger>) -> Result<bool, StoreError> {
    let there = names(db, kind)?;
    if wanted.len() == there.len() && wanted.iter().all(|trigger| there.contains(&trigger.name)) {
        return Ok(false);
    }
    drop_all(db, kind)?;
    if let (Db::Pg(pg), Some(functions)) = (&mut *db, kind.functions) {
        pg.batch_execute(functions).map_err(away)?;
    }
    for trigger in wanted {
        db.batch_execute(&trigger.sql)?;
    }
    Ok(true)
}

/// Takes those that are there away: a table cannot be replaced while one of them reads it.
pub(super) fn drop_all(db: &mut Db, kind: &Kind) -> Result<(), StoreError> {
    let drops: Vec<String> = match db {
        Db::Sqlite(_) => names(db, kind)?.iter().map(|name| format!("DROP TRIGGER {name}")).collect(),
        Db::Pg(_) => texts(
            db,
            // With a function go the triggers that call it.
            &format!(
                "SELECT DISTINCT 'DROP FUNCTION ' || t.tgfoid::regprocedure || ' CASCADE' AS value {}",
                on_postgres(kind)
            ),
        )?,
    };
    drops.iter().try_for_each(|drop| Ok(db.batch_execute(drop)?))
}

/// The names of those that are there.
fn names(db: &mut Db, kind: &Kind) -> Result<Vec<String>, StoreError> {
    let query = match db {
        Db::Sqlite(_) => {
            format!("SELECT name AS value FROM sqlite_master WHERE type = 'trigger' AND name {}", like(kind))
        }
        Db::Pg(_) => format!("SELECT t.tgname::text AS value {}", on_postgres(kind)),
    };
    texts(db, &query)
}

/// Those that are there, as `t`.
fn on_postgres(kind: &Kind) -> String {
    format!(
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
         WHERE t.tgname {} AND c.relnamespace = current_schema()::regnamespace",
        like(kind)
    )
}

fn like(kind: &Kind) -> String {
    format!("LIKE '{}%' ESCAPE '\\'", kind.stem.replace('_', "\\_"))
}
