//! Published meetings, and who sits in them.
//!
//! Invariant: a double booking is impossible, since the key of `meeting_seats` is participant and slot.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::error::known;
use super::rows::insert_all;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{meeting_seats, meetings};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, InterpreterId, MeetingId, ParticipantId, RoundId, SlotId};
use crate::domain::meeting::{Meeting, MeetingState};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = meetings, treat_none_as_default_value = false)]
struct MeetingRow {
    id: String,
    event_id: String,
    round_id: Option<String>,
    a_id: String,
    b_id: String,
    slot_id: String,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
    table_no: Option<i32>,
    state: String,
    terms: String,
    sequence: i32,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    interpreter_id: Option<String>,
}

impl MeetingRow {
    fn from_meeting(meeting: &Meeting) -> Result<MeetingRow, StoreError> {
        Ok(MeetingRow {
            id: meeting.id.0.clone(),
            event_id: meeting.event.0.clone(),
            round_id: meeting.round.as_ref().map(|id| id.0.clone()),
            a_id: meeting.a.0.clone(),
            b_id: meeting.b.0.clone(),
            slot_id: meeting.slot.0.clone(),
            starts_at: meeting.starts_at.naive_utc(),
            ends_at: meeting.ends_at.naive_utc(),
            table_no: meeting.table.map(stored),
            state: meeting.state.code().to_string(),
            terms: to_json("terms", &meeting.terms)?,
            sequence: stored(meeting.sequence),
            created_at: meeting.updated_at.naive_utc(),
            updated_at: meeting.updated_at.naive_utc(),
            interpreter_id: meeting.interpreter.as_ref().map(|id| id.0.clone()),
        })
    }

    fn into_meeting(self) -> Result<Meeting, StoreError> {
        Ok(Meeting {
            id: MeetingId(self.id),
            event: EventId(self.event_id),
            round: self.round_id.map(RoundId),
            a: ParticipantId(self.a_id),
            b: ParticipantId(self.b_id),
            slot: SlotId(self.slot_id),
            starts_at: utc(self.starts_at),
            ends_at: utc(self.ends_at),
            table: self.table_no.map(count),
            interpreter: self.interpreter_id.map(InterpreterId),
            state: known("meeting state", &self.state, MeetingState::parse(&self.state))?,
            terms: from_json("terms", &self.terms)?,
            sequence: count(self.sequence),
            updated_at: utc(self.updated_at),
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = meeting_seats, treat_none_as_default_value = false)]
struct SeatRow<'a> {
    participant_id: &'a str,
    slot_id: &'a str,
    meeting_id: &'a str,
}

/// Stores a new planned meeting and seats its two people; a double booking is a conflict.
pub fn insert(db: &mut Db, meeting: &Meeting) -> Result<(), StoreError> {
    insert_all(db, std::slice::from_ref(meeting))
}

/// The same for many.
pub fn insert_all(db: &mut Db, new: &[Meeting]) -> Result<(), StoreError> {
    let rows = new.iter().map(MeetingRow::from_meeting).collect::<Result<Vec<_>, StoreError>>()?;
    insert_all!(db, meetings::table, rows);
    seat(db, &new.iter().collect::<Vec<_>>())
}

fn seat(db: &mut Db, seated: &[&Meeting]) -> Result<(), StoreError> {
    let both = seated.iter().flat_map(|meeting| [(meeting, &meeting.a), (meeting, &meeting.b)]);
    let rows: Vec<SeatRow<'_>> = both
        .map(|(meeting, who)| SeatRow {
            participant_id: who.as_str(),
            slot_id: meeting.slot.as_str(),
            meeting_id: meeting.id.as_str(),
        })
        .collect();
    insert_all!(db, meeting_seats::table, rows);
    Ok(())
}

/// How many ids stand in a statement: SQLite takes 32,766 parameters.
const SOME: usize = 5_000;

/// Stores planned meetings as they are at their new slots and tables, and seats their people. They can change places: first
/// everybody stands up, then they sit down again.
pub fn move_all(db: &mut Db, moved: &[&Meeting]) -> Result<(), StoreError> {
    for some in moved.chunks(SOME) {
        let ids: Vec<&str> = some.iter().map(|meeting| meeting.id.as_str()).collect();
        unseat(db, &ids)?;
        diesel::update(meetings::table.filter(meetings::id.eq_any(&ids)))
            .set((meetings::table_no.eq(None::<i32>), meetings::interpreter_id.eq(None::<String>)))
            .execute(db)?;
    }
    for meeting in moved {
        update_row(db, meeting)?;
    }
    seat(db, moved)
}

/// Calls planned meetings off: their seats, tables and interpreters are free then.
pub fn cancel_all(db: &mut Db, ids: &[&MeetingId], now: DateTime<Utc>) -> Result<(), StoreError> {
    for some in ids.chunks(SOME) {
        let ids: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        unseat(db, &ids)?;
        diesel::update(meetings::table.filter(meetings::id.eq_any(&ids)))
            .set((
                meetings::state.eq(MeetingState::Cancelled.code()),
                meetings::sequence.eq(meetings::sequence + 1),
                meetings::updated_at.eq(now.naive_utc()),
            ))
            .execute(db)?;
    }
    Ok(())
}

fn unseat(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    diesel::delete(meeting_seats::table.filter(meeting_seats::meeting_id.eq_any(ids))).execute(db)?;
    Ok(())
}

fn update_row(db: &mut Db, meeting: &Meeting) -> Result<(), StoreError> {
    diesel::update(meetings::table.find(meeting.id.as_str()))
        .set((
            meetings::round_id.eq(meeting.round.as_ref().map(RoundId::as_str)),
            meetings::slot_id.eq(meeting.slot.as_str()),
            meetings::starts_at.eq(meeting.starts_at.naive_utc()),
            meetings::ends_at.eq(meeting.ends_at.naive_utc()),
            meetings::table_no.eq(meeting.table.map(stored)),
            meetings::state.eq(meeting.state.code()),
            meetings::terms.eq(to_json("terms", &meeting.terms)?),
            meetings::sequence.eq(stored(meeting.sequence)),
            meetings::updated_at.eq(meeting.updated_at.naive_utc()),
            meetings::interpreter_id.eq(meeting.interpreter.as_ref().map(InterpreterId::as_str)),
        ))
        .execute(db)?;
    Ok(())
}

/// One meeting.
pub fn get(db: &mut Db, id: &MeetingId) -> Result<Meeting, StoreError> {
    MeetingRow::query().find(id.as_str()).first(db)?.into_meeting()
}

/// Some meetings, in no order.
pub fn list_by_ids(db: &mut Db, ids: &[&MeetingId]) -> Result<Vec<Meeting>, StoreError> {
    let mut found = Vec::new();
    for some in ids.chunks(SOME) {
        let some: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        let rows: Vec<MeetingRow> = MeetingRow::query().filter(meetings::id.eq_any(some)).load(db)?;
        for row in rows {
            found.push(row.into_meeting()?);
        }
    }
    Ok(found)
}

/// The planned meetings of an event by start and table.
pub fn list_planned(db: &mut Db, event: &EventId) -> Result<Vec<Meeting>, StoreError> {
    let rows = MeetingRow::query()
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .order((meetings::starts_at, meetings::table_no, meetings::id))
        .load(db)?;
    rows.into_iter().map(MeetingRow::into_meeting).collect()
}

/// Those of them in a slot.
pub fn list_planned_in(db: &mut Db, event: &EventId, slot: &SlotId) -> Result<Vec<Meeting>, StoreError> {
    let rows = MeetingRow::query()
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::slot_id.eq(slot.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .order((meetings::table_no, meetings::id))
        .load(db)?;
    rows.into_iter().map(MeetingRow::into_meeting).collect()
}

/// Those of all that have not begun.
pub fn list_to_come(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<Vec<Meeting>, StoreError> {
    let mut planned = list_planned(db, event)?;
    planned.retain(|meeting| meeting.starts_at > now);
    Ok(planned)
}

/// Whether just these meetings are the published plan of an event, in the order of [`list_planned`], and none was changed since they
/// were read: who meets and why is not read again.
pub fn is_plan(db: &mut Db, event: &EventId, planned: &[Meeting]) -> Result<bool, StoreError> {
    let rows: Vec<(String, String, Option<i32>, i32)> = meetings::table
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .order((meetings::starts_at, meetings::table_no, meetings::id))
        .select((meetings::id, meetings::slot_id, meetings::table_no, meetings::sequence))
        .load(db)?;
    let known = planned.iter().map(|one| (one.id.as_str(), one.slot.as_str(), one.table, one.sequence));
    let now = rows
        .iter()
        .map(|(id, slot, table, sequence)| (id.as_str(), slot.as_str(), table.map(count), count(*sequence)));
    Ok(now.eq(known))
}

/// How many meetings of an event were cancelled after this time.
pub fn count_cancelled_since(db: &mut Db, event: &EventId, since: DateTime<Utc>) -> Result<u64, StoreError> {
    let count: i64 = meetings::table
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Cancelled.code()))
        .filter(meetings::updated_at.gt(since.naive_utc()))
        .count()
        .get_result(db)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// In how many meetings people sit; who sits in none is left out.
pub fn count_seats_of(
    db: &mut Db,
    people: &[&ParticipantId],
) -> Result<HashMap<ParticipantId, usize>, StoreError> {
    let ids: Vec<&str> = people.iter().map(|id| id.as_str()).collect();
    let counts: Vec<(String, i64)> = meeting_seats::table
        .filter(meeting_seats::participant_id.eq_any(ids))
        .group_by(meeting_seats::participant_id)
        .select((meeting_seats::participant_id, count_star()))
        .load(db)?;
    let whole = |n: i64| usize::try_from(n).unwrap_or_default();
    Ok(counts.into_iter().map(|(id, n)| (ParticipantId(id), whole(n))).collect())
}

/// A participant's planned meetings by start.
pub fn list_planned_of(db: &mut Db, participant: &ParticipantId) -> Result<Vec<Meeting>, StoreError> {
    let rows = MeetingRow::query()
        .filter(meetings::a_id.eq(participant.as_str()).or(meetings::b_id.eq(participant.as_str())))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .order((meetings::starts_at, meetings::id))
        .load(db)?;
    rows.into_iter().map(MeetingRow::into_meeting).collect()
}

/// A participant's meetings, cancelled ones since a time included, by start: what a calendar feed shows.
pub fn list_for_feed(
    db: &mut Db,
    participant: &ParticipantId,
    cancelled_since: DateTime<Utc>,
) -> Result<Vec<Meeting>, StoreError> {
    let shown = meetings::state
        .eq(MeetingState::Planned.code())
        .or(meetings::updated_at.ge(cancelled_since.naive_utc()));
    let rows = MeetingRow::query()
        .filter(meetings::a_id.eq(participant.as_str()).or(meetings::b_id.eq(participant.as_str())))
        .filter(shown)
        .order((meetings::starts_at, meetings::id))
        .load(db)?;
    rows.into_iter().map(MeetingRow::into_meeting).collect()
}
