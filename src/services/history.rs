//! The log of an event, for organisers.

use super::Fault;
use super::access::{Actor, EventAccess};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, accounts, log, participants};

pub use crate::store::log::LogEntry;

/// The event's log with the names behind its ids.
#[derive(Debug, Clone)]
pub struct EventLog {
    pub entries: Vec<LogEntry>,
    pub people: Vec<Participant>,
    pub accounts: Vec<Account>,
}

/// The accounts behind entries, but those that were deleted since.
pub(super) fn actors(db: &mut Db, entries: &[LogEntry]) -> Result<Vec<Account>, StoreError> {
    let ids: Vec<&str> = entries.iter().filter_map(|entry| Actor::account_of(&entry.actor)).collect();
    accounts::list_by_ids(db, &ids)
}

/// The newest entries of the event's log.
pub fn event_log(app: &App, access: &EventAccess) -> Result<EventLog, Fault> {
    app.store.read(|db| {
        let entries = log::list(db, &access.event().id, None, 300)?;
        let ids: Vec<ParticipantId> =
            entries.iter().map(|entry| ParticipantId(entry.subject.clone())).collect();
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let accounts = actors(db, &entries)?;
        Ok(EventLog { entries, people, accounts })
    })
}
