//! Who comes first where not everybody can reach their minimum: leximin, the worst-served first (Rawls 1971; Moulin,
//! Axioms of Cooperative Decision Making, 1988).
//!
//! Of two schedules that serve as many wishes and fill as many goals the fairer one has more people with at least one
//! meeting of their goal, then more with at least two, and so on. The sum of everybody's first `k` meetings is concave,
//! so the relaxation bounds it for each `k`; where all these sums are at their bounds nobody can be fairer.

use crate::alarm::Alarm;
use crate::bounds::relaxation::relax;
use crate::model::levels::Levels;
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::Meeting;
use crate::search::exchange::Exchange;
use crate::tuning::fairness::{COOLING, EMPHASIS, LOOKS, MOST_BETWEEN};
use crate::tuning::streams::FAIRNESS;

/// The number of people who have at least a number of meetings of their goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Served {
    /// The number of meetings, from 1 to the largest goal.
    pub at_least: u32,
    /// People with that many whose goal is at least that.
    pub people: u64,
    /// The most people any schedule has here that has as many as this one for each smaller number.
    pub at_most: u64,
}

/// How meetings are spread over people up to their goals. Where `people` is `at_most` in every line, no schedule is fairer:
/// none has more people in any line and as many in those before it.
#[must_use]
pub fn served(problem: &Problem, meetings: &[Meeting]) -> Vec<Served> {
    let degree = degrees(problem, meetings);
    let mut before = 0;
    let mut out = Vec::new();
    for (at_least, people) in (1..).zip(profile(problem, &degree)) {
        // Where everybody has these there is nothing to prove.
        let all: u64 = problem.goal.iter().map(|&goal| u64::from(goal.min(at_least))).sum();
        let most = if before + people == all { all } else { all.min(most_first_meetings(problem, at_least)) };
        out.push(Served { at_least, people, at_most: most - before });
        before += people;
    }
    out
}

/// The same of a plan that was changed, from what was proved beside another plan: the bound on the sum of everybody's first
/// meetings holds for every plan.
#[must_use]
pub fn served_beside(problem: &Problem, meetings: &[Meeting], proved: &[Served]) -> Vec<Served> {
    let degree = degrees(problem, meetings);
    let (mut before_then, mut before) = (0, 0);
    let line = |line: &Served| {
        let people = with_at_least(problem, &degree, line.at_least);
        let at_most = (before_then + line.at_most).saturating_sub(before);
        before_then += line.people;
        before += people;
        Served { people, at_most, ..*line }
    };
    proved.iter().map(line).collect()
}

/// The number of meetings of each person.
fn degrees(problem: &Problem, meetings: &[Meeting]) -> Vec<u32> {
    let mut degree = vec![0; problem.people()];
    for m in meetings {
        degree[m.a] += 1;
        degree[m.b] += 1;
    }
    degree
}

/// The bound on the sum of everybody's first `k` meetings up to their goals.
fn most_first_meetings(problem: &Problem, k: u32) -> u64 {
    let objective = Objective { goal: 1, first: k, ..Objective::NOTHING };
    relax(problem, &objective, &Alarm::silent()).prices.bound(problem, &objective).max(0) as u64
}

/// For each number of meetings from 1 on, the number of people who have that many of their goal.
fn profile(problem: &Problem, degree: &[u32]) -> Vec<u64> {
    let highest = problem.goal.iter().copied().max().unwrap_or(0);
    (1..=highest).map(|k| with_at_least(problem, degree, k)).collect()
}

/// The number of people who have at least `k` meetings of their goal.
fn with_at_least(problem: &Problem, degree: &[u32], k: u32) -> u64 {
    degree.iter().zip(&problem.goal).filter(|(d, goal)| **d.min(goal) >= k).count() as u64
}

/// Whether a schedule serves the worst-served no worse than another.
pub(crate) fn is_as_fair(schedule: &Schedule, other: &Schedule) -> bool {
    profile(schedule.problem, &schedule.degree) >= profile(other.problem, &other.degree)
}

/// A fairer schedule with as many filled units, wishes and filled goals, whatever the weights lose, if `moves` exchanges find one;
/// the best weights among equally fair ones. `stop` is asked at each look.
pub(crate) fn level_out<'p>(
    schedule: &Schedule<'p>,
    seed: u64,
    moves: u64,
    stop: &mut dyn FnMut() -> bool,
    alarm: &Alarm,
) -> Schedule<'p> {
    let problem = schedule.problem;
    let first = Levels::of(schedule);
    if first.goals == problem.goal.iter().map(|&goal| u64::from(goal)).sum::<u64>() {
        return schedule.clone();
    }
    let emphasised = problem.with_goals_worth(EMPHASIS);
    let mut now = schedule.carried_to(&emphasised);
    let mut best = now.clone();
    let slots = problem.pairs.iter().map(|p| p.common).collect();
    let mut exchange = Exchange::new(seed ^ FAIRNESS, &now, slots);
    let looks = LOOKS.max(moves / MOST_BETWEEN);
    for look in 0..looks {
        if moves == 0 || stop() {
            break;
        }
        exchange.anneal(&mut now, moves / looks, COOLING.temperature(look, looks), alarm);
        let levels = Levels::of(&now);
        let key = |s: &Schedule| (profile(problem, &s.degree), Levels::of(s).score);
        let above = now.units() >= schedule.units() && levels.mutual >= first.mutual;
        let keeps = above && levels.goals >= first.goals && pins(&now) >= pins(&best);
        if keeps && key(&now) > key(&best) {
            best = now.clone();
        }
    }
    if profile(problem, &best.degree) == profile(problem, &schedule.degree) {
        return schedule.clone();
    }
    best.carried_to(problem)
}

fn pins(schedule: &Schedule) -> usize {
    schedule.placed().filter(|&(k, _)| schedule.pair(k).pinned).count()
}
