//! Registration forms that are being filled in.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::registration_forms;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::token::TokenHash;

/// Stores a new form; `email_key` is the address that was typed, in lower case, or empty.
pub fn insert(
    db: &mut Db,
    hash: &TokenHash,
    event: &EventId,
    answers: &str,
    email_key: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(registration_forms::table)
        .values((
            registration_forms::token_hash.eq(&hash.0),
            registration_forms::event_id.eq(event.as_str()),
            registration_forms::answers.eq(answers),
            registration_forms::email_key.eq(email_key),
            registration_forms::created_at.eq(now.naive_utc()),
            registration_forms::updated_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The answers of a form.
pub fn find(db: &mut Db, hash: &TokenHash, event: &EventId) -> Result<Option<String>, StoreError> {
    Ok(registration_forms::table
        .find(&hash.0)
        .filter(registration_forms::event_id.eq(event.as_str()))
        .select(registration_forms::answers)
        .first(db)
        .optional()?)
}

/// A form of any event: the event, the answers, and when they were saved last.
pub fn find_anywhere(
    db: &mut Db,
    hash: &TokenHash,
) -> Result<Option<(EventId, String, DateTime<Utc>)>, StoreError> {
    let row: Option<(String, String, NaiveDateTime)> = registration_forms::table
        .find(&hash.0)
        .select((registration_forms::event_id, registration_forms::answers, registration_forms::updated_at))
        .first(db)
        .optional()?;
    Ok(row.map(|(event, answers, at)| (EventId(event), answers, utc(at))))
}

/// Stores the answers of a form anew; gives whether it was there.
pub fn update(
    db: &mut Db,
    hash: &TokenHash,
    event: &EventId,
    answers: &str,
    email_key: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let form = registration_forms::table.find(&hash.0);
    let n = diesel::update(form.filter(registration_forms::event_id.eq(event.as_str())))
        .set((
            registration_forms::answers.eq(answers),
            registration_forms::email_key.eq(email_key),
            registration_forms::updated_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(n == 1)
}

/// The forms of an event that a participant has begun for somebody else and that nobody has saved since: their token hashes
/// with their answers.
pub fn untouched_from(
    db: &mut Db,
    event: &EventId,
    inviter: &ParticipantId,
) -> Result<Vec<(TokenHash, String)>, StoreError> {
    let rows: Vec<(String, String)> = registration_forms::table
        .filter(registration_forms::event_id.eq(event.as_str()))
        .filter(registration_forms::answers.like(format!("%{}%", inviter.as_str())))
        .filter(registration_forms::updated_at.eq(registration_forms::created_at))
        .select((registration_forms::token_hash, registration_forms::answers))
        .load(db)?;
    Ok(rows.into_iter().map(|(hash, answers)| (TokenHash(hash), answers)).collect())
}

/// Deletes a form.
pub fn delete(db: &mut Db, hash: &TokenHash) -> Result<(), StoreError> {
    diesel::delete(registration_forms::table.find(&hash.0)).execute(db)?;
    Ok(())
}

/// Deletes the forms that nobody touched since `before`.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(
        registration_forms::table.filter(registration_forms::updated_at.lt(before.naive_utc())),
    )
    .execute(db)?)
}
