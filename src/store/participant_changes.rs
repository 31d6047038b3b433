//! Whether participants are as they were, without reading them again.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{participants, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::registration::RegistrationState;

/// When each participant of an event was changed last who has a registration.
pub fn changes(db: &mut Db, event: &EventId) -> Result<HashMap<ParticipantId, DateTime<Utc>>, StoreError> {
    let rows: Vec<(String, NaiveDateTime)> = participants::table
        .inner_join(registrations::table)
        .filter(participants::event_id.eq(event.as_str()))
        .select((participants::id, participants::updated_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, at)| (ParticipantId(id), utc(at))).collect())
}

/// A number for each participant that is another one whenever their answers were stored anew.
pub type Versions = HashMap<ParticipantId, i32>;

/// That of everybody of an event, in whatever state their registration is.
pub fn versions(db: &mut Db, event: &EventId) -> Result<Versions, StoreError> {
    let rows: Vec<(String, i32)> = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .select((participants::id, participants::version))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, version)| (ParticipantId(id), version)).collect())
}

/// That of those who are registered.
pub fn versions_of_registered(db: &mut Db, event: &EventId) -> Result<Versions, StoreError> {
    let rows: Vec<(String, i32)> = participants::table
        .inner_join(registrations::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .select((participants::id, participants::version))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, version)| (ParticipantId(id), version)).collect())
}
