//! Registration forms that are being filled in.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::drafts;
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::token::TokenHash;

/// Stores a new draft; `email_key` is the address that was typed, in lower case, or empty.
pub fn insert(
    db: &mut Db,
    hash: &TokenHash,
    event: &EventId,
    answers: &str,
    email_key: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(drafts::table)
        .values((
            drafts::token_hash.eq(&hash.0),
            drafts::event_id.eq(event.as_str()),
            drafts::answers.eq(answers),
            drafts::email_key.eq(email_key),
            drafts::created_at.eq(now.naive_utc()),
            drafts::updated_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The answers of a draft.
pub fn find(db: &mut Db, hash: &TokenHash, event: &EventId) -> Result<Option<String>, StoreError> {
    Ok(drafts::table
        .find(&hash.0)
        .filter(drafts::event_id.eq(event.as_str()))
        .select(drafts::answers)
        .first(db)
        .optional()?)
}

/// A draft of any event: the event, the answers, and when they were saved last.
pub fn find_anywhere(
    db: &mut Db,
    hash: &TokenHash,
) -> Result<Option<(EventId, String, DateTime<Utc>)>, StoreError> {
    let row: Option<(String, String, NaiveDateTime)> = drafts::table
        .find(&hash.0)
        .select((drafts::event_id, drafts::answers, drafts::updated_at))
        .first(db)
        .optional()?;
    Ok(row.map(|(event, answers, at)| (EventId(event), answers, utc(at))))
}

/// Stores the answers of a draft anew; gives whether it was there.
pub fn update(
    db: &mut Db,
    hash: &TokenHash,
    answers: &str,
    email_key: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let n = diesel::update(drafts::table.find(&hash.0))
        .set((
            drafts::answers.eq(answers),
            drafts::email_key.eq(email_key),
            drafts::updated_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(n == 1)
}

/// Deletes a draft.
pub fn delete(db: &mut Db, hash: &TokenHash) -> Result<(), StoreError> {
    diesel::delete(drafts::table.find(&hash.0)).execute(db)?;
    Ok(())
}

/// Deletes the drafts that nobody touched since `before`.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(drafts::table.filter(drafts::updated_at.lt(before.naive_utc()))).execute(db)?)
}
