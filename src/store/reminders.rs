//! Which reminders are dealt with: one row for each person, kind and day, so that none goes twice.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{participants, registrations, reminders};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::registration::RegistrationState;
use crate::domain::reminder::{Outcome, ReminderKind};

/// Registered people whose reminder of a day is not dealt with, at most `limit`, and since when they are registered.
pub fn list_open(
    db: &mut Db,
    event: &EventId,
    kind: ReminderKind,
    day: NaiveDate,
    limit: i64,
) -> Result<Vec<(ParticipantId, DateTime<Utc>)>, StoreError> {
    let done = reminders::table
        .filter(reminders::kind.eq(kind.code()))
        .filter(reminders::day.eq(day))
        .select(reminders::participant_id);
    let rows: Vec<(String, NaiveDateTime)> = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .filter(registrations::participant_id.ne_all(done))
        .order(registrations::participant_id)
        .limit(limit)
        .select((registrations::participant_id, registrations::changed_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, at)| (ParticipantId(id), utc(at))).collect())
}

/// Everyone of an event whose reminder of a day is dealt with.
pub fn list_done(
    db: &mut Db,
    event: &EventId,
    kind: ReminderKind,
    day: NaiveDate,
) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = reminders::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(reminders::kind.eq(kind.code()))
        .filter(reminders::day.eq(day))
        .select(reminders::participant_id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}

/// Notes that a reminder is dealt with; a second time is a conflict.
pub fn insert(
    db: &mut Db,
    participant: &ParticipantId,
    kind: ReminderKind,
    day: NaiveDate,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(reminders::table)
        .values((
            reminders::participant_id.eq(participant.as_str()),
            reminders::kind.eq(kind.code()),
            reminders::day.eq(day),
            reminders::outcome.eq(outcome.code()),
            reminders::at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}
