//! Demands that cannot be met together: pins among themselves first, then each quota alone, then the quotas together and beside the
//! pins.
//!
//! For one quota a meeting that does not cross can be left out unless it is pinned, so that a share of `p` percent beside `o` such
//! pins asks for `o * p / (100 - p)` crossing meetings, and for at least one wherever anybody can meet: a plan without meetings keeps
//! no share. The relaxation bounds how many cross, and linear programs with a row for each quota how they go together; where that
//! does not tell, the SAT solver does.

use crate::alarm::Alarm;
use crate::algorithms::irreducible::irreducible;
use crate::bounds::quota_price::bound_meetings;
use crate::bounds::relaxation::relax;
use crate::model::input::Input;
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem};
use crate::model::quotas::{Quota, only};
use crate::model::schedule::Schedule;
use crate::model::solution::Conflict;
use crate::plan::feasible::{Answer, Asked, Demand, decide};
use crate::plan::pins::place;
use crate::tuning::demands::{CONFLICTS, COUNTS, FEWEST_TRIES, PIN, TRIES};

/// The problem without the shares that only a plan without meetings would keep, and a conflict that names such.
pub(crate) fn without_hopeless_shares(problem: &Problem, alarm: &Alarm) -> Option<(Problem, Conflict)> {
    let shares: Vec<usize> =
        problem.asked_quotas().filter(|(_, quota)| quota.is_share()).map(|(at, _)| at).collect();
    let conflict = hopeless(problem, &shares, alarm)?;
    let given_up = match &conflict {
        Conflict::Quotas { quotas, .. } => *quotas.last()?,
        Conflict::Quota { quota, .. } => *quota,
        _ => return None,
    };
    let rest = problem.without_quotas(&[given_up]);
    let rest = without_hopeless_shares(&rest, alarm).map_or(rest, |(rest, _)| rest);
    Some((rest, conflict))
}

/// Shares that only a plan without meetings keeps: one that nothing can cross for, or several together.
fn hopeless(problem: &Problem, shares: &[usize], alarm: &Alarm) -> Option<Conflict> {
    let alone = &with_demands(problem, shares, &[]);
    if shares.is_empty() || alone.pairs.is_empty() {
        return None;
    }
    let nothing_crosses = |share: &&usize| most_crossing(alone, **share, alarm) == 0 && !alarm.rang();
    if let Some(&quota) = shares.iter().find(nothing_crosses) {
        return Some(Conflict::Quota { quota, at_most: 0 });
    }
    let keeps_all = |pair: &Pair| shares.iter().all(|share| pair.crossing.counts_for(*share));
    if shares.len() < 2 || alone.pairs.iter().any(keeps_all) {
        return None;
    }
    let hopeless = |some: &[usize]| {
        let some = with_demands(problem, some, &[]);
        !alarm.rang() && is_refuted(&some, true, alarm)
    };
    let is_hopeless = hopeless(shares);
    let quotas = || irreducible(shares.to_vec(), tries(problem), &hopeless);
    is_hopeless.then(|| Conflict::Quotas { quotas: quotas(), pins: Vec::new() })
}

/// Places the pins, and says which demands are proved not to be possible together, if any are.
pub(crate) fn conflict(schedule: &mut Schedule, alarm: &Alarm) -> Option<Conflict> {
    if let Err(conflict) = place(schedule, alarm) {
        return Some(conflict);
    }
    let problem = schedule.problem;
    (problem.has_quota() && is_refuted(problem, false, alarm)).then(|| named(problem, alarm))
}

/// Keeps the pins and the quotas by a schedule of pinned and crossing meetings alone, or says why that cannot be. Changes
/// nothing where it is too hard to tell.
pub(crate) fn keep_quotas(schedule: &mut Schedule, alarm: &Alarm) -> Option<Conflict> {
    let problem = schedule.problem;
    match asked(problem, alarm) {
        Answer::Kept(placed) => {
            *schedule = Schedule::empty(problem);
            placed.into_iter().for_each(|(k, slot)| schedule.place(k, slot));
            None
        }
        Answer::Impossible(_) => Some(named(problem, alarm)),
        Answer::Open => None,
    }
}

/// What a schedule misses, where nothing is proved.
pub(crate) fn missed(schedule: &Schedule) -> Option<Conflict> {
    let problem = schedule.problem;
    let quotas: Vec<usize> = schedule.missed_quotas().collect();
    let is_kept = |k: usize| {
        let pin = &problem.input().pins[k];
        let pair = problem.index_of(pin.a, pin.b);
        pair.is_some_and(|pair| problem.pairs[pair as usize].pinned && schedule.is_met(pair))
    };
    let pins: Vec<usize> = (0..problem.input().pins.len()).filter(|&k| !is_kept(k)).collect();
    (!quotas.is_empty() || !pins.is_empty()).then_some(Conflict::NotKept { pins, quotas })
}

/// The demands that are to blame where pins and quotas together are refuted and the pins alone are not.
fn named(problem: &Problem, alarm: &Alarm) -> Conflict {
    let refuted = |quotas: &[usize], pins: &[usize]| {
        !alarm.rang() && is_refuted(&with_demands(problem, quotas, pins), true, alarm)
    };
    let quotas: Vec<usize> = problem.asked_quotas().map(|(at, _)| at).collect();
    if let Some(&quota) = quotas.iter().find(|quota| refuted(&[**quota], &[])) {
        let alone = with_demands(problem, &[quota], &[]);
        return Conflict::Quota { quota, at_most: at_most(&alone, quota, alarm) };
    }
    let all = (0..problem.input().pins.len()).collect();
    let pins = irreducible(all, tries(problem), &|some| refuted(&quotas, some));
    let quotas = irreducible(quotas, tries(problem), &|some| refuted(some, &pins));
    Conflict::Quotas { quotas, pins }
}

/// Sets of demands that are tried while a conflict is made smaller.
fn tries(problem: &Problem) -> u64 {
    (TRIES / (1 + problem.pairs.len() as u64)).max(FEWEST_TRIES)
}

/// The crossing meetings that a quota asks for beside the pins; none where no number is enough.
fn needed(problem: &Problem, (at, quota): (usize, Quota)) -> Option<u64> {
    match quota {
        Quota::Count(count) => Some(u64::from(count)),
        Quota::Percent(percent) => {
            let is_other = |p: &&Pair| p.pinned && !p.crossing.counts_for(at);
            let others = problem.pairs.iter().filter(is_other).count() as u64;
            let least = u64::from(percent > 0 && !problem.pairs.is_empty());
            Some(quota.needed_beside(others)?.max(least))
        }
    }
}

/// Whether it is proved that pins and quotas cannot all be kept.
fn is_refuted(problem: &Problem, exactly: bool, alarm: &Alarm) -> bool {
    let lacks = |(at, quota): (usize, Quota)| {
        needed(problem, (at, quota)).is_none_or(|needed| most_crossing(problem, at, alarm) < needed)
    };
    let together = || {
        let least = i64::from(is_some_asked(problem));
        problem.asked_quotas().count() > 1 && bound_meetings(problem, alarm).is_some_and(|most| most < least)
    };
    problem.asked_quotas().any(lacks)
        || together()
        || (exactly && matches!(asked(problem, alarm), Answer::Impossible(_)))
}

/// Whether a plan without meetings is no answer: a share is asked for, and somebody can meet.
fn is_some_asked(problem: &Problem) -> bool {
    !problem.pairs.is_empty() && problem.asked_quotas().any(|(_, quota)| quota.is_share())
}

/// The bound on the meetings that count for a quota beside all pins.
fn most_crossing(problem: &Problem, quota: usize, alarm: &Alarm) -> u64 {
    let pins = problem.pairs.iter().filter(|p| p.pinned).count() as i64;
    let objective = Objective { crossing: only(quota, 1), pin: PIN, ..Objective::NOTHING };
    (relax(problem, &objective, alarm).prices.bound(problem, &objective) - PIN * pins).max(0) as u64
}

/// The most meetings that can count for a quota: exact where the solver tells, else the bound.
fn at_most(problem: &Problem, quota: usize, alarm: &Alarm) -> u64 {
    let mut most = most_crossing(problem, quota, alarm);
    for _ in 0..COUNTS {
        let count = (quota, Quota::Count(most as u32));
        if most == 0 || !matches!(asked_of(problem, &[count], false, alarm), Answer::Impossible(_)) {
            break;
        }
        most -= 1;
    }
    most
}

/// The answer of the SAT solver to all quotas beside all pins.
fn asked(problem: &Problem, alarm: &Alarm) -> Answer {
    let quotas: Vec<(usize, Quota)> = problem.asked_quotas().collect();
    asked_of(problem, &quotas, is_some_asked(problem), alarm)
}

/// The answer of the SAT solver to some quotas beside all pins, and to whether anybody meets.
fn asked_of(problem: &Problem, quotas: &[(usize, Quota)], some: bool, alarm: &Alarm) -> Answer {
    if problem.rule.is_some() {
        return Answer::Open;
    }
    let all = |holds: &dyn Fn(&Pair) -> bool| -> Vec<u32> {
        (0u32..).zip(&problem.pairs).filter(|(_, p)| holds(p)).map(|(k, _)| k).collect()
    };
    // What counts for no quota can be left out of any schedule.
    let helps = |p: &Pair| quotas.iter().any(|(at, _)| p.crossing.counts_for(*at));
    let (must, may) = (all(&|p| p.pinned), all(&|p| helps(p) && !p.pinned));
    let of = |&(at, quota): &(usize, Quota)| {
        let crosses = |k: &u32| problem.pairs[*k as usize].crossing.counts_for(at);
        let crossing = must.iter().chain(&may).copied().filter(crosses).collect();
        let others = may.iter().copied().filter(|k| !crosses(k)).collect();
        let pinned = must.iter().copied().filter(|k| !crosses(k)).collect();
        Asked { quota, crossing, others, pinned }
    };
    let asked: Vec<Asked> = quotas.iter().map(of).collect();
    decide(problem, &Demand { must: &must, may: &may, asked: &asked, some }, CONFLICTS, alarm)
}

/// The same problem with some of its quotas and pins only.
fn with_demands(problem: &Problem, quotas: &[usize], pins: &[usize]) -> Problem {
    let input = problem.input();
    let pins = pins.iter().map(|&k| input.pins[k].clone()).collect();
    let kept = |(at, quota): (usize, &Quota)| if quotas.contains(&at) { *quota } else { Quota::Percent(0) };
    let quotas = input.quotas.iter().enumerate().map(kept).collect();
    let mut out = Problem::assembled(Input { pins, quotas, ..input.clone() });
    out.rule.clone_from(&problem.rule);
    out
}
