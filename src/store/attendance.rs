//! Who takes part in a session and who is there in a meeting block, counted and for many at a time.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::insert_all;
use super::schema::{attended_blocks, attended_sessions, meeting_blocks, participants, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{BlockId, EventId, ParticipantId, SessionId};
use crate::domain::registration::RegistrationState;

/// So many at a time: SQLite has a limit of parameters.
const SOME: usize = 5_000;

#[derive(Insertable)]
#[diesel(table_name = attended_blocks)]
struct Attended<'a> {
    participant_id: &'a str,
    block_id: &'a str,
}

/// Puts people into a block in which they are not yet.
pub fn put(
    db: &mut Db,
    block: &BlockId,
    people: &[&ParticipantId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let rows: Vec<Attended<'_>> = people
        .iter()
        .map(|who| Attended { participant_id: who.as_str(), block_id: block.as_str() })
        .collect();
    insert_all!(db, attended_blocks::table, rows);
    mark_changed(db, people, now)
}

/// Takes people out of a block.
pub fn take_out(
    db: &mut Db,
    block: &BlockId,
    people: &[&ParticipantId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for some in people.chunks(SOME) {
        let ids: Vec<&str> = some.iter().map(|who| who.as_str()).collect();
        let attended = attended_blocks::table
            .filter(attended_blocks::block_id.eq(block.as_str()))
            .filter(attended_blocks::participant_id.eq_any(&ids));
        diesel::delete(attended).execute(db)?;
    }
    mark_changed(db, people, now)
}

/// How many registered people of an event want meetings and are in no block, where there are blocks at all.
pub fn count_in_no_block(db: &mut Db, event: &EventId) -> Result<usize, StoreError> {
    let blocks = meeting_blocks::table
        .filter(meeting_blocks::event_id.eq(event.as_str()))
        .filter(meeting_blocks::retired.eq(false));
    if blocks.count().get_result::<i64>(db)? == 0 {
        return Ok(0);
    }
    let somewhere = attended_blocks::table.select(attended_blocks::participant_id);
    let nowhere: i64 = participants::table
        .inner_join(registrations::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::max_meetings.gt(0))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .filter(participants::id.ne_all(somewhere))
        .count()
        .get_result(db)?;
    Ok(usize::try_from(nowhere).unwrap_or_default())
}

/// How many registered people chose each session of an event.
pub fn count_by_session(db: &mut Db, event: &EventId) -> Result<Vec<(SessionId, usize)>, StoreError> {
    let rows: Vec<(String, i64)> = attended_sessions::table
        .inner_join(
            registrations::table.on(registrations::participant_id.eq(attended_sessions::participant_id)),
        )
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .group_by(attended_sessions::session_id)
        .select((attended_sessions::session_id, diesel::dsl::count_star()))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, n)| (SessionId(id), usize::try_from(n).unwrap_or_default())).collect())
}

/// Takes somebody out of a session.
pub fn leave_session(
    db: &mut Db,
    session: &SessionId,
    who: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::delete(attended_sessions::table.find((who.as_str(), session.as_str()))).execute(db)?;
    mark_changed(db, &[who], now)
}

/// How many participants take part in this session.
pub fn count_in_session(db: &mut Db, id: &SessionId) -> Result<i64, StoreError> {
    let found = attended_sessions::session_id.eq(id.as_str());
    Ok(attended_sessions::table.filter(found).count().get_result(db)?)
}

/// How many participants are there in this meeting block.
pub fn count_in_block(db: &mut Db, id: &BlockId) -> Result<i64, StoreError> {
    Ok(attended_blocks::table.filter(attended_blocks::block_id.eq(id.as_str())).count().get_result(db)?)
}

fn mark_changed(db: &mut Db, people: &[&ParticipantId], now: DateTime<Utc>) -> Result<(), StoreError> {
    for some in people.chunks(SOME) {
        let ids: Vec<&str> = some.iter().map(|who| who.as_str()).collect();
        diesel::update(participants::table.filter(participants::id.eq_any(&ids)))
            .set((
                participants::version.eq(participants::version + 1),
                participants::updated_at.eq(now.naive_utc()),
            ))
            .execute(db)?;
    }
    Ok(())
}
