//! How participants want their meetings in their calendars.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, stored};
use super::schema::{calendar_choices, participants};
use super::{Db, StoreError};
use crate::domain::calendar_choice::CalendarChoice;
use crate::domain::event::CalendarMode;
use crate::domain::ids::{EventId, ParticipantId};

fn choice(mode: &str, alarm: i32) -> Result<CalendarChoice, StoreError> {
    let mode = known("calendar mode", mode, CalendarMode::parse(mode))?;
    Ok(CalendarChoice { mode, alarm_minutes: count(alarm) })
}

/// What somebody has chosen, if they were asked and answered.
pub fn find(db: &mut Db, who: &ParticipantId) -> Result<Option<CalendarChoice>, StoreError> {
    let row: Option<(String, i32)> = calendar_choices::table
        .find(who.as_str())
        .select((calendar_choices::mode, calendar_choices::alarm_minutes))
        .first(db)
        .optional()?;
    row.map(|(mode, alarm)| choice(&mode, alarm)).transpose()
}

/// What everybody at an event has chosen.
pub fn list(db: &mut Db, event: &EventId) -> Result<HashMap<ParticipantId, CalendarChoice>, StoreError> {
    let rows: Vec<(String, String, i32)> = calendar_choices::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .select((calendar_choices::participant_id, calendar_choices::mode, calendar_choices::alarm_minutes))
        .load(db)?;
    rows.into_iter().map(|(who, mode, alarm)| Ok((ParticipantId(who), choice(&mode, alarm)?))).collect()
}

/// Stores what somebody chose.
pub fn put(
    db: &mut Db,
    who: &ParticipantId,
    choice: CalendarChoice,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::delete(calendar_choices::table.find(who.as_str())).execute(db)?;
    diesel::insert_into(calendar_choices::table)
        .values((
            calendar_choices::participant_id.eq(who.as_str()),
            calendar_choices::mode.eq(choice.mode.code()),
            calendar_choices::alarm_minutes.eq(stored(choice.alarm_minutes)),
            calendar_choices::chosen_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}
