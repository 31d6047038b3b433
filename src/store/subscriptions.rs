//! Who wants no reminders, and the links with which they said so.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{participants, unsubscribe_links, unsubscribed};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::token::TokenHash;

/// Stores a new link.
pub fn insert_link(
    db: &mut Db,
    hash: &TokenHash,
    participant: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(unsubscribe_links::table)
        .values((
            unsubscribe_links::token_hash.eq(&hash.0),
            unsubscribe_links::participant_id.eq(participant.as_str()),
            unsubscribe_links::created_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Whose link this is.
pub fn find_link(db: &mut Db, hash: &TokenHash) -> Result<Option<ParticipantId>, StoreError> {
    let id: Option<String> = unsubscribe_links::table
        .find(&hash.0)
        .select(unsubscribe_links::participant_id)
        .first(db)
        .optional()?;
    Ok(id.map(ParticipantId))
}

/// Stops reminders for a participant; gives whether that is news.
pub fn stop(db: &mut Db, participant: &ParticipantId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if is_stopped(db, participant)? {
        return Ok(false);
    }
    diesel::insert_into(unsubscribed::table)
        .values((unsubscribed::participant_id.eq(participant.as_str()), unsubscribed::at.eq(now.naive_utc())))
        .execute(db)?;
    Ok(true)
}

/// Lets reminders go to a participant again; gives whether that is news.
pub fn resume(db: &mut Db, participant: &ParticipantId) -> Result<bool, StoreError> {
    Ok(diesel::delete(unsubscribed::table.find(participant.as_str())).execute(db)? == 1)
}

/// Whether a participant wants no reminders.
pub fn is_stopped(db: &mut Db, participant: &ParticipantId) -> Result<bool, StoreError> {
    Ok(unsubscribed::table.find(participant.as_str()).count().get_result::<i64>(db)? == 1)
}

/// Everyone of an event who wants no reminders.
pub fn list_stopped(db: &mut Db, event: &EventId) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = unsubscribed::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .select(unsubscribed::participant_id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}
