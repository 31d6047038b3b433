//! Changes that are prepared outside any transaction and written in a short one, if what they were prepared from still holds:
//! nobody waits for scoring, or for mails to be made.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::facts::Facts;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::services::meetings::{Circumstances, Known, PlanChange};
use crate::services::tx::{Tx, write_at};
use crate::store::{Db, StoreError, events};

/// How often a change is prepared again because something else changed meanwhile.
const MOST_TRIES: u32 = 5;

/// What a change depends on went on changing while it was prepared, again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeepsChanging;

/// Makes a change of an event in three steps. `prepare` reads what it needs and does all that is slow, at a time. Then the
/// event's row is locked: `holds` reads again and says whether what was prepared is as true as before, and `write` writes
/// it. Otherwise all begins again.
pub(super) fn change<P, T, E: From<StoreError> + From<KeepsChanging>>(
    app: &App,
    event: &EventId,
    prepare: impl Fn(DateTime<Utc>) -> Result<P, E>,
    holds: impl Fn(&mut Db, Event, &P) -> Result<bool, E>,
    write: impl Fn(&mut Tx<'_>, &P) -> Result<T, E>,
) -> Result<T, E> {
    for _ in 0..MOST_TRIES {
        let now = app.clock.now();
        let prepared = prepare(now)?;
        let written = write_at(app, now, |tx| {
            let event = events::lock(tx.db, event)?;
            if !holds(tx.db, event, &prepared)? {
                return Ok::<_, E>(None);
            }
            Ok(Some(write(tx, &prepared)?))
        })?;
        if let Some(written) = written {
            return Ok(written);
        }
    }
    Err(KeepsChanging.into())
}

/// What must be known to change the plan, beside facts that are read already.
pub(super) fn known(db: &mut Db, facts: &Facts, plan: &PlanChange) -> Result<Known, StoreError> {
    Known::load(db, &facts.event, (facts.planned.to_vec(), &facts.people), plan)
}

/// Whether the same would be known now, and the facts still hold for the people whom the plan is about: others are named in mails
/// too, of meetings that are off.
pub(super) fn is_known(
    db: &mut Db,
    (facts, people): (&Facts, &HashSet<&ParticipantId>),
    (event, plan): (&Event, &PlanChange),
    known: &Known,
) -> Result<bool, StoreError> {
    Ok(facts.still_hold(db, event, people)?
        && known.names_hold(db, people)?
        && Circumstances::load(db, &facts.event, &facts.planned, plan)? == known.beside)
}
