//! What the law asks to be said, of the installation and of its events.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::{from_json, to_json};
use super::schema::legal_notices;
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::legal::LegalNotice;

/// What an event says for itself, or the installation for all of them; nothing if nobody has filled it in.
pub fn get(db: &mut Db, event: Option<&EventId>) -> Result<LegalNotice, StoreError> {
    let row: Option<String> =
        legal_notices::table.find(owner(event)).select(legal_notices::notice).first(db).optional()?;
    row.map_or_else(|| Ok(LegalNotice::default()), |row| from_json("legal notice", &row))
}

/// What holds at an event.
pub fn of_event(db: &mut Db, event: &EventId) -> Result<LegalNotice, StoreError> {
    let installation = get(db, None)?;
    Ok(get(db, Some(event))?.over(&installation))
}

/// Stores it in place of the one before.
pub fn set(
    db: &mut Db,
    event: Option<&EventId>,
    notice: &LegalNotice,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let values = (
        legal_notices::notice.eq(to_json("legal notice", notice)?),
        legal_notices::changed_at.eq(now.naive_utc()),
    );
    if diesel::update(legal_notices::table.find(owner(event))).set(values.clone()).execute(db)? == 0 {
        diesel::insert_into(legal_notices::table)
            .values((legal_notices::owner.eq(owner(event)), values))
            .execute(db)?;
    }
    Ok(())
}

/// The installation's notice has no event.
fn owner(event: Option<&EventId>) -> &str {
    event.map_or("", EventId::as_str)
}
