//! The time by which personal data may be deleted: the clock's, unless it has leapt.
//!
//! Invariant: what deletes persons by date asks [`trusted`]; `domain/clock_memory.rs` says what is believed.

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::AdminAccess;
use super::log::note_account;
use super::tx::write;
use crate::app::App;
use crate::domain::clock_memory::{ClockMemory, Leap};
use crate::store::{Db, StoreError, clock_memory};

/// Reads the clock and remembers it. Gives how many leaps there are that nobody has confirmed: none, or one.
pub fn watch(app: &App) -> Result<usize, Fault> {
    let (now, passed) = (app.clock.now(), app.clock.unsettled());
    let (before, after) = app.store.write(|db| {
        let before = clock_memory::lock(db)?;
        let after =
            before.as_ref().map_or_else(|| ClockMemory::believing(now), |before| before.after(now, passed));
        clock_memory::put(db, &after)?;
        Ok::<_, StoreError>((before, after))
    })?;
    app.clock.settle(passed);
    let known = before.and_then(|before| before.leap);
    if let Some(leap) = after.leap.as_ref().filter(|leap| known.is_none_or(|known| known.to != leap.to)) {
        tracing::warn!(from = %leap.from, to = %leap.to, "the clock has leapt: nothing is deleted by date until an administrator confirms it");
    }
    Ok(usize::from(after.leap.is_some()))
}

/// The time by which something may be deleted now; nothing may before the clock was read for the first time.
pub(super) fn trusted(db: &mut Db, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
    Ok(clock_memory::get(db)?.map(|memory| memory.trusted(now)))
}

/// A leap of the clock that nobody has confirmed.
pub fn doubted_leap(app: &App, _: &AdminAccess) -> Result<Option<Leap>, Fault> {
    Ok(app.store.read(|db| Ok::<_, StoreError>(clock_memory::get(db)?.and_then(|memory| memory.leap)))?)
}

/// Believes the clock from now on, if it is still the leap that went to this time which is doubted. Gives whether it was.
pub fn believe(app: &App, admin: &AdminAccess, leapt_to: DateTime<Utc>) -> Result<bool, Fault> {
    write(app, |tx| {
        let memory = clock_memory::lock(tx.db)?;
        let now = memory.map(|memory| memory.after(tx.now, app.clock.unsettled()));
        let is_meant = now.and_then(|now| now.leap).is_some_and(|leap| leap.to == leapt_to);
        if is_meant {
            clock_memory::put(tx.db, &ClockMemory::believing(tx.now))?;
            note_account(tx, &admin.account().id, "clock.confirmed")?;
        }
        Ok(is_meant)
    })
}
