//! Rows of the log about registrations.

use chrono::{DateTime, Utc};

use super::Actor;
use crate::app::App;
use crate::domain::ids::{EventId, ParticipantId};
use crate::store::log::{self, LogEntry};
use crate::store::{Db, StoreError};

/// Adds a row to the log about an event, by the program itself.
pub(in crate::services) fn note_event(
    app: &App,
    db: &mut Db,
    event: &EventId,
    action: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let entry = LogEntry {
        at: now,
        actor: Actor::System.code(),
        action: action.to_string(),
        subject: event.0.clone(),
        detail: String::new(),
    };
    log::insert(db, &id, Some(event), &entry)
}

/// Adds a row to the log about a participant.
pub(in crate::services) fn note(
    app: &App,
    db: &mut Db,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    note_detail(app, db, event, participant, actor, action, String::new(), now)
}

/// The same with what exactly it was.
#[expect(clippy::too_many_arguments, reason = "one row of the log has that many parts")]
pub(in crate::services) fn note_detail(
    app: &App,
    db: &mut Db,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
    detail: String,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let entry = LogEntry {
        at: now,
        actor: actor.code(),
        action: action.to_string(),
        subject: participant.0.clone(),
        detail,
    };
    log::insert(db, &id, Some(event), &entry)
}
