//! Who has looked at the list of people, and when first.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::{execute, utc};
use super::schema::directory_visits;
use super::{Db, StoreError};
use crate::domain::ids::ParticipantId;

/// When somebody looked first, if they did.
pub fn first(db: &mut Db, who: &ParticipantId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let at = directory_visits::table.find(who.as_str()).select(directory_visits::opened_at);
    Ok(at.first(db).optional()?.map(utc))
}

/// Notes that somebody looks; the first time stays.
pub fn note(db: &mut Db, who: &ParticipantId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row =
        (directory_visits::participant_id.eq(who.as_str()), directory_visits::opened_at.eq(now.naive_utc()));
    let insert = diesel::insert_into(directory_visits::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}
