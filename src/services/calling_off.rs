//! Calling published meetings off: those that no longer fit, one's own that clash, or the whole plan.

use std::collections::BTreeSet;

use super::Fault;
use super::access::{ChangeAccess, OwnAccess};
use super::events::EditError;
use super::meeting_reports::note_called_off;
use super::meetings::PlanChange;
use super::misfits::{Whose, find};
use super::revising::{Revised, revise};
use super::tx::Tx;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{Because, Meeting};
use crate::domain::meeting_report::CancelReason;
use crate::domain::misfit::{Accepted, Misfit, MisfitMeeting};
use crate::store::{StoreError, meetings, participants, rounds};

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
    let to_come = app.store.read(|db| meetings::list_to_come(db, &access.event().id, now))?;
    let people = |counts: &dyn Fn(&Meeting) -> bool| {
        let both =
            to_come.iter().filter(|meeting| counts(meeting)).flat_map(|meeting| [&meeting.a, &meeting.b]);
        both.collect::<BTreeSet<_>>().len()
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
pub fn withdraw(app: &App, access: &ChangeAccess, with_agreed: bool) -> Result<(), EditError> {
    let which = |meeting: &Meeting| with_agreed || meeting.round.is_some();
    call_off(app, access, Because::Withdrawn, |tx, event| {
        rounds::withdraw_all(tx.db, &event.id, tx.now)?;
        access.note(tx, "plan.withdrawn", event.id.as_str(), "")?;
        let mut planned = meetings::list_to_come(tx.db, &event.id, tx.now)?;
        planned.retain(which);
        Ok(planned)
    })
}

/// Calls off those of these meetings that still no longer fit.
pub fn call_off_misfits(app: &App, access: &ChangeAccess, ids: &[MeetingId]) -> Result<(), EditError> {
    call_off(app, access, Because::NoLongerFits, |tx, event| {
        let mut misfits = find(tx.db, &event.id, Whose::Everybody, tx.now)?.meetings;
        misfits.retain(|one| ids.contains(&one.meeting.id));
        access.note(tx, "plan.misfits_called_off", event.id.as_str(), "")?;
        Ok(misfits.into_iter().map(|one| one.meeting).collect())
    })
}

fn call_off(
    app: &App,
    access: &ChangeAccess,
    because: Because,
    which: impl Fn(&mut Tx<'_>, &Event) -> Result<Vec<Meeting>, StoreError>,
) -> Result<(), EditError> {
    let event = &access.event().id;
    revise(app, event, Whose::Nobody, &Accepted::default(), |tx, event| {
        let cancelled = which(tx, &event)?;
        let plan = PlanChange { cancelled, because: Some(because), ..PlanChange::default() };
        Ok(Revised { plan, ..Revised::quiet(()) })
    })
    .map(drop)
}

/// Calls off those of a participant's meetings that they can no longer be at. The partners are told.
pub fn call_off_own(app: &App, own: &OwnAccess, ids: &[MeetingId]) -> Result<(), EditError> {
    let event = app.store.read(|db| Ok::<_, StoreError>(participants::get(db, own.id())?.event))?;
    revise(app, &event, Whose::Nobody, &Accepted::default(), |tx, event| {
        let mut misfits = find(tx.db, &event.id, Whose::Of(own.id()), tx.now)?.meetings;
        misfits.retain(|one| ids.contains(&one.meeting.id));
        for MisfitMeeting { meeting, why } in &misfits {
            note_called_off(tx, meeting, own.id(), reason(why))?;
        }
        let cancelled = misfits.into_iter().map(|one| one.meeting).collect();
        let plan = PlanChange { cancelled, ..PlanChange::default() };
        Ok(Revised { plan, ..Revised::quiet(()) })
    })
    .map(drop)
}

/// Why somebody calls a meeting off that fits no longer.
fn reason(why: &[Misfit]) -> CancelReason {
    match why.first() {
        Some(Misfit::InSession { .. }) => CancelReason::Clash,
        Some(Misfit::Away { .. } | Misfit::OutsideHours { .. }) => CancelReason::Away,
        _ => CancelReason::Other,
    }
}
