//! The published plan as far as it is held against the event: who sits in which meeting, without reasons, answers and
//! interests, which a large plan has by tens of thousands.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::rows::{codes, count, utc};
use super::schema::{answers, attended_blocks, attended_sessions, meeting_seats, meetings, participants};
use super::{Db, StoreError, session_places};
use crate::domain::answer::Value;
use crate::domain::day_hours::OwnTime;
use crate::domain::field;
use crate::domain::ids::{
    BlockId, EventId, InterpreterId, MeetingId, ParticipantId, RoundId, SessionId, SlotId, TypeId,
};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::misfit::Sitter;
use crate::domain::participant::Attendance;

/// How many meetings of an event are planned.
pub fn count_planned(db: &mut Db, event: &EventId) -> Result<usize, StoreError> {
    let planned = meetings::table
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()));
    Ok(unsigned(planned.count().get_result(db)?))
}

/// How many people sit in them.
pub fn count_seated(db: &mut Db, event: &EventId) -> Result<usize, StoreError> {
    let seated = meeting_seats::table
        .inner_join(meetings::table)
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .select(diesel::dsl::count(meeting_seats::participant_id).aggregate_distinct());
    Ok(unsigned(seated.first(db)?))
}

fn unsigned(n: i64) -> usize {
    usize::try_from(n).unwrap_or_default()
}

type Row = (
    (String, Option<String>, String, String, String),
    (NaiveDateTime, NaiveDateTime),
    (Option<i32>, Option<String>),
);

/// The planned meetings in no order, without the reasons why people meet.
pub fn list_planned(db: &mut Db, event: &EventId) -> Result<Vec<Meeting>, StoreError> {
    let rows: Vec<Row> = meetings::table
        .filter(meetings::event_id.eq(event.as_str()))
        .filter(meetings::state.eq(MeetingState::Planned.code()))
        .select((
            (meetings::id, meetings::round_id, meetings::a_id, meetings::b_id, meetings::slot_id),
            (meetings::starts_at, meetings::ends_at),
            (meetings::table_no, meetings::interpreter_id),
        ))
        .load(db)?;
    let meeting = |((id, round, a, b, slot), (starts_at, ends_at), (table, interpreter)): Row| Meeting {
        id: MeetingId(id),
        event: event.clone(),
        round: round.map(RoundId),
        a: ParticipantId(a),
        b: ParticipantId(b),
        slot: SlotId(slot),
        starts_at: utc(starts_at),
        ends_at: utc(ends_at),
        table: table.map(count),
        interpreter: interpreter.map(InterpreterId),
        state: MeetingState::Planned,
        terms: Vec::new(),
        sequence: 0,
        updated_at: utc(starts_at),
    };
    Ok(rows.into_iter().map(meeting).collect())
}

/// Everyone of an event, in whatever state, as a meeting is held against them.
pub fn list_sitters(db: &mut Db, event: &EventId) -> Result<HashMap<ParticipantId, Sitter>, StoreError> {
    let ours = participants::event_id.eq(event.as_str());
    let rows: Vec<(String, Option<String>, String, String, i32)> = participants::table
        .filter(ours)
        .select((
            participants::id,
            participants::type_id,
            participants::country,
            participants::languages,
            participants::max_meetings,
        ))
        .load(db)?;
    let sitter = |(id, kind, country, spoken, most): (String, Option<String>, String, String, i32)| {
        let id = ParticipantId(id);
        let attendance = Attendance {
            blocks: Vec::new(),
            sessions: Vec::new(),
            waiting: Vec::new(),
            max_meetings: count(most),
        };
        let languages = codes(&spoken);
        let own_time = OwnTime::default();
        (
            id.clone(),
            Sitter { id, attendance, participant_type: kind.map(TypeId), country, own_time, languages },
        )
    };
    let mut people: HashMap<ParticipantId, Sitter> = rows.into_iter().map(sitter).collect();
    let blocks: Vec<(String, String)> = attended_blocks::table
        .inner_join(participants::table)
        .filter(ours)
        .select((attended_blocks::participant_id, attended_blocks::block_id))
        .load(db)?;
    for (who, block) in blocks {
        if let Some(sitter) = people.get_mut(&ParticipantId(who)) {
            sitter.attendance.blocks.push(BlockId(block));
        }
    }
    let sessions: Vec<(String, String)> = attended_sessions::table
        .inner_join(participants::table)
        .filter(ours)
        .select((attended_sessions::participant_id, attended_sessions::session_id))
        .load(db)?;
    for (who, session) in sessions {
        if let Some(sitter) = people.get_mut(&ParticipantId(who)) {
            sitter.attendance.sessions.push(SessionId(session));
        }
    }
    for (who, answer) in own_times(db, event)? {
        let Some(sitter) = people.get_mut(&who) else { continue };
        match answer {
            Value::TimeZone(zone) => sitter.own_time.zone = Some(zone),
            Value::DayHours(hours) => sitter.own_time.hours = Some(hours),
            _ => {}
        }
    }
    free_who_waits(db, event, &mut people)?;
    Ok(people)
}

/// Whoever waits for a place in a session is free at its time.
fn free_who_waits(
    db: &mut Db,
    event: &EventId,
    people: &mut HashMap<ParticipantId, Sitter>,
) -> Result<(), StoreError> {
    for (who, session) in session_places::list_waiting(db, event)? {
        if let Some(sitter) = people.get_mut(&ParticipantId(who)) {
            sitter.attendance.sessions.retain(|own| own.as_str() != session);
        }
    }
    Ok(())
}

/// What people of an event answered of their own time.
fn own_times(db: &mut Db, event: &EventId) -> Result<Vec<(ParticipantId, Value)>, StoreError> {
    let rows: Vec<(String, String, String)> = answers::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(answers::field.eq_any([field::TIME_ZONE, field::MEETING_HOURS]))
        .select((answers::participant_id, answers::field, answers::value))
        .load(db)?;
    let read = |(who, code, value): (String, String, String)| {
        Some((ParticipantId(who), field::find(&code)?.kind.read(&value)?))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
