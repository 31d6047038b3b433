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
    /// How many entries there are in all.
    pub count: usize,
    pub entries: Vec<LogEntry>,
    pub people: Vec<Participant>,
    pub accounts: Vec<Account>,
}

/// The accounts behind entries, but those that were deleted since.
pub(super) fn actors(db: &mut Db, entries: &[LogEntry]) -> Result<Vec<Account>, StoreError> {
    let ids: Vec<&str> = entries.iter().filter_map(|entry| Actor::account_of(&entry.actor)).collect();
    accounts::list_by_ids(db, &ids)
}

/// Entries on a page of the log.
pub const PAGE_SIZE: usize = 50;

/// A page of the event's log, newest first; pages count from 1, and after the last one comes the last one.
pub fn event_log(app: &App, access: &EventAccess, page: usize) -> Result<EventLog, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let count = usize::try_from(log::count(db, event)?).unwrap_or_default();
        let last = count.div_ceil(PAGE_SIZE).max(1);
        let skip = (page.min(last).max(1) - 1) * PAGE_SIZE;
        let long = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let entries = log::list_part(db, event, long(skip), long(PAGE_SIZE))?;
        let ids: Vec<ParticipantId> =
            entries.iter().map(|entry| ParticipantId(entry.subject.clone())).collect();
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let accounts = actors(db, &entries)?;
        Ok(EventLog { count, entries, people, accounts })
    })
}
