//! Meetings that an invitation has put into calendars, and what the calendars answered.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, insert_all, stored, utc};
use super::schema::calendar_entries;
use super::{Db, StoreError};
use crate::domain::calendar_answer::{Answer, Heard};
use crate::domain::ids::{EventId, MeetingId, ParticipantId};

/// One side of a meeting.
pub type Side = (MeetingId, ParticipantId);

#[derive(Insertable)]
#[diesel(table_name = calendar_entries)]
struct NewRow<'a> {
    meeting_id: &'a str,
    participant_id: &'a str,
    event_id: &'a str,
}

/// Notes who is invited to which meeting. None of them was before.
pub fn insert(db: &mut Db, event: &EventId, sides: &[Side]) -> Result<(), StoreError> {
    let row = |(meeting, who): &'_ Side| -> (String, String) { (meeting.0.clone(), who.0.clone()) };
    let ids: Vec<(String, String)> = sides.iter().map(row).collect();
    let rows: Vec<NewRow<'_>> = ids
        .iter()
        .map(|(meeting_id, participant_id)| NewRow { meeting_id, participant_id, event_id: event.as_str() })
        .collect();
    insert_all!(db, calendar_entries::table, rows);
    Ok(())
}

/// Those of an event who were invited, to which meetings.
pub fn sides(db: &mut Db, event: &EventId) -> Result<HashSet<Side>, StoreError> {
    let rows: Vec<(String, String)> = calendar_entries::table
        .filter(calendar_entries::event_id.eq(event.as_str()))
        .select((calendar_entries::meeting_id, calendar_entries::participant_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(meeting, who)| (MeetingId(meeting), ParticipantId(who))).collect())
}

type AnswerRow = (Option<String>, i32, Option<NaiveDateTime>);

/// What one side of a meeting has answered; nothing at all if they were never invited to it.
pub fn heard(
    db: &mut Db,
    (meeting, who): (&MeetingId, &ParticipantId),
) -> Result<Option<Option<Heard>>, StoreError> {
    let row: Option<AnswerRow> = calendar_entries::table
        .find((meeting.as_str(), who.as_str()))
        .select((calendar_entries::answer, calendar_entries::sequence, calendar_entries::answered_at))
        .first(db)
        .optional()?;
    row.map(into_heard).transpose()
}

fn into_heard((answer, sequence, at): AnswerRow) -> Result<Option<Heard>, StoreError> {
    let Some((answer, at)) = answer.zip(at) else { return Ok(None) };
    let answer = known("calendar answer", &answer, Answer::parse(&answer))?;
    Ok(Some(Heard { answer, sequence: count(sequence), stamped_at: utc(at) }))
}

/// Notes an answer.
pub fn put_heard(
    db: &mut Db,
    (meeting, who): (&MeetingId, &ParticipantId),
    heard: &Heard,
) -> Result<(), StoreError> {
    diesel::update(calendar_entries::table.find((meeting.as_str(), who.as_str())))
        .set((
            calendar_entries::answer.eq(heard.answer.code()),
            calendar_entries::sequence.eq(stored(heard.sequence)),
            calendar_entries::answered_at.eq(heard.stamped_at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Everything that calendars have answered about the meetings of an event.
pub fn list_heard(db: &mut Db, event: &EventId) -> Result<Vec<(Side, Heard)>, StoreError> {
    let rows: Vec<(String, String, AnswerRow)> = calendar_entries::table
        .filter(calendar_entries::event_id.eq(event.as_str()))
        .filter(calendar_entries::answer.is_not_null())
        .order((calendar_entries::answered_at, calendar_entries::meeting_id))
        .select((
            calendar_entries::meeting_id,
            calendar_entries::participant_id,
            (calendar_entries::answer, calendar_entries::sequence, calendar_entries::answered_at),
        ))
        .load(db)?;
    let mut found = Vec::with_capacity(rows.len());
    for (meeting, who, answer) in rows {
        if let Some(heard) = into_heard(answer)? {
            found.push(((MeetingId(meeting), ParticipantId(who)), heard));
        }
    }
    Ok(found)
}
