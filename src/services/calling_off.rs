//! Calling published meetings off: those that no longer fit, one's own that clash, or the whole plan.

use super::Fault;
use super::access::{ChangeAccess, OwnAccess};
use super::events::EditError;
use super::meeting_reports::note_called_off;
use super::meetings::PlanChange;
use super::misfits::{Whose, find};
use super::my_event::ProfileError;
use super::revising::{Revised, revise};
use super::tx::Tx;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, MeetingId, ParticipantId};
use crate::domain::meeting::{Because, Meeting};
use crate::domain::meeting_report::CancelReason;
use crate::domain::misfit::{Accepted, Misfit, MisfitMeeting};
use crate::store::{Db, StoreError, meetings, rounds};

/// What was called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalledOff {
    pub meetings: usize,
    /// How many people were mailed.
    pub mailed: usize,
}

/// What taking back the plan calls off: meetings to come, and how many people sit in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Withdrawal {
    /// Those that rounds made.
    pub of_rounds: usize,
    pub people: usize,
    /// Those that two people agreed on themselves.
    pub agreed: usize,
    /// How many people sit in either.
    pub people_of_all: usize,
}

/// What taking back the plan would call off.
pub fn withdrawal(app: &App, access: &ChangeAccess) -> Result<Withdrawal, Fault> {
    let now = app.clock.now();
    let planned = app.store.read(|db| meetings::list_planned(db, &access.event().id))?;
    let to_come: Vec<&Meeting> = planned.iter().filter(|meeting| meeting.starts_at > now).collect();
    let people = |counts: &dyn Fn(&Meeting) -> bool| {
        let both =
            to_come.iter().filter(|meeting| counts(meeting)).flat_map(|meeting| [&meeting.a, &meeting.b]);
        both.collect::<std::collections::BTreeSet<_>>().len()
    };
    let of_rounds = to_come.iter().filter(|meeting| meeting.round.is_some()).count();
    Ok(Withdrawal {
        of_rounds,
        agreed: to_come.len() - of_rounds,
        people: people(&|meeting| meeting.round.is_some()),
        people_of_all: people(&|_| true),
    })
}

/// Takes back the published plan: calls off what its rounds made, and if it is wanted what two people agreed on themselves.
pub fn withdraw(app: &App, access: &ChangeAccess, with_agreed: bool) -> Result<CalledOff, EditError> {
    let which = |meeting: &Meeting| with_agreed || meeting.round.is_some();
    call_off(app, access, Because::Withdrawn, |tx, event| {
        rounds::withdraw_all(tx.db, &event.id, tx.now)?;
        access.note(tx, "plan.withdrawn", event.id.as_str(), "")?;
        to_come(tx, &event.id, which)
    })
}

/// Calls off those of these meetings that still no longer fit.
pub fn call_off_misfits(app: &App, access: &ChangeAccess, ids: &[MeetingId]) -> Result<CalledOff, EditError> {
    call_off(app, access, Because::NoLongerFits, |tx, event| {
        let misfits = find(tx.db, &event.id, Whose::Everybody, &[], tx.now)?.ids();
        access.note(tx, "plan.misfits_called_off", event.id.as_str(), "")?;
        to_come(tx, &event.id, |meeting| ids.contains(&meeting.id) && misfits.contains(&meeting.id))
    })
}

fn call_off(
    app: &App,
    access: &ChangeAccess,
    because: Because,
    which: impl Fn(&mut Tx<'_>, &Event) -> Result<Vec<Meeting>, StoreError>,
) -> Result<CalledOff, EditError> {
    let event = &access.event().id;
    let saved = revise(app, event, Whose::Everybody, &Accepted::default(), |tx, event| {
        let cancelled = which(tx, &event)?;
        let value = cancelled.len();
        let plan = PlanChange { cancelled, because: Some(because), ..PlanChange::default() };
        Ok::<_, EditError>(Revised { plan, ..Revised::quiet(value) })
    })?;
    Ok(CalledOff { meetings: saved.value, mailed: saved.mailed })
}

/// Calls off those of a participant's meetings that they can no longer be at. The partners are told.
pub fn call_off_own(app: &App, own: &OwnAccess, ids: &[MeetingId]) -> Result<usize, ProfileError> {
    let event = event_of(app, own.id())?;
    let saved = revise(app, &event, Whose::Of(own.id()), &Accepted::default(), |tx, event| {
        let mut misfits = find(tx.db, &event.id, Whose::Of(own.id()), &[], tx.now)?.meetings;
        misfits.retain(|one| ids.contains(&one.meeting.id));
        for MisfitMeeting { meeting, why } in &misfits {
            note_called_off(tx, meeting, own.id(), reason(why))?;
        }
        let cancelled: Vec<Meeting> = misfits.into_iter().map(|one| one.meeting).collect();
        let value = cancelled.len();
        let plan = PlanChange { cancelled, ..PlanChange::default() };
        Ok::<_, ProfileError>(Revised { plan, ..Revised::quiet(value) })
    })?;
    Ok(saved.value)
}

/// Why somebody calls a meeting off that fits no longer.
fn reason(why: &[Misfit]) -> CancelReason {
    match why.first() {
        Some(Misfit::InSession { .. }) => CancelReason::Clash,
        Some(Misfit::Away { .. }) => CancelReason::Away,
        _ => CancelReason::Other,
    }
}

fn event_of(app: &App, who: &ParticipantId) -> Result<EventId, StoreError> {
    app.store.read(|db: &mut Db| Ok(crate::store::participants::get(db, who)?.event))
}

fn to_come(
    tx: &mut Tx<'_>,
    event: &EventId,
    which: impl Fn(&Meeting) -> bool,
) -> Result<Vec<Meeting>, StoreError> {
    let now = tx.now;
    let planned = meetings::list_planned(tx.db, event)?;
    Ok(planned.into_iter().filter(|meeting| meeting.starts_at > now && which(meeting)).collect())
}
