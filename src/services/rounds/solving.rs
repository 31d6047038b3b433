//! Solves a round's problem as its settings ask: anew, or by repairing the published plan with few changes.

use std::collections::{BTreeSet, HashMap};

use super::causes::{self, Reading};
use super::conflict;
use super::facts::Facts;
use super::interpreting;
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
    let mut observer = Remembering { inner: observer, last: None };
    let anew = matching::solve(&problem, &effort.options(seed), &mut observer);
    let options = settings.effort.options(seed);
    let (solution, repair, breaches) = match tier {
        Some(tier) => repaired((facts, settings), &problem, &planned, (tier, &options), anew, &mut observer),
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
    let reading = Reading { facts, settings, scorer: &scorer };
    let report = report::report(&reading, &problem, &solution);
    // A repair leaves the plan as it is: what more tables would give is asked where it is made anew.
    let remedies = match repair {
        None => causes::remedies(&problem, &solution, seed, &mut Aside(&mut observer)),
        Some(_) => Vec::new(),
    };
    (Report { ignored_pins, repair, candidates, remedies, ..report }, meetings)
}

/// Hands on what a run says, and keeps what it said last.
struct Remembering<'a> {
    inner: &'a mut dyn matching::Observer,
    last: Option<matching::Progress>,
}

impl matching::Observer for Remembering<'_> {
    fn progress(&mut self, progress: &matching::Progress) -> matching::Continue {
        self.last = Some(*progress);
        self.inner.progress(progress)
    }
}

/// Looks on while other plans are made than the round's: whoever waits goes on seeing how far that one came, and may stop.
struct Aside<'a, 'b>(&'a mut Remembering<'b>);

impl matching::Observer for Aside<'_, '_> {
    fn progress(&mut self, progress: &matching::Progress) -> matching::Continue {
        let shown = self.0.last.unwrap_or(*progress);
        self.0.inner.progress(&shown)
    }
}

/// The meetings of a solution with the reasons why people meet, and who interprets. Where a slot has begun, the table is what it was.
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
        let (a, b) = (a.id.clone(), b.id.clone());
        Some(RoundMeeting { a, b, slot, table, interpreter: None, weight, terms })
    });
    let mut named: Vec<RoundMeeting> = named.collect();
    interpreting::give(facts, &mut named, &[]);
    named
}

/// Meetings of the published plan that nobody asks the engine to hold any more: they were called off, or one of the two
/// is no longer registered.
fn called_off(facts: &Facts, planned: &[matching::Meeting]) -> u64 {
    facts.called_off + facts.planned.len().saturating_sub(planned.len()) as u64
}

/// The published plan repaired, with the bounds that the plan made anew proved, what each of the two changes, and what is
/// wrong with it. What it could not keep of the demands, since it keeps what was announced, is no fault.
fn repaired(
    (facts, settings): (&Facts, &RoundSettings),
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
        missed: (found.missed.iter())
            .map(|missed| conflict::named(facts, settings, problem, missed))
            .collect(),
    };
    let faults = found.faults(problem);
    let judged = matching::judge(problem, &found.meetings, &frozen, &anew.bounds);
    let solution = matching::Solution {
        shortfalls: judged.shortfalls,
        bounds: judged.bounds,
        finished: if judged.is_best { matching::Finished::Proven } else { matching::Finished::WorkSpent },
        before: judged.figures,
        figures: judged.figures,
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
