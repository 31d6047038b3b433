//! Why a draft can no longer be published: the plan that it would make is checked against the facts of this moment by the
//! independent checker, whatever was changed since it was solved, by hand or in the event.

use std::collections::HashSet;

use matching::scoring::Scorer;
use matching::{Breach, Input, PairInput};

use super::facts::{Facts, is_frozen, relation};
use super::interpreting;
use super::places::Places;
use super::problem;
use super::scorer::scorer;
use super::settings::RoundSettings;
use crate::domain::ids::{MeetingId, ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::round::PairRuleKind;
use crate::domain::wish::WishKind;
use crate::services::Fault;
use crate::services::meetings::PlanChange;

/// A meeting of a draft that has become impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    pub a: ParticipantId,
    pub b: ParticipantId,
    pub slot: SlotId,
    pub why: WhyOutdated,
}

/// Why a meeting of a draft has become impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyOutdated {
    SlotBegun,
    Away {
        who: ParticipantId,
    },
    /// They have another meeting at that time.
    Busy {
        who: ParticipantId,
    },
    /// It is at no table that is there now.
    TableGone,
    TableTaken,
    /// The two have no language in common, and nobody is left to interpret.
    NoInterpreter,
    /// One excluded the other, the organiser forbids it, or the rules of the event do by now.
    NotAllowed,
    /// They may have fewer meetings than the draft gives them.
    AboveLimit {
        who: ParticipantId,
        limit: u32,
    },
}

/// Every meeting that must not be published, in order of time; none where the plan after the change passes the checker.
pub(super) fn outdated(
    facts: &Facts,
    settings: &RoundSettings,
    change: &PlanChange,
) -> Result<Vec<Outdated>, Fault> {
    let places = Places::of(facts);
    let plan = plan_after(facts, &places, change);
    let input = Input {
        slots: problem::slots(facts),
        people: problem::people(facts, settings),
        pairs: allowed(facts, settings, &places, &plan),
        pins: Vec::new(),
        quotas: Vec::new(),
        coverage: None,
        interpreting: interpreting::spoken(facts),
    };
    let problem = matching::Problem::new(input).map_err(Fault::engine)?;
    let placed: Vec<matching::Meeting> = plan.iter().map(|planned| planned.placed).collect();
    let mut found: Vec<(usize, WhyOutdated)> = matching::check(&problem, &placed)
        .iter()
        .filter_map(|breach| named(facts, &places, &plan, breach))
        .collect();
    found.sort_by_key(|(at, _)| plan.get(*at).map(|planned| (planned.placed.slot, *at)));
    found.dedup_by_key(|(at, _)| *at);
    let named = found.into_iter().filter_map(|(at, why)| {
        let meeting = plan.get(at)?.meeting;
        Some(Outdated { a: meeting.a.clone(), b: meeting.b.clone(), slot: meeting.slot.clone(), why })
    });
    Ok(named.collect())
}

/// A meeting of the plan that publishing makes.
struct Planned<'a> {
    meeting: &'a Meeting,
    placed: matching::Meeting,
    /// Its people are told of it only now.
    is_new: bool,
}

/// The whole plan after the change, as far as both people are still registered.
fn plan_after<'a>(facts: &'a Facts, places: &Places, change: &'a PlanChange) -> Vec<Planned<'a>> {
    let leaving = change.moved.iter().map(|(before, _)| before).chain(&change.cancelled);
    let leaving: HashSet<&MeetingId> = leaving.map(|meeting| &meeting.id).collect();
    let staying = facts.planned.iter().filter(|meeting| !leaving.contains(&meeting.id));
    let arriving = change.added.iter().chain(change.moved.iter().map(|(_, after)| after));
    let all = staying.map(|meeting| (meeting, false)).chain(arriving.map(|meeting| (meeting, true)));
    all.filter_map(|(meeting, is_new)| {
        let placed = places.meeting((&meeting.a, &meeting.b), &meeting.slot, meeting.table)?;
        Some(Planned { meeting, placed, is_new })
    })
    .collect()
}

/// The pairs of the plan that may meet. What was announced may go on, unless somebody excludes it now.
fn allowed(facts: &Facts, settings: &RoundSettings, places: &Places, plan: &[Planned]) -> Vec<PairInput> {
    let blocks = relation(facts, places.people(), WishKind::Block);
    let ruled = |kind| problem::pairs_ruled(facts, places, kind);
    let (forbidden, pinned) = (ruled(PairRuleKind::Forbid), ruled(PairRuleKind::Pin));
    let announced: HashSet<(usize, usize)> = facts
        .planned
        .iter()
        .filter(|meeting| facts.may_still_meet(meeting))
        .filter_map(|meeting| places.pair(&meeting.a, &meeting.b))
        .collect();
    let scorer: Scorer = scorer(facts, settings, places.people());
    let may = |planned: &&Planned| {
        let pair = (planned.placed.a, planned.placed.b);
        let excluded =
            blocks.contains(&pair) || blocks.contains(&(pair.1, pair.0)) || forbidden.contains(&pair);
        let asked = pinned.contains(&pair) || announced.contains(&pair);
        let is_settled = !planned.is_new && is_frozen(facts, planned.meeting);
        is_settled || !excluded && (asked || scorer.explain(pair.0 as u32, pair.1 as u32).is_ok())
    };
    let pairs = plan.iter().filter(may).map(|planned| PairInput {
        a: planned.placed.a,
        b: planned.placed.b,
        weight: 1,
        ..PairInput::default()
    });
    pairs.collect()
}

/// The meeting that a breach is about, by its place in the plan: of several, one that is new.
fn named(facts: &Facts, places: &Places, plan: &[Planned], breach: &Breach) -> Option<(usize, WhyOutdated)> {
    let who = |place: usize| facts.people.get(place).map(|person| person.id.clone());
    let one = |fits: &dyn Fn(&matching::Meeting) -> bool| {
        let mut fitting = (0..).zip(plan).filter(|(_, planned)| fits(&planned.placed));
        let first = fitting.clone().next();
        fitting.find(|(_, planned)| planned.is_new).or(first).map(|(at, _): (usize, _)| at)
    };
    let of = |person: usize, meeting: &matching::Meeting| meeting.a == person || meeting.b == person;
    match *breach {
        Breach::NotAvailable { meeting, person, slot } => {
            let begun = places.has_begun(slot);
            Some((
                meeting,
                if begun { WhyOutdated::SlotBegun } else { WhyOutdated::Away { who: who(person)? } },
            ))
        }
        Breach::TwoAtOnce { person, slot } => {
            let at = one(&|meeting| meeting.slot == slot && of(person, meeting))?;
            let begun = places.has_begun(slot);
            Some((at, if begun { WhyOutdated::SlotBegun } else { WhyOutdated::Busy { who: who(person)? } }))
        }
        Breach::NoSuchTable { meeting }
        | Breach::AwayFromBooth { meeting, .. }
        | Breach::ForeignBooth { meeting, .. } => Some((meeting, WhyOutdated::TableGone)),
        Breach::NoInterpreter { meeting, .. } => Some((meeting, WhyOutdated::NoInterpreter)),
        Breach::TableTwice { table, slot } => {
            let at = one(&|meeting| meeting.slot == slot && meeting.table == Some(table))?;
            Some((at, WhyOutdated::TableTaken))
        }
        Breach::AboveCap { person, cap, .. } => {
            let at = one(&|meeting| of(person, meeting))?;
            Some((at, WhyOutdated::AboveLimit { who: who(person)?, limit: cap }))
        }
        Breach::NotAllowed { meeting, .. } => Some((meeting, WhyOutdated::NotAllowed)),
        Breach::MeetTwice { a, b } => {
            let at = one(&|meeting| (meeting.a, meeting.b) == (a, b))?;
            Some((at, WhyOutdated::NotAllowed))
        }
        // Neither pins nor a quota are asked of a plan that was looked at and accepted.
        Breach::NoSuchSlot { .. } | Breach::PinBroken { .. } | Breach::QuotaMissed { .. } => None,
    }
}
