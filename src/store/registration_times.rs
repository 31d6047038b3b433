//! From when until when people can register for events.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::rows::utc;
use super::schema::registration_times;
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::registration_times::RegistrationTimes;

/// Those of these events that have any.
pub(super) fn of(
    db: &mut Db,
    events: &[&EventId],
) -> Result<HashMap<EventId, RegistrationTimes>, StoreError> {
    let ids: Vec<&str> = events.iter().map(|id| id.as_str()).collect();
    let rows: Vec<(String, Option<NaiveDateTime>, Option<NaiveDateTime>)> =
        registration_times::table.filter(registration_times::event_id.eq_any(ids)).load(db)?;
    let times = |(id, opens, closes): (String, Option<NaiveDateTime>, Option<NaiveDateTime>)| {
        (EventId(id), RegistrationTimes { opens_at: opens.map(utc), closes_at: closes.map(utc) })
    };
    Ok(rows.into_iter().map(times).collect())
}

/// Stores those of an event.
pub(super) fn put(db: &mut Db, event: &EventId, times: &RegistrationTimes) -> Result<(), StoreError> {
    diesel::delete(registration_times::table.find(event.as_str())).execute(db)?;
    if *times == RegistrationTimes::default() {
        return Ok(());
    }
    diesel::insert_into(registration_times::table)
        .values((
            registration_times::event_id.eq(event.as_str()),
            registration_times::opens_at.eq(times.opens_at.map(|at| at.naive_utc())),
            registration_times::closes_at.eq(times.closes_at.map(|at| at.naive_utc())),
        ))
        .execute(db)?;
    Ok(())
}
