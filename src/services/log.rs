//! The log of an event: who did what, and the rows that say so.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::ids::{AccountId, EventId, ParticipantId};
use crate::store::log::{self, LogEntry};
use crate::store::{Db, StoreError};

/// Who does something, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Participant,
    Organiser(AccountId),
    System,
}

impl Actor {
    /// As logged.
    pub fn code(&self) -> String {
        match self {
            Actor::Participant => "participant".to_string(),
            Actor::Organiser(id) => format!("organiser:{id}"),
            Actor::System => "system".to_string(),
        }
    }
}

/// Adds a row to the log about an event, by the program itself.
pub(super) fn note_event(
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
pub(super) fn note(
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
pub(super) fn note_detail(
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
