//! Demands that cannot be met together: pins among themselves first, then the quota alone, then the quota beside the pins.
//!
//! A quota is a number of crossing meetings, for a share too: a meeting that does not cross can be left out unless it is
//! pinned, so that a share of `p` percent beside `o` such pins asks for `o * p / (100 - p)` crossing meetings, and for at
//! least one wherever anybody can meet: a plan without meetings keeps no share. The relaxation bounds how many cross; where
//! that does not tell, the SAT solver does.

use crate::alarm::Alarm;
use crate::algorithms::irreducible::irreducible;
use crate::bounds::relaxation::relax;
use crate::model::input::{Input, Quota};
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::Conflict;
use crate::plan::feasible::{Answer, Demand, decide};
use crate::plan::pins::place;
use crate::tuning::demands::{CONFLICTS, COUNTS, FEWEST_TRIES, PIN, TRIES};

/// The problem without a share that only a plan without meetings would keep, and the conflict that names it.
pub(crate) fn without_hopeless_share(problem: &Problem, alarm: &Alarm) -> Option<(Problem, Conflict)> {
    let quota = problem.quota.filter(|q| matches!(q, Quota::Percent(percent) if *percent > 0))?;
    let alone = if problem.input().pins.is_empty() { problem } else { &with_pins(problem, &[]) };
    if alone.pairs.is_empty() || most_crossing(alone, alarm) > 0 || alarm.rang() {
        return None;
    }
    Some((problem.without_quota(), Conflict::Quota { quota, at_most: 0 }))
}

/// Places the pins, and says which demands are proved not to be possible together, if any are.
pub(crate) fn conflict(schedule: &mut Schedule, alarm: &Alarm) -> Option<Conflict> {
    if let Err(conflict) = place(schedule, alarm) {
        return Some(conflict);
    }
    let problem = schedule.problem;
    let quota = problem.quota?;
    is_refuted(problem, false, alarm).then(|| named(problem, quota, alarm))
}

/// Keeps the pins and the quota by a schedule of pinned and crossing meetings alone, or says why that cannot be. Changes
/// nothing where it is too hard to tell.
pub(crate) fn keep_quota(schedule: &mut Schedule, alarm: &Alarm) -> Option<Conflict> {
    let problem = schedule.problem;
    let quota = problem.quota?;
    match asked(problem, needed(problem)?, alarm) {
        Answer::Kept(placed) => {
            *schedule = Schedule::empty(problem);
            placed.into_iter().for_each(|(k, slot)| schedule.place(k, slot));
            None
        }
        Answer::Impossible(_) => Some(named(problem, quota, alarm)),
        Answer::Open => None,
    }
}

/// What a schedule misses, where nothing is proved.
pub(crate) fn missed(schedule: &Schedule) -> Option<Conflict> {
    let problem = schedule.problem;
    let quota = problem.quota.filter(|_| !schedule.quota_holds(u64::MAX));
    let is_kept = |k: usize| {
        let pin = &problem.input().pins[k];
        let pair = problem.index_of(pin.a, pin.b);
        pair.is_some_and(|pair| problem.pairs[pair as usize].pinned && schedule.is_met(pair))
    };
    let pins: Vec<usize> = (0..problem.input().pins.len()).filter(|&k| !is_kept(k)).collect();
    (quota.is_some() || !pins.is_empty()).then_some(Conflict::NotKept { pins, quota })
}

/// The demands that are to blame where pins and quota together are refuted and the pins alone are not.
fn named(problem: &Problem, quota: Quota, alarm: &Alarm) -> Conflict {
    let refuted = |problem: &Problem| is_refuted(problem, true, alarm);
    let alone = with_pins(problem, &[]);
    if refuted(&alone) {
        return Conflict::Quota { quota, at_most: at_most(&alone, alarm) };
    }
    let all: Vec<usize> = (0..problem.input().pins.len()).collect();
    let impossible = |some: &[usize]| !alarm.rang() && refuted(&with_pins(problem, some));
    let tries = (TRIES / (1 + problem.pairs.len() as u64)).max(FEWEST_TRIES);
    Conflict::QuotaAndPins { quota, pins: irreducible(all, tries, &impossible) }
}

/// The crossing meetings that pins and quota ask for; none where no number is enough.
fn needed(problem: &Problem) -> Option<u64> {
    match problem.quota {
        None => Some(0),
        Some(Quota::Count(count)) => Some(u64::from(count)),
        Some(Quota::Percent(0)) => Some(0),
        Some(Quota::Percent(percent)) => {
            let others = problem.pairs.iter().filter(|p| p.pinned && !p.crossing).count() as u64;
            let (percent, rest) = (u64::from(percent), 100 - u64::from(percent).min(100));
            let least = u64::from(!problem.pairs.is_empty());
            match (others, rest) {
                (0, _) => Some(least),
                (_, 0) => None,
                _ => Some((others * percent).div_ceil(rest)),
            }
        }
    }
}

/// Whether it is proved that pins and quota cannot both be kept.
fn is_refuted(problem: &Problem, exactly: bool, alarm: &Alarm) -> bool {
    let Some(needed) = needed(problem) else { return true };
    most_crossing(problem, alarm) < needed
        || (exactly && matches!(asked(problem, needed, alarm), Answer::Impossible(_)))
}

/// The bound on crossing meetings beside all pins.
fn most_crossing(problem: &Problem, alarm: &Alarm) -> u64 {
    let pins = problem.pairs.iter().filter(|p| p.pinned).count() as i64;
    let objective = Objective { crossing: 1, pin: PIN, ..Objective::NOTHING };
    (relax(problem, &objective, alarm).prices.bound(problem, &objective) - PIN * pins).max(0) as u64
}

/// The most meetings that can cross: exact where the solver tells, else the bound.
fn at_most(problem: &Problem, alarm: &Alarm) -> u64 {
    let mut most = most_crossing(problem, alarm);
    for _ in 0..COUNTS {
        if most == 0 || !matches!(asked(problem, most, alarm), Answer::Impossible(_)) {
            break;
        }
        most -= 1;
    }
    most
}

/// The answer of the SAT solver to a number of crossing meetings beside all pins.
fn asked(problem: &Problem, count: u64, alarm: &Alarm) -> Answer {
    if problem.rule.is_some() {
        return Answer::Open;
    }
    let all = |holds: &dyn Fn(&crate::model::problem::Pair) -> bool| -> Vec<u32> {
        (0u32..).zip(&problem.pairs).filter(|(_, p)| holds(p)).map(|(k, _)| k).collect()
    };
    let (must, may) = (all(&|p| p.pinned), all(&|p| p.crossing && !p.pinned));
    let crossing = all(&|p| p.crossing);
    decide(problem, &Demand { must: &must, may: &may, crossing: &crossing, count }, CONFLICTS, alarm)
}

/// The same problem with some of its pins only.
fn with_pins(problem: &Problem, keep: &[usize]) -> Problem {
    let pins = keep.iter().map(|&k| problem.input().pins[k].clone()).collect();
    let mut out = Problem::assembled(Input { pins, ..problem.input().clone() });
    out.rule.clone_from(&problem.rule);
    out
}
