//! Places in sessions that have a limited number of them: who has one, and who waits since when.
//!
//! Invariant: of those who chose such a session only whoever has a row that says so has a place. Everybody else waits, whoever
//! wrote that they chose it; [`services/session_places.rs`](crate::services::session_places) gives them places.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{count, utc};
use super::schema::{attended_sessions, events, participants, registrations, session_places, sessions};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId, SessionId};
use crate::domain::registration::RegistrationState;

/// Somebody who chose a session that has limited places, or had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub participant: ParticipantId,
    /// Whether they are registered: nobody else gets a place.
    pub registered: bool,
    /// Whether they have a place, and since when that is so; nothing if it is not decided yet.
    pub stands: Option<(bool, DateTime<Utc>)>,
}

/// The sessions of an event that have limited places, with how many; and those that had, while somebody has a row.
pub fn list_limited(db: &mut Db, event: &EventId) -> Result<Vec<(SessionId, Option<u32>)>, StoreError> {
    let with_rows = session_places::table.select(session_places::session_id);
    let rows: Vec<(String, Option<i32>)> = sessions::table
        .filter(sessions::event_id.eq(event.as_str()))
        .filter(sessions::places.is_not_null().or(sessions::id.eq_any(with_rows)))
        .order((sessions::starts_at, sessions::id))
        .select((sessions::id, sessions::places))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, places)| (SessionId(id), places.map(count))).collect())
}

/// The events that have such sessions to come.
pub fn list_events(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<EventId>, StoreError> {
    let found: Vec<String> = sessions::table
        .inner_join(events::table)
        .filter(sessions::places.is_not_null())
        .filter(sessions::ends_at.gt(now.naive_utc()))
        .select(sessions::event_id)
        .distinct()
        .load(db)?;
    Ok(found.into_iter().map(EventId).collect())
}

type ChoiceRow = (String, String, Option<bool>, Option<NaiveDateTime>);

/// Everybody who chose a session.
pub fn list_choices(db: &mut Db, session: &SessionId) -> Result<Vec<Choice>, StoreError> {
    let stands = session_places::session_id
        .eq(attended_sessions::session_id)
        .and(session_places::participant_id.eq(attended_sessions::participant_id));
    let rows: Vec<ChoiceRow> = attended_sessions::table
        .inner_join(
            registrations::table.on(registrations::participant_id.eq(attended_sessions::participant_id)),
        )
        .left_join(session_places::table.on(stands))
        .filter(attended_sessions::session_id.eq(session.as_str()))
        .order(attended_sessions::participant_id)
        .select((
            attended_sessions::participant_id,
            registrations::state,
            session_places::has_place.nullable(),
            session_places::since.nullable(),
        ))
        .load(db)?;
    let choice = |(who, state, has_place, since): ChoiceRow| Choice {
        participant: ParticipantId(who),
        registered: state == RegistrationState::Registered.code(),
        stands: has_place.zip(since.map(utc)),
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// How many registered people have a place in each session of an event that has limited places, and how many wait.
pub fn count_by_session(
    db: &mut Db,
    event: &EventId,
) -> Result<HashMap<(SessionId, bool), usize>, StoreError> {
    let rows: Vec<(String, bool, i64)> = session_places::table
        .inner_join(registrations::table.on(registrations::participant_id.eq(session_places::participant_id)))
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .group_by((session_places::session_id, session_places::has_place))
        .select((session_places::session_id, session_places::has_place, diesel::dsl::count_star()))
        .load(db)?;
    let counted = |(id, has_place, n): (String, bool, i64)| {
        ((SessionId(id), has_place), usize::try_from(n).unwrap_or_default())
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// Says where somebody stands in a session.
pub fn put(
    db: &mut Db,
    session: &SessionId,
    who: &ParticipantId,
    has_place: bool,
    since: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = session_places::table.find((session.as_str(), who.as_str()));
    let values = (session_places::has_place.eq(has_place), session_places::since.eq(since.naive_utc()));
    if diesel::update(row).set(values).execute(db)? == 0 {
        let key = (
            session_places::session_id.eq(session.as_str()),
            session_places::participant_id.eq(who.as_str()),
        );
        diesel::insert_into(session_places::table).values((key, values)).execute(db)?;
    }
    Ok(())
}

/// Gives to one entry of a person where another one stands, where that is better.
pub fn give(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    let stands = |db: &mut Db, who: &ParticipantId| -> Result<Vec<Row>, StoreError> {
        let own = session_places::table.filter(session_places::participant_id.eq(who.as_str()));
        Ok(own
            .select((session_places::session_id, session_places::has_place, session_places::since))
            .load(db)?)
    };
    let own = stands(db, to)?;
    for (session, has_place, since) in stands(db, from)? {
        // A place before none, and whoever has waited longer.
        let better = |(_, own_place, own_since): &&Row| (*own_place, since) >= (has_place, *own_since);
        if own.iter().find(|row| row.0 == session).filter(better).is_none() {
            put(db, &SessionId(session), to, has_place, utc(since))?;
        }
    }
    Ok(())
}

/// A session, whether somebody has a place in it, and since when.
type Row = (String, bool, NaiveDateTime);

/// Forgets where people stand who did not choose the session, or no more.
pub fn forget_others(db: &mut Db, session: &SessionId) -> Result<(), StoreError> {
    let chose = attended_sessions::table
        .filter(attended_sessions::session_id.eq(session.as_str()))
        .select(attended_sessions::participant_id);
    let others = session_places::table
        .filter(session_places::session_id.eq(session.as_str()))
        .filter(session_places::participant_id.ne_all(chose));
    diesel::delete(others).execute(db)?;
    Ok(())
}

/// Forgets where everybody stands in a session that has no limit any more.
pub fn forget_all(db: &mut Db, session: &SessionId) -> Result<(), StoreError> {
    diesel::delete(session_places::table.filter(session_places::session_id.eq(session.as_str())))
        .execute(db)?;
    Ok(())
}

/// Who waits for a place in which session.
type Waiting = Vec<(String, String)>;

/// Who chose which session that has limited places.
#[diesel::dsl::auto_type]
fn chose() -> _ {
    attended_sessions::table
        .inner_join(sessions::table)
        .filter(sessions::places.is_not_null())
        .select((attended_sessions::participant_id, attended_sessions::session_id))
}

/// Who has a place in which.
#[diesel::dsl::auto_type]
fn have() -> _ {
    session_places::table
        .filter(session_places::has_place)
        .select((session_places::participant_id, session_places::session_id))
}

/// Everybody of an event who waits for one.
pub fn list_waiting(db: &mut Db, event: &EventId) -> Result<Waiting, StoreError> {
    let chose: Waiting = chose().filter(sessions::event_id.eq(event.as_str())).load(db)?;
    // Nearly no event has such sessions.
    if chose.is_empty() {
        return Ok(chose);
    }
    let ours = participants::table.filter(participants::event_id.eq(event.as_str())).select(participants::id);
    Ok(without(chose, have().filter(session_places::participant_id.eq_any(ours)).load(db)?))
}

/// Who of these people waits.
pub fn list_waiting_of(db: &mut Db, ids: &[&str]) -> Result<Waiting, StoreError> {
    let chose: Waiting = chose().filter(attended_sessions::participant_id.eq_any(ids)).load(db)?;
    if chose.is_empty() {
        return Ok(chose);
    }
    Ok(without(chose, have().filter(session_places::participant_id.eq_any(ids)).load(db)?))
}

fn without(chose: Waiting, have: Waiting) -> Waiting {
    let have: HashSet<(String, String)> = have.into_iter().collect();
    chose.into_iter().filter(|pair| !have.contains(pair)).collect()
}
