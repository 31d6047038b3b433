//! Forms that were sent for an address that somebody has registered with before, by the link that confirms each; and the links of
//! registrations that nobody confirmed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::links::LinkPurpose;
use super::schema::{lapsed_links, links, sent_forms};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::token::TokenHash;

/// Keeps the answers that a confirmation link confirms.
pub fn insert(
    db: &mut Db,
    link: &TokenHash,
    participant: &ParticipantId,
    answers: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(sent_forms::table)
        .values((
            sent_forms::link_hash.eq(&link.0),
            sent_forms::participant_id.eq(participant.as_str()),
            sent_forms::answers.eq(answers),
            sent_forms::sent_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The answers that a link confirms; none if it confirms those that are stored with the participant.
pub fn find(db: &mut Db, link: &TokenHash) -> Result<Option<String>, StoreError> {
    Ok(sent_forms::table.find(&link.0).select(sent_forms::answers).first(db).optional()?)
}

/// What each confirmation link of a participant confirms that still opens, the latest first: its own answers, or none for those that
/// are stored with the participant.
pub fn list_open(
    db: &mut Db,
    participant: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<Vec<Option<String>>, StoreError> {
    Ok(links::table
        .left_join(sent_forms::table)
        .filter(links::participant_id.eq(participant.as_str()))
        .filter(links::purpose.eq(LinkPurpose::Confirm.code()))
        .filter(links::used_at.is_null())
        .filter(links::replaced_at.is_null())
        .filter(links::expires_at.gt(now.naive_utc()))
        .order((links::created_at.desc(), links::token_hash))
        .select(sent_forms::answers.nullable())
        .load(db)?)
}

/// Forgets every form of a participant.
pub fn delete_of(db: &mut Db, participant: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(sent_forms::table.filter(sent_forms::participant_id.eq(participant.as_str())))
        .execute(db)?;
    Ok(())
}

/// Forgets the forms whose links opened until a time. Gives how many.
pub fn delete_expired(db: &mut Db, time: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = links::table.filter(links::expires_at.le(time.naive_utc())).select(links::token_hash);
    Ok(diesel::delete(sent_forms::table.filter(sent_forms::link_hash.eq_any(old))).execute(db)?)
}

/// Keeps the latest confirmation link of a registration that is about to be deleted.
pub fn keep_lapsed(
    db: &mut Db,
    event: &EventId,
    participant: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let latest: Option<String> = links::table
        .filter(links::participant_id.eq(participant.as_str()))
        .filter(links::purpose.eq(LinkPurpose::Confirm.code()))
        .order((links::created_at.desc(), links::token_hash))
        .select(links::token_hash)
        .first(db)
        .optional()?;
    let Some(hash) = latest else { return Ok(()) };
    diesel::insert_into(lapsed_links::table)
        .values((
            lapsed_links::token_hash.eq(hash),
            lapsed_links::event_id.eq(event.as_str()),
            lapsed_links::lapsed_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The event of a registration that was deleted since nobody used this link in time.
pub fn event_of_lapsed(db: &mut Db, link: &TokenHash) -> Result<Option<EventId>, StoreError> {
    let event: Option<String> =
        lapsed_links::table.find(&link.0).select(lapsed_links::event_id).first(db).optional()?;
    Ok(event.map(EventId))
}

/// How many registrations of an event were deleted since nobody confirmed them.
pub fn count_lapsed(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    Ok(lapsed_links::table.filter(lapsed_links::event_id.eq(event.as_str())).count().get_result(db)?)
}
