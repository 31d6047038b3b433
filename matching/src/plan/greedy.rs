//! Greedy plans: the most valuable pair first. The start of a run, and for comparison what matchmaking software commonly does.

use crate::model::input::Request;
use crate::model::problem::{Pair, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::Mask;
use crate::model::slots::slots_of;
use crate::model::solution::Meeting;
use crate::plan::tables;

/// Greedy: the most valuable pair first, mutual wishes before all, first those that help somebody to their goal.
/// Unlimited tables: the earliest slot; else the slot with most tables left.
#[must_use]
pub fn greedy(problem: &Problem) -> Vec<Meeting> {
    tables::assign(&greedy_schedule(problem))
}

pub(crate) fn greedy_schedule(problem: &Problem) -> Schedule<'_> {
    let mut schedule = Schedule::empty(problem);
    let mut order: Vec<u32> = (0..problem.pairs.len() as u32).collect();
    order.sort_by_key(|&k| {
        (-problem.pairs[k as usize].value, problem.pairs[k as usize].common.count_ones() == 1, k)
    });
    for only_goals in [true, false] {
        for &k in &order {
            let pair = &problem.pairs[k as usize];
            let helps =
                [pair.a, pair.b].iter().any(|&i| schedule.degree[i as usize] < problem.goal[i as usize]);
            let wanted = !only_goals || helps || pair.request == Request::Mutual || pair.pinned;
            if wanted && !schedule.is_met(k) {
                try_place(&mut schedule, k);
            }
        }
    }
    schedule
}

/// Places a pair in the emptiest free slot, if caps and quotas allow it.
pub(crate) fn try_place(schedule: &mut Schedule, pair: u32) -> bool {
    let p = schedule.pair(pair);
    if !schedule.below_caps(p) || !schedule.quotas_allow(p.crossing) {
        return false;
    }
    let free = schedule.free(p);
    let slot =
        if schedule.problem.may_take_table(p) { schedule.emptiest(free) } else { slots_of(free).next() };
    slot.inspect(|&s| schedule.place(pair, s)).is_some()
}

/// The pairs that could meet now in some of these slots, by what they add.
pub(crate) fn by_gain(schedule: &Schedule, slots: Mask) -> Vec<u32> {
    let fits = |k: &u32| {
        let p = schedule.pair(*k);
        !schedule.is_met(*k) && schedule.below_caps(p) && schedule.free(p) & slots != 0
    };
    let mut order: Vec<u32> = (0..schedule.problem.pairs.len() as u32).filter(fits).collect();
    order.sort_by_cached_key(|&k| (-schedule.gain(schedule.pair(k)), k));
    order
}

/// Of some slots the emptiest in which a pair can meet now, if caps and quotas allow it.
pub(crate) fn slot_for(schedule: &Schedule, pair: u32, slots: Mask) -> Option<usize> {
    let p = schedule.pair(pair);
    let allowed = schedule.below_caps(p) && schedule.quotas_allow(p.crossing);
    if allowed { schedule.emptiest(schedule.free(p) & slots) } else { None }
}

/// Adds every pair that still fits, the most valuable first; again while a crossing meeting makes room for others.
pub(crate) fn fill_up(schedule: &mut Schedule) {
    let mut order: Vec<u32> =
        (0..schedule.problem.pairs.len() as u32).filter(|&k| !schedule.is_met(k)).collect();
    order.sort_unstable_by_key(|&k| (-schedule.pair(k).value, k));
    loop {
        let before = order.len();
        order.retain(|&k| !try_place(schedule, k));
        if order.len() == before || !schedule.problem.has_quota() {
            return;
        }
    }
}

/// Takes out meetings that do not cross where a share asks for it, those first that count for the fewest quotas, then the least
/// valuable, until the shares hold.
pub(crate) fn enforce_shares(schedule: &mut Schedule) {
    let quotas = schedule.problem.asked_quotas();
    let shares: Vec<usize> = quotas.filter(|(_, quota)| quota.is_share()).map(|(at, _)| at).collect();
    let crosses = |pair: &Pair| shares.iter().filter(|share| pair.crossing.counts_for(**share)).count();
    let mut others: Vec<u32> = (schedule.placed().map(|(k, _)| k))
        .filter(|&k| crosses(schedule.pair(k)) < shares.len() && !schedule.pair(k).pinned)
        .collect();
    others.sort_unstable_by_key(|&k| (crosses(schedule.pair(k)), schedule.pair(k).value, k));
    loop {
        let missed: Vec<usize> = schedule.missed_quotas().filter(|at| shares.contains(at)).collect();
        let in_way = |k: &u32| missed.iter().any(|at| !schedule.pair(*k).crossing.counts_for(*at));
        let Some(at) = others.iter().position(in_way) else { return };
        schedule.remove(others.remove(at));
    }
}
