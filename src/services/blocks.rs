//! What organisers do about addresses that mail comes back from: see which they are, and lift their blocks together.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{AdminAccess, ChangeAccess, EventAccess};
use super::tx::write;
use crate::app::App;
use crate::domain::bounce::ALARM_SHOWN;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::store::blocked_addresses::BlockedParticipant;
use crate::store::{Db, StoreError, blocked_addresses, domain_alarms, outbox};

pub use crate::store::domain_alarms::DomainAlarm;

/// A participant whose address is blocked, and what waits for that to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedEntry {
    pub who: BlockedParticipant,
    /// Mails of the event that were not sent for it.
    pub held_back: usize,
}

/// The participants of an event whose address is blocked, the latest block first.
pub fn list(app: &App, access: &EventAccess) -> Result<Vec<BlockedEntry>, Fault> {
    Ok(app.store.read(|db| entries(db, access.event()))?)
}

fn entries(db: &mut Db, event: &Event) -> Result<Vec<BlockedEntry>, StoreError> {
    let held = outbox::count_held_back(db, &event.id)?;
    let blocked = blocked_addresses::list_of_event(db, &event.id)?;
    let held_back = |who: &BlockedParticipant| held.get(&who.email.key()).copied().unwrap_or_default();
    Ok(blocked.into_iter().map(|who| BlockedEntry { held_back: held_back(&who), who }).collect())
}

/// Whether the mails that were held back go too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    Send,
    Keep,
}

/// What was lifted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lifted {
    pub addresses: usize,
    /// Mails that wait to be sent again.
    pub mails: usize,
}

/// Lifts the blocks of these participants' addresses; those that are not blocked, or not of the event, are passed over.
pub fn lift(
    app: &App,
    access: &ChangeAccess,
    ids: &[ParticipantId],
    held_back: HeldBack,
) -> Result<Lifted, Fault> {
    write(app, |tx| {
        let event = access.event();
        let chosen: HashSet<&ParticipantId> = ids.iter().collect();
        let mut blocked = blocked_addresses::list_of_event(tx.db, &event.id)?;
        blocked.retain(|who| chosen.contains(&who.participant));
        let keys: Vec<String> = blocked.iter().map(|who| who.email.key()).collect();
        blocked_addresses::delete_keys(tx.db, &keys)?;
        for who in &blocked {
            access.note(tx, "participant.unblocked", who.participant.as_str(), "")?;
        }
        let mails = match held_back {
            HeldBack::Send => outbox::let_go(tx.db, Some(&event.id), &keys, tx.now)?,
            HeldBack::Keep => 0,
        };
        Ok(Lifted { addresses: keys.len(), mails })
    })
}

/// The alarms about domains, for those who run the installation.
pub fn alarms(app: &App, _: &AdminAccess) -> Result<Vec<DomainAlarm>, Fault> {
    let since = app.clock.now() - ALARM_SHOWN;
    Ok(app.store.read(|db| domain_alarms::list(db, since))?)
}

/// Those about domains that an event writes to.
pub(super) fn alarms_of(
    db: &mut Db,
    event: &EventId,
    now: DateTime<Utc>,
) -> Result<Vec<DomainAlarm>, StoreError> {
    let mut found = Vec::new();
    for alarm in domain_alarms::list(db, now - ALARM_SHOWN)? {
        if outbox::writes_to(db, event, &alarm.domain)? {
            found.push(alarm);
        }
    }
    Ok(found)
}
