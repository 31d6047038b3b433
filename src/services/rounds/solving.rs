//! Solves a round's problem as its settings ask: anew, or by repairing the published plan with few changes.

use std::collections::{BTreeSet, HashMap};

use super::conflict;
use super::facts::Facts;
use super::places::Places;
use super::problem::{RoundProblem, reasons};
use super::report::{self, Repair, Report};
use super::settings::{Effort, RoundSettings};
use crate::domain::meeting::Meeting;
use crate::domain::round::RoundMeeting;

/// The report of a round and its meetings; without meetings where the problem contradicts itself.
pub(super) fn solved(
    facts: &Facts,
    problem: RoundProblem,
    settings: &RoundSettings,
    seed: u64,
    observer: &mut dyn matching::Observer,
) -> (Report, Vec<RoundMeeting>) {
    let RoundProblem { input, scorer, ignored_pins, planned, candidates } = problem;
    let failed = |why: Vec<String>| {
        let failure = Some(why.join("; "));
        (Report { failure, ignored_pins: ignored_pins.clone(), ..Report::default() }, Vec::new())
    };
    let problem = match matching::Problem::new(input) {
        Ok(problem) => problem,
        Err(invalid) => return failed(invalid.iter().map(ToString::to_string).collect()),
    };
    let tier = settings.published_plan.tier(called_off(facts, &planned));
    // Beside a repair, the plan made anew is there for its bounds and to compare: a first look is enough.
    let effort = if tier.is_some() { Effort::Quick } else { settings.effort };
    let anew = matching::solve(&problem, &effort.options(seed), observer);
    let options = settings.effort.options(seed);
    let (solution, repair, breaches) = match tier {
        Some(tier) => repaired(facts, &problem, &planned, (tier, &options), anew, observer),
        None => {
            let mut breaches = matching::check(&problem, &anew.meetings);
            breaches.retain(|breach| anew.conflict.is_none() || !conflict::is_demand(breach));
            (anew, None, breaches)
        }
    };
    if !breaches.is_empty() {
        return failed(breaches.iter().take(5).map(ToString::to_string).collect());
    }
    let meetings = meetings(facts, &scorer, &solution.meetings);
    (
        Report { ignored_pins, repair, candidates, ..report::report(facts, settings, &problem, &solution) },
        meetings,
    )
}

/// The meetings of a solution with the reasons why people meet. Where a slot has begun, the table is what it was.
fn meetings(
    facts: &Facts,
    scorer: &matching::scoring::Scorer,
    meetings: &[matching::Meeting],
) -> Vec<RoundMeeting> {
    let places = Places::of(facts);
    let published: HashMap<(usize, usize), &Meeting> =
        facts.planned.iter().filter_map(|met| Some((places.pair(&met.a, &met.b)?, met))).collect();
    let named = meetings.iter().filter_map(|meeting| {
        let (a, b) = (facts.people.get(meeting.a)?, facts.people.get(meeting.b)?);
        let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
        let (weight, terms) = reasons(facts, scorer, meeting.a, meeting.b);
        let table = if places.has_begun(meeting.slot) {
            published.get(&(meeting.a, meeting.b)).and_then(|met| met.table)
        } else {
            meeting.table.map(|table| table + 1)
        };
        let slot = facts.programme.slots.get(meeting.slot)?.id.clone();
        Some(RoundMeeting { a: a.id.clone(), b: b.id.clone(), slot, table, weight, terms })
    });
    named.collect()
}

/// Meetings of the published plan that nobody asks the engine to hold any more: they were called off, or one of the two
/// is no longer registered.
fn called_off(facts: &Facts, planned: &[matching::Meeting]) -> u64 {
    facts.called_off + facts.planned.len().saturating_sub(planned.len()) as u64
}

/// The published plan repaired, with the bounds that the plan made anew proved, what each of the two changes, and what is
/// wrong with it. What it could not keep of the demands, since it keeps what was announced, is no fault.
fn repaired(
    facts: &Facts,
    problem: &matching::Problem,
    planned: &[matching::Meeting],
    (tier, options): (matching::Tier, &matching::Options),
    anew: matching::Solution,
    observer: &mut dyn matching::Observer,
) -> (matching::Solution, Option<Repair>, Vec<matching::Breach>) {
    let frozen = matching::Frozen { slots: Places::of(facts).begun(), pairs: Vec::new() };
    let found = matching::repair(problem, planned, &frozen, tier, options, observer);
    let repair = Repair {
        lost: found.lost.len() as u64 + called_off(facts, planned),
        moved: moved(&found.changes),
        people: found.changes.len() as u64,
        anew_people: matching::changes(planned, &anew.meetings).len() as u64,
        anew_score: anew.figures.score,
        anew_meetings: anew.figures.meetings,
        missed: found.missed.iter().map(|missed| conflict::named(facts, problem, missed)).collect(),
    };
    let faults = found.faults(problem);
    let figures = found.figures;
    let levels = figures.total() - i64::try_from(figures.score).unwrap_or(i64::MAX);
    let proven = anew.bounds.total <= figures.total();
    let solution = matching::Solution {
        shortfalls: matching::why_short_beside(problem, &found.meetings, &frozen),
        bounds: matching::Bounds {
            // What the levels of this plan leave of the most that any plan can have.
            score: u64::try_from(anew.bounds.total - levels).unwrap_or_default(),
            ..anew.bounds
        },
        finished: if proven { matching::Finished::Proven } else { matching::Finished::WorkSpent },
        before: figures,
        figures,
        meetings: found.meetings,
        // Demands that no plan can meet together are not met by this one either.
        ..anew
    };
    (solution, Some(repair), faults)
}

/// Meetings of the same two at another time or table; each is told of twice.
fn moved(changes: &[matching::Change]) -> u64 {
    let pairs: BTreeSet<(usize, usize)> =
        changes.iter().flat_map(|change| &change.moved).map(|(before, _)| (before.a, before.b)).collect();
    pairs.len() as u64
}
