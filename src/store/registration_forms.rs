//! Registration forms that are being filled in.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::sum;
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
            registration_forms::size.eq(size(answers)),
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
            registration_forms::size.eq(size(answers)),
        ))
        .execute(db)?;
    Ok(n == 1)
}

/// Gives a form another token; the one before opens it no more.
pub fn rename(db: &mut Db, from: &TokenHash, to: &TokenHash) -> Result<(), StoreError> {
    diesel::update(registration_forms::table.find(&from.0))
        .set(registration_forms::token_hash.eq(&to.0))
        .execute(db)?;
    Ok(())
}

fn size(answers: &str) -> i32 {
    i32::try_from(answers.len()).unwrap_or(i32::MAX)
}

/// If an event's forms take more bytes than `most`, deletes others than this one until an eighth is free: those without an
/// address first, then the largest, then those that nobody has touched for longest. Gives how many went.
pub fn make_room(db: &mut Db, event: &EventId, own: &TokenHash, most: i64) -> Result<usize, StoreError> {
    let forms = || registration_forms::table.filter(registration_forms::event_id.eq(event.as_str()));
    let taken: Option<i64> = forms().select(sum(registration_forms::size)).first(db)?;
    let mut beyond = taken.unwrap_or_default() - most;
    if beyond <= 0 {
        return Ok(0);
    }
    beyond += most / 8;
    let in_turn: Vec<(String, i32)> = forms()
        .filter(registration_forms::token_hash.ne(&own.0))
        .order((
            registration_forms::email_key.ne("").asc(),
            registration_forms::size.desc(),
            registration_forms::updated_at.asc(),
        ))
        .select((registration_forms::token_hash, registration_forms::size))
        .load(db)?;
    let mut going = Vec::new();
    for (hash, size) in in_turn {
        if beyond <= 0 {
            break;
        }
        beyond -= i64::from(size);
        going.push(hash);
    }
    for some in going.chunks(5_000) {
        diesel::delete(registration_forms::table.filter(registration_forms::token_hash.eq_any(some)))
            .execute(db)?;
    }
    Ok(going.len())
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

/// Deletes the forms of an address that made a registration.
pub fn delete_sent_as(
    db: &mut Db,
    event: &EventId,
    email_key: &str,
    made: &ParticipantId,
) -> Result<(), StoreError> {
    // Ids are made of letters, digits and hyphens.
    let sent_as = format!("%\"sent_as\":\"{made}\"%");
    let forms = registration_forms::table
        .filter(registration_forms::event_id.eq(event.as_str()))
        .filter(registration_forms::email_key.eq(email_key))
        .filter(registration_forms::answers.like(sent_as));
    diesel::delete(forms).execute(db)?;
    Ok(())
}

/// Deletes the forms that were sent before a time: their links open no more.
pub fn delete_sent_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let forms = registration_forms::table
        .filter(registration_forms::updated_at.lt(before.naive_utc()))
        .filter(registration_forms::answers.like("%\"done\":[\"check\"]%"));
    Ok(diesel::delete(forms).execute(db)?)
}

/// Deletes the forms that nobody touched since `before`.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(
        registration_forms::table.filter(registration_forms::updated_at.lt(before.naive_utc())),
    )
    .execute(db)?)
}
