//! How a draft is changed by hand: prepared and counted before the event is locked, and kept as a step that can be undone.

use chrono::{DateTime, Utc};

use super::causes::Reading;
use super::facts::Facts;
use super::places::Places;
use super::problem;
use super::report::{self, Report};
use super::settings::RoundSettings;
use super::stored::{decode, encode};
use super::unlocked::{self, KeepsChanging};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::interpreter::NobodyLeft;
use crate::domain::round::{Round, RoundMeeting, RoundState, RoundStep, RuleChange, StepKind};
use crate::services::Fault;
use crate::services::access::{Actor, ChangeAccess};
use crate::services::fault::from_store_error;
use crate::services::log::note_round;
use crate::services::revising::Breaks;
use crate::services::tx::Tx;
use crate::store::{Db, StoreError, events, round_steps, rounds};

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
    /// The two sit at these tables at that time.
    OtherTables(Vec<u32>),
    /// Both stay at booths of their own at that time.
    TwoBooths,
    /// Somebody else sits there at that time.
    TableTaken,
    /// The two have no language in common, and nobody is left to interpret at that time.
    NoInterpreter,
    /// Somebody else has moved it since it was seen.
    Moved,
    /// The two have a meeting in this draft already.
    AlreadyMeet,
    /// The rules of the event, or one of the two, do not allow it.
    NotAllowed,
    /// Somebody has as many meetings as they may have.
    AtLimit(ParticipantId, u32),
    /// What was to be undone or made again is no longer what would be.
    Stale,
    /// The meetings of a change, or what it ruled, are not as it left them.
    Overtaken,
    /// Published meetings would no longer fit.
    BreaksPlan,
}

from_store_error!(DraftError);

impl From<NobodyLeft> for ChangeProblem {
    fn from(_: NobodyLeft) -> ChangeProblem {
        ChangeProblem::NoInterpreter
    }
}

impl From<Breaks> for DraftError {
    fn from(_: Breaks) -> DraftError {
        DraftError::Change(ChangeProblem::BreaksPlan)
    }
}

impl From<KeepsChanging> for DraftError {
    fn from(_: KeepsChanging) -> DraftError {
        DraftError::KeepsChanging
    }
}

/// Two people, in any order.
pub type Pair<'a> = (&'a ParticipantId, &'a ParticipantId);

/// What a change by hand looks at.
pub(super) struct Draft {
    pub facts: Facts,
    pub settings: RoundSettings,
    /// What was changed by hand so far.
    pub steps: Vec<RoundStep>,
    round: Round,
    before: Vec<RoundMeeting>,
}

/// What becomes of the steps of a draft by a change.
pub(super) enum Record {
    New(StepKind),
    Undone(u32),
    MadeAgain(u32),
}

impl Draft {
    fn load(db: &mut Db, event: Event, number: u32, now: DateTime<Utc>) -> Result<Draft, DraftError> {
        let round = rounds::get_by_number(db, &event.id, number)?;
        if round.state != RoundState::Draft {
            return Err(DraftError::NoDraft);
        }
        let before = rounds::list_meetings(db, &round.id)?;
        let steps = round_steps::list(db, &round.id)?;
        let settings = decode(&round.settings)?;
        Ok(Draft { facts: Facts::load(db, event, now)?, settings, steps, round, before })
    }
}

/// A draft as it is changed by hand.
struct Changed {
    draft: Draft,
    after: Vec<RoundMeeting>,
    record: Record,
    report: String,
}

impl Changed {
    fn prepare(
        app: &App,
        event: &EventId,
        number: u32,
        now: DateTime<Utc>,
        by_hand: impl Fn(&Draft, &mut Vec<RoundMeeting>) -> Result<Record, ChangeProblem>,
    ) -> Result<Changed, DraftError> {
        let draft = app.store.read(|db| {
            let event = events::get(db, event)?;
            Draft::load(db, event, number, now)
        })?;
        let mut after = draft.before.clone();
        let record = by_hand(&draft, &mut after).map_err(DraftError::Change)?;
        let report = recounted(&draft.facts, &draft.settings, decode(&draft.round.report)?, &after);
        Ok(Changed { draft, after, record, report: encode(&report)? })
    }

    /// Whether it would be changed in the same way now.
    fn holds(&self, db: &mut Db, event: Event) -> Result<bool, DraftError> {
        let Draft { facts, steps, round, before, .. } = &self.draft;
        let people = before.iter().chain(&self.after).flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        Ok(is_same_draft(db, round, before)?
            && round_steps::list(db, &round.id)? == *steps
            && facts.still_hold(db, &event, &people)?)
    }

    fn write(&self, tx: &mut Tx<'_>, actor: &Actor, action: &str) -> Result<(), DraftError> {
        // A meeting that moves to where it is makes no other draft.
        if matches!(self.record, Record::New(_)) && self.after == self.draft.before {
            return Ok(());
        }
        let round = Round { report: self.report.clone(), ..self.draft.round.clone() };
        rounds::change_meetings(tx.db, &round.id, &self.draft.before, &self.after)?;
        rounds::update(tx.db, &round)?;
        match self.record {
            Record::New(kind) => self.keep(tx, kind, actor)?,
            Record::Undone(number) => round_steps::set_undone(tx.db, &round.id, number, true)?,
            Record::MadeAgain(number) => round_steps::set_undone(tx.db, &round.id, number, false)?,
        }
        note_round(tx, &round, actor, action)?;
        Ok(())
    }

    /// Keeps a new step. What was undone before it cannot be made again.
    fn keep(&self, tx: &mut Tx<'_>, kind: StepKind, actor: &Actor) -> Result<(), DraftError> {
        let Draft { round, before, steps, .. } = &self.draft;
        let without = |some: &[RoundMeeting], others: &[RoundMeeting]| -> Vec<RoundMeeting> {
            some.iter().filter(|meeting| !others.contains(meeting)).cloned().collect()
        };
        let step = RoundStep {
            before: without(before, &self.after),
            after: without(&self.after, before),
            ..next_step(steps, kind, actor, tx.now)
        };
        round_steps::delete_undone(tx.db, &round.id)?;
        round_steps::insert(tx.db, &round.id, &step)?;
        Ok(())
    }
}

/// The step that comes after others, about nothing yet.
pub(super) fn next_step(steps: &[RoundStep], kind: StepKind, actor: &Actor, at: DateTime<Utc>) -> RoundStep {
    RoundStep {
        number: steps.iter().map(|step| step.number).max().unwrap_or_default() + 1,
        kind,
        by: match actor {
            Actor::Organiser(account) => Some(account.clone()),
            _ => None,
        },
        at,
        undone: false,
        before: Vec::new(),
        after: Vec::new(),
        rules: RuleChange::default(),
    }
}

/// Whether a draft is as it was.
pub(super) fn is_same_draft(
    db: &mut Db,
    round: &Round,
    meetings: &[RoundMeeting],
) -> Result<bool, StoreError> {
    let before = meetings.iter().map(|one| (&one.a, &one.b, &one.slot, one.table, &one.interpreter));
    let now = rounds::list_draft_places(db, &round.id)?;
    let is_same = before.eq(now.iter().map(|(a, b, slot, table, by)| (a, b, slot, *table, by)));
    Ok(is_same && rounds::get(db, &round.id)? == *round)
}

/// Changes a draft by hand; its figures are counted before the event is locked.
pub(super) fn change(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    action: &str,
    by_hand: impl Fn(&Draft, &mut Vec<RoundMeeting>) -> Result<Record, ChangeProblem>,
) -> Result<(), DraftError> {
    let event = &access.event().id;
    unlocked::change(
        app,
        event,
        |now| Changed::prepare(app, event, number, now, &by_hand),
        |db, event, changed| changed.holds(db, event),
        |tx, changed| changed.write(tx, access.actor(), action),
    )
}

/// The report after a change by hand: figures counted anew, the bounds of the run still hold.
fn recounted(facts: &Facts, settings: &RoundSettings, before: Report, meetings: &[RoundMeeting]) -> Report {
    let built = problem::build(facts, settings);
    let Ok(problem) = matching::Problem::new(built.input) else {
        return Report { changed_by_hand: true, proven: false, enough: false, ..before };
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
        units_bound: before.figures.units_bound,
        mutual_bound: before.figures.mutual_bound,
        goals_bound: before.figures.goals_bound,
        score_bound: bounds.map_or(0, |_| judged.bounds.score),
        ..report::counted(&reading, &judged.figures, &placed)
    };
    let shortfalls = report::shortfalls(&reading, &judged.shortfalls);
    let served = report::served_again(&problem, &placed, &before.served);
    Report { figures, shortfalls, served, changed_by_hand: true, proven: false, enough: false, ..before }
}
