//! Calendar feeds of participants, by the hash of their secret token.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::feeds;
use super::{Db, StoreError};
use crate::domain::ids::ParticipantId;
use crate::domain::token::TokenHash;

/// Stores the address of a participant's feed instead of the one before.
pub fn put(
    db: &mut Db,
    participant: &ParticipantId,
    hash: &TokenHash,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    delete(db, participant)?;
    diesel::insert_into(feeds::table)
        .values((
            feeds::participant_id.eq(participant.as_str()),
            feeds::token_hash.eq(&hash.0),
            feeds::created_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets a participant's feed; gives whether there was one.
pub fn delete(db: &mut Db, participant: &ParticipantId) -> Result<bool, StoreError> {
    Ok(diesel::delete(feeds::table.find(participant.as_str())).execute(db)? > 0)
}

/// Whose feed a token opens.
pub fn find(db: &mut Db, hash: &TokenHash) -> Result<Option<ParticipantId>, StoreError> {
    let id: Option<String> = feeds::table
        .filter(feeds::token_hash.eq(&hash.0))
        .select(feeds::participant_id)
        .first(db)
        .optional()?;
    Ok(id.map(ParticipantId))
}

/// Since when a participant has a feed.
pub fn since(db: &mut Db, participant: &ParticipantId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let at: Option<NaiveDateTime> =
        feeds::table.find(participant.as_str()).select(feeds::created_at).first(db).optional()?;
    Ok(at.map(utc))
}
