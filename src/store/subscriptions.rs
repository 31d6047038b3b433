//! Who wants no reminders or no mailings, and the links with which they said so.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::schema::{participants, unsubscribe_links, unsubscribed};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::subscription::Series;
use crate::domain::token::TokenHash;

/// Stores a new link.
pub fn insert_link(
    db: &mut Db,
    (hash, series): (&TokenHash, Series),
    participant: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(unsubscribe_links::table)
        .values((
            unsubscribe_links::token_hash.eq(&hash.0),
            unsubscribe_links::series.eq(series.code()),
            unsubscribe_links::participant_id.eq(participant.as_str()),
            unsubscribe_links::created_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Whose link this is, and what it stops.
pub fn find_link(db: &mut Db, hash: &TokenHash) -> Result<Option<(ParticipantId, Series)>, StoreError> {
    let found: Option<(String, String)> = unsubscribe_links::table
        .find(&hash.0)
        .select((unsubscribe_links::participant_id, unsubscribe_links::series))
        .first(db)
        .optional()?;
    let Some((id, series)) = found else { return Ok(None) };
    Ok(Some((ParticipantId(id), known("series of mails", &series, Series::parse(&series))?)))
}

/// Stops mails for a participant; gives whether that is news.
pub fn stop(
    db: &mut Db,
    participant: &ParticipantId,
    series: Series,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if is_stopped(db, participant, series)? {
        return Ok(false);
    }
    diesel::insert_into(unsubscribed::table)
        .values((
            unsubscribed::participant_id.eq(participant.as_str()),
            unsubscribed::series.eq(series.code()),
            unsubscribed::at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(true)
}

/// Lets mails go to a participant again; gives whether that is news.
pub fn resume(db: &mut Db, participant: &ParticipantId, series: Series) -> Result<bool, StoreError> {
    let row = unsubscribed::table.find((participant.as_str(), series.code()));
    Ok(diesel::delete(row).execute(db)? == 1)
}

/// Whether a participant wants none of these mails.
pub fn is_stopped(db: &mut Db, participant: &ParticipantId, series: Series) -> Result<bool, StoreError> {
    let row = unsubscribed::table.find((participant.as_str(), series.code()));
    Ok(row.count().get_result::<i64>(db)? == 1)
}

/// Everyone of an event who wants none of these mails.
pub fn list_stopped(db: &mut Db, event: &EventId, series: Series) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = unsubscribed::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(unsubscribed::series.eq(series.code()))
        .select(unsubscribed::participant_id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}
