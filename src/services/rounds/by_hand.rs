//! What an organiser changes in a draft by hand.

use chrono::{DateTime, Utc};

use super::causes::Reading;
use super::facts::{Facts, table_count};
use super::places::Places;
use super::problem;
use super::report::{self, Report};
use super::run::{decode, encode};
use super::settings::RoundSettings;
use super::unlocked::{self, KeepsChanging};
use crate::app::App;
use crate::domain::event::{Event, Venue};
use crate::domain::ids::{EventId, ParticipantId, SlotId};
use crate::domain::participant::Participant;
use crate::domain::round::{Round, RoundMeeting, RoundState};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::fault::from_store_error;
use crate::services::log::note_round;
use crate::services::tx::write;
use crate::store::{Db, StoreError, events, rounds};

/// Why a draft was not changed by hand.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// Only drafts can be changed.
    #[error("the round is no draft")]
    NoDraft,
    #[error("{0:?}")]
    Change(ChangeProblem),
    /// The event went on changing while the change was prepared.
    #[error("the event keeps changing")]
    KeepsChanging,
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What is in the way of a change by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeProblem {
    /// The two have no meeting in this draft.
    NoMeeting,
    /// No such time, or it has begun.
    NoSlot,
    /// One of the two is not there at that time.
    Away(ParticipantId),
    /// One of the two has another meeting at that time.
    Busy(ParticipantId),
    /// There is no such table, or none is given where there are tables.
    NoTable,
    /// Somebody else sits there at that time.
    TableTaken,
    /// Somebody else has moved it since it was seen.
    Moved,
}

/// A time and a table of a draft.
pub type Spot<'a> = (&'a SlotId, Option<u32>);

from_store_error!(DraftError);

impl From<KeepsChanging> for DraftError {
    fn from(_: KeepsChanging) -> DraftError {
        DraftError::KeepsChanging
    }
}

/// The meeting, if it is where whoever changes it saw it.
fn still_at<'a>(
    meeting: Option<&'a RoundMeeting>,
    seen: Option<Spot<'_>>,
) -> Result<&'a RoundMeeting, ChangeProblem> {
    let meeting = meeting.ok_or(ChangeProblem::NoMeeting)?;
    match seen {
        Some(spot) if spot != (&meeting.slot, meeting.table) => Err(ChangeProblem::Moved),
        _ => Ok(meeting),
    }
}

/// Moves a meeting of a draft from where it was seen to another slot and table; without one to its own table, or the first
/// that is free.
pub fn move_meeting(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: (&ParticipantId, &ParticipantId),
    seen: Option<Spot<'_>>,
    to: Spot<'_>,
) -> Result<(), DraftError> {
    change(app, access, number, "round.moved_meeting", |facts, meetings| {
        let (a, b) = if pair.0 < pair.1 { pair } else { (pair.1, pair.0) };
        let is_it = |meeting: &RoundMeeting| meeting.a == *a && meeting.b == *b;
        let own = still_at(meetings.iter().find(|meeting| is_it(meeting)), seen)?.table;
        let others: Vec<&RoundMeeting> = meetings.iter().filter(|meeting| !is_it(meeting)).collect();
        let table = to.1.or_else(|| table_for(facts, &others, to.0, own));
        check_place(facts, &others, [a, b], to.0, table)?;
        for meeting in meetings.iter_mut().filter(|meeting| is_it(meeting)) {
            meeting.slot = to.0.clone();
            meeting.table = table;
        }
        Ok(())
    })
}

/// The table that a meeting had, if it is free in a slot, else the first that is; the last where none is.
fn table_for(facts: &Facts, others: &[&RoundMeeting], slot: &SlotId, own: Option<u32>) -> Option<u32> {
    let last = table_count(&facts.event)?;
    let free = |table: &u32| !others.iter().any(|other| other.slot == *slot && other.table == Some(*table));
    own.into_iter().chain(1..=last).find(free).or(Some(last))
}

fn check_place(
    facts: &Facts,
    others: &[&RoundMeeting],
    pair: [&ParticipantId; 2],
    slot: &SlotId,
    table: Option<u32>,
) -> Result<(), ChangeProblem> {
    let slot = facts.programme.slots.iter().find(|known| known.id == *slot).ok_or(ChangeProblem::NoSlot)?;
    if slot.starts_at <= facts.now {
        return Err(ChangeProblem::NoSlot);
    }
    for id in pair {
        let person = facts.people.iter().find(|person| person.id == *id);
        let free =
            |person: &Participant| person.profile.attendance.is_free_in(slot, &facts.programme.sessions);
        if !person.is_some_and(free) {
            return Err(ChangeProblem::Away(id.clone()));
        }
        if others.iter().any(|other| other.slot == slot.id && (other.a == *id || other.b == *id)) {
            return Err(ChangeProblem::Busy(id.clone()));
        }
    }
    match (&facts.event.venue, table) {
        (Venue::Onsite { tables, .. }, Some(table)) if (1..=*tables).contains(&table) => {
            let taken = others.iter().any(|other| other.slot == slot.id && other.table == Some(table));
            if taken { Err(ChangeProblem::TableTaken) } else { Ok(()) }
        }
        (Venue::Onsite { tables: 0, .. } | Venue::Online { .. }, None) => Ok(()),
        _ => Err(ChangeProblem::NoTable),
    }
}

/// Takes a meeting out of a draft, from where it was seen.
pub fn remove_meeting(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: (&ParticipantId, &ParticipantId),
    seen: Option<Spot<'_>>,
) -> Result<(), DraftError> {
    change(app, access, number, "round.removed_meeting", |_, meetings| {
        let (a, b) = if pair.0 < pair.1 { pair } else { (pair.1, pair.0) };
        let is_it = |meeting: &RoundMeeting| meeting.a == *a && meeting.b == *b;
        still_at(meetings.iter().find(|meeting| is_it(meeting)), seen)?;
        meetings.retain(|meeting| !is_it(meeting));
        Ok(())
    })
}

/// A draft as it is changed by hand.
struct Changed {
    facts: Facts,
    round: Round,
    before: Vec<RoundMeeting>,
    after: Vec<RoundMeeting>,
    report: String,
}

impl Changed {
    fn prepare(
        app: &App,
        event: &EventId,
        number: u32,
        now: DateTime<Utc>,
        by_hand: impl Fn(&Facts, &mut Vec<RoundMeeting>) -> Result<(), ChangeProblem>,
    ) -> Result<Changed, DraftError> {
        let (facts, round, before) = app.store.read(|db| {
            let event = events::get(db, event)?;
            Changed::load(db, event, number, now)
        })?;
        let mut after = before.clone();
        by_hand(&facts, &mut after).map_err(DraftError::Change)?;
        let report = recounted(&facts, &decode(&round.settings)?, decode(&round.report)?, &after);
        Ok(Changed { facts, round, before, after, report: encode(&report)? })
    }

    fn load(
        db: &mut Db,
        event: Event,
        number: u32,
        now: DateTime<Utc>,
    ) -> Result<(Facts, Round, Vec<RoundMeeting>), DraftError> {
        let round = rounds::get_by_number(db, &event.id, number)?;
        if round.state != RoundState::Draft {
            return Err(DraftError::NoDraft);
        }
        let meetings = rounds::list_meetings(db, &round.id)?;
        Ok((Facts::load(db, event, now)?, round, meetings))
    }

    /// Whether it would be changed in the same way now.
    fn holds(&self, db: &mut Db, event: Event) -> Result<bool, DraftError> {
        let people = self.before.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        Ok(is_same_draft(db, &self.round, &self.before)? && self.facts.still_hold(db, &event, &people)?)
    }
}

/// Whether a draft is as it was.
pub(super) fn is_same_draft(
    db: &mut Db,
    round: &Round,
    meetings: &[RoundMeeting],
) -> Result<bool, StoreError> {
    let before = meetings.iter().map(|one| (&one.a, &one.b, &one.slot, one.table));
    let now = rounds::list_draft_places(db, &round.id)?;
    let is_same = before.eq(now.iter().map(|(a, b, slot, table)| (a, b, slot, *table)));
    Ok(is_same && rounds::get(db, &round.id)? == *round)
}

/// Changes a draft by hand; its figures are counted before the event is locked.
fn change(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    action: &str,
    by_hand: impl Fn(&Facts, &mut Vec<RoundMeeting>) -> Result<(), ChangeProblem>,
) -> Result<(), DraftError> {
    let event = &access.event().id;
    unlocked::change(
        app,
        event,
        |now| Changed::prepare(app, event, number, now, &by_hand),
        |db, event, changed| changed.holds(db, event),
        |tx, changed| {
            let round = Round { report: changed.report.clone(), ..changed.round.clone() };
            rounds::change_meetings(tx.db, &round.id, &changed.before, &changed.after)?;
            rounds::update(tx.db, &round)?;
            note_round(tx, &round, access.actor(), action)?;
            Ok(())
        },
    )
}

/// The report after a change by hand: figures counted anew, the bounds of the run still hold.
fn recounted(facts: &Facts, settings: &RoundSettings, before: Report, meetings: &[RoundMeeting]) -> Report {
    let built = problem::build(facts, settings);
    let Ok(problem) = matching::Problem::new(built.input) else {
        return Report { changed_by_hand: true, proven: false, ..before };
    };
    let places = Places::of(facts);
    let placed: Vec<matching::Meeting> = meetings
        .iter()
        .filter_map(|meeting| places.meeting((&meeting.a, &meeting.b), &meeting.slot, meeting.table))
        .collect();
    let (frozen, bounds) = (matching::Frozen::default(), before.figures.bounds());
    let judged = matching::judge(&problem, &placed, &frozen, &bounds.unwrap_or_default());
    let reading = Reading { facts, settings, scorer: &built.scorer };
    let figures = report::Figures {
        mutual_bound: before.figures.mutual_bound,
        goals_bound: before.figures.goals_bound,
        score_bound: bounds.map_or(0, |_| judged.bounds.score),
        ..report::counted(&reading, &judged.figures, &placed)
    };
    let shortfalls = report::shortfalls(&reading, &judged.shortfalls);
    let served = report::served_again(&problem, &placed, &before.served);
    Report { figures, shortfalls, served, changed_by_hand: true, proven: false, ..before }
}

/// Throws a draft away, or a round that is being solved: its solver ends, wherever it is.
pub fn discard(app: &App, access: &ChangeAccess, number: u32) -> Result<(), DraftError> {
    let id = write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let mut round = rounds::get_by_number(tx.db, &event.id, number)?;
        match round.state {
            RoundState::Draft | RoundState::Running | RoundState::Failed => {
                round.state = RoundState::Discarded;
                rounds::replace_meetings(tx.db, &round.id, &[])?;
                rounds::update(tx.db, &round)?;
                note_round(tx, &round, access.actor(), "round.discarded")?;
                Ok(round.id)
            }
            RoundState::Published | RoundState::Discarded => Err(DraftError::NoDraft),
        }
    })?;
    app.rounds.nudge(&id);
    Ok(())
}
