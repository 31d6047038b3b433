//! Changes of an event that bear on its published plan: its days, place and tables, its agenda, who is there, who may meet whom.
//!
//! Whoever makes one is told first which meetings it breaks, and nothing is stored before they say yes to just these. What moves
//! meetings is written together with the mails about it. Where these are many, the change is rehearsed: its steps run and are
//! rolled back, the mails are made while nobody waits, and the steps run again; if they come to something else by then, all
//! begins anew.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::letters::Letters;
use super::meetings::{Circumstances, Known, PlanChange, Prepared, prepare};
use super::misfits::{self, Misfits, Whose, broken};
use super::news::{self, News};
use super::tx::{Tx, write_at};
use super::{Fault, Trouble, calendars};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, MeetingId};
use crate::domain::misfit::Accepted;
use crate::store::participant_changes::{self, Versions};
use crate::store::{self, Db, StoreError, events};

/// How often a change is prepared again because something else changed meanwhile.
const MOST_TRIES: u32 = 5;
/// The mails of so many people are made inside the transaction.
const FEW: usize = 20;

/// A change would break published meetings, and whoever makes it has not said yes to that.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{} meetings would no longer fit", .0.meetings.len())]
pub struct Breaks(pub Box<Misfits>);

/// A change as its steps leave it.
pub(super) struct Revised<T> {
    pub value: T,
    /// How published meetings move with it.
    pub plan: PlanChange,
    /// What others than those who sit in these are told.
    pub news: Vec<News>,
}

impl<T> Revised<T> {
    /// One that moves no meeting and that nobody is told of.
    pub(super) fn quiet(value: T) -> Revised<T> {
        Revised { value, plan: PlanChange::default(), news: Vec::new() }
    }

    /// How many people are told at most.
    fn count_told(&self) -> usize {
        self.plan.people().len() + self.news.iter().map(|news| news.people.len()).sum::<usize>()
    }
}

/// A change that is stored.
#[derive(Debug, Clone)]
pub struct Saved<T> {
    pub value: T,
    /// The meetings that no longer fit because of it.
    pub broken: Vec<MeetingId>,
}

/// What the mails about a change are made from.
struct Basis {
    plan: PlanChange,
    news: Vec<News>,
    event: Event,
    known: Known,
}

/// A change whose steps were run to see what they come to.
struct Rehearsal {
    now: DateTime<Utc>,
    basis: Basis,
    /// Of everybody, from before they were read.
    versions: Versions,
}

/// Mails that were made for a change.
struct Ready<'a> {
    rehearsal: Rehearsal,
    mails: Prepared<'a>,
}

/// Why the steps were rolled back.
enum Halt<E> {
    Error(E),
    /// Some meetings do not fit: it has to be known which of them did before.
    Misfits,
    /// Their mails have to be made first.
    Rehearsed(Box<Rehearsal>),
}

impl<E: From<StoreError>> From<StoreError> for Halt<E> {
    fn from(error: StoreError) -> Halt<E> {
        Halt::Error(error.into())
    }
}

impl<E: From<Fault>> From<Fault> for Halt<E> {
    fn from(fault: Fault) -> Halt<E> {
        Halt::Error(fault.into())
    }
}

/// Makes a change, whose steps find the event's row locked. `whose` meetings can be broken by it.
///
/// # Errors
/// What the steps say; [`Breaks`] if meetings would no longer fit that are not `accepted`.
pub(super) fn revise<T, E>(
    app: &App,
    event: &EventId,
    whose: Whose<'_>,
    accepted: &Accepted,
    steps: impl Fn(&mut Tx<'_>, Event) -> Result<Revised<T>, E>,
) -> Result<Saved<T>, E>
where
    E: From<StoreError> + From<Fault> + From<Breaks>,
{
    let mut ready: Option<Ready<'_>> = None;
    // Nearly always everything fits afterwards, and how it was before is not asked.
    let mut compares = *accepted != Accepted::default();
    for _ in 0..MOST_TRIES {
        let now = ready.as_ref().map_or_else(|| app.clock.now(), |ready| ready.rehearsal.now);
        let done = write_at(app, now, |tx| {
            let locked = events::lock(tx.db, event)?;
            let before = if compares { misfits::ids(tx.db, event, whose, tx.now)? } else { HashSet::new() };
            let revised = steps(tx, locked).map_err(Halt::Error)?;
            let broken = broken(tx.db, event, whose, &revised.plan.moved, tx.now, &before)?;
            let event = broken.event.clone();
            if !broken.meetings.is_empty() && !compares {
                return Err(Halt::Misfits);
            }
            if !broken.meetings.is_empty() && broken.accepted() != *accepted {
                return Err(Halt::Error(Breaks(Box::new(broken)).into()));
            }
            tell(tx, event, &revised, ready.as_ref())?;
            Ok(Saved { value: revised.value, broken: broken.ids() })
        });
        match done {
            Ok(saved) => return Ok(saved),
            Err(Halt::Error(error)) => return Err(error),
            Err(Halt::Misfits) => compares = true,
            Err(Halt::Rehearsed(rehearsal)) => {
                let mails = rehearsal.basis.mails(Letters::many(app, rehearsal.now))?;
                ready = Some(Ready { rehearsal: *rehearsal, mails });
            }
        }
    }
    let busy = StoreError::Unavailable(Trouble::Busy, "the event keeps changing".to_string());
    Err(busy.into())
}

/// Writes how the plan changes and puts the mails into the outbox.
fn tell<T, E: From<Fault> + From<StoreError>>(
    tx: &mut Tx<'_>,
    event: Event,
    revised: &Revised<T>,
    ready: Option<&Ready<'_>>,
) -> Result<(), Halt<E>> {
    if revised.plan.is_empty() && revised.news.is_empty() {
        return Ok(());
    }
    // No mail counts seats.
    let event = Event { seats_taken: 0, ..event };
    if let Some(ready) = ready
        && ready.rehearsal.holds(tx.db, &event, revised)?
    {
        return Ok(ready.mails.write(tx)?);
    }
    if revised.count_told() > FEW {
        let versions = participant_changes::versions(tx.db, &event.id)?;
        let basis = Basis::of(tx.db, event, revised)?;
        return Err(Halt::Rehearsed(Box::new(Rehearsal { now: tx.now, basis, versions })));
    }
    Ok(Basis::of(tx.db, event, revised)?.mails(Letters::few(tx.app, tx.now))?.write(tx)?)
}

impl Rehearsal {
    /// Whether the steps have come to the same again, and everything that the mails say is as it was: what is long is not read
    /// again, but whether it was changed.
    fn holds<T>(&self, db: &mut Db, event: &Event, revised: &Revised<T>) -> Result<bool, StoreError> {
        let Basis { plan, news, event: before, known } = &self.basis;
        if *plan != revised.plan || *news != revised.news || before != event {
            return Ok(false);
        }
        let versions = participant_changes::versions(db, &event.id)?;
        Ok(known.people().all(|who| versions.get(who) == self.versions.get(who))
            && store::meetings::is_plan(db, &event.id, &known.planned)?
            && Circumstances::load(db, event, &known.planned, plan)? == known.beside)
    }
}

impl Basis {
    /// Reads it as the steps have left everything.
    fn of<T>(db: &mut Db, event: Event, revised: &Revised<T>) -> Result<Basis, StoreError> {
        let planned = store::meetings::list_planned(db, &event.id)?;
        let known = Known::load(db, &event, (planned, &[]), &revised.plan)?;
        Ok(Basis { plan: revised.plan.clone(), news: revised.news.clone(), event, known })
    }

    fn mails<'a>(&self, mut letters: Letters<'a>) -> Result<Prepared<'a>, Fault> {
        let told = self.plan.people();
        let origin = self.known.beside.origin.clone().unwrap_or_else(|| calendars::present(letters.app()));
        for news in &self.news {
            news::write(&mut letters, &self.event, &origin, news, &told)?;
        }
        prepare(letters, &self.event, &self.known, self.plan.clone())
    }
}
