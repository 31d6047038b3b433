//! Solves a round's problem as its settings ask: anew, or by repairing the published plan with few changes.

use std::collections::BTreeSet;

use super::problem::{Facts, RoundProblem};
use super::report::{self, Repair, Report};
use super::settings::{Effort, RoundSettings};
use crate::domain::round::RoundMeeting;

/// The report of a round and its meetings; without meetings where the problem contradicts itself.
pub(super) fn solved(
    facts: &Facts,
    problem: RoundProblem,
    settings: &RoundSettings,
    seed: u64,
    observer: &mut dyn matching::Observer,
) -> (Report, Vec<RoundMeeting>) {
    let RoundProblem { input, pairs, ignored_pins, planned } = problem;
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
    let (solution, repair) = match tier {
        Some(tier) if anew.conflict.is_none() => {
            let (solution, repair) = repaired(facts, &problem, &planned, (tier, &options), &anew, observer);
            (solution, Some(repair))
        }
        _ => (anew, None),
    };
    let breaches = matching::check(&problem, &solution.meetings);
    if !breaches.is_empty() && solution.conflict.is_none() {
        return failed(breaches.iter().take(5).map(ToString::to_string).collect());
    }
    let meetings = solution
        .meetings
        .iter()
        .filter_map(|meeting| {
            let (weight, terms) = pairs.get(&(meeting.a, meeting.b))?;
            let (a, b) = (facts.people.get(meeting.a)?, facts.people.get(meeting.b)?);
            let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
            Some(RoundMeeting {
                a: a.id.clone(),
                b: b.id.clone(),
                slot: facts.programme.slots.get(meeting.slot)?.id.clone(),
                table: meeting.table.map(|table| table + 1),
                weight: *weight,
                terms: terms.clone(),
            })
        })
        .collect();
    (Report { ignored_pins, repair, ..report::report(facts, &solution) }, meetings)
}

/// Meetings of the published plan that nobody asks the engine to hold any more: they were called off, or one of the two
/// is no longer registered.
fn called_off(facts: &Facts, planned: &[matching::Meeting]) -> u64 {
    facts.called_off + facts.planned.len().saturating_sub(planned.len()) as u64
}

/// The published plan repaired, with the bounds that the plan made anew proved, and what each of the two changes.
fn repaired(
    facts: &Facts,
    problem: &matching::Problem,
    planned: &[matching::Meeting],
    (tier, options): (matching::Tier, &matching::Options),
    anew: &matching::Solution,
    observer: &mut dyn matching::Observer,
) -> (matching::Solution, Repair) {
    let begun = facts.programme.slots.iter().map(|slot| slot.starts_at <= facts.now);
    let slots = begun.enumerate().filter(|(_, begun)| *begun).map(|(slot, _)| slot).collect();
    let frozen = matching::Frozen { slots, pairs: Vec::new() };
    let found = matching::repair(problem, planned, &frozen, tier, options, observer);
    let repair = Repair {
        lost: found.lost.len() as u64 + called_off(facts, planned),
        moved: moved(&found.changes),
        people: found.changes.len() as u64,
        anew_people: matching::changes(planned, &anew.meetings).len() as u64,
        anew_score: anew.figures.score,
        anew_meetings: anew.figures.meetings,
    };
    let figures = found.figures;
    let levels = figures.total() - i64::try_from(figures.score).unwrap_or(i64::MAX);
    let proven = anew.bounds.total <= figures.total();
    let solution = matching::Solution {
        shortfalls: matching::why_short(problem, &found.meetings),
        bounds: matching::Bounds {
            // What the levels of this plan leave of the most that any plan can have.
            score: u64::try_from(anew.bounds.total - levels).unwrap_or_default(),
            ..anew.bounds
        },
        finished: if proven { matching::Finished::Proven } else { matching::Finished::WorkSpent },
        conflict: None,
        before: figures,
        figures,
        meetings: found.meetings,
    };
    (solution, repair)
}

/// Meetings of the same two at another time or table; each is told of twice.
fn moved(changes: &[matching::Change]) -> u64 {
    let pairs: BTreeSet<(usize, usize)> =
        changes.iter().flat_map(|change| &change.moved).map(|(before, _)| (before.a, before.b)).collect();
    pairs.len() as u64
}
