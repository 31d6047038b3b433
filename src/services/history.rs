//! The log of an event, for organisers.

use super::Fault;
use super::access::{Actor, EventAccess};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::store::{accounts, log, participants};

pub use crate::store::log::LogEntry;

/// The event's log with the names behind its ids.
#[derive(Debug, Clone)]
pub struct EventLog {
    pub entries: Vec<LogEntry>,
    pub people: Vec<Participant>,
    pub accounts: Vec<Account>,
}

/// The newest entries of the event's log.
pub fn event_log(app: &App, access: &EventAccess) -> Result<EventLog, Fault> {
    app.store.read(|db| {
        let entries = log::list(db, &access.event().id, None, 300)?;
        let ids: Vec<ParticipantId> =
            entries.iter().map(|entry| ParticipantId(entry.subject.clone())).collect();
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let actors: Vec<&str> = entries.iter().filter_map(|entry| Actor::account_of(&entry.actor)).collect();
        let accounts = accounts::list_by_ids(db, &actors)?;
        Ok(EventLog { entries, people, accounts })
    })
}
